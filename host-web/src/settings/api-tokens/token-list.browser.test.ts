import { type ApiToken, createApiToken, deleteToken, listTokens } from '@liaison/sdk/platform'
import { aPage, focused, TestServer } from '@liaison/sdk/testing/web'
import axe from 'axe-core'
import { html } from 'lit'
import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { shellMessages } from '../../locales/shell-messages.ts'
import './token-list.ts'

const aToken = (name: string, more: Partial<ApiToken> = {}): ApiToken => ({
  ...{ id: '019a0000-0000-7000-8000-000000000001', name, permissions: null, lastUsedAt: null },
  ...{ createdAt: '2026-03-02T08:00:00.000Z', expiresAt: '2027-03-02T08:00:00.000Z' },
  ...more,
})

let server: TestServer
let root: HTMLElement
let tokens: ApiToken[]
let sent: unknown[]

beforeEach(() => {
  tokens = [aToken('报表同步脚本')]
  sent = []
  server = new TestServer()
    .on(listTokens, () => ({ items: tokens, next: null }))
    .on(createApiToken, ({ body }) => {
      sent.push(body)
      tokens = [aToken(body.name, { id: '019a0000-0000-7000-8000-000000000002', permissions: [...(body.permissions ?? [])] }), ...tokens]
      return { id: tokens[0]!.id, token: 'lia_secret_of_the_token' }
    })
    .on(deleteToken, ({ params }) => void (tokens = tokens.filter(({ id }) => id !== params.id)))
})
const begin = async () => {
  ;({ root } = await aPage(html`<main><ln-token-list></ln-token-list></main>`, {
    ...{ server, plugins: [{ id: 'shell', locales: shellMessages }] },
    me: { grants: { 'people.read': 'all', 'people.manage': 'all' } },
  }))
  await expect.element(page.getByText('报表同步脚本')).toBeVisible()
}
const label = () => focused()?.getAttribute('aria-label')

describe('my API tokens', () => {
  it('are made with a name, narrowed to looking, and shown once', async () => {
    await begin()
    await page.getByRole('button', { name: '新建令牌' }).click()
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('alert')).toHaveTextContent('请填写名称，以后才知道是哪个程序在用')
    await userEvent.fill(page.getByLabelText('名称'), '值班机器人')
    expect((await axe.run(root)).violations).toEqual([])
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByLabelText('新令牌')).toHaveValue('lia_secret_of_the_token')
    await expect.poll(label).toBe('新令牌')
    expect(sent).toMatchObject([{ name: '值班机器人', permissions: ['people.read'] }])
    await expect.element(page.getByText('值班机器人')).toBeVisible()
    expect((await axe.run(root)).violations).toEqual([])
    await page.getByRole('button', { name: '新建令牌' }).click()
    await expect.element(page.getByLabelText('新令牌')).not.toBeInTheDocument()
  })

  it('may be made for all that I may do', async () => {
    await begin()
    await page.getByRole('button', { name: '新建令牌' }).click()
    await userEvent.fill(page.getByLabelText('名称'), '备份')
    await userEvent.selectOptions(page.getByLabelText('可以做什么'), '与我的权限相同')
    await userEvent.selectOptions(page.getByLabelText('有效期'), '7天')
    await page.getByRole('button', { name: '生成令牌' }).click()
    await expect.element(page.getByLabelText('新令牌')).toBeVisible()
    expect(sent).toEqual([{ name: '备份', expiresAt: expect.any(String) }])
  })

  it('are removed', async () => {
    await begin()
    await page.getByRole('button', { name: '移除令牌“报表同步脚本”' }).click()
    await expect.element(page.getByText('报表同步脚本', { exact: true })).not.toBeInTheDocument()
    expect(tokens).toEqual([])
  })
})
