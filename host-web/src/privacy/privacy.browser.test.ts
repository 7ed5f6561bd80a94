import { invalidInput, type PlatformInformation, readMe, signOut, wrongPassword } from '@liaison/sdk'
import {
  type ConsentState,
  correctMyProfile,
  deleteMyAccount,
  giveConsent,
  readConsent,
  readMyProfile,
  withdrawConsent,
} from '@liaison/sdk/platform'
import { aPage, focused, TestServer } from '@liaison/sdk/testing/web'
import { ContextProvider } from '@lit/context'
import axe from 'axe-core'
import { html, type ReactiveElement } from 'lit'
import { beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { platformContext } from '../contexts.ts'
import { shellMessages } from '../locales/shell-messages.ts'
import './consent-page.ts'
import './privacy-settings.ts'

const words = { uses: [{ what: '姓名', why: '让同事找到你', kept: '在职期间' }], text: '第一段\n\n第二段' }
const state: ConsentState = {
  text: {
    version: '2026-12-01',
    publishedAt: '2026-12-01T00:00:00.000Z',
    required: true,
    note: { 'zh-CN': '新增会议', en: 'Meetings' },
    words: { 'zh-CN': words, en: words },
  },
  earlier: [{ version: '2026-11', publishedAt: null, note: { 'zh-CN': '首次发布', en: 'First' } }],
  given: null,
  withdrawnAt: null,
  needed: true,
}
const platform: PlatformInformation = {
  name: '恒川智能',
  version: '0.1.0',
  locales: ['zh-CN', 'en'],
  setupNeeded: false,
  signedIn: true,
  modules: [],
}
const me = {
  ...{
    id: '019a0000-0000-7000-8000-000000000001',
    account: 'chensiqi',
    name: '陈思齐',
    kind: 'internal' as const,
    locale: 'zh-CN' as const,
  },
  ...{ departmentIds: [], roleIds: [], grants: {}, modules: [], features: [] },
}

let sent: unknown[]
let server: TestServer
async function drawn(element: 'ln-consent-page' | 'ln-privacy-settings', locale: 'zh-CN' | 'en' = 'zh-CN') {
  const { root } = await aPage(html``, { server, locale, me, plugins: [{ id: 'shell', locales: shellMessages }] })
  new ContextProvider(root as ReactiveElement, { context: platformContext, initialValue: platform })
  const place = document.createElement(element === 'ln-consent-page' ? 'div' : 'main')
  place.append(document.createElement(element))
  root.append(place)
  return root
}

beforeEach(() => {
  sent = []
  server = new TestServer()
    .on(readMe, () => ({ ...me, departmentIds: [], roleIds: [], modules: [], features: [] }))
    .on(readConsent, () => state)
    .on(giveConsent, ({ body }) => {
      sent.push(body)
      return { ...state, given: { version: body.version, at: '2026-12-01T08:00:00.000Z' }, needed: false }
    })
    .on(withdrawConsent, ({ body }) => void sent.push(body))
    .on(signOut, () => void sent.push('signed out'))
    .on(readMyProfile, () => ({ name: '陈思齐', title: '产品经理', email: 'chen@hengchuan.example', phone: '13812341234' }))
    .on(correctMyProfile, ({ body }) => {
      sent.push(body)
      return { name: '陈思齐', title: '产品经理', email: 'chen@hengchuan.example', phone: body.phone ?? null }
    })
    .on(deleteMyAccount, ({ body }) => {
      if (body.password !== '对的密码') throw wrongPassword()
      sent.push(body)
    })
})

describe('the notice before anything else', () => {
  it.each(['zh-CN', 'en'] as const)('has no barrier in %s', async (locale) => {
    const root = await drawn('ln-consent-page', locale)
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect.poll(async () => (await axe.run(root)).violations).toEqual([])
  })

  it('goes on once the person has agreed to the version he was shown', async () => {
    let went = 0
    const root = await drawn('ln-consent-page')
    root.addEventListener('ln-consent-given', () => went++)
    await page.getByRole('button', { name: '同意并继续' }).click()
    await expect.poll(() => went).toBe(1)
    expect(sent).toEqual([{ version: '2026-12-01' }])
  })

  it('signs out who disagrees', async () => {
    await drawn('ln-consent-page')
    await page.getByRole('button', { name: '不同意，退出' }).click()
    await expect.poll(() => sent).toEqual(['signed out'])
  })
})

describe('my privacy', () => {
  it.each(['zh-CN', 'en'] as const)('has no barrier in %s', async (locale) => {
    const root = await drawn('ln-privacy-settings', locale)
    await expect.element(page.getByRole('heading').first()).toBeVisible()
    await expect.poll(async () => (await axe.run(root)).violations).toEqual([])
  })

  it('sends only what was corrected', async () => {
    await drawn('ln-privacy-settings')
    await page.getByLabelText('手机').fill('13900001111')
    await page.getByRole('button', { name: '保存更正' }).click()
    await expect.poll(() => sent).toEqual([{ phone: '13900001111' }])
  })

  it('asks for the password before another mail address, and says there when it is wrong', async () => {
    server.on(correctMyProfile, ({ body }) => {
      if (body.current !== '对的密码') throw wrongPassword()
      sent.push(body)
      return { name: '陈思齐', title: '产品经理', email: body.email ?? null, phone: '13812341234' }
    })
    const root = await drawn('ln-privacy-settings')
    const current = page.getByLabelText('当前密码')
    await expect.element(page.getByLabelText('邮箱')).toBeVisible()
    await expect.element(current).not.toBeInTheDocument()
    await page.getByLabelText('邮箱').fill('siqi@hengchuan.example')
    await current.fill('错的密码')
    await page.getByRole('button', { name: '保存更正' }).click()
    await expect.element(page.getByRole('alert')).toBeVisible()
    await expect.poll(() => focused()?.id).toBe('current')
    expect((await axe.run(root)).violations).toEqual([])

    await current.fill('对的密码')
    await page.getByRole('button', { name: '保存更正' }).click()
    await expect.poll(() => sent).toEqual([{ email: 'siqi@hengchuan.example', current: '对的密码' }])
    await expect.element(current).not.toBeInTheDocument()
  })

  it('says at the field what could not be taken', async () => {
    server.on(correctMyProfile, () => {
      throw invalidInput({ errors: [{ pointer: '/body/phone', message: 'must match pattern' }] })
    })
    const root = await drawn('ln-privacy-settings')
    await page.getByLabelText('手机').fill('call me')
    await page.getByRole('button', { name: '保存更正' }).click()
    await expect.poll(() => page.getByRole('alert').element().id).toBe('phone-error')
    await expect.poll(() => focused()?.id).toBe('phone')
    expect((await axe.run(root)).violations).toEqual([])
  })

  it('deletes the account only after account and password', async () => {
    let out = 0
    const root = await drawn('ln-privacy-settings')
    root.addEventListener(
      'ln-signed-out',
      (event) => {
        event.stopImmediatePropagation()
        out++
      },
      { capture: true },
    )
    await page.getByRole('button', { name: '注销账号…' }).click()
    await page.getByRole('button', { name: '继续' }).click()
    await page.getByLabelText('输入你的账号“chensiqi”以确认').fill('chensiqi')
    await page.getByLabelText('当前密码', { exact: true }).fill('错的')
    await page.getByRole('button', { name: '永久注销' }).click()
    await expect.element(page.getByText('当前密码不正确')).toBeVisible()
    await page.getByLabelText('当前密码', { exact: true }).fill('对的密码')
    await page.getByRole('button', { name: '永久注销' }).click()
    await expect.poll(() => out).toBe(1)
    expect(sent).toEqual([{ account: 'chensiqi', password: '对的密码' }])
  })
})
