import { type PlatformInformation, signIn } from '@liaison/sdk'
import { acceptInvitation, accountTaken, type InvitationOffer, invitationGone, readInvitation } from '@liaison/sdk/platform'
import { aPage, focused, TestServer } from '@liaison/sdk/testing/web'
import { ContextProvider } from '@lit/context'
import axe from 'axe-core'
import { html, type ReactiveElement } from 'lit'
import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { platformContext } from '../contexts.ts'
import { shellMessages } from '../locales/shell-messages.ts'
import type { LnInvitationPage } from './invitation-page.ts'
import './invitation-page.ts'

const platform: PlatformInformation = {
  name: '恒川智能',
  version: '0.1.0',
  locales: ['zh-CN', 'en'],
  setupNeeded: false,
  signedIn: false,
  modules: [],
}
const zhou = {
  id: '019a0000-0000-7000-8000-000000000002',
  name: '周敏',
  kind: 'internal' as const,
  affiliation: '市场部',
  disabled: false,
}
const offer: InvitationOffer = {
  project: { id: '019a0000-0000-7000-8000-000000000003', name: '新品上市 L-1' },
  role: { id: '019a0000-0000-7000-8000-000000000004', name: '外部客户' },
  expiresAt: '2026-12-31T00:00:00.000Z',
  linkUntil: '2026-12-01T00:00:00.000Z',
  consent: { version: '2026-11', text: '我们会处理你的姓名。' },
  name: '唐可',
  organisation: '蓝桥品牌',
  sponsor: zhou,
  parts: [{ title: { 'zh-CN': '会话', en: 'Conversations' }, text: { 'zh-CN': '不会自动进入任何会话', en: 'None by itself' } }],
  people: [zhou],
}
const tang = {
  ...{ id: '019a0000-0000-7000-8000-000000000005', account: 'tangke', name: '唐可', kind: 'external' as const, version: 1 },
  ...{ title: null, email: null, phone: null, departmentIds: [], roleIds: [], organisationId: null },
  ...{ affiliation: '蓝桥品牌', disabled: false },
}

let server: TestServer
let signedIn: number
let accepted: unknown[]

async function shown() {
  const { root } = await aPage(html``, { server, plugins: [{ id: 'shell', locales: shellMessages }] })
  new ContextProvider(root as ReactiveElement, { context: platformContext, initialValue: platform })
  root.addEventListener('ln-signed-in', () => signedIn++)
  const element = document.createElement('ln-invitation-page') as LnInvitationPage
  element.code = 'a-code'
  root.append(element)
  return root
}

async function fill(account: string) {
  await userEvent.fill(page.getByLabelText('账号'), account)
  await userEvent.fill(page.getByLabelText('设置密码'), 'a long password')
}

beforeEach(() => {
  signedIn = 0
  accepted = []
  server = new TestServer()
    .on(readInvitation, () => offer)
    .on(acceptInvitation, ({ params, body }) => {
      if (body.account === 'taken') throw accountTaken()
      accepted.push({ ...params, ...body })
      return tang
    })
    .on(signIn, () => ({ person: tang }))
})

describe('accepting an invitation', () => {
  it('shows who invites into what, until when, and who is there', async () => {
    const root = await shown()
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('邀请你加入新品上市 L-1')
    await expect.element(page.getByText('周敏是你的对接人')).toBeVisible()
    await expect.element(page.getByLabelText('姓名')).toHaveValue('唐可')
    expect((await axe.run(root)).violations).toEqual([])
  })

  it('makes the account and signs in', async () => {
    await shown()
    await fill('TangKe')
    await page.getByRole('checkbox').click()
    await page.getByRole('button', { name: '接受邀请' }).click()
    await expect.poll(() => signedIn).toBe(1)
    expect(accepted).toEqual([{ code: 'a-code', name: '唐可', account: 'tangke', password: 'a long password', consentVersion: '2026-11' }])
  })

  it('asks for the consent before', async () => {
    await shown()
    await fill('tangke')
    await page.getByRole('button', { name: '接受邀请' }).click()
    await expect.element(page.getByRole('alert')).toHaveTextContent('同意个人信息告知后才能接受邀请')
    await expect.poll(() => focused()?.getAttribute('name')).toBe('consent')
    expect(accepted).toEqual([])
  })

  it('leads to what is missing', async () => {
    await shown()
    await page.getByRole('button', { name: '接受邀请' }).click()
    await expect.poll(() => focused()?.id).toBe('account')
    await page.getByLabelText('账号').fill('tangke')
    await page.getByRole('button', { name: '接受邀请' }).click()
    await expect.poll(() => focused()?.id).toBe('password')
    expect(accepted).toEqual([])
  })

  it('keeps what was typed when the account is taken', async () => {
    await shown()
    await fill('taken')
    await page.getByRole('checkbox').click()
    await page.getByRole('button', { name: '接受邀请' }).click()
    await expect.element(page.getByText('该账号已被使用')).toBeVisible()
    await expect.element(page.getByLabelText('账号')).toHaveValue('taken')
  })

  it('says why an invitation leads nowhere', async () => {
    server.on(readInvitation, () => {
      throw invitationGone({ reason: 'expired' })
    })
    const root = await shown()
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('这个邀请已经失效')
    await expect.element(page.getByText('链接已过期，请联系邀请你的人重新发送。')).toBeVisible()
    expect((await axe.run(root)).violations).toEqual([])
  })
})
