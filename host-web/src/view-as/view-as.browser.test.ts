import { startView } from '@liaison/sdk/platform'
import { aPage, TestServer } from '@liaison/sdk/testing/web'
import axe from 'axe-core'
import { html } from 'lit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { forgetView, hasJustEnded, keepView, keptView, viewHeaders } from './kept-view.ts'
import './view-as-button.ts'
import './view-banner.ts'

const chen = {
  id: '019a0000-0000-7000-8000-000000000002',
  name: '陈思齐',
  kind: 'internal' as const,
  affiliation: '产品中心',
  disabled: false,
}
const id = '019a0000-0000-7000-8000-0000000000a1'
const inHalfAnHour = () => new Date(Date.now() + 30 * 60_000).toISOString()
const aView = () => ({ id, person: chen, expiresAt: inHalfAnHour(), from: '/admin/people' })

let went: string[]
// the test has no other document to go to
const stay = (event: NavigateEvent) => {
  went.push(new URL(event.destination.url).pathname)
  event.intercept()
}
beforeAll(() => navigation.addEventListener('navigate', stay))
afterAll(() => navigation.removeEventListener('navigate', stay))
beforeEach(() => {
  went = []
  forgetView(false)
  hasJustEnded()
})

describe('beginning to view as somebody', () => {
  const asked: unknown[] = []
  const server = new TestServer().on(startView, ({ body }) => {
    asked.push(body)
    return { id, person: chen, expiresAt: inHalfAnHour() }
  })
  const drawn = (grants: Record<string, 'all'>) =>
    aPage(html`<main><ln-view-as-button .personId=${chen.id} .name=${chen.name}></ln-view-as-button></main>`, { server, me: { grants } })

  it('asks for a reason, and goes on in a new document that carries the view', async () => {
    const { root } = await drawn({ 'access.view-as': 'all' })
    await page.getByRole('button', { name: '以其身份查看' }).click()
    await expect.poll(async () => (await axe.run(root)).violations, { timeout: 15_000 }).toEqual([])
    await page.getByRole('button', { name: '开始查看' }).click()
    await expect.element(page.getByText('请填写原因')).toBeVisible()
    expect(asked).toEqual([])
    await page.getByRole('textbox').fill('看不到任务')
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => went).toEqual(['/'])
    expect(asked).toEqual([{ personId: chen.id, reason: '看不到任务' }])
    expect(viewHeaders()).toEqual({ 'view-as': id })
  })

  it('is offered to those who may, and not while somebody views already', async () => {
    await drawn({})
    expect(page.getByRole('button').elements()).toEqual([])
    keepView(aView())
    await drawn({ 'access.view-as': 'all' })
    expect(page.getByRole('button').elements()).toEqual([])
  })
})

describe('the banner', () => {
  it('says as whom, and for how long', async () => {
    keepView(aView())
    const { root } = await aPage(html`<main><ln-view-banner></ln-view-banner></main>`, { server: new TestServer() })
    await expect.element(page.getByRole('region', { name: '以他人身份查看' })).toBeVisible()
    await expect.poll(() => page.getByRole('region').element().textContent).toContain(chen.name)
    await expect.poll(() => page.getByRole('timer').element().textContent).toMatch(/剩余(30:00|29:\d\d)/)
    await expect.poll(async () => (await axe.run(root)).violations, { timeout: 15_000 }).toEqual([])
  })

  it('leaves when the time is over, and the next page says so', async () => {
    keepView({ ...aView(), expiresAt: new Date(Date.now() + 1_500).toISOString() })
    await aPage(html`<main><ln-view-banner></ln-view-banner></main>`, { server: new TestServer() })
    await expect.poll(() => went, { timeout: 5_000 }).toEqual(['/admin/people'])
    expect(keptView()).toBeUndefined()
    expect(hasJustEnded()).toBe(true)
    expect(hasJustEnded()).toBe(false)
  })
})
