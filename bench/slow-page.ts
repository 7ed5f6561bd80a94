import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core'
import { chromiumArguments, chromiumExecutable } from '../scripts/chromium.ts'
import type { Child } from './child.ts'

/** How many times slower than this machine: the office computer of the budget */
export const slowness = 4
export const benchPassword = 'bench-password-1'

/** What the page's main thread did in a stretch of use. */
export interface Stretch {
  /**
   * Each task of 50 ms and more, ms of processor time: on a machine that does other things as well, the clock would count those.
   * The throttle's idle turns are part of it.
   */
  readonly long: readonly number[]
  /** All its tasks together, ms of processor time */
  readonly busy: number
  /** Between two frames, ms by the clock */
  readonly frames: readonly number[]
}
const longTask = 50

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Microseconds of processor time */
  readonly tdur?: number
}

/** A page of the product in a real Chromium whose processor is throttled. */
export class SlowPage {
  readonly page: Page
  readonly url: string
  readonly #devtools: CDPSession

  private constructor(page: Page, url: string, devtools: CDPSession) {
    this.page = page
    this.url = url
    this.#devtools = devtools
  }

  static browser = async (): Promise<Browser> => chromium.launch({ executablePath: await chromiumExecutable(), args: chromiumArguments })

  /** Signs in at full speed. */
  static async signedIn(browser: Browser, server: Child, account: string): Promise<SlowPage> {
    const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 1440, height: 900 } })
    const page = await context.newPage()
    const url = `http://localhost:${server.port}`
    await page.goto(url)
    await page.getByLabel('账号').fill(account)
    await page.getByRole('textbox', { name: '密码' }).fill(benchPassword)
    await page.keyboard.press('Enter')
    await page.locator('ln-rail').waitFor()
    return new SlowPage(page, url, await context.newCDPSession(page))
  }

  /** An operation by its address, as whoever is signed in. */
  async calls(method: string, path: string, body?: unknown): Promise<unknown> {
    return this.page.evaluate(
      async ([verb, address, json]) => {
        const headers = { 'content-type': 'application/json' }
        const response = await fetch(`/api${address}`, { method: verb, ...(json !== undefined && { headers, body: json }) })
        const text = await response.text()
        if (!response.ok) throw new Error(`${verb} ${address}: ${response.status} ${text}`)
        return text === '' ? undefined : (JSON.parse(text) as unknown)
      },
      [method, path, body === undefined ? undefined : JSON.stringify(body)] as const,
    )
  }

  /** Does something with the slow processor, and tells what it cost. */
  async measured(act: () => Promise<void>): Promise<Stretch> {
    const events: TraceEvent[] = []
    const take = ({ value }: { value: object[] }): void => void events.push(...(value as TraceEvent[]))
    this.#devtools.on('Tracing.dataCollected', take)
    await this.#devtools.send('Emulation.setCPUThrottlingRate', { rate: slowness })
    await this.#devtools.send('Tracing.start', {
      traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'] },
    })
    await this.page.evaluate(beginWatching)
    await act()
    const frames = await this.page.evaluate(endWatching)
    const complete = new Promise((resolve) => this.#devtools.once('Tracing.tracingComplete', resolve))
    await this.#devtools.send('Tracing.end')
    await complete
    await this.#devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    this.#devtools.off('Tracing.dataCollected', take)
    const tasks = tasksOf(events)
    return { long: tasks.filter((milliseconds) => milliseconds >= longTask), busy: tasks.reduce((sum, one) => sum + one, 0), frames }
  }

  /** Turns the wheel over the middle of an element, a notch every 16 ms, as a hand does that goes fast. */
  async wheel(selector: string, { notches, x = 0, y = 0 }: { notches: number; x?: number; y?: number }): Promise<void> {
    const box = await this.page.locator(selector).first().boundingBox()
    if (box === null) throw new Error(`${selector} is not in sight`)
    const place = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) }
    for (let notch = 0; notch < notches; notch++) {
      await this.#devtools.send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...place, deltaX: x, deltaY: y })
      await this.page.waitForTimeout(16)
    }
    await this.page.waitForTimeout(300)
  }
}

/** The page's main thread is the one that lays it out. */
function tasksOf(events: readonly TraceEvent[]): number[] {
  const threads = Map.groupBy(events, ({ pid, tid }) => `${pid} ${tid}`)
  const layouts = (thread: readonly TraceEvent[]): number => thread.filter(({ name }) => name === 'UpdateLayoutTree').length
  const [main = []] = [...threads.values()].toSorted((one, other) => layouts(other) - layouts(one))
  return main.filter(({ name, ph }) => ph === 'X' && name === 'RunTask').map(({ tdur = 0 }) => tdur / 1_000)
}

declare const requestAnimationFrame: (run: (now: number) => void) => number
declare const cancelAnimationFrame: (frame: number) => void

interface Watch {
  readonly frames: number[]
  last: number
  frame: number
}

function beginWatching(): void {
  const watch: Watch = { frames: [], last: performance.now(), frame: 0 }
  const count = (now: number): void => {
    watch.frames.push(now - watch.last)
    watch.last = now
    watch.frame = requestAnimationFrame(count)
  }
  watch.frame = requestAnimationFrame(count)
  ;(globalThis as unknown as { watch: Watch }).watch = watch
}

function endWatching(): number[] {
  const { watch } = globalThis as unknown as { watch: Watch }
  cancelAnimationFrame(watch.frame)
  return watch.frames.slice(1)
}
