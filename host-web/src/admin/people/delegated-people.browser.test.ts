import { type DirectoryPerson, listPeople } from '@liaison/sdk'
import {
  changePerson,
  createPerson,
  type Department,
  getPerson,
  listDepartments,
  listOrganisations,
  listRoleChoices,
} from '@liaison/sdk/platform'
import { aPage, TestServer } from '@liaison/sdk/testing/web'
import axe from 'axe-core'
import { html } from 'lit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { adminMessages } from '../locales/admin-messages.ts'
import './people-page.ts'

const idOf = (number: number) => `019a0000-0000-7000-8000-${String(number).padStart(12, '0')}`
const aDepartment = (number: number, name: string, managed: boolean): Department => ({
  ...{ id: idOf(number), name, managed, parentId: null, headId: null, head: null, position: 0, people: 1, peopleBelow: 1, version: 1 },
})
const service = aDepartment(1, '服务中心', true)
const field = aDepartment(2, '现场服务组', true)
const finance = aDepartment(3, '财务部', false)
const aRole = (number: number, name: string, grantable: boolean) => ({
  ...{ id: idOf(number), key: null, name, description: '', external: false, grantable },
})
const member = aRole(11, '项目组员', true)
const administrator = aRole(12, '系统管理员', false)
const aPerson = (number: number, name: string, departmentIds: string[], roleIds: string[]): DirectoryPerson => ({
  ...{ id: idOf(number), name, account: `person${number}`, kind: 'internal', affiliation: null, disabled: false, title: null },
  ...{ email: null, phone: null, departmentIds, roleIds, organisationId: null, version: 1 },
})
const own = aPerson(21, '谭力', [field.id], [member.id])
const shared = aPerson(22, '倪华', [field.id, finance.id], [member.id])
const greater = aPerson(23, '郑晓岚', [service.id], [administrator.id])

let asked: unknown[]
let sent: unknown[]
let server: TestServer
const drawn = (query: string) => {
  const route = { path: '/admin/people', params: {}, query: new URLSearchParams(query) }
  return aPage(html`<main><ln-admin-people .route=${route}></ln-admin-people></main>`, {
    server,
    me: { grants: { 'people.manage': 'department-tree', 'people.read': 'all' } },
    plugins: [{ id: 'admin', locales: adminMessages }],
  })
}
const boxes = (name: string) =>
  page
    .getByRole('group', { name })
    .getByRole('checkbox')
    .elements()
    .map((box) => `${box.closest('label')?.textContent.trim()}${(box as HTMLInputElement).disabled ? ' (locked)' : ''}`)

const stay = (event: NavigateEvent) => event.intercept()
beforeAll(() => navigation.addEventListener('navigate', stay))
afterAll(() => navigation.removeEventListener('navigate', stay))
beforeEach(async () => {
  await page.viewport(1400, 900)
  asked = []
  sent = []
  server = new TestServer()
    .on(listPeople, ({ query }) => {
      asked.push(query)
      return { items: [own, shared, greater], next: null }
    })
    .on(getPerson, () => aPerson(29, '远处', [], []))
    .on(listDepartments, () => ({ items: [service, field, finance], next: null }))
    .on(listOrganisations, () => ({ items: [], next: null }))
    .on(listRoleChoices, () => ({ items: [member, administrator], next: null }))
    .on(createPerson, ({ body }) => {
      sent.push(body)
      return own
    })
    .on(changePerson, ({ body }) => {
      sent.push(body)
      return own
    })
})

describe('the people page of whoever manages a part of the company', () => {
  it('is clean for assistive technology', async () => {
    const { root } = await drawn(`person=${shared.id}`)
    await expect.element(page.getByRole('textbox', { name: /^姓名/ })).toHaveValue('倪华')
    expect((await axe.run(root)).violations).toEqual([])
  })

  it('lets the keyboard read the roles where none can be changed', async () => {
    const many = Array.from({ length: 12 }, (_, at) => aRole(30 + at, `角色${at}`, true))
    server.on(listRoleChoices, () => ({ items: many, next: null }))
    const { root } = await drawn(`person=${shared.id}`)
    await expect.element(page.getByRole('checkbox', { name: '角色11' })).toBeDisabled()
    expect((await axe.run(root)).violations).toEqual([])
  })

  it('asks for the people of that part, and narrows to its departments', async () => {
    await drawn('')
    await expect.element(page.getByRole('cell', { name: '谭力' })).toBeVisible()
    expect(asked).toEqual([{ limit: '100', manageable: 'true' }])
    const choices = page.getByRole('combobox', { name: '部门' }).element() as HTMLSelectElement
    await expect.poll(() => [...choices.options].map(({ label }) => label)).toEqual(['全部部门', '服务中心', '现场服务组'])
  })

  it('offers for somebody new what may be given', async () => {
    await drawn('person=new')
    await expect.poll(() => boxes('部门')).toEqual(['服务中心', '现场服务组'])
    expect(boxes('角色')).toEqual(['项目组员'])
  })

  it('keeps the foreign department and the account of somebody who is also elsewhere', async () => {
    await drawn(`person=${shared.id}`)
    await expect.poll(() => boxes('部门')).toEqual(['服务中心', '现场服务组', '财务部 (locked)'])
    expect(boxes('角色')).toEqual(['项目组员 (locked)'])
    await expect.element(page.getByRole('button', { name: '停用', exact: true })).not.toBeInTheDocument()
    await page.getByRole('checkbox', { name: '服务中心' }).click()
    await page.getByRole('button', { name: '保存' }).click()
    await expect.poll(() => sent).toEqual([{ departmentIds: [service.id, field.id, finance.id] }])
  })

  it('does not touch the account of somebody who holds more', async () => {
    await drawn(`person=${greater.id}`)
    await expect.element(page.getByRole('textbox', { name: /^姓名/ })).toHaveValue('郑晓岚')
    expect(boxes('角色')).toEqual(['项目组员 (locked)', '系统管理员 (locked)'])
    await expect.element(page.getByRole('button', { name: '停用', exact: true })).not.toBeInTheDocument()
    await page.getByRole('textbox', { name: /^职务/ }).fill('会计')
    await page.getByRole('button', { name: '保存' }).click()
    await expect.poll(() => sent).toEqual([{ title: '会计' }])
  })

  it('opens somebody who is on no page that is shown', async () => {
    await drawn(`person=${idOf(29)}`)
    await expect.element(page.getByRole('heading', { name: '远处' })).toBeVisible()
  })
})
