import { type DirectoryPerson, listPeople, type PersonSummary, type Scope } from '@liaison/sdk'
import {
  changeMatrix,
  changeRole,
  countRoleHolders,
  createRole,
  deleteRole,
  deleteRoleHolder,
  getMatrix,
  listRoleHolders,
  listRoles,
  putRoleHolder,
  type Role,
  type RoleHolder,
} from '@liaison/sdk/platform'
import { aPage, TestServer } from '@liaison/sdk/testing/web'
import axe from 'axe-core'
import { html } from 'lit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { adminMessages } from '../locales/admin-messages.ts'
import type { LnAdminRoles } from './roles-page.ts'
import './roles-page.ts'

const idOf = (number: number) => `019a0000-0000-7000-8000-${String(number).padStart(12, '0')}`
const me = idOf(1)
const aRole = (number: number, name: string, given: Partial<Role> = {}): Role => ({
  ...{ id: idOf(number), key: null, name, description: '', external: false, version: 1, ...given },
})
const administrator = aRole(11, '系统管理员', { key: 'administrator', description: '管理人员、角色和系统设置' })
const marketing = aRole(12, '市场专员', { key: 'marketing' })
const quality = aRole(13, '质检员', { description: '只看质检' })
const customer = aRole(14, '外部客户', { key: 'external-customer', external: true })
const summary = (id: string, name: string): PersonSummary => ({ id, name, kind: 'internal', affiliation: '产品中心', disabled: false })
const sun: DirectoryPerson = {
  ...summary(idOf(2), '孙悦'),
  ...{ account: 'sunyue', title: null, email: null, phone: null, departmentIds: [], roleIds: [], organisationId: null, version: 1 },
}

const holders: RoleHolder[] = [
  { person: summary(me, '陈思齐'), within: 'everywhere', place: null },
  { person: summary(idOf(3), '周敏'), within: 'project', place: { id: idOf(9), name: 'X1' } },
]

const cells: Record<string, Record<string, Scope>> = {
  [administrator.id]: { 'access.manage': 'all' },
  [quality.id]: { 'tasks.read': 'project' },
}

let roles: Role[]
let sent: unknown[]
let server: TestServer
let stop: AbortController
const drawn = async (query = '', locale: 'zh-CN' | 'en' = 'zh-CN') => {
  const route = (words: string) => ({ path: '/admin/roles', params: {}, query: new URLSearchParams(words) })
  const drawing = await aPage(html`<main><ln-admin-roles .route=${route(query)}></ln-admin-roles></main>`, {
    server,
    locale,
    me: { id: me, grants: { 'access.manage': 'all', 'people.read': 'all' } },
    plugins: [{ id: 'admin', locales: adminMessages }],
  })
  // there is no shell that follows the page's links
  const element = drawing.root.querySelector<LnAdminRoles>('ln-admin-roles')!
  stop = new AbortController()
  navigation.addEventListener(
    'navigate',
    (event) => {
      event.intercept()
      element.route = route(new URL(event.destination.url).search)
    },
    { signal: stop.signal },
  )
  await expect.element(page.getByRole('table')).toBeVisible()
  return drawing
}
const act = async (name: string) => {
  await page.getByRole('button', { name: '更多操作' }).click()
  await page.getByRole('menuitem', { name }).click()
}

afterEach(() => stop.abort())
beforeEach(async () => {
  await page.viewport(1400, 900)
  sent = []
  roles = [administrator, marketing, quality, customer]
  server = new TestServer()
    .on(listRoles, () => ({ items: roles, next: null }))
    .on(countRoleHolders, () => ({ items: [{ roleId: administrator.id, people: 2 }] }))
    .on(getMatrix, () => ({
      rows: [],
      columns: roles,
      cells,
    }))
    .on(listRoleHolders, ({ params }) => ({ items: params.id === administrator.id ? holders : [], next: null }))
    .on(listPeople, () => ({ items: [sun], next: null }))
    .on(createRole, ({ body }) => {
      sent.push(body)
      const made = aRole(19, body.name, { external: body.external ?? false })
      roles = [...roles, made]
      return made
    })
    .on(changeRole, ({ params, body }) => {
      sent.push({ id: params.id, ...body })
      return { ...quality, ...body, version: 2 }
    })
    .on(deleteRole, ({ params }) => {
      sent.push({ deleted: params.id })
      roles = roles.filter(({ id }) => id !== params.id)
    })
    .on(changeMatrix, ({ body }) => {
      sent.push(body.changes)
      return { applied: true, people: [] }
    })
    .on(putRoleHolder, ({ params }) => void sent.push({ given: params }))
    .on(deleteRoleHolder, ({ params }) => void sent.push({ taken: params }))
})

describe('the page of roles', () => {
  it.each(['zh-CN', 'en'] as const)('is clean for assistive technology in %s', async (locale) => {
    const { root } = await drawn(`role=${administrator.id}`, locale)
    await expect.element(page.getByRole('link', { name: /周敏/ })).toBeVisible()
    expect((await axe.run(root)).violations).toEqual([])
  })

  it('says which are presets, which for people outside, and how many hold each', async () => {
    await drawn()
    for (const name of ['系统管理员 管理人员、角色和系统设置 2 系统预置', '质检员 只看质检 0 自定义', '外部客户 外部 0 系统预置'])
      await expect.element(page.getByRole('row', { name, exact: true })).toBeVisible()
  })

  it('makes a role as a copy', async () => {
    await drawn(`role=${customer.id}`)
    await act('复制为新角色')
    await expect.element(page.getByRole('combobox', { name: '权限来自' })).toHaveDisplayValue('外部客户')
    await expect.element(page.getByRole('checkbox', { name: '用于外部人员' })).toBeChecked()
    await page.getByRole('textbox', { name: /^角色名称/ }).fill('重点客户')
    await page.getByRole('button', { name: '创建' }).click()
    await expect.poll(() => sent).toEqual([{ name: '重点客户', description: '', external: true, copyOf: customer.id }])
    await expect.element(page.getByRole('heading', { name: '重点客户' })).toBeVisible()
  })

  it('names and describes one', async () => {
    await drawn(`role=${quality.id}`)
    await page.getByRole('textbox', { name: /^角色名称/ }).fill('质检主管')
    await page.getByRole('button', { name: '保存' }).click()
    await expect.poll(() => sent).toEqual([{ id: quality.id, name: '质检主管', description: '只看质检', external: false }])
  })

  it('leads to its column of the matrix', async () => {
    await drawn(`role=${quality.id}`)
    await page.getByRole('button', { name: '更多操作' }).click()
    await expect
      .element(page.getByRole('menuitem', { name: '在权限矩阵中查看' }))
      .toHaveAttribute('href', `/admin/matrix?role=${quality.id}`)
  })
})

describe('deleting a role', () => {
  it('of the company’s own can be undone, with its cells', async () => {
    const { services } = await drawn(`role=${quality.id}`)
    await act('删除角色')
    await expect.poll(() => sent).toEqual([{ deleted: quality.id }])
    await expect.poll(() => services.toasts.shown.value.length).toBe(1)
    services.toasts.shown.value[0]!.action!.run()
    await expect
      .poll(() => sent.slice(1))
      .toEqual([
        { name: '质检员', description: '只看质检', external: false },
        [{ roleId: idOf(19), permission: 'tasks.read', scope: 'project' }],
      ])
  })

  it('of the installation is asked first', async () => {
    await drawn(`role=${marketing.id}`)
    await act('删除角色')
    await expect.element(page.getByRole('heading', { name: '删除“市场专员”？' })).toBeVisible()
    expect(sent).toEqual([])
    await page.getByRole('button', { name: '删除角色' }).click()
    await expect.poll(() => sent).toEqual([{ deleted: marketing.id }])
  })

  it('is not offered for the administrator’s', async () => {
    await drawn(`role=${administrator.id}`)
    await page.getByRole('button', { name: '更多操作' }).click()
    await expect.element(page.getByRole('menuitem', { name: '复制为新角色' })).toBeVisible()
    await expect.element(page.getByRole('menuitem', { name: '删除角色' })).not.toBeInTheDocument()
  })
})

describe('holders', () => {
  it('get a role by search, and give it back', async () => {
    const { services } = await drawn(`role=${quality.id}`)
    await page.getByRole('combobox', { name: '授予给…' }).fill('sun')
    await expect.element(page.getByRole('option', { name: /孙悦/ })).toBeVisible()
    await userEvent.keyboard('{Enter}')
    const pair = { id: quality.id, personId: sun.id }
    await expect.poll(() => sent).toEqual([{ given: pair }])
    await expect.poll(() => services.toasts.shown.value.length).toBe(1)
    services.toasts.shown.value[0]!.action!.run()
    await expect.poll(() => sent).toEqual([{ given: pair }, { taken: pair }])
  })

  it('are asked a second time before they give up their own administration', async () => {
    await drawn(`role=${administrator.id}`)
    await page.getByRole('button', { name: '收回陈思齐的角色' }).click()
    await expect.element(page.getByRole('heading', { name: '你正在修改自己的管理权限' })).toBeVisible()
    expect(sent).toEqual([])
    await page.getByRole('button', { name: '确定继续' }).click()
    await expect.poll(() => sent).toEqual([{ taken: { id: administrator.id, personId: me } }])
  })

  it('in a project keep it as long as they are members', async () => {
    await drawn(`role=${administrator.id}`)
    await expect.element(page.getByRole('link', { name: '周敏 项目：X1' })).toBeVisible()
    await expect.element(page.getByRole('button', { name: '收回周敏的角色' })).not.toBeInTheDocument()
  })
})
