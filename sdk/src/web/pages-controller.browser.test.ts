import { Type } from 'typebox'
import { html, LitElement } from 'lit'
import { beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { operation } from '../contract/operation.ts'
import { conflict } from '../contract/problem.ts'
import { pageOf, pageQuery } from '../contract/shapes.ts'
import { LocalizeController } from './controllers.ts'
import { PagesController } from './data/pages-controller.ts'
import { define } from './define.ts'
import { more } from './parts/more.ts'
import { aPage, TestServer } from './testing/index.ts'

const listNotes = operation({
  id: 'wall.list',
  method: 'GET',
  path: '/wall',
  access: 'signed-in',
  query: Type.Object({ ...pageQuery, kind: Type.Optional(Type.String()) }),
  reply: pageOf(Type.Object({ text: Type.String() })),
})

class LnNotes extends LitElement {
  static override properties = { kind: {} }
  declare kind: string | undefined
  #localize = new LocalizeController(this)
  #notes = new PagesController(this, listNotes, () => ({ query: { limit: 2, ...(this.kind !== undefined && { kind: this.kind }) } }))

  override render() {
    const { items, problem } = this.#notes
    return html`<p>${items?.map(({ text }) => text).join('、') ?? '正在载入'}</p>
      <p>${problem === undefined ? '' : this.#localize.problem(problem)}</p>
      ${more(this.#notes, this.#localize)}`
  }
}
define('ln-notes', LnNotes)

let notes: Record<string, string[]>
let asked: (string | undefined)[]
let isDown: boolean
const begin = async () => {
  const server = new TestServer().on(listNotes, ({ query: { kind = 'all', cursor } }) => {
    asked.push(cursor)
    if (isDown) throw conflict()
    const from = Number(cursor ?? 0)
    const items = notes[kind]!.slice(from, from + 2).map((text) => ({ text }))
    return { items, next: from + 2 < notes[kind]!.length ? String(from + 2) : null }
  })
  const drawn = await aPage(html`<ln-notes></ln-notes>`, { server })
  return { ...drawn, element: drawn.root.querySelector<LnNotes>('ln-notes')! }
}
const button = () => page.getByRole('button', { name: '加载更多' })

beforeEach(() => {
  notes = { all: ['一', '二', '三', '四', '五'], thanks: ['谢', '赞'] }
  asked = []
  isDown = false
})

describe('a list that is read page by page', () => {
  it('grows as somebody asks for more, and has no foot at its end', async () => {
    await begin()
    await expect.element(page.getByText('一、二')).toBeVisible()
    await button().click()
    await button().click()
    await expect.element(page.getByText('一、二、三、四、五')).toBeVisible()
    await expect.element(button()).not.toBeInTheDocument()
    expect(asked).toEqual([undefined, '2', '4'])
  })

  it('asks again for all that is shown when it is stale', async () => {
    const { services } = await begin()
    await button().click()
    await expect.element(page.getByText('一、二、三、四')).toBeVisible()
    notes['all'] = ['零', '一', '二', '三', '四', '五']
    await services.queries.invalidate(listNotes)
    await expect.element(page.getByText('零、一、二、三')).toBeVisible()
  })

  it('begins anew when it is asked otherwise', async () => {
    const { element } = await begin()
    await button().click()
    await expect.element(page.getByText('一、二、三、四')).toBeVisible()
    element.kind = 'thanks'
    await expect.element(page.getByText('谢、赞')).toBeVisible()
    await expect.element(button()).not.toBeInTheDocument()
  })

  it('keeps what is there when the next page cannot be had, says why, and tries again', async () => {
    await begin()
    await expect.element(page.getByText('一、二')).toBeVisible()
    isDown = true
    await button().click()
    await expect.element(page.getByRole('alert')).toBeVisible()
    await expect.element(page.getByText('一、二')).toBeVisible()
    isDown = false
    await button().click()
    await expect.element(page.getByText('一、二、三、四')).toBeVisible()
  })
})
