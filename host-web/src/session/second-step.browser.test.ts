import { secondFactorRequired, signIn, tooManyRequests } from '@liaison/sdk'
import {
  askForReset,
  challengeOver,
  passkeyRefused,
  readReset,
  readSignInRules,
  resetGone,
  signInWithSecondFactor,
  useReset,
  wrongCode,
} from '@liaison/sdk/platform'
import { aPage, TestServer } from '@liaison/sdk/testing/web'
import { html } from 'lit'
import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { shellMessages } from '../locales/shell-messages.ts'
import { violations } from './violations.ts'
import './forgotten.ts'
import './reset-page.ts'
import './sign-in.ts'

const chen = {
  id: '019a0000-0000-7000-8000-000000000001',
  name: '陈思齐',
  kind: 'internal' as const,
  affiliation: '产品中心',
  disabled: false,
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

const begin = async (element: string, properties: object = {}) => {
  signedIn = 0
  const shown = await aPage(html``, { server, plugins: [{ id: 'shell', locales: shellMessages }] })
  root = shown.root
  root.addEventListener('ln-signed-in', () => signedIn++)
  root.append(Object.assign(document.createElement(element), properties))
}
const signInAs = async (account: string) => {
  await userEvent.fill(page.getByLabelText('账号'), account)
  await userEvent.fill(page.getByLabelText('密码', { exact: true }), '对的密码')
  await userEvent.keyboard('{Enter}')
}

/** Through the roots of elements */
function focused(): Element | null {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element
}

beforeEach(() => {
  server = new TestServer()
    .on(readSignInRules, () => ({ minLength: 10, forgotten: true }))
    .on(signIn, () => {
      throw secondFactorRequired({ challenge: 'asked', methods: ['authenticator', 'recovery-code'], passkey: null })
    })
    .on(signInWithSecondFactor, ({ body }) => {
      if (body.code !== '123456' && body.recoveryCode !== 'ABCDE-FGHIJ') throw wrongCode()
      return { person: chen }
    })
})

describe('the second step of sign-in', () => {
  beforeEach(async () => {
    await begin('ln-sign-in')
    await signInAs('chensiqi')
    await page.getByRole('heading', { name: '两步验证' }).findElement()
  })

  it('has no barrier, begins at the code, and goes on with its last digit', async () => {
    expect(await violations(root)).toEqual([])
    await userEvent.keyboard('１２３ 456')
    await expect.poll(() => signedIn).toBe(1)
    expect(server.calls.at(-1)).toBe(signInWithSecondFactor.id)
  })

  it('says that a code is wrong, and lets it be typed over', async () => {
    await userEvent.keyboard('000000')
    await expect.element(page.getByRole('alert')).toHaveTextContent('验证码不正确或已过期')
    expect(await violations(root)).toEqual([])
    await userEvent.keyboard('123456')
    await expect.poll(() => signedIn).toBe(1)
  })

  it('takes a recovery code instead', async () => {
    await page.getByRole('button', { name: '使用恢复代码' }).click()
    await userEvent.keyboard('ABCDE-FGHIJ{Enter}')
    await expect.poll(() => signedIn).toBe(1)
  })

  it('goes back to the password, the account still there', async () => {
    await page.getByRole('button', { name: '返回登录' }).click()
    await expect.element(page.getByLabelText('账号')).toHaveValue('chensiqi')
    await expect.poll(() => focused()?.id).toBe('password')
  })

  it('begins again when it took too long, and says so', async () => {
    server.on(signInWithSecondFactor, () => {
      throw challengeOver()
    })
    await userEvent.keyboard('123456')
    await expect.element(page.getByRole('alert')).toHaveTextContent('验证已超时，请重新登录')
    await expect.element(page.getByRole('heading', { name: '登录' })).toBeVisible()
  })

  it('says how long to wait', async () => {
    server.on(signInWithSecondFactor, () => {
      throw tooManyRequests({ retryAfter: 30 })
    })
    await userEvent.keyboard('123456')
    await expect.element(page.getByRole('alert')).toHaveTextContent('尝试次数过多，请30秒后再试')
  })
})

describe('a second step with a passkey', () => {
  it('is left to the person to begin, and says when the server refuses it', async () => {
    const passkey = { challenge: 'AAAA', rpId: location.hostname, timeout: 1000, userVerification: 'preferred', allowCredentials: [] }
    server
      .on(signIn, () => {
        throw secondFactorRequired({ challenge: 'asked', methods: ['passkey'], passkey })
      })
      .on(signInWithSecondFactor, () => {
        throw passkeyRefused()
      })
    await begin('ln-sign-in')
    await signInAs('chensiqi')
    await expect.poll(() => focused()?.textContent.trim()).toBe('使用通行密钥')
    expect(await violations(root)).toEqual([])
    expect(server.calls).not.toContain(signInWithSecondFactor.id)
  })
})

describe('a forgotten password', () => {
  it('sends a letter, and says the same whether or not there is such an account', async () => {
    server.on(askForReset, () => undefined)
    await begin('ln-sign-in')
    await userEvent.fill(page.getByLabelText('账号'), 'chensiqi')
    await page.getByRole('button', { name: '忘记密码' }).click()
    await expect.element(page.getByLabelText('账号')).toHaveValue('chensiqi')
    expect(await violations(root)).toEqual([])
    await page.getByRole('button', { name: '发送链接' }).click()
    await expect.element(page.getByRole('heading', { name: '请查收邮件' })).toBeVisible()
    expect(await violations(root)).toEqual([])
  })
})

describe('the page of a reset link', () => {
  it('sets the password once it is long enough and the same twice', async () => {
    server
      .on(readReset, () => ({ account: 'chensiqi', name: '陈思齐', expiresAt: '2026-03-03T08:00:00.000Z' }))
      .on(useReset, () => undefined)
    await begin('ln-reset-page', { code: 'abc' })
    await expect.element(page.getByText(/陈思齐（chensiqi）/)).toBeVisible()
    expect(await violations(root)).toEqual([])
    await userEvent.fill(page.getByLabelText('新密码', { exact: true }), 'short')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('alert')).toHaveTextContent('新密码至少10个字符')
    await userEvent.fill(page.getByLabelText('新密码', { exact: true }), 'correct horse battery')
    await expect.element(page.getByText('很好')).toBeVisible()
    await userEvent.fill(page.getByLabelText('再次输入新密码'), 'correct horse battery')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('heading', { name: '新密码已设置' })).toBeVisible()
  })

  it('says that the link is used up', async () => {
    server.on(readReset, () => {
      throw resetGone()
    })
    await begin('ln-reset-page', { code: 'abc' })
    await expect.element(page.getByRole('heading', { name: '链接已失效' })).toBeVisible()
    expect(await violations(root)).toEqual([])
  })
})
