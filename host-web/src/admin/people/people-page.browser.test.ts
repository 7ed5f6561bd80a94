import { type DirectoryPerson, listPeople } from '@liaison/sdk'
import { changePerson, createPerson, listDepartments, listOrganisations, listRoleChoices } from '@liaison/sdk/platform'
import { aPage, TestServer } from '@liaison/sdk/testing/web'
import { isAnythingUnsaved } from '@liaison/sdk/web'
import axe from 'axe-core'
import { html } from 'lit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { adminMessages } from '../locales/admin-messages.ts'
import type { LnAdminPeople } from './people-page.ts'
import './people-page.ts'

const me = '019a0000-0000-7000-8000-000000000001'
const aPerson = (id: string, given: Partial<DirectoryPerson>): DirectoryPerson => ({
  id,
  name: '赵启航',
  kind: 'internal',
  affiliation: '研发部',
  disabled: false,
  account: 'zhaoqihang',
  title: null,
  email: 'z***@hengchuan.example',
  phone: '138****1234',
  departmentIds: [],
  roleIds: [],
  organisationId: null,
  version: 3,
  ...given,
})
const administrator = {
  id: '019a0000-0000-7000-8000-0000000000a1',
  key: 'administrator',
  name: '系统管理员',
  description: '',
  external: false,
  grantable: true,
}
const zhao = aPerson('019a0000-0000-7000-8000-000000000002', {})
const own = aPerson(me, { name: '陈思齐', account: 'chensiqi', roleIds: [administrator.id] })

let sent: unknown[]
let server: TestServer
const drawn = (query: string, locale: 'zh-CN' | 'en' = 'zh-CN') => {
  const route = { path: '/admin/people', params: {}, query: new URLSearchParams(query) }
  return aPage(html`<main><ln-admin-people .route=${route}></ln-admin-people></main>`, {
    server,
    locale,
    me: { grants: { 'people.manage': 'all', 'people.read': 'all', 'access.manage': 'all' } },
    plugins: [{ id: 'admin', locales: adminMessages }],
  })
}

// There is no shell to follow the page's links.
const stay = (event: NavigateEvent) => event.intercept()
beforeAll(() => navigation.addEventListener('navigate', stay))
afterAll(() => navigation.removeEventListener('navigate', stay))

beforeEach(async () => {
  await page.viewport(1400, 900)
  sent = []
  server = new TestServer()
    .on(listPeople, ({ query }) => ({ items: [own, zhao].filter(({ account }) => account.includes(query.query ?? '')), next: null }))
    .on(listDepartments, () => ({ items: [], next: null }))
    .on(listOrganisations, () => ({ items: [], next: null }))
    .on(listRoleChoices, () => ({ items: [administrator], next: null }))
    .on(createPerson, ({ body }) => {
      sent.push(body)
      return aPerson('019a0000-0000-7000-8000-000000000003', { name: body.name, account: body.account })
    })
    .on(changePerson, ({ params, body }) => {
      sent.push({ id: params.id, ...body })
      return aPerson(params.id, {})
    })
})

describe('the people page', () => {
  it.each(['zh-CN', 'en'] as const)('is clean for assistive technology in %s', async (locale) => {
    const { root } = await drawn(`person=${zhao.id}`, locale)
    await expect.element(page.getByRole('cell', { name: '陈思齐' })).toBeVisible()
    expect((await axe.run(root)).violations).toEqual([])
  })

  it('finds people by what is typed', async () => {
    await drawn('')
    await page.getByRole('searchbox').fill('zhao')
    await expect.poll(() => page.getByRole('row').elements().length).toBe(2)
  })

  it('makes a person', async () => {
    await drawn('person=new')
    await page.getByRole('textbox', { name: /^姓名/ }).fill('莫小雨')
    await page.getByRole('textbox', { name: /^账号/ }).fill('moxiaoyu')
    await page.getByRole('button', { name: '创建' }).click()
    await expect.poll(() => sent).toEqual([{ name: '莫小雨', account: 'moxiaoyu', kind: 'internal', departmentIds: [], roleIds: [] }])
  })

  it('sends only what was changed: what is masked stays as it is', async () => {
    await drawn(`person=${zhao.id}`)
    await page.getByRole('textbox', { name: /^职务/ }).fill('工程师')
    await page.getByRole('button', { name: '保存' }).click()
    await expect.poll(() => sent).toEqual([{ id: zhao.id, title: '工程师' }])
  })

  it('asks before the page is left with something typed, until that is saved', async () => {
    await drawn(`person=${zhao.id}`)
    await expect.element(page.getByRole('textbox', { name: /^职务/ })).toBeVisible()
    expect(isAnythingUnsaved()).toBe(false)
    await page.getByRole('textbox', { name: /^职务/ }).fill('工程师')
    expect(isAnythingUnsaved()).toBe(true)
    await page.getByRole('button', { name: '保存' }).click()
    await expect.poll(() => isAnythingUnsaved()).toBe(false)
  })

  it('does not carry what was typed for one person over to the next', async () => {
    const { root } = await drawn(`person=${zhao.id}`)
    await page.getByRole('textbox', { name: /^邮箱/ }).fill('typed@hengchuan.example')
    expect(isAnythingUnsaved({ samePage: true })).toBe(true)
    const people = root.querySelector<LnAdminPeople>('ln-admin-people')!
    people.route = { path: '/admin/people', params: {}, query: new URLSearchParams(`person=${me}`) }
    await expect.element(page.getByRole('textbox', { name: /^姓名/ })).toHaveValue('陈思齐')
    await expect.element(page.getByRole('textbox', { name: /^邮箱/ })).toHaveValue('')
    expect(isAnythingUnsaved()).toBe(false)
  })

  it('disables somebody', async () => {
    await drawn(`person=${zhao.id}`)
    await page.getByRole('button', { name: '停用', exact: true }).click()
    await expect.poll(() => sent).toEqual([{ id: zhao.id, disabled: true }])
  })

  it('asks a second time before somebody takes his own administration away', async () => {
    await drawn(`person=${me}`)
    await page.getByRole('checkbox', { name: '系统管理员' }).click()
    await page.getByRole('button', { name: '保存' }).click()
    await expect.element(page.getByRole('heading', { name: '你正在修改自己的管理权限' })).toBeVisible()
    expect(sent).toEqual([])
    await page.getByRole('button', { name: '确定继续' }).click()
    await expect.poll(() => sent).toEqual([{ id: me, roleIds: [] }])
  })
})
