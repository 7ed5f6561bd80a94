import type { DirectoryPerson } from '@liaison/sdk'
import {
  changeSignInPolicy,
  listRoles,
  readSecondFactor,
  readSignInPolicy,
  readSignInState,
  removeSecondFactor,
  resetPassword,
  type SignInPolicy,
  type SignInState,
} from '@liaison/sdk/platform'
import { aPage, TestServer } from '@liaison/sdk/testing/web'
import axe from 'axe-core'
import { html } from 'lit'
import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { adminMessages } from '../locales/admin-messages.ts'
import './person-sign-in.ts'
import './security-page.ts'

const administrator = '019a0000-0000-7000-8000-0000000000a1'
const usual: SignInPolicy & { without: number } = {
  password: { minLength: 10, remembersLast: 0, maxAgeDays: null },
  secondFactor: { required: 'nobody', roleIds: [], from: null },
  version: 1,
  without: 7,
}
const chen: DirectoryPerson = {
  ...{ id: '019a0000-0000-7000-8000-000000000001', name: '陈思齐', kind: 'internal', affiliation: '产品中心', disabled: false },
  ...{ account: 'chensiqi', title: null, email: null, phone: null, departmentIds: [], roleIds: [], organisationId: null, version: 1 },
}

let server: TestServer
let root: HTMLElement
let sent: unknown
let policy: typeof usual
let hasFactor: boolean

beforeEach(() => {
  sent = undefined
  policy = usual
  hasFactor = true
  server = new TestServer()
    .on(readSignInPolicy, () => policy)
    .on(readSecondFactor, () => ({ authenticator: hasFactor, passkeys: 0, recoveryCodes: 10, required: false }))
    .on(listRoles, () => ({
      items: [{ id: administrator, key: 'administrator', name: '系统管理员', description: '', external: false, version: 1 } as never],
      next: null,
    }))
    .on(changeSignInPolicy, ({ body }) => {
      sent = body
      policy = { ...policy, ...body, version: 2 }
      return policy
    })
})
const show = async (content: ReturnType<typeof html>) => {
  ;({ root } = await aPage(content, {
    server,
    plugins: [{ id: 'admin', locales: adminMessages }],
    me: { roleIds: [administrator], grants: { 'auth.manage': 'all' } },
  }))
}

describe('the page of sign-in security', () => {
  it('has no barrier and shows what is in force', async () => {
    await show(html`<ln-admin-security></ln-admin-security>`)
    await expect.element(page.getByLabelText('最少字符数')).toHaveValue(10)
    await expect.element(page.getByRole('radio', { name: '由本人决定' })).toBeChecked()
    expect((await axe.run(root)).violations).toEqual([])
  })

  it('saves rules for passwords', async () => {
    await show(html`<ln-admin-security></ln-admin-security>`)
    await userEvent.fill(page.getByLabelText('最少字符数'), '12')
    await page.getByRole('switch').click()
    await userEvent.fill(page.getByLabelText('有效天数'), '90')
    await page.getByRole('button', { name: '保存' }).click()
    await expect
      .poll(() => sent)
      .toEqual({
        password: { minLength: 12, remembersLast: 0, maxAgeDays: 90 },
        secondFactor: { required: 'nobody', roleIds: [], from: null },
      })
  })

  it('asks for a role where some roles need a second factor, and counts who has none', async () => {
    await show(html`<ln-admin-security></ln-admin-security>`)
    await page.getByRole('radio', { name: '部分角色必须使用' }).click()
    await page.getByRole('button', { name: '保存' }).click()
    await expect.element(page.getByRole('alert')).toHaveTextContent('请至少选择一个角色')
    await page.getByRole('checkbox', { name: '系统管理员' }).click()
    expect((await axe.run(root)).violations).toEqual([])
    await page.getByRole('button', { name: '保存' }).click()
    await expect.poll(() => sent).toMatchObject({ secondFactor: { required: 'roles', roleIds: [administrator] } })
    await expect.element(page.getByText('适用范围内还有7人没有设置两步验证')).toBeVisible()
  })

  it('warns whom the rule would lead to the set-up himself', async () => {
    hasFactor = false
    await show(html`<ln-admin-security></ln-admin-security>`)
    await page.getByRole('radio', { name: '所有人必须使用' }).click()
    await page.getByRole('button', { name: '保存' }).click()
    await expect.element(page.getByText('你自己还没有设置两步验证')).toBeVisible()
    expect(sent).toBeUndefined()
    await page.getByRole('button', { name: '继续保存' }).click()
    await expect.poll(() => sent).toMatchObject({ secondFactor: { required: 'everybody' } })
  })
})

describe('how a person signs in', () => {
  const state: SignInState = {
    ...{ password: 'own', passwordAt: '2026-03-02T08:00:00.000Z', authenticator: true, passkeys: 1, recoveryCodes: 9, mails: true },
  }
  beforeEach(() => {
    server.on(readSignInState, () => state)
  })

  it('is told without a barrier, and reset in three ways', async () => {
    server.on(resetPassword, ({ body }) => {
      sent = body
      return { password: body.way === 'password' ? 'abcd-efgh-jkmn' : null, url: null, expiresAt: '2026-03-09T08:00:00.000Z' }
    })
    await show(html`<ln-person-sign-in .person=${chen}></ln-person-sign-in>`)
    await expect.element(page.getByText(/身份验证器 App、1个通行密钥/)).toBeVisible()
    await page.getByRole('button', { name: '重置密码' }).click()
    await expect.element(page.getByRole('radio', { name: /发到本人邮箱/ })).toBeChecked()
    expect((await axe.run(root)).violations).toEqual([])
    await page.getByRole('radio', { name: /生成一次性密码/ }).click()
    await page.getByRole('button', { name: '重置', exact: true }).click()
    await expect.element(page.getByRole('textbox', { name: '一次性密码或链接' })).toHaveValue('abcd-efgh-jkmn')
    expect((await axe.run(root)).violations).toEqual([])
    await page.getByRole('button', { name: '关闭' }).last().click()
    await expect.element(page.getByRole('textbox', { name: '一次性密码或链接' })).not.toBeInTheDocument()
    expect(sent).toEqual({ way: 'password' })
  })

  it('loses its second factors after a second yes', async () => {
    let removed = 0
    server.on(removeSecondFactor, () => {
      removed += 1
    })
    await show(html`<ln-person-sign-in .person=${chen}></ln-person-sign-in>`)
    await page.getByRole('button', { name: '移除两步验证' }).click()
    expect(removed).toBe(0)
    await page.getByRole('button', { name: '移除两步验证' }).last().click()
    await expect.poll(() => removed).toBe(1)
  })
})
