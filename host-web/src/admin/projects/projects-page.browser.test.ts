import { type DirectoryPerson, listPeople, type PersonSummary } from '@liaison/sdk'
import {
  changeProject,
  createProject,
  deleteProjectMember,
  getProject,
  listDepartments,
  type ListedMember,
  listProjectMembers,
  listProjectRoleChoices,
  listProjects,
  type Project,
  putProjectMember,
  roleBeyondOwn,
  type RoleChoice,
} from '@liaison/sdk/platform'
import { aPage, TestServer } from '@liaison/sdk/testing/web'
import axe from 'axe-core'
import { html } from 'lit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { adminMessages } from '../locales/admin-messages.ts'
import type { LnAdminProjects } from './projects-page.ts'
import './projects-page.ts'

const idOf = (number: number) => `019a0000-0000-7000-8000-${String(number).padStart(12, '0')}`
const summary = (number: number, name: string, kind: 'internal' | 'external' = 'internal'): PersonSummary => ({
  ...{ id: idOf(number), name, kind, affiliation: kind === 'internal' ? '研发部' : '远航物流装备', disabled: false },
})
const zhao = summary(21, '赵启航')
const ding = summary(22, '丁雯', 'external')
const sun: DirectoryPerson = {
  ...summary(23, '孙悦'),
  ...{ account: 'sunyue', title: null, email: null, phone: null, departmentIds: [], roleIds: [], organisationId: null, version: 1 },
}
const aRole = (number: number, name: string, given: Partial<RoleChoice> = {}): RoleChoice => ({
  ...{ id: idOf(number), key: null, name, description: '', external: false, grantable: true, ...given },
})
const member = aRole(31, '项目组员')
const customer = aRole(32, '外部客户', { external: true })
const manager = aRole(33, '总经理', { grantable: false })
const aProject = (number: number, key: string, name: string, given: Partial<Project> = {}): Project => ({
  ...{ id: idOf(number), key, name, description: null, departmentId: null, createdById: null, archivedAt: null, people: 2 },
  ...{ managed: true, version: 1, createdAt: '2026-11-01T00:00:00.000Z', ...given },
})

let projects: Project[]
let members: ListedMember[]
let sent: unknown[]
let server: TestServer
let stop: AbortController
const drawn = async (query = '', locale: 'zh-CN' | 'en' = 'zh-CN') => {
  const route = (words: string) => ({ path: '/admin/projects', params: {}, query: new URLSearchParams(words) })
  const drawing = await aPage(html`<main><ln-admin-projects .route=${route(query)}></ln-admin-projects></main>`, {
    server,
    locale,
    me: { grants: { 'projects.manage': 'department-tree', 'projects.read': 'all', 'people.read': 'all' } },
    plugins: [{ id: 'admin', locales: adminMessages }],
  })
  // there is no shell that follows the page's links
  const element = drawing.root.querySelector<LnAdminProjects>('ln-admin-projects')!
  stop = new AbortController()
  navigation.addEventListener(
    'navigate',
    (event) => {
      event.intercept()
      element.route = route(new URL(event.destination.url).search)
    },
    { signal: stop.signal },
  )
  return drawing
}
const options = (name: string) =>
  [...(page.getByRole('combobox', { name }).element() as HTMLSelectElement).options].map(({ label }) => label)

afterEach(() => stop.abort())
beforeEach(async () => {
  await page.viewport(1400, 900)
  sent = []
  const projectId = idOf(1)
  projects = [aProject(1, 'L-1', '新品上市'), aProject(2, 'C-17', '客诉处理', { managed: false })]
  members = [
    { projectId, personId: zhao.id, roleId: null, person: zhao },
    { projectId, personId: ding.id, roleId: customer.id, person: ding },
  ]
  server = new TestServer()
    .on(listProjects, ({ query }) => {
      // in the address everything is text
      const wanted = String(query.archived ?? false) === 'true'
      const items = projects.filter(({ archivedAt, name }) => (archivedAt !== null) === wanted && name.includes(query.query ?? ''))
      return { items, next: null }
    })
    .on(getProject, ({ params }) => projects.find(({ id }) => id === params.id)!)
    .on(listDepartments, () => ({ items: [], next: null }))
    .on(listProjectMembers, () => ({ items: members, next: null }))
    .on(listProjectRoleChoices, () => ({ items: [member, customer, manager], next: null }))
    .on(listPeople, () => ({ items: [sun], next: null }))
    .on(createProject, ({ body }) => {
      sent.push(body)
      const made = aProject(9, body.key ?? 'P-9', body.name)
      projects = [made, ...projects]
      return made
    })
    .on(changeProject, ({ params, body }) => {
      sent.push({ id: params.id, ...body })
      const archivedAt = body.archived === true ? '2026-11-24T00:00:00.000Z' : null
      projects = projects.map((one) => (one.id === params.id ? { ...one, archivedAt } : one))
      return projects.find(({ id }) => id === params.id)!
    })
    .on(putProjectMember, ({ params, body }) => {
      sent.push({ person: params.personId, ...body })
      return { projectId, personId: params.personId, roleId: body.roleId ?? null }
    })
    .on(deleteProjectMember, ({ params }) => void sent.push({ left: params.personId }))
})

describe('the page of projects', () => {
  it.each(['zh-CN', 'en'] as const)('is clean for assistive technology in %s', async (locale) => {
    const { root } = await drawn(`project=${idOf(1)}`, locale)
    await expect.element(page.getByText('丁雯')).toBeVisible()
    expect((await axe.run(root)).violations).toEqual([])
  })

  it('opens one, with the key that was given', async () => {
    await drawn('project=new')
    await page.getByRole('textbox', { name: /^项目名称/ }).fill('搬运机器人')
    await page.getByRole('textbox', { name: '编号' }).fill('x-1')
    await page.getByRole('button', { name: '创建' }).click()
    await expect.poll(() => sent).toEqual([{ name: '搬运机器人', description: null, departmentId: null, key: 'X-1' }])
    await expect.element(page.getByRole('heading', { name: '搬运机器人' })).toBeVisible()
  })

  it('archives one and takes it up again', async () => {
    const { services } = await drawn(`project=${idOf(1)}`)
    await page.getByRole('button', { name: '更多操作' }).click()
    await page.getByRole('menuitem', { name: '归档项目' }).click()
    await expect.poll(() => sent).toEqual([{ id: idOf(1), archived: true }])
    await expect.element(page.getByRole('cell', { name: '新品上市' })).not.toBeInTheDocument()
    await expect.element(page.getByRole('combobox', { name: '添加成员' })).not.toBeInTheDocument()
    await page.getByRole('button', { name: '已归档' }).click()
    await expect.element(page.getByRole('cell', { name: '新品上市' })).toBeVisible()
    services.toasts.shown.value[0]!.action!.run()
    await expect.poll(() => sent.at(-1)).toEqual({ id: idOf(1), archived: false })
  })

  it('only shows one that the reader does not manage', async () => {
    await drawn(`project=${idOf(2)}`)
    await expect.element(page.getByText('丁雯')).toBeVisible()
    await expect.element(page.getByRole('textbox', { name: /^项目名称/ })).toHaveAttribute('readonly')
    for (const name of ['更多操作', '保存', '将丁雯移出项目'])
      await expect.element(page.getByRole('button', { name })).not.toBeInTheDocument()
  })

  it('says what goes here while there is nothing', async () => {
    projects = []
    await drawn()
    await expect.element(page.getByText('还没有项目')).toBeVisible()
  })
})

describe('members', () => {
  it('are added by search and taken out, each with a way back', async () => {
    const { services } = await drawn(`project=${idOf(1)}`)
    await page.getByRole('combobox', { name: '添加成员' }).fill('sun')
    await expect.element(page.getByRole('option', { name: /孙悦/ })).toBeVisible()
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => sent).toEqual([{ person: sun.id, roleId: null }])
    await page.getByRole('button', { name: '将丁雯移出项目' }).click()
    await expect.poll(() => sent.at(-1)).toEqual({ left: ding.id })
    await expect.poll(() => services.toasts.shown.value.length).toBe(2)
    services.toasts.shown.value.at(-1)!.action!.run()
    await expect.poll(() => sent.at(-1)).toEqual({ person: ding.id, roleId: customer.id })
  })

  it('take a role that may be given, people outside one for people outside', async () => {
    await drawn(`project=${idOf(1)}`)
    await expect.poll(() => options('赵启航在项目中的角色')).toEqual(['无项目角色', '项目组员'])
    expect(options('丁雯在项目中的角色')).toEqual(['无项目角色', '外部客户'])
    await userEvent.selectOptions(page.getByRole('combobox', { name: '赵启航在项目中的角色' }), '项目组员')
    await expect.poll(() => sent).toEqual([{ person: zhao.id, roleId: member.id }])
  })

  it('tell why a role was refused', async () => {
    server.on(putProjectMember, () => {
      throw roleBeyondOwn()
    })
    await drawn(`project=${idOf(1)}`)
    await expect.poll(() => options('赵启航在项目中的角色').length).toBe(2)
    await userEvent.selectOptions(page.getByRole('combobox', { name: '赵启航在项目中的角色' }), '项目组员')
    await expect.element(page.getByText('不能授予超出自己权限的角色')).toBeVisible()
  })
})
