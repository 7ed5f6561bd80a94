import { listPeople } from '@liaison/sdk'
import { explainAccess, getPerson, listPermissions } from '@liaison/sdk/platform'
import { aPage, TestServer } from '@liaison/sdk/testing/web'
import axe from 'axe-core'
import { html } from 'lit'
import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { adminMessages } from '../locales/admin-messages.ts'
import './explain-page.ts'

const lin = {
  id: '019a0000-0000-7000-8000-000000000002',
  name: '林一诺',
  kind: 'internal' as const,
  affiliation: '市场部',
  disabled: false,
  account: 'linyinuo',
  title: null,
  email: null,
  phone: null,
  departmentIds: [],
  roleIds: [],
  organisationId: null,
  version: 1,
}
const because = [
  { kind: 'cell', holds: true, text: { 'zh-CN': '市场专员：部门', en: 'Marketing: department' } },
  { kind: 'scope', holds: false, text: { 'zh-CN': '不属于范围内的部门', en: 'Belongs to no department in the scope' } },
]
const drawn = async (query: string, locale: 'zh-CN' | 'en') => {
  const asked: unknown[] = []
  const route = { path: '/admin/explain', params: {}, query: new URLSearchParams(query) }
  const server = new TestServer()
    .on(listPeople, () => ({ items: [lin], next: null }))
    .on(getPerson, () => lin)
    .on(listPermissions, () => ({
      items: [
        {
          key: 'tasks.create',
          plugin: 'tasks',
          title: { 'zh-CN': '新建任务', en: 'Create tasks' },
          scopes: ['none' as const, 'all' as const],
        },
      ],
      next: null,
    }))
    .on(explainAccess, ({ body }) => {
      asked.push(body)
      return { allowed: body.permission !== 'tasks.create', scope: 'department', because }
    })
  const drawing = await aPage(html`<main><ln-admin-explain .route=${route}></ln-admin-explain></main>`, {
    server,
    locale,
    plugins: [{ id: 'admin', locales: adminMessages }],
  })
  return { ...drawing, asked }
}

it('says step by step why somebody may not', async () => {
  const { root } = await drawn('', 'zh-CN')
  await page.getByRole('combobox', { name: '姓名、账号、拼音' }).fill('lin')
  await expect.element(page.getByRole('option', { name: /林一诺/ })).toBeVisible()
  await userEvent.keyboard('{Enter}')
  await page.getByLabelText('权限').selectOptions('新建任务')
  await page.getByRole('button', { name: '查看原因' }).click()
  await expect.element(page.getByText('林一诺不可以')).toBeVisible()
  await expect.element(page.getByText(/不属于范围内的部门/)).toBeVisible()
  await expect.poll(async () => (await axe.run(root)).violations).toEqual([])
})

it('answers about somebody whose account is closed, and says that it is', async () => {
  const { root, server, asked } = await drawn('', 'zh-CN')
  const gone = { ...lin, id: '019a0000-0000-7000-8000-000000000003', name: '周远', disabled: true }
  server.on(listPeople, ({ query }) => ({ items: query.disabled === false ? [] : [gone], next: null }))
  await page.getByRole('combobox', { name: '姓名、账号、拼音' }).fill('zhou')
  await expect.element(page.getByRole('option', { name: /周远 *已停用/ })).toBeVisible()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText('已停用')).toBeVisible()
  await page.getByLabelText('权限').selectOptions('新建任务')
  await page.getByRole('button', { name: '查看原因' }).click()
  await expect.poll(() => asked).toEqual([{ personId: gone.id, permission: 'tasks.create' }])
  await expect.poll(async () => (await axe.run(root)).violations).toEqual([])
})

it('is asked from elsewhere by its address, also in English', async () => {
  const { root } = await drawn(`person=${lin.id}&permission=tasks.create`, 'en')
  await page.getByRole('button', { name: 'Explain' }).click()
  await expect.element(page.getByText(/Belongs to no department in the scope/)).toBeVisible()
  await expect.poll(async () => (await axe.run(root)).violations).toEqual([])
})

it('asks about one thing at once when its address says all', async () => {
  const channel = '019a0000-0000-7000-8000-000000000009'
  const { root, asked } = await drawn(`person=${lin.id}&permission=tasks.create&type=im.channel&id=${channel}`, 'zh-CN')
  await expect.element(page.getByText('林一诺不可以')).toBeVisible()
  expect(asked.at(-1)).toEqual({ personId: lin.id, permission: 'tasks.create', resource: { type: 'im.channel', id: channel } })
  await expect.element(page.getByText(/针对：频道/)).toBeVisible()
  await expect.poll(async () => (await axe.run(root)).violations).toEqual([])
  await page.getByRole('button', { name: '不限具体内容' }).click()
  await page.getByRole('button', { name: '查看原因' }).click()
  await expect.poll(() => asked.at(-1)).toEqual({ personId: lin.id, permission: 'tasks.create' })
})
