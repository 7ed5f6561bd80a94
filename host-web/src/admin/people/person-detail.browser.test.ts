import { type DirectoryPerson, listPeople } from '@liaison/sdk'
import {
  deletePersonToken,
  endPersonSession,
  endPersonSessions,
  handOver,
  listBelongings,
  listPersonSessions,
  listPersonTokens,
} from '@liaison/sdk/platform'
import { aPage, TestServer } from '@liaison/sdk/testing/web'
import axe from 'axe-core'
import { html } from 'lit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { adminMessages } from '../locales/admin-messages.ts'
import './person-detail.ts'

const aPerson = (id: string, name: string): DirectoryPerson => ({
  ...{ id, name, kind: 'internal', affiliation: '研发部', disabled: false, account: 'someone', title: null, email: null, phone: null },
  ...{ departmentIds: [], roleIds: [], organisationId: null, version: 1 },
})
const leaver = aPerson('019a0000-0000-7000-8000-000000000002', '赵启航')
const successor = aPerson('019a0000-0000-7000-8000-000000000003', '莫小雨')
const sessionId = '019a0000-0000-7000-8000-0000000000b1'
const tokenId = '019a0000-0000-7000-8000-0000000000b2'
const at = '2026-11-01T08:00:00.000Z'
const chrome = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36'

let sent: unknown[]
let server: TestServer
const drawn = (tab: 'sessions' | 'belongings', locale: 'zh-CN' | 'en' = 'zh-CN') =>
  aPage(
    html`<main>
      <h1>人员</h1>
      <h2>赵启航</h2>
      <ln-person-detail .person=${leaver} .tab=${tab} .departments=${[]} .organisations=${[]} .roles=${[]}></ln-person-detail>
    </main>`,
    {
      server,
      locale,
      me: { grants: { 'people.manage': 'all' } },
      plugins: [{ id: 'admin', locales: adminMessages }],
    },
  )

// There is no shell to follow the page's links.
const stay = (event: NavigateEvent) => event.intercept()
beforeAll(() => navigation.addEventListener('navigate', stay))
afterAll(() => navigation.removeEventListener('navigate', stay))

beforeEach(async () => {
  await page.viewport(1400, 900)
  sent = []
  server = new TestServer()
    .on(listPersonSessions, () => ({
      items: [{ id: sessionId, createdAt: at, lastSeenAt: at, expiresAt: at, userAgent: chrome, address: '10.0.0.8', current: false }],
      next: null,
    }))
    .on(listPersonTokens, () => ({
      items: [{ id: tokenId, name: '报表脚本', createdAt: at, expiresAt: at, lastUsedAt: null, permissions: ['tasks.read'] }],
      next: null,
    }))
    .on(endPersonSession, ({ params }) => void sent.push({ session: params.sessionId }))
    .on(deletePersonToken, ({ params }) => void sent.push({ token: params.tokenId }))
    .on(endPersonSessions, ({ params }) => void sent.push({ all: params.personId }))
    .on(listPeople, () => ({ items: [leaver, successor], next: null }))
    .on(listBelongings, () => ({ items: [{ kind: 'projects', title: { 'zh-CN': '创建的项目', en: 'Projects opened' }, count: 3 }] }))
    .on(handOver, ({ params, body }) => {
      sent.push({ of: params.personId, ...body })
      return { given: [] }
    })
})

describe('where somebody is signed in', () => {
  it.each(['zh-CN', 'en'] as const)('is clean for assistive technology in %s', async (locale) => {
    const { root } = await drawn('sessions', locale)
    await expect.element(page.getByText('报表脚本')).toBeVisible()
    await expect.poll(async () => (await axe.run(root)).violations).toEqual([])
  })

  it('shows device, address and tokens, and ends one', async () => {
    await drawn('sessions')
    await expect.element(page.getByText('Chrome，Windows')).toBeVisible()
    await expect.element(page.getByText(/10\.0\.0\.8/)).toBeVisible()
    await page.getByRole('button', { name: '退出：Chrome，Windows' }).click()
    await page.getByRole('button', { name: '撤销：报表脚本' }).click()
    await expect.poll(() => sent).toEqual([{ session: sessionId }, { token: tokenId }])
  })

  it('asks before everything ends', async () => {
    await drawn('sessions')
    await page.getByRole('button', { name: '全部退出' }).click()
    expect(sent).toEqual([])
    await page.getByRole('button', { name: '全部退出' }).last().click()
    await expect.poll(() => sent).toEqual([{ all: leaver.id }])
  })
})

describe('what somebody answers for', () => {
  it.each(['zh-CN', 'en'] as const)('is clean for assistive technology in %s', async (locale) => {
    const { root } = await drawn('belongings', locale)
    await expect.element(page.getByText('3', { exact: true })).toBeVisible()
    await expect.poll(async () => (await axe.run(root)).violations).toEqual([])
  })

  it('goes to a successor, by keyboard alone, and the account is closed with it', async () => {
    await drawn('belongings')
    await page.getByRole('combobox').fill('mo')
    await expect.element(page.getByRole('option', { name: /莫小雨/ })).toBeVisible()
    await userEvent.keyboard('{Enter}')
    await page.getByRole('button', { name: '交接', exact: true }).click()
    await expect.element(page.getByRole('heading', { name: '把赵启航的事务交接给莫小雨？' })).toBeVisible()
    await page.getByRole('button', { name: '交接', exact: true }).last().click()
    await expect.poll(() => sent).toEqual([{ of: leaver.id, successorId: successor.id, disable: true }])
  })
})
