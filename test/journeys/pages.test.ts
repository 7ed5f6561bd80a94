import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, Person } from './person.ts'
import { Product } from './product.ts'

const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const
const pages = ['/', '/im', '/im/conversation', '/settings', '/kudos', '/nothing-here'] as const

describe('every page', () => {
  let product: Product
  let browser: Browser
  let chen: Person
  let conversation: string

  beforeAll(async () => {
    ;[product, browser] = await Promise.all([Product.start({ plugins: '@liaison/plugin-im,./examples/hello' }), openBrowser()])
    chen = await Person.at(browser, product.url)
  }, 120_000)
  afterAll(async () => {
    await browser.close()
    await product.stop()
  })

  const inBothThemes = async (look: () => Promise<void>) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await chen.prefers(colorScheme)
      await look()
    }
  }

  it('shows the sign-in page without a violation', async () => {
    await chen.page.getByRole('heading', { level: 1 }).waitFor()
    await inBothThemes(async () => expect(await chen.violations()).toEqual([]))
    await chen.signIn('chensiqi')
    const { body } = await chen.calls('GET', '/im/channels')
    const { items } = body as { items: { id: string; external: boolean }[] }
    conversation = items.find(({ external }) => external)?.id ?? ''
  })

  describe.each(['zh-CN', 'en'])('in %s', (locale) => {
    it('is chosen by the person', async () => {
      expect(await chen.calls('PATCH', '/me', { locale })).toMatchObject({ status: 200 })
    })

    describe.each(Object.entries(sizes))('on a %s', (_device, size) => {
      it.each(pages)('has %s without a violation, a missing text or sideways scrolling', async (path) => {
        await chen.page.setViewportSize(size)
        await chen.opens(path === '/im/conversation' ? `/im/${conversation}` : path)
        await expect.poll(() => chen.page.locator('[aria-busy="true"]').count()).toBe(0)
        expect(await chen.page.evaluate(() => document.documentElement.lang)).toBe(locale)
        expect(await chen.page.getByText('⟦').count()).toBe(0)
        expect(await chen.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
        await inBothThemes(async () => expect(await chen.violations()).toEqual([]))
      })
    })
  })

  it('makes no script error and does nothing that the policies refuse', () => {
    expect(chen.faults).toEqual([])
  })
})
