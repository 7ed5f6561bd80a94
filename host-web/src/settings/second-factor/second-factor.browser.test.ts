import { wrongPassword } from '@liaison/sdk'
import {
  beginAuthenticator,
  confirmAuthenticator,
  listPasskeys,
  type Passkey,
  readSecondFactor,
  removeAuthenticator,
  removePasskey,
  renamePasskey,
  renewRecoveryCodes,
  type SecondFactor,
  wrongCode,
} from '@liaison/sdk/platform'
import { aPage, TestServer } from '@liaison/sdk/testing/web'
import axe from 'axe-core'
import { html } from 'lit'
import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { shellMessages } from '../../locales/shell-messages.ts'
import './second-factor.ts'

const codes = ['AAAAA-BBBBB', 'CCCCC-DDDDD']
const none: SecondFactor = { authenticator: false, passkeys: 0, recoveryCodes: 0, required: false }

let server: TestServer
let root: HTMLElement
let state: SecondFactor
let passkeys: Passkey[]

beforeEach(async () => {
  state = none
  passkeys = []
  server = new TestServer()
    .on(readSecondFactor, () => state)
    .on(listPasskeys, () => ({ items: passkeys, next: null }))
    .on(beginAuthenticator, ({ body }) => {
      if (body.password !== '对的密码') throw wrongPassword()
      return { secret: 'GEZDGNBVGY3TQOJQ', uri: 'otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ', challenge: 'asked' }
    })
    .on(confirmAuthenticator, ({ body }) => {
      if (body.code !== '123456') throw wrongCode()
      state = { ...state, authenticator: true, recoveryCodes: 2 }
      return { recoveryCodes: codes }
    })
})
const begin = async () => {
  ;({ root } = await aPage(html`<ln-second-factor></ln-second-factor>`, { server, plugins: [{ id: 'shell', locales: shellMessages }] }))
  await expect.element(page.getByText('身份验证器 App')).toBeVisible()
}
const dialogPassword = () => page.getByLabelText('当前密码')

describe('my second factors', () => {
  it('have no barrier, on or off', async () => {
    await begin()
    expect((await axe.run(root)).violations).toEqual([])
    state = { authenticator: true, passkeys: 1, recoveryCodes: 2, required: true }
    passkeys = [
      {
        id: '019a0000-0000-7000-8000-000000000001',
        name: '公司电脑',
        createdAt: '2026-03-02T08:00:00.000Z',
        lastUsedAt: null,
        synced: true,
      },
    ]
    await begin()
    await expect.element(page.getByText('公司要求使用')).toBeVisible()
    await expect.element(page.getByText('公司电脑')).toBeVisible()
    await expect.element(page.getByText('剩余2个')).toBeVisible()
    expect((await axe.run(root)).violations).toEqual([])
  })

  it('begin with the password, a QR code and a code, and end with recovery codes', async () => {
    await begin()
    await page.getByRole('button', { name: '设置' }).click()
    await userEvent.fill(dialogPassword(), '错的密码')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('alert')).toHaveTextContent('当前密码不正确')
    await userEvent.fill(dialogPassword(), '对的密码')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('img', { name: /二维码/ })).toBeVisible()
    await page.getByText('不能扫码？手动输入密钥').click()
    await expect.element(page.getByText('GEZD GNBV GY3T QOJQ')).toBeVisible()
    expect((await axe.run(root)).violations).toEqual([])
    await userEvent.fill(page.getByLabelText('App 显示的6位验证码'), '000000')
    await expect.element(page.getByRole('alert')).toHaveTextContent('验证码不正确或已过期')
    await userEvent.fill(page.getByLabelText('App 显示的6位验证码'), '123456')
    await expect.element(page.getByText('AAAAA-BBBBB')).toBeVisible()
    expect((await axe.run(root)).violations).toEqual([])
    await page.getByRole('button', { name: '已保存' }).click()
    await expect.element(page.getByText('已开启')).toBeVisible()
    expect(root.ownerDocument.body.textContent).not.toContain('AAAAA-BBBBB')
  })

  it('are removed and renewed with the password', async () => {
    state = { authenticator: true, passkeys: 0, recoveryCodes: 1, required: false }
    server
      .on(renewRecoveryCodes, () => ({ recoveryCodes: codes }))
      .on(removeAuthenticator, ({ body }) => {
        if (body.password !== '对的密码') throw wrongPassword()
        state = none
      })
    await begin()
    await page.getByRole('button', { name: '重新生成' }).first().click()
    await userEvent.fill(dialogPassword(), '对的密码')
    expect((await axe.run(root)).violations).toEqual([])
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('CCCCC-DDDDD')).toBeVisible()
    await page.getByRole('button', { name: '已保存' }).click()
    await page.getByRole('button', { name: '移除' }).click()
    await userEvent.fill(dialogPassword(), '错的密码')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('alert')).toHaveTextContent('当前密码不正确')
    await userEvent.fill(dialogPassword(), '对的密码')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('已开启')).not.toBeInTheDocument()
  })

  it('that are passkeys are renamed and removed by name', async () => {
    const id = '019a0000-0000-7000-8000-000000000001'
    state = { authenticator: false, passkeys: 1, recoveryCodes: 10, required: false }
    passkeys = [{ id, name: '公司电脑', createdAt: '2026-03-02T08:00:00.000Z', lastUsedAt: null, synced: false }]
    server
      .on(renamePasskey, ({ body }) => {
        passkeys = passkeys.map((one) => ({ ...one, name: body.name }))
        return passkeys[0]!
      })
      .on(removePasskey, () => {
        passkeys = []
        state = none
      })
    await begin()
    await page.getByRole('button', { name: '重命名 公司电脑' }).click()
    await userEvent.fill(page.getByLabelText('名称'), '笔记本')
    await userEvent.keyboard('{Enter}')
    await page.getByRole('button', { name: '移除 笔记本' }).click()
    await userEvent.fill(dialogPassword(), '对的密码')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('button', { name: '移除 笔记本' })).not.toBeInTheDocument()
  })
})
