import {
  createInvitation,
  type Invitation,
  listInvitations,
  listOrganisations,
  listProjects,
  readInvitationOptions,
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
    .on(readInvitationOptions, ({ query }) => ({ roles: [role], people: query.projectId === undefined ? [] : [zhou], mails: false }))
    .on(createInvitation, ({ body }) => {
      made.push(body)
      return { ...waiting, url: '/invitation/a-code', mailed: false }
    })
    .on(withdrawInvitation, () => {
      items = [{ ...waiting, state: 'withdrawn' }]
    })
  const shown = await aPage(html`<ln-invitations-page></ln-invitations-page>`, { server })
  root = shown.root
})

describe('the invitations', () => {
  it('are listed with how they stand', async () => {
    await expect.element(page.getByRole('cell', { name: '唐可' })).toBeVisible()
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
})
