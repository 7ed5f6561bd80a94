import { type Scope, scopes } from '@liaison/sdk'
import { changeMatrix, getMatrix, getPerson } from '@liaison/sdk/platform'
import { aPage, focused, TestServer } from '@liaison/sdk/testing/web'
import axe from 'axe-core'
import { html } from 'lit'
import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { adminMessages } from '../locales/admin-messages.ts'
import './matrix-page.ts'

const me = '019a0000-0000-7000-8000-000000000001'
const idOf = (n: number) => `019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`
const roleOf = (n: number, name: string, external = false) => ({ id: idOf(n), key: null, name, description: '', external, version: 1 })
const permissionOf = (plugin: string, key: string, title: string, takes: readonly Scope[] = scopes) => ({
  key,
  plugin,
  title: { 'zh-CN': title, en: key },
  scopes: [...takes],
})
const marketing = roleOf(101, '市场专员')
const customer = roleOf(102, '外部客户', true)
const administrator = roleOf(103, '系统管理员')

interface Body {
  readonly changes: readonly { roleId: string; permission: string; scope: Scope }[]
  readonly dryRun?: boolean
}
let asked: Body[]
let server: TestServer

const small = () => ({
  rows: [
    permissionOf('tasks', 'tasks.read', '查看任务'),
    permissionOf('tasks', 'tasks.create', '新建任务'),
    permissionOf('access', 'access.manage', '管理角色与权限', ['none', 'all']),
  ],
  columns: [marketing, customer, administrator],
  cells: {
    [marketing.id]: { 'tasks.read': 'department' as const },
    [customer.id]: { 'tasks.read': 'own' as const },
    [administrator.id]: { 'access.manage': 'all' as const },
  },
})

function drawn(locale: 'zh-CN' | 'en' = 'zh-CN', matrix: ReturnType<typeof small> = small()) {
  server = new TestServer()
    .on(getMatrix, () => matrix)
    .on(getPerson, ({ params }) => ({
      id: params.id,
      name: params.id === me ? '陈思齐' : '林一诺',
      kind: 'internal' as const,
      affiliation: null,
      disabled: false,
      account: 'someone',
      title: null,
      email: null,
      phone: null,
      departmentIds: [],
      roleIds: [],
      organisationId: null,
      version: 1,
    }))
    .on(changeMatrix, ({ body }) => {
      asked.push(body as Body)
      const { permission, scope } = body.changes[0] as Body['changes'][number]
      const isOwn = permission === 'access.manage'
      const people = [
        {
          personId: isOwn ? me : idOf(7),
          gains: isOwn ? [] : [{ permission, scope }],
          loses: isOwn ? [{ permission, scope: 'all' as const }] : [],
        },
      ]
      return { applied: body.dryRun !== true, people }
    })
  return aPage(html`<main class="page"><ln-admin-matrix></ln-admin-matrix></main>`, {
    server,
    locale,
    plugins: [{ id: 'admin', locales: adminMessages }],
  }).then(async (shown) => {
    const box = shown.root.querySelector('main') as HTMLElement
    box.style.setProperty('display', 'flex')
    box.style.setProperty('height', '560px')
    await expect.element(page.getByRole('grid')).toBeVisible()
    return shown
  })
}
const cell = (row: number, column: number) => page.getByRole('row').nth(row).getByRole('gridcell').nth(column)

beforeEach(async () => {
  asked = []
  await page.viewport(1200, 700)
})

describe('the permission matrix', () => {
  it.each(['zh-CN', 'en'] as const)('is clean for assistive technology in %s', async (locale) => {
    const { root } = await drawn(locale)
    await cell(2, 0).click()
    expect((await axe.run(root)).violations).toEqual([])
  })

  it('takes a change by keyboard alone, tells who gains, and applies it', async () => {
    const { root } = await drawn()
    ;(page.getByRole('grid').element() as HTMLElement).focus()
    await userEvent.keyboard('{ArrowDown}{Enter}')
    await expect.poll(() => focused()?.textContent).toContain('不允许')
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{Enter}')
    await expect.element(page.getByRole('heading', { name: '1项更改待应用' })).toBeVisible()
    await expect.element(page.getByText('+1人获得')).toBeVisible()
    await expect.poll(() => page.getByRole('listitem').element().textContent).toContain('林一诺')
    // Its button fades in.
    await expect.poll(async () => (await axe.run(root)).violations).toEqual([])

    await page.getByRole('button', { name: '应用更改' }).click()
    await expect.poll(() => asked.length).toBe(2)
    expect(asked[1]).toEqual({ changes: [{ roleId: marketing.id, permission: 'tasks.create', scope: 'department' }] })
  })

  it('goes on from the changed cell after the changes were applied, and after that was taken back, by keyboard', async () => {
    const shown = await drawn()
    ;(page.getByRole('grid').element() as HTMLElement).focus()
    await userEvent.keyboard('{ArrowDown}{ArrowRight}{Enter}')
    await expect.poll(() => focused()?.textContent).toContain('不允许')
    await userEvent.keyboard('{ArrowDown}{Enter}')
    await expect.element(page.getByText('+1人获得')).toBeVisible()
    ;(page.getByRole('button', { name: '应用更改' }).element() as HTMLElement).focus()
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => focused()?.role).toBe('grid')
    expect(focused()?.getAttribute('aria-activedescendant')).toBe('c-2-1')

    ;(page.getByRole('button', { name: '撤销上次更改' }).element() as HTMLElement).focus()
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => asked.length).toBe(3)
    await expect.poll(() => focused()?.role).toBe('grid')
    expect((await axe.run(shown.root)).violations).toEqual([])
  })

  it('goes on from the cell whose change was dropped or taken back', async () => {
    await drawn()
    for (const name of ['放弃', /^撤回/]) {
      await cell(3, 0).click()
      await page.getByRole('menuitemradio', { name: /^项目/ }).click()
      ;(page.getByRole('button', { name, exact: true }).element() as HTMLElement).focus()
      await userEvent.keyboard('{Enter}')
      await expect.poll(() => focused()?.getAttribute('aria-activedescendant')).toBe('c-2-0')
    }
  })

  it('takes the applied change set back', async () => {
    await drawn()
    await cell(3, 0).click()
    await page.getByRole('menuitemradio', { name: /^项目/ }).click()
    await page.getByRole('button', { name: '应用更改' }).click()
    await page.getByRole('button', { name: '撤销上次更改' }).click()
    await expect.poll(() => asked.at(-1)).toEqual({ changes: [{ roleId: marketing.id, permission: 'tasks.create', scope: 'none' }] })
  })

  it('never offers outside people more than their ceiling', async () => {
    await drawn()
    await cell(2, 1).click()
    await expect.poll(() => page.getByRole('menuitemradio').elements().length).toBe(3)
  })

  it('asks a second time before somebody gives up his own administration', async () => {
    await drawn()
    await cell(5, 2).click()
    await page.getByRole('menuitemradio', { name: /不允许/ }).click()
    await expect.element(page.getByText('−1人失去')).toBeVisible()
    await page.getByRole('button', { name: '应用更改' }).click()
    await expect.element(page.getByRole('heading', { name: '你将失去管理权限' })).toBeVisible()
    expect(asked.every(({ dryRun }) => dryRun)).toBe(true)
    await page.getByRole('button', { name: '确定应用' }).click()
    await expect.poll(() => asked.at(-1)?.dryRun).toBe(undefined)
  })

  it('leaves what the filter names', async () => {
    await drawn()
    await page.getByRole('searchbox').fill('新建')
    await expect
      .poll(() =>
        page
          .getByRole('rowheader')
          .elements()
          .map(({ textContent }) => textContent.trim()),
      )
      .toEqual(['tasks 1项', '新建任务'])
  })
})

describe('a matrix of 200 permissions and 30 roles', () => {
  const columns = Array.from({ length: 30 }, (_, at) => roleOf(200 + at, `角色${at + 1}`, at % 10 === 9))
  const rows = Array.from({ length: 200 }, (_, at) =>
    permissionOf(`module${Math.floor(at / 20)}`, `module${Math.floor(at / 20)}.do${at}`, `权限${at + 1}`),
  )
  const cells = Object.fromEntries(
    columns.map(({ id }, c) => [id, Object.fromEntries(rows.map(({ key }, r) => [key, scopes[(r + c) % 6] as Scope]))]),
  )
  const big = { rows, columns, cells } as unknown as ReturnType<typeof small>

  // 16 lines are in sight, 8 more on either side; 9 columns are in sight, and they come in blocks of 8.
  const most = (16 + 2 * 8) * 24
  const drawnCells = () => page.getByRole('gridcell').elements()

  it('draws only what is in sight, also after a jump to the end', async () => {
    await drawn('zh-CN', big)
    expect(drawnCells().length).toBeLessThan(most)
    ;(page.getByRole('grid').element() as HTMLElement).focus()
    await userEvent.keyboard('{Control>}{End}{/Control}')
    await expect.poll(() => page.getByRole('rowheader').elements().at(-1)?.textContent).toBe('权限200')
    await expect.poll(() => page.getByRole('grid').element().getAttribute('aria-activedescendant')).toBe('c-209-29')
    expect(drawnCells().length).toBeLessThan(most)
  })

  it('fills a screen over several frames, so that none of them is late', async () => {
    await drawn('zh-CN', big)
    const grid = page.getByRole('grid').element()
    await expect.poll(() => drawnCells().length).toBeGreaterThan(300)
    let mostAtOnce = 0
    const observer = new MutationObserver((records) => {
      const added = records.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node instanceof Element)
      const cells = added.reduce((sum, one) => sum + (one.matches('.matrix-cell') ? 1 : one.querySelectorAll('.matrix-cell').length), 0)
      mostAtOnce = Math.max(mostAtOnce, cells)
    })
    observer.observe(grid, { childList: true, subtree: true })
    grid.scrollTo({ top: 2_000, left: 1_200 })
    await expect
      .poll(() =>
        page
          .getByRole('rowheader')
          .elements()
          .some(({ textContent }) => textContent === '权限70'),
      )
      .toBe(true)
    observer.disconnect()
    expect(mostAtOnce).toBeGreaterThan(0)
    expect(mostAtOnce).toBeLessThanOrEqual(64 + 24)
  })

  it('needs one element for a cell', async () => {
    await drawn('zh-CN', big)
    await expect.poll(() => drawnCells().length).toBeGreaterThan(0)
    expect(drawnCells().every(({ childElementCount }) => childElementCount === 0)).toBe(true)
  })
})
