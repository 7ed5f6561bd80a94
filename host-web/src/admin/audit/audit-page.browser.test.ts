import { listPeople } from '@liaison/sdk'
import { type AuditEntry, getPerson, listAudit, readAuditEntry, readAuditState, verifyAudit } from '@liaison/sdk/platform'
import { aPage, TestServer } from '@liaison/sdk/testing/web'
import axe from 'axe-core'
import { html } from 'lit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { adminMessages } from '../locales/admin-messages.ts'
import './audit-page.ts'

const chen = {
  id: '019a0000-0000-7000-8000-000000000001',
  name: '陈思齐',
  kind: 'internal' as const,
  affiliation: '产品中心',
  disabled: false,
}
const zhao = { ...chen, id: '019a0000-0000-7000-8000-000000000002', name: '赵启航', affiliation: '研发部' }
const anchor = `12:${'a'.repeat(43)}`
const anEntry = (id: number, given: Partial<AuditEntry>): AuditEntry => ({
  id,
  at: '2026-11-24T02:06:41.382Z',
  actor: chen,
  action: 'directory.changePerson:update',
  resource: { type: 'core_person', id: zhao.id, name: zhao.name },
  address: '10.20.4.18',
  fields: ['title', 'phone', 'organisationId'],
  changes: [
    { field: 'title', before: 'null', after: '"研发经理"' },
    { field: 'organisationId', before: null, after: `"${zhao.id}"` },
  ],
  permission: null,
  names: [{ id: zhao.id, name: zhao.name }],
  detail: '{}',
  ...given,
})
const entries = [
  anEntry(12, {}),
  anEntry(11, {
    action: 'im.listMessages:denied',
    permission: { 'zh-CN': '查看消息', en: 'Read messages' },
    resource: { type: 'im.read', id: 'x', name: null },
    fields: [],
    changes: [],
    detail: '{"problem":"not-found","traceId":"t-1"}',
  }),
  anEntry(10, { action: 'directory.revealPerson:revealed', fields: [], changes: [], detail: '{"field":"phone","reason":"客户到场"}' }),
  anEntry(9, { action: 'auth.login:denied', actor: null, fields: [], changes: [] }),
]

let asked: unknown[]
let verdict: { ok: boolean; fault?: 'changed'; firstBadId?: number }
let server: TestServer
const drawn = (query = '', locale: 'zh-CN' | 'en' = 'zh-CN') => {
  const route = { path: '/admin/audit', params: {}, query: new URLSearchParams(query) }
  return aPage(html`<main><ln-admin-audit .route=${route}></ln-admin-audit></main>`, {
    server,
    locale,
    plugins: [{ id: 'admin', locales: adminMessages }],
  })
}

let went: string[]
// There is no shell to follow the page's links.
const stay = (event: NavigateEvent) => {
  went.push(new URL(event.destination.url).search)
  event.intercept()
}
beforeAll(() => navigation.addEventListener('navigate', stay))
afterAll(() => navigation.removeEventListener('navigate', stay))

beforeEach(async () => {
  await page.viewport(1400, 900)
  asked = []
  went = []
  verdict = { ok: true }
  server = new TestServer()
    .on(listAudit, ({ query }) => {
      asked.push(query)
      return query.cursor === undefined ? { items: entries, next: '1-9' } : { items: [anEntry(3, {})], next: null }
    })
    .on(readAuditEntry, ({ params }) => ({
      entry: entries.find(({ id }) => String(id) === params.id)!,
      mac: 'm'.repeat(43),
      chained: 'c'.repeat(43),
    }))
    .on(readAuditState, () => ({ retentionDays: 365, oldest: null, verification: null }))
    .on(verifyAudit, () => ({ entries: 12, verifiedAt: '2026-11-24T02:10:00.000Z', anchor, ...verdict }))
    .on(listPeople, () => ({
      items: [
        {
          ...zhao,
          account: 'zhaoqihang',
          title: null,
          email: null,
          phone: null,
          departmentIds: [],
          roleIds: [],
          organisationId: null,
          version: 1,
        },
      ],
      next: null,
    }))
    .on(getPerson, () => ({
      ...zhao,
      account: 'zhaoqihang',
      title: null,
      email: null,
      phone: null,
      departmentIds: [],
      roleIds: [],
      organisationId: null,
      version: 1,
    }))
})

describe('the audit page', () => {
  it.each(['zh-CN', 'en'] as const)('is clean for assistive technology in %s', async (locale) => {
    const { root } = await drawn('entry=12', locale)
    await expect.element(page.getByText('10.20.4.18')).toBeVisible()
    await expect.poll(async () => (await axe.run(root)).violations, { timeout: 15_000 }).toEqual([])
  })

  it('says in words what happened, and whether it was refused', async () => {
    await drawn()
    await expect.element(page.getByRole('link', { name: '更改人员 赵启航' })).toBeVisible()
    await expect.element(page.getByRole('row', { name: /请求被拒绝：查看消息.*已拒绝/ })).toBeVisible()
    await expect.element(page.getByRole('row', { name: /查看赵启航的手机.*客户到场/ })).toBeVisible()
    await expect.element(page.getByRole('row', { name: /未登录.*登录失败：赵启航/ })).toBeVisible()
    await expect.element(page.getByText('保存365天')).toBeVisible()
  })

  it('shows before and after, and hides what is not kept', async () => {
    await drawn('entry=12')
    await expect.element(page.getByRole('row', { name: '职务 无 研发经理' })).toBeVisible()
    await expect.element(page.getByRole('row', { name: '手机 已遮盖 已遮盖' })).toBeVisible()
    await expect.element(page.getByRole('row', { name: '外部单位 无 赵启航' })).toBeVisible()
  })

  it('asks the server for what the address says', async () => {
    await drawn(`topic=denied&times=custom&from=2026-11-01&to=2026-11-02&resource=core_person:${zhao.id}&actor=${chen.id}`)
    await expect
      .poll(() => asked.at(-1))
      .toMatchObject({
        topic: 'denied',
        actor: chen.id,
        resource: `core_person:${zhao.id}`,
        from: new Date(2026, 10, 1).toISOString(),
        to: new Date(2026, 10, 3).toISOString(),
      })
  })

  it('puts what is chosen into the address', async () => {
    await drawn('entry=12')
    await page.getByRole('combobox', { name: '类别' }).selectOptions('登录')
    await expect.poll(() => went.at(-1)).toBe('?topic=sign-in')
    await page.getByRole('button', { name: '人', exact: true }).click()
    await userEvent.keyboard('zhao')
    await page.getByRole('button', { name: /赵启航/ }).click()
    await expect.poll(() => went.at(-1)).toBe(`?actor=${zhao.id}`)
  })

  it('loads earlier entries behind the others', async () => {
    await drawn()
    await page.getByRole('button', { name: '加载更多' }).click()
    await expect.poll(() => asked.at(-1)).toMatchObject({ cursor: '1-9' })
    await expect.element(page.getByRole('button', { name: '加载更多' })).not.toBeInTheDocument()
  })

  it('verifies the trail, and names the entry that was changed', async () => {
    const { root } = await drawn()
    await page.getByRole('button', { name: '校验' }).click()
    await page.getByRole('button', { name: '校验', exact: true }).last().click()
    await expect.element(page.getByText('12条记录完好')).toBeVisible()
    await expect.element(page.getByText(anchor)).toBeVisible()
    await expect.poll(async () => (await axe.run(root)).violations, { timeout: 15_000 }).toEqual([])
    verdict = { ok: false, fault: 'changed', firstBadId: 10 }
    await page.getByRole('textbox', { name: '以前保存的末尾（可选）' }).fill('nonsense')
    await page.getByRole('button', { name: '重新校验' }).click()
    await expect.element(page.getByText('格式不对，应为“编号:摘要”')).toBeVisible()
    await page.getByRole('textbox', { name: '以前保存的末尾（可选）' }).fill(anchor)
    await page.getByRole('button', { name: '重新校验' }).click()
    await expect.element(page.getByText('记录10的内容被修改过')).toBeVisible()
    await page.getByRole('button', { name: '查看这条记录' }).click()
    await expect.poll(() => went.at(-1)).toBe('?entry=10')
  })
})
