import { type DirectoryPerson, listPeople, type Me } from '@liaison/sdk'
import { aPage, TestServer } from '@liaison/sdk/testing/web'
import axe from 'axe-core'
import { html } from 'lit'
import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { giveKudos, type Kudos, listKudos, takeDownKudos } from '../contract.ts'
import plugin from './index.ts'
import './kudos-card.ts'
import './kudos-page.ts'

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

let wall: Kudos[]
const server = new TestServer()
  .on(listPeople, () => ({ items: [lin, zhao, sun] as DirectoryPerson[], next: null }))
  .on(listKudos, () => ({ items: wall, next: null }))
  .on(giveKudos, ({ body }) => {
    const given = note(90, lin, body.toId === zhao.id ? zhao : sun, body.words)
    wall = [given, ...wall]
    return given
  })
  .on(takeDownKudos, ({ params }) => {
    wall = wall.filter(({ id }) => id !== params.kudosId)
  })

async function show(element: 'kudos-page' | 'kudos-card', grants: Me['grants'] = { 'kudos.read': 'all', 'kudos.give': 'own' }) {
  document.title = '夸夸墙'
  const content = element === 'kudos-page' ? html`<kudos-page></kudos-page>` : html`<kudos-card></kudos-card>`
  const { root } = await aPage(content, { server, me: { ...lin, grants }, plugins: [plugin] })
  return root
}

beforeEach(() => {
  wall = [note(10, zhao, lin, '把客户的急单排进了本周'), note(11, sun, zhao, '通宵修好了产线')]
})

describe('the kudos wall', () => {
  it('shows who was praised, by whom and for what', async () => {
    const root = await show('kudos-page')
    await expect.element(page.getByText('通宵修好了产线')).toBeVisible()
    await expect.element(page.getByRole('heading', { name: '夸夸墙' })).toBeVisible()
    expect((await axe.run(root)).violations).toEqual([])
  })

  it('says what goes here while it is empty', async () => {
    wall = []
    const root = await show('kudos-page')
    await expect.element(page.getByText('墙上还空着')).toBeVisible()
    expect((await axe.run(root)).violations).toEqual([])
  })

  it('takes praise for a colleague and shows it', async () => {
    const root = await show('kudos-page')
    await page.getByRole('button', { name: '夸一夸同事' }).click()
    await page.getByRole('button', { name: /孙悦/ }).click()
    expect((await axe.run(root)).violations).toEqual([])
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
    const root = await show('kudos-card')
    await expect.element(page.getByText('通宵修好了产线')).toBeVisible()
    expect((await axe.run(root)).violations).toEqual([])
  })
})
