import type { Me } from '@liaison/sdk'
import { adoptDocumentStyles, ApiClient, Localizer, provideServices, Queries, Session, sdkMessages } from '@liaison/sdk/web'
import axe from 'axe-core'
import { html, LitElement, render } from 'lit'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Kudos } from '../contract.ts'
import './kudos-page.ts'
import './kudos-card.ts'

const person = (id: string, name: string) => ({ id, name, kind: 'internal' as const, affiliation: '研发部', disabled: false })
const lin = person('019a0000-0000-7000-8000-000000000001', '林知远')
const zhao = person('019a0000-0000-7000-8000-000000000002', '赵启航')
const sun = person('019a0000-0000-7000-8000-000000000003', '孙悦')
const note = (id: number, from: Kudos['from'], to: Kudos['to'], words: string): Kudos => ({
  id: `019a0000-0000-7000-8000-0000000001${id}`,
  from,
  to,
  words,
  createdAt: '2026-03-01T08:00:00.000Z',
})

/** What the server would answer; what is given is on the wall afterwards. */
let wall: Kudos[]
async function answer(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const { pathname } = new URL(input as string, location.href)
  const method = init?.method ?? 'GET'
  if (pathname.endsWith('/directory/people')) return Response.json({ items: [lin, zhao, sun], next: null })
  if (method === 'DELETE') {
    wall = wall.filter(({ id }) => !pathname.endsWith(id))
    return new Response(null, { status: 204 })
  }
  if (method === 'POST') {
    const { toId, words } = JSON.parse(init?.body as string) as { toId: string; words: string }
    wall = [note(90, lin, [zhao, sun].find(({ id }) => id === toId) ?? sun, words), ...wall]
    return Response.json(wall[0], { status: 201 })
  }
  return Response.json({ items: wall, next: null })
}

class Stage extends LitElement {
  protected override createRenderRoot() {
    return this
  }
}
customElements.define('kudos-stage', Stage)

async function show(element: 'kudos-page' | 'kudos-card', grants: Me['grants'] = { 'kudos.read': 'all', 'kudos.give': 'own' }) {
  const api = new ApiClient({ fetch: answer })
  const localizer = new Localizer('zh-CN', () => new Date('2026-03-02T08:00:00.000Z'))
  await localizer.add('ln', sdkMessages)
  await localizer.add('kudos', { 'zh-CN': () => import('../locales/zh-CN.ts'), en: () => import('../locales/en.ts') })
  const me: Me = { ...lin, account: 'linzhiyuan', locale: 'zh-CN', departmentIds: [], roleIds: [], grants, modules: ['kudos'] }
  const stage = new Stage()
  provideServices(stage, { api, localizer, session: new Session(me), queries: new Queries(api) })
  document.body.replaceChildren(stage)
  render(element === 'kudos-page' ? html`<kudos-page></kudos-page>` : html`<kudos-card></kudos-card>`, stage)
  return stage
}

beforeAll(() => {
  document.documentElement.lang = 'zh-CN'
  document.title = '夸夸墙'
  adoptDocumentStyles(document)
})
beforeEach(() => {
  wall = [note(10, zhao, lin, '把客户的急单排进了本周'), note(11, sun, zhao, '通宵修好了产线')]
})

describe('the kudos wall', () => {
  it('shows who was praised, by whom and for what', async () => {
    const stage = await show('kudos-page')
    await expect.element(page.getByText('通宵修好了产线')).toBeVisible()
    await expect.element(page.getByRole('heading', { name: '夸夸墙' })).toBeVisible()
    expect((await axe.run(stage)).violations).toEqual([])
  })

  it('says what goes here while it is empty', async () => {
    wall = []
    const stage = await show('kudos-page')
    await expect.element(page.getByText('墙上还空着')).toBeVisible()
    expect((await axe.run(stage)).violations).toEqual([])
  })

  it('takes praise for a colleague and shows it', async () => {
    const stage = await show('kudos-page')
    await page.getByRole('button', { name: '夸一夸同事' }).click()
    await page.getByRole('button', { name: /孙悦/ }).click()
    expect((await axe.run(stage)).violations).toEqual([])
    await userEvent.type(page.getByRole('textbox', { name: /夸什么/ }), '展会布置得真好')
    await page.getByRole('button', { name: '贴到墙上' }).click()
    await expect.element(page.getByText('展会布置得真好')).toBeVisible()
  })

  it('offers to take down what is mine, and asks first', async () => {
    await show('kudos-page')
    await expect.element(page.getByRole('button', { name: '取下' })).toBeVisible()
    await page.getByRole('button', { name: '取下' }).click()
    await page.getByRole('button', { name: '取下' }).last().click()
    await expect.element(page.getByText('把客户的急单排进了本周')).not.toBeInTheDocument()
  })

  it('offers nothing to give to who may only read', async () => {
    await show('kudos-page', { 'kudos.read': 'all' })
    await expect.element(page.getByText('通宵修好了产线')).toBeVisible()
    expect(page.getByRole('button').elements()).toEqual([])
  })
})

describe('the home card', () => {
  it('shows the latest', async () => {
    const stage = await show('kudos-card')
    await expect.element(page.getByText('通宵修好了产线')).toBeVisible()
    expect((await axe.run(stage)).violations).toEqual([])
  })
})
