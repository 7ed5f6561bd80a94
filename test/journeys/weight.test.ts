import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, Person } from './person.ts'
import { Product } from './product.ts'

// Bytes of JavaScript, gzipped, that a browser with an empty cache fetches. Source: interface budget.
const budget = { shell: 120_000, conversations: 80_000 }

describe('the weight of the pages', () => {
  let product: Product
  let browser: Browser
  beforeAll(async () => {
    ;[product, browser] = await Promise.all([Product.start(), openBrowser()])
  }, 120_000)
  afterAll(async () => {
    await browser.close()
    await product.stop()
  })

  /** Weight by address of all scripts that a person fetched who signs in and opens the page. */
  async function scriptsOf(path: string): Promise<ReadonlyMap<string, number>> {
    const person = await Person.at(browser, product.url)
    const scripts = new Set<string>()
    person.page.on('response', (response) => response.request().resourceType() === 'script' && scripts.add(response.url()))
    await person.page.reload()
    await person.signIn('chensiqi')
    await person.opens(path)
    await expect.poll(() => person.page.locator('[aria-busy="true"]').count()).toBe(0)
    await person.page.waitForLoadState('networkidle')
    await person.leaves()
    const weigh = async (url: string) => [url, gzipSync(new Uint8Array(await (await fetch(url)).arrayBuffer())).length] as const
    return new Map(await Promise.all([...scripts].map(weigh)))
  }
  const sum = (weights: Iterable<number>) => [...weights].reduce((total, weight) => total + weight, 0)

  it('keeps the shell and the page of conversations within their budgets', async () => {
    await product.restart({ plugins: 'none' })
    const shell = await scriptsOf('/')
    await product.restart({ plugins: '@liaison/plugin-im' })
    const withConversations = await scriptsOf('/im')
    const conversations = [...withConversations].filter(([url]) => !shell.has(url)).map(([, weight]) => weight)
    console.log(`JavaScript, gzipped: shell ${sum(shell.values())} B, conversations ${sum(conversations)} B more`)
    expect(shell.size).toBeGreaterThan(0)
    expect(conversations.length).toBeGreaterThan(0)
    expect(sum(shell.values())).toBeLessThanOrEqual(budget.shell)
    expect(sum(conversations)).toBeLessThanOrEqual(budget.conversations)
  })
})
