import { type PlatformInformation, signIn, tooManyRequests, wrongCredentials } from '@liaison/sdk'
import { aPage, TestServer } from '@liaison/sdk/testing/web'
import { ContextProvider } from '@lit/context'
import { html, type ReactiveElement } from 'lit'
import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { platformContext } from '../contexts.ts'
import { shellMessages } from '../locales/shell-messages.ts'
import { violations } from './violations.ts'
import './sign-in.ts'

const platform: PlatformInformation = {
  name: '恒川智能',
  version: '0.1.0',
  locales: ['zh-CN', 'en'],
  setupNeeded: false,
  signedIn: false,
  modules: [],
}
const person = {
  id: '019a0000-0000-7000-8000-000000000001',
  name: '陈思齐',
  kind: 'internal' as const,
  affiliation: '产品中心',
  disabled: false,
}
const chen = {
  ...person,
  account: 'chensiqi',
  title: null,
  email: null,
  phone: null,
  departmentIds: [],
  roleIds: [],
  organisationId: null,
  version: 1,
}

let server: TestServer
let root: HTMLElement
let signedIn: number

beforeEach(async () => {
  signedIn = 0
  server = new TestServer().on(signIn, ({ body }) => {
    if (body.password !== '对的密码') throw wrongCredentials()
    return { person: chen }
  })
  const shown = await aPage(html``, { server, plugins: [{ id: 'shell', locales: shellMessages }] })
  root = shown.root
  new ContextProvider(root as ReactiveElement, { context: platformContext, initialValue: platform })
  root.addEventListener('ln-signed-in', () => signedIn++)
  root.append(document.createElement('ln-sign-in'))
})

const type = async (account: string, password: string) => {
  await userEvent.fill(page.getByLabelText('账号'), account)
  await userEvent.fill(page.getByLabelText('密码', { exact: true }), password)
  await userEvent.keyboard('{Enter}')
}

describe('the sign-in page', () => {
  it('has no barrier and begins at the account', async () => {
    await expect.element(page.getByRole('heading', { name: '登录' })).toBeVisible()
    expect(await violations(root)).toEqual([])
    expect(document.title).toBe('登录 · 恒川智能')
  })

  it('tells who has signed in by Enter', async () => {
    await type('chensiqi', '对的密码')
    await expect.poll(() => signedIn).toBe(1)
  })

  it('says that account or password is wrong, and keeps the account', async () => {
    await type('chensiqi', '错的密码')
    await expect.element(page.getByRole('alert')).toHaveTextContent('账号或密码不正确')
    await expect.element(page.getByLabelText('账号')).toHaveValue('chensiqi')
    expect(await violations(root)).toEqual([])
    expect(signedIn).toBe(0)
  })

  it('asks for what is missing without asking the server', async () => {
    await type('', '')
    await expect.element(page.getByRole('alert')).toHaveTextContent('请填写账号和密码')
    expect(server.calls).toEqual([])
  })

  it('says how long to wait after too many attempts', async () => {
    server.on(signIn, () => {
      throw tooManyRequests({ retryAfter: 42 })
    })
    await type('chensiqi', '错的密码')
    await expect.element(page.getByRole('alert')).toHaveTextContent('尝试次数过多，请42秒后再试')
  })

  it('says when the server cannot be reached', async () => {
    server.reachable(false)
    await type('chensiqi', '对的密码')
    await expect.element(page.getByRole('alert')).toHaveTextContent('网络已断开，请稍后重试')
  })

  it('shows the password to who wants to see it', async () => {
    await userEvent.fill(page.getByLabelText('密码', { exact: true }), '看得见')
    await page.getByRole('button', { name: '显示密码' }).click()
    await expect.element(page.getByLabelText('密码', { exact: true })).toHaveAttribute('type', 'text')
  })

  it('changes the language at once', async () => {
    await page.getByRole('button', { name: 'English' }).click()
    await expect.element(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  })
})
