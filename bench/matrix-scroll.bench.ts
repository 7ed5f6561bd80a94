import { Child } from './child.ts'
import { figure, median, quantile, table } from './figures.ts'
import { aFolder, environmentOf } from './seed.ts'
import { benchPassword, SlowPage, slowness, type Stretch } from './slow-page.ts'

interface Size {
  readonly permissions: number
  readonly roles: number
  readonly repetitions: number
}

/** The permission matrix at the size of a large installation, on a slow office computer: opened, and scrolled in every way. */
export async function matrixScroll({ permissions, roles, repetitions }: Size): Promise<string> {
  const { folder, remove } = aFolder()
  const environment = { ...environmentOf(folder), LIAISON_DEMO_PASSWORD: benchPassword }
  const server = await Child.start('./pages-server.ts', { environment, arguments: [String(permissions)] })
  const browser = await SlowPage.browser()
  try {
    const slow = await SlowPage.signedIn(browser, server, 'admin')
    const size = await fill(slow, permissions, roles)
    const opened: Opened[] = []
    const stretches = new Map<string, Stretch[]>()
    for (let repetition = 0; repetition < repetitions; repetition++) {
      opened.push(await open(slow))
      for (const [name, act] of Object.entries(ways(slow))) stretches.set(name, [...(stretches.get(name) ?? []), await slow.measured(act)])
    }
    const of = (what: keyof Opened): string =>
      `${figure(median(opened.map((one) => one[what])))} (at worst ${figure(Math.max(...opened.map((one) => one[what])))})`
    const title = `${size}, processor ${slowness}× slower, ${repetitions} times. Opened in ${of('clock')} ms, of them ${of('busy')} ms of processor time.`
    return `${title}\n\n${table(head, [...stretches].map(row))}`
  } finally {
    await browser.close()
    await server.stop()
    remove()
  }
}

const head = ['', 'long tasks, median', 'longest, median ms', 'longest of all ms', 'frame p95 ms']
const row = ([name, stretches]: [string, Stretch[]]): string[] => [
  name,
  figure(median(stretches.map(({ long }) => long.length))),
  figure(median(stretches.map(({ long }) => Math.max(0, ...long)))),
  figure(Math.max(0, ...stretches.flatMap(({ long }) => long))),
  figure(
    quantile(
      stretches.flatMap(({ frames }) => frames),
      0.95,
    ),
  ),
]

/** As many roles and rows as asked for, each cell with another scope than its neighbours. */
async function fill(slow: SlowPage, permissions: number, roles: number): Promise<string> {
  const scopes = ['own', 'project', 'department', 'department-tree', 'all']
  const { columns } = (await slow.calls('GET', '/access/matrix')) as { columns: unknown[] }
  for (let at = columns.length; at < roles; at++) {
    const { id } = (await slow.calls('POST', '/access/roles', { name: `业务角色${at + 1}` })) as { id: string }
    const changes = Array.from({ length: permissions }, (_, row) => ({
      roleId: id,
      permission: `many.act${row}`,
      scope: scopes[(row + at) % 5],
    }))
    await slow.calls('PATCH', '/access/matrix', { changes })
  }
  const matrix = (await slow.calls('GET', '/access/matrix')) as { rows: unknown[]; columns: unknown[] }
  return `${matrix.rows.length} permissions × ${matrix.columns.length} roles`
}

interface Opened {
  /** ms */
  readonly clock: number
  readonly busy: number
}

/** From the click on the entry of the menu until every line in sight has its cells. */
async function open(slow: SlowPage): Promise<Opened> {
  const { page } = slow
  await page.goto(`${slow.url}/admin/people`)
  const entry = page.locator('a[href="/admin/matrix"]').first()
  await entry.waitFor()
  await page.waitForLoadState('networkidle')
  let clock = 0
  const { busy } = await slow.measured(async () => {
    await entry.evaluate((link) => {
      performance.mark('opened')
      ;(link as unknown as { click(): void }).click()
    })
    clock = await page.locator('.matrix').evaluate(untilFilled)
  })
  return { clock, busy }
}

interface Box {
  getBoundingClientRect(): { readonly bottom: number }
  querySelectorAll(selector: string): ArrayLike<Box>
}
declare const requestAnimationFrame: (run: () => void) => number

/** In the page; looks once a frame. @returns ms since the mark `opened` */
function untilFilled(box: unknown): Promise<number> {
  const grid = box as Box
  return new Promise((resolve) => {
    const look = (): void => {
      const last = Array.from(grid.querySelectorAll('[role=row]')).at(-1)
      const isFilled = last !== undefined && last.getBoundingClientRect().bottom >= grid.getBoundingClientRect().bottom
      if (isFilled) setTimeout(() => resolve(performance.measure('open', 'opened').duration))
      else requestAnimationFrame(look)
    }
    look()
  })
}

function ways(slow: SlowPage): Record<string, () => Promise<void>> {
  const wheel = (move: { x?: number; y?: number }) => () => slow.wheel('.matrix', { notches: 60, ...move })
  const keys = (key: string, times: number) => async () => {
    await slow.page.locator('.matrix').focus()
    for (let at = 0; at < times; at++) await slow.page.keyboard.press(key, { delay: 8 })
    await slow.page.waitForTimeout(300)
  }
  return {
    'wheel down': wheel({ y: 120 }),
    'wheel up': wheel({ y: -120 }),
    'wheel right': wheel({ x: 120 }),
    'wheel left': wheel({ x: -120 }),
    'wheel slant': wheel({ x: 40, y: 100 }),
    'Ctrl+Home': keys('Control+Home', 1),
    'arrow down': keys('ArrowDown', 60),
    'arrow right': keys('ArrowRight', 29),
    'page down': keys('PageDown', 8),
    'arrow left': keys('ArrowLeft', 29),
    'Ctrl+End': keys('Control+End', 1),
  }
}
