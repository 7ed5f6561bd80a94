import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { chromiumArguments, chromiumExecutable } from '../../scripts/chromium.ts'
import { demoPassword } from './product.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export const openBrowser = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await chromiumExecutable(), args: chromiumArguments })

/** Somebody at a browser of his own. What goes wrong on his pages is remembered. */
export class Person {
  readonly page: Page
  readonly url: string
  /** Scripts that failed, and what the content security policy or Trusted Types refused */
  readonly faults: string[] = []

  private constructor(page: Page, url: string) {
    this.page = page
    this.url = url
  }

  static async at(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Person> {
    const context = await browser.newContext({
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      viewport: { width: 1440, height: 900 },
      ...options,
    })
    const page = await context.newPage()
    const person = new Person(page, url)
    page.on('pageerror', (error) => person.faults.push(`error: ${error.message}`))
    page.on('console', (message) => {
      const isNetwork = /Failed to load resource|WebSocket connection|ERR_/.test(message.text())
      if (message.type() === 'error' && !isNetwork) person.faults.push(`console: ${message.text()}`)
    })
    await page.exposeFunction('policyRefused', (what: string) => person.faults.push(`policy: ${what}`))
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
        const { policyRefused } = globalThis as unknown as { policyRefused(what: string): void }
        policyRefused(`${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`)
      })
    })
    await page.goto(url)
    return person
  }

  async signIn(account: string): Promise<void> {
    await this.page.getByLabel(/账号|Account/).fill(account)
    await this.page.getByRole('textbox', { name: /^(密码|Password)$/ }).fill(demoPassword)
    await this.page.keyboard.press('Enter')
    await this.page.locator('ln-rail').waitFor({ state: 'attached' })
  }

  async opens(path: string): Promise<void> {
    await this.page.goto(this.url + path)
    await this.page.getByRole('heading', { level: 1 }).first().waitFor()
  }

  /** Types as people with an input method do: composing first, then the characters. */
  async composes(text: string, spelling = 'pinyin'): Promise<void> {
    const keyboard = await this.page.context().newCDPSession(this.page)
    for (let length = 1; length <= spelling.length; length++) {
      const composed = spelling.slice(0, length)
      await keyboard.send('Input.imeSetComposition', { text: composed, selectionStart: length, selectionEnd: length })
    }
    await keyboard.send('Input.insertText', { text })
    await keyboard.detach()
  }

  /** An operation by its address, with the session of this page. */
  calls(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> {
    return this.page.evaluate(
      async ([verb, address, json]) => {
        const headers = { 'content-type': 'application/json' }
        const response = await fetch(`/api${address}`, { method: verb, ...(json !== undefined && { headers, body: json }) })
        const text = await response.text()
        return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) }
      },
      [method, path, body === undefined ? undefined : JSON.stringify(body)] as const,
    )
  }

  /** What axe finds wrong with the page as it is: rule and place. Also shadow roots are searched. */
  async violations(): Promise<string[]> {
    await this.page.evaluate(axeSource)
    const { violations } = await this.page.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run())
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`))
  }

  /** The theme at once: a background still on its way from the other theme would be judged under text that is there already. */
  async prefers(colorScheme: 'light' | 'dark'): Promise<void> {
    await this.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await this.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  }

  async leaves(): Promise<void> {
    await this.page.context().close()
  }
}
