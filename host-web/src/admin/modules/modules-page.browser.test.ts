import { listPeople, type PersonSummary } from '@liaison/sdk'
import { changeModule, listDepartments, listModuleChanges, listModules, type ModuleEntry, readModule } from '@liaison/sdk/platform'
import { aPage, TestServer } from '@liaison/sdk/testing/web'
import axe from 'axe-core'
import { html } from 'lit'
import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { adminMessages } from '../locales/admin-messages.ts'
import './modules-page.ts'

const id = (last: number) => `019a0000-0000-7000-8000-00000000000${last}`
const person = (last: number, name: string): PersonSummary => ({
  id: id(last),
  name,
  kind: 'internal',
  affiliation: '研发部',
  disabled: false,
})
const anEntry = (given: Partial<ModuleEntry>): ModuleEntry => ({
  key: 'im',
  kind: 'module',
  moduleId: 'im',
  title: { 'zh-CN': '即时通讯', en: 'Chat' },
  summary: { 'zh-CN': '单聊、群聊', en: 'Conversations' },
  running: true,
  owner: null,
  stage: 'done',
  goLiveAt: null,
  steps: null,
  reach: { people: 20, of: 20 },
  nextChangeAt: null,
  use: { people: 12, before: 9, trend: [0, 2, 4, 6, 7, 8, 9, 12] },
  version: 0,
  ...given,
})
const department = (last: number, name: string, parentId: string | null) => ({
  ...{ id: id(last), name, parentId, headId: null, position: last, version: 1 },
  ...{ people: 3, peopleBelow: 3, managed: true },
})

let entries: ModuleEntry[]
let wishes: { body: unknown; dryRun: boolean }[]
const drawn = (query = '', locale: 'zh-CN' | 'en' = 'zh-CN') => {
  const find = (key: string) => entries.find((one) => one.key === key)!
  const server = new TestServer()
    .on(listModules, () => ({ items: entries, next: null }))
    .on(listDepartments, () => ({ items: [department(7, '产品中心', null), department(8, '产品一部', id(7))] as never, next: null }))
    .on(listPeople, () => ({ items: [{ ...person(5, '赵启航'), account: 'zhaoqihang' }] as never, next: null }))
    .on(readModule, ({ params: { key } }) => ({
      ...find(key),
      stepReach: (find(key).steps ?? []).map(() => 4),
      departments: [
        { id: id(7), name: '产品中心', people: 8, of: 8, used: 6 },
        { id: id(9), name: '法务部', people: 2, of: 2, used: null },
      ],
      people: [],
    }))
    .on(changeModule, ({ params: { key }, body: { dryRun = false, ...wish } }) => {
      wishes.push({ body: wish, dryRun })
      const changed = { ...find(key), ...wish, version: find(key).version + 1 } as ModuleEntry
      if (!dryRun) entries = entries.map((one) => (one.key === key ? changed : one))
      const forecast = { people: 4, of: 20, gains: 0, loses: 16, stepReach: [4], gaining: [], losing: [person(1, '林志远')] }
      return { applied: !dryRun, module: changed, forecast }
    })
    .on(listModuleChanges, () => ({
      items: [
        {
          ...{ id: id(3), by: person(1, '林志远'), at: '2026-11-24T02:00:00.000Z', stage: 'testing' as const },
          ...{ owner: null, goLiveAt: null, steps: [], changed: ['stage' as const, 'steps' as const] },
        },
      ],
      next: null,
    }))
  const route = { path: '/admin/modules', params: {}, query: new URLSearchParams(query) }
  return aPage(html`<main><ln-admin-modules .route=${route}></ln-admin-modules></main>`, {
    server,
    locale,
    plugins: [{ id: 'admin', locales: adminMessages }],
  })
}
const onScreen = (name: string | RegExp) => page.getByRole('button', { name })

beforeEach(async () => {
  await page.viewport(1440, 900)
  wishes = []
  entries = [
    anEntry({}),
    anEntry({ key: 'im.readers', kind: 'feature', title: { 'zh-CN': '已读名单', en: 'Readers' }, reach: { people: 3, of: 20 }, use: null }),
  ]
})

describe('the status board of modules', () => {
  it.each([
    ['zh-CN', '', 1440],
    ['en', 'module=im', 1440],
    ['zh-CN', 'module=im', 390],
    ['zh-CN', 'schedule=', 1440],
  ] as const)('is clean for assistive technology in %s, %s, %i px', async (locale, query, width) => {
    await page.viewport(width, 900)
    entries[0] = anEntry({
      steps: [{ audience: { kind: 'inside' }, from: '2099-12-01T00:00:00.000Z', until: null }],
      owner: person(1, '林志远'),
    })
    const { root } = await drawn(query, locale)
    await expect.element(page.getByRole('heading', { name: /上线|roll-out/ }).last()).toBeVisible()
    await expect.poll(async () => (await axe.run(root)).violations, { timeout: 15_000 }).toEqual([])
  })

  it('tells state, audience and use of each, and nothing of the use by a few', async () => {
    await drawn()
    await expect.element(page.getByRole('row', { name: /即时通讯 单聊、群聊.*未指定.*已完成.*全部20人.*12人.*60%，多3人/ })).toBeVisible()
    await expect.element(page.getByRole('row', { name: /已读名单.*3\/20人.*不足5人，不统计/ })).toBeVisible()
  })

  it('lists what begins and ends in its order', async () => {
    const steps = [
      { audience: { kind: 'all' as const }, from: '2099-12-14T00:00:00.000Z', until: null },
      { audience: { kind: 'percentage' as const, percentage: 50 }, from: '2099-12-01T00:00:00.000Z', until: '2099-12-20T00:00:00.000Z' },
    ]
    entries[0] = anEntry({ steps })
    await drawn('schedule=')
    const lines = page.getByRole('list', { name: '时间表' }).getByRole('listitem')
    const told = () => lines.elements().map((line) => line.querySelector('span > small')?.textContent)
    await expect.poll(told).toEqual(['开放：按比例：内部人员的50%', '开放：全部人员，含外部', '结束：按比例：内部人员的50%'])
  })
})

describe('the roll-out of a module', () => {
  it('opens for a department after telling who would lose it', async () => {
    await drawn('module=im')
    await onScreen('添加步骤').click()
    await onScreen('保存').click()
    await expect.element(page.getByRole('alert')).toHaveTextContent('请至少选择一项')
    expect(wishes).toEqual([])
    await page.getByRole('checkbox', { name: '产品中心' }).click()
    await expect.element(page.getByText('保存后现在有4/20人能用')).toBeVisible()
    await expect.element(page.getByText('16人不再能用：林志远等')).toBeVisible()
    await onScreen('保存').click()
    await expect
      .poll(() => wishes.at(-1))
      .toMatchObject({
        dryRun: false,
        body: { steps: [{ audience: { kind: 'departments', departmentIds: [id(7)] }, until: null }] },
      })
    await expect.element(onScreen('修改步骤：产品中心')).toBeVisible()
    await expect.element(page.getByText('4人，已开放')).toBeVisible()
  })

  it('opens for people found by name, by the keyboard alone', async () => {
    await drawn('module=im')
    await onScreen('添加步骤').click()
    await page.getByRole('radio', { name: '指定人员' }).click()
    await page.getByRole('combobox', { name: '按姓名、账号或拼音添加人员' }).fill('zqh')
    await expect.element(page.getByRole('option', { name: /赵启航/ })).toBeVisible()
    await userEvent.keyboard('{Enter}')
    await expect.element(onScreen('移除赵启航')).toBeVisible()
    await onScreen('保存').click()
    await expect.poll(() => wishes.at(-1)?.body).toMatchObject({ steps: [{ audience: { kind: 'people', personIds: [id(5)] } }] })
  })

  it('refuses an end before the beginning', async () => {
    await drawn('module=im')
    await onScreen('添加步骤').click()
    await page.getByRole('radio', { name: '全部内部人员' }).click()
    await page.getByLabelText('开放时间').fill('2026-12-02T09:00')
    await page.getByLabelText('结束时间').fill('2026-12-01T09:00')
    await onScreen('保存').click()
    await expect.element(page.getByRole('alert')).toHaveTextContent('结束时间要晚于开放时间')
  })

  it('is switched off, and on again by the way back', async () => {
    const { services } = await drawn('module=im')
    await onScreen('关闭模块').click()
    await expect.poll(() => wishes).toEqual([{ body: { steps: [] }, dryRun: false }])
    await expect.element(page.getByText('已关闭，没有人能用。')).toBeVisible()
    services.toasts.shown.value.at(-1)!.action!.run()
    await expect.poll(() => wishes.at(-1)?.body).toEqual({ steps: null })
  })

  it('has a state, an owner and a date, and remembers who changed them', async () => {
    await drawn('module=im')
    await onScreen('测试中').click()
    await expect.poll(() => wishes.at(-1)?.body).toEqual({ stage: 'testing' })
    await onScreen('指定负责人').click()
    await page.getByRole('combobox', { name: '指定负责人' }).fill('赵')
    await page.getByRole('option', { name: /赵启航/ }).click()
    await expect.poll(() => wishes.at(-1)?.body).toEqual({ ownerId: id(5) })
    await onScreen('更改记录').click()
    await expect.element(page.getByText('状态改为测试中')).toBeVisible()
    await expect.element(page.getByText('上线步骤改为：对所有人关闭')).toBeVisible()
  })

  it('shows use by department, not of small ones', async () => {
    await drawn('module=im')
    await expect.element(page.getByText('6/8，75%')).toBeVisible()
    await expect.element(page.getByText('不足5人', { exact: true })).toBeVisible()
  })
})
