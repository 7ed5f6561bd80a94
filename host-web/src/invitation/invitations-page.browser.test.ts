import {
  changeInvitation,
  createInvitation,
  type Invitation,
  listInvitations,
  listOrganisations,
  listProjects,
  readInvitationOptions,
  renewInvitation,
  withdrawInvitation,
} from '@liaison/sdk/platform'
import { aPage, TestServer } from '@liaison/sdk/testing/web'
import axe from 'axe-core'
import { html } from 'lit'
import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import './invitations-page.ts'

const project = {
  ...{ id: '019a0000-0000-7000-8000-000000000003', key: 'L-1', name: '新品上市', version: 1, createdAt: '2026-11-01T00:00:00.000Z' },
  ...{ description: null, departmentId: null, createdById: null, archivedAt: null, people: 0, managed: true },
}
const role = { id: '019a0000-0000-7000-8000-000000000004', name: '外部客户', description: '' }
const zhou = {
  ...{ id: '019a0000-0000-7000-8000-000000000002', name: '周敏', kind: 'internal' as const },
  ...{ affiliation: '市场部', disabled: false },
}
const waiting: Invitation = {
  ...{ id: '019a0000-0000-7000-8000-000000000006', email: 't****@lanqiao.example', name: '唐可', organisationId: null },
  ...{ project: { id: project.id, name: project.name }, role: { id: role.id, name: role.name }, sponsor: zhou, state: 'open' },
  ...{
    linkUntil: '2026-12-01T00:00:00.000Z',
    expiresAt: '2026-12-31T00:00:00.000Z',
    personId: null,
    createdAt: '2026-11-24T00:00:00.000Z',
  },
}

const parts = [{ title: { 'zh-CN': '会话', en: 'Conversations' }, text: { 'zh-CN': '不会自动进入任何会话', en: 'None by itself' } }]

let server: TestServer
let made: unknown[]
let items: Invitation[]
let root: HTMLElement

beforeEach(async () => {
  made = []
  items = [waiting]
  server = new TestServer()
    .on(listInvitations, () => ({ items, next: null }))
    .on(listProjects, () => ({ items: [project], next: null }))
    .on(listOrganisations, () => ({ items: [], next: null }))
    .on(readInvitationOptions, ({ query }) => ({ roles: [role], people: query.projectId === undefined ? [] : [zhou], parts, mails: false }))
    .on(createInvitation, ({ body }) => {
      made.push(body)
      return { ...waiting, url: '/invitation/a-code', mailed: false }
    })
    .on(renewInvitation, ({ params }) => {
      made.push(params)
      return { ...waiting, url: '/invitation/another-code', mailed: false }
    })
    .on(changeInvitation, ({ body }) => {
      made.push(body)
      items = items.map((item) => ({ ...item, ...body }))
      return items[0] as Invitation
    })
    .on(withdrawInvitation, () => {
      items = [{ ...waiting, state: 'withdrawn' }]
    })
  await shownAnew()
})

async function shownAnew() {
  root = (await aPage(html`<ln-invitations-page></ln-invitations-page>`, { server })).root
}

describe('the invitations', () => {
  it('are listed with how they stand', async () => {
    await expect.element(page.getByRole('cell', { name: /^唐可/ })).toBeVisible()
    await expect.element(page.getByRole('cell', { name: '待接受' })).toBeVisible()
    expect((await axe.run(root)).violations).toEqual([])
  })

  it('are made after a look at what the person will see, and the link is shown', async () => {
    await page.getByRole('button', { name: '邀请外部人员' }).click()
    await userEvent.fill(page.getByLabelText('邮箱'), 'tang@lanqiao.example')
    await userEvent.selectOptions(page.getByLabelText('项目'), project.id)
    await expect.element(page.getByText('项目中的1人')).toBeVisible()
    await userEvent.selectOptions(page.getByLabelText('角色'), role.id)
    expect((await axe.run(root)).violations).toEqual([])
    await page.getByRole('button', { name: '生成链接' }).click()
    await expect.element(page.getByLabelText('邀请链接')).toHaveValue(`${location.origin}/invitation/a-code`)
    expect(made).toMatchObject([{ email: 'tang@lanqiao.example', projectId: project.id, roleId: role.id, name: null }])
    expect((await axe.run(root)).violations).toEqual([])
  })

  it('are withdrawn after a second yes', async () => {
    await page.getByRole('button', { name: '撤回唐可的邀请' }).click()
    await page.getByRole('button', { name: '撤回', exact: true }).click()
    await expect.element(page.getByRole('cell', { name: '已撤回' })).toBeVisible()
  })

  it('have the end of their access moved', async () => {
    items = [{ ...waiting, state: 'accepted' }]
    await shownAnew()
    await page.getByRole('button', { name: '给唐可延期' }).click()
    await page.getByRole('button', { name: '延长30天' }).click()
    expect((await axe.run(root)).violations).toEqual([])
    await page.getByRole('button', { name: '保存' }).click()
    await expect.poll(() => made).toEqual([{ expiresAt: new Date('2027-01-30T23:59:59').toISOString() }])
    await expect.poll(() => page.getByRole('dialog').elements().length).toBe(0)
  })

  it('get a link anew, also when the one before has run out', async () => {
    items = [{ ...waiting, state: 'expired', expiresAt: '2099-12-31T00:00:00.000Z' }]
    await shownAnew()
    await page.getByRole('button', { name: '给唐可重发链接' }).click()
    await expect.element(page.getByRole('textbox', { name: '邀请链接' })).toHaveValue(`${location.origin}/invitation/another-code`)
    expect(made).toEqual([{ id: waiting.id }])
  })

  it('begin again with what is known of somebody whose access is over', async () => {
    items = [{ ...waiting, state: 'ended' }]
    await shownAnew()
    await page.getByRole('button', { name: '重新邀请唐可' }).click()
    await expect.element(page.getByRole('textbox', { name: /姓名/ })).toHaveValue('唐可')
    await expect.element(page.getByRole('combobox', { name: '项目' })).toHaveValue(project.id)
    await expect.element(page.getByText('不会自动进入任何会话')).toBeVisible()
  })

  it('are shown as far as they are in one state', async () => {
    items = [waiting, { ...waiting, id: '019a0000-0000-7000-8000-000000000007', name: '郝建', state: 'withdrawn' }]
    await shownAnew()
    await page.getByRole('button', { name: /^已撤回/ }).click()
    expect(
      page
        .getByRole('row')
        .elements()
        .map(({ textContent }) => textContent.includes('郝建')),
    ).toEqual([true])
  })
})
