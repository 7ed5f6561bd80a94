import { type ConsentText, listConsentTexts, publishConsentText } from '@liaison/sdk/platform'
import { aPage, TestServer } from '@liaison/sdk/testing/web'
import axe from 'axe-core'
import { html } from 'lit'
import { beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { shellMessages } from '../../locales/shell-messages.ts'
import { adminMessages } from '../locales/admin-messages.ts'
import './privacy-page.ts'

const words = { uses: [{ what: '姓名', why: '让同事找到你', kept: '在职期间' }], text: '全文' }
const shipped: ConsentText = {
  ...{ version: '2026-11', publishedAt: null, required: false, note: { 'zh-CN': '随 Liaison 提供', en: 'Comes with Liaison' } },
  words: { 'zh-CN': words, en: words },
}
let sent: unknown[]
let server: TestServer
const drawn = (locale: 'zh-CN' | 'en' = 'zh-CN') =>
  aPage(html`<main><ln-admin-privacy></ln-admin-privacy></main>`, {
    server,
    locale,
    me: { grants: { 'privacy.manage': 'all' } },
    plugins: [
      { id: 'admin', locales: adminMessages },
      { id: 'shell', locales: shellMessages },
    ],
  })

beforeEach(async () => {
  await page.viewport(1400, 900)
  sent = []
  server = new TestServer()
    .on(listConsentTexts, () => ({ items: [{ ...shipped, agreed: 12 }], next: null }))
    .on(publishConsentText, ({ body }) => {
      sent.push(body)
      return { ...body, version: '2026-12-01', publishedAt: '2026-12-01T08:00:00.000Z' }
    })
})

describe('the privacy notice of the company', () => {
  it.each(['zh-CN', 'en'] as const)('is clean for assistive technology in %s, listed and written', async (locale) => {
    const { root } = await drawn(locale)
    await expect.element(page.getByRole('rowheader', { name: /2026-11/ })).toBeVisible()
    await expect.poll(async () => (await axe.run(root)).violations).toEqual([])
    await page.getByRole('button', { name: locale === 'en' ? 'New version' : '写新版本' }).click()
    await expect.element(page.getByRole('textbox').first()).toBeVisible()
    await expect.poll(async () => (await axe.run(root)).violations).toEqual([])
  })

  it('is published in both languages only, and asks before it stops everybody', async () => {
    await drawn()
    await page.getByRole('button', { name: '写新版本' }).click()
    await page.getByLabelText('更新说明').fill('新增会议记录')
    await page.getByRole('textbox', { name: '第1行，保留多久' }).fill('离职后一年')
    await page.getByRole('checkbox').click()
    await page.getByRole('button', { name: '发布', exact: true }).click()
    await expect.element(page.getByRole('alert')).toBeVisible()
    await page.getByLabelText('更新说明').fill('Meetings')
    await page.getByRole('button', { name: '发布', exact: true }).click()
    await expect.element(page.getByRole('heading', { name: '发布须同意的新版本？' })).toBeVisible()
    expect(sent).toEqual([])
    await page.getByRole('button', { name: '发布', exact: true }).last().click()
    await expect
      .poll(() => sent)
      .toEqual([
        {
          words: { 'zh-CN': { ...words, uses: [{ ...words.uses[0], kept: '离职后一年' }] }, en: words },
          note: { 'zh-CN': '新增会议记录', en: 'Meetings' },
          required: true,
        },
      ])
  })
})
