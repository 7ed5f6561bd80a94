import { Type } from 'typebox'
import { html, LitElement } from 'lit'
import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { operation } from '../contract/operation.ts'
import { definePermission } from '../contract/permission.ts'
import { conflict, notFound } from '../contract/problem.ts'
import { Action } from './action.ts'
import { ApiController, LocalizeController, SessionController } from './controllers.ts'
import { QueryController } from './data/query-controller.ts'
import { define } from './define.ts'
import { aPage, TestServer } from './testing/index.ts'
import { RealtimeController } from './topic-controller.ts'

const Note = Type.Object({ id: Type.String(), text: Type.String() })
const readNote = operation({
  id: 'wall.read',
  method: 'GET',
  path: '/wall/:noteId',
  access: 'signed-in',
  params: Type.Object({ noteId: Type.String() }),
  reply: Note,
})
const changeNote = operation({
  id: 'wall.change',
  method: 'PATCH',
  path: '/wall/:noteId',
  access: 'signed-in',
  params: Type.Object({ noteId: Type.String() }),
  body: Type.Object({ text: Type.String() }),
  reply: Note,
})
const wallManage = definePermission('wall.manage', { title: { 'zh-CN': '管理', en: 'Manage' } })
const texts = { 'zh-CN': async () => ({ default: { 'wall.title': '夸夸墙' } }), en: async () => ({ default: { 'wall.title': 'Kudos' } }) }
const wall = { id: 'wall', locales: texts }

class LnNote extends LitElement {
  static override properties = { noteId: {} }
  declare noteId: string | undefined
  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #session = new SessionController(this)
  #note = new QueryController(this, readNote, () => (this.noteId === undefined ? undefined : { params: { noteId: this.noteId } }))
  readonly change = new Action(this, (text: string) =>
    this.#api.call(changeNote, { params: { noteId: this.noteId ?? '' }, body: { text } }),
  )
  #realtime = new RealtimeController(
    this,
    () => (this.noteId === undefined ? [] : [`wall:${this.noteId}`]),
    () => ({ event: () => void this.#note.refetch() }),
  )

  override render() {
    const { data, pending, problem } = this.#note
    return html`<h1>${this.#localize.text('wall.title')}</h1>
      <p>${problem ? this.#localize.problem(problem) : pending ? '正在载入' : data?.text}</p>
      <p>${this.change.pending ? '正在保存' : this.change.problem ? `没有保存：${this.#localize.problem(this.change.problem)}` : ''}</p>
      ${this.#session.may(wallManage) ? html`<button>管理</button>` : ''} <small>${this.#realtime.state}</small>`
  }
}
define('ln-note', LnNote)

describe('a query', () => {
  it('is asked once for all elements that show the same', async () => {
    const server = new TestServer().on(readNote, ({ params }) => ({ id: params.noteId, text: '做得好' }))
    await aPage(html`<ln-note noteId="1"></ln-note><ln-note noteId="1"></ln-note>`, { server, plugins: [wall] })
    await expect.poll(() => page.getByText('做得好').elements().length).toBe(2)
    expect(server.calls).toEqual(['wall.read'])
  })

  it('says why it could not be had', async () => {
    const server = new TestServer().on(readNote, () => {
      throw notFound()
    })
    await aPage(html`<ln-note noteId="1"></ln-note>`, { server, plugins: [wall] })
    await expect.element(page.getByText('没有找到')).toBeVisible()
  })

  it('asks again for another input', async () => {
    const server = new TestServer().on(readNote, ({ params }) => ({ id: params.noteId, text: `第${params.noteId}条` }))
    const { root } = await aPage(html`<ln-note noteId="1"></ln-note>`, { server, plugins: [wall] })
    await expect.element(page.getByText('第1条')).toBeVisible()
    ;(root.querySelector('ln-note') as LnNote).noteId = '2'
    await expect.element(page.getByText('第2条')).toBeVisible()
  })

  it('shows a change before the server agrees, and takes it back when it does not', async () => {
    const server = new TestServer().on(readNote, () => ({ id: '1', text: '原来的' }))
    const { services } = await aPage(html`<ln-note noteId="1"></ln-note>`, { server, plugins: [wall] })
    await expect.element(page.getByText('原来的')).toBeVisible()
    const refused = Promise.withResolvers<never>()
    const input = { params: { noteId: '1' } }
    const changing = services.queries.optimistic(
      readNote,
      input,
      (known) => ({ ...known, text: '改过的' }),
      () => refused.promise,
    )
    await expect.element(page.getByText('改过的')).toBeVisible()
    refused.reject(conflict())
    await expect(changing).rejects.toMatchObject({ type: 'conflict' })
    await expect.element(page.getByText('原来的')).toBeVisible()
  })
})

describe('a topic', () => {
  it('is followed while the element is there, and what it tells is heard', async () => {
    let text = '一'
    const server = new TestServer().on(readNote, () => ({ id: '1', text }))
    const { root, connection } = await aPage(html`<ln-note noteId="1"></ln-note>`, { server, plugins: [wall] })
    await expect.element(page.getByText('一')).toBeVisible()
    expect(connection.topics).toEqual(['wall:1'])
    text = '二'
    connection.emit('wall:1', { name: 'wall.changed', seq: 2, data: {} })
    await expect.element(page.getByText('二')).toBeVisible()
    root.replaceChildren()
    expect(connection.topics).toEqual([])
  })

  it('tells when the connection is lost', async () => {
    const { connection } = await aPage(html`<ln-note></ln-note>`, { plugins: [wall] })
    connection.state.set('offline')
    await expect.element(page.getByText('offline')).toBeVisible()
  })
})

describe('an action', () => {
  it('is pending, then leaves its problem until it is tried again', async () => {
    const answer = Promise.withResolvers<void>()
    const server = new TestServer().on(changeNote, async () => {
      await answer.promise
      throw conflict()
    })
    const { root } = await aPage(html`<ln-note noteId="1"></ln-note>`, { server, plugins: [wall] })
    const { change } = root.querySelector('ln-note') as LnNote
    const started = change.start('新的')
    await expect.element(page.getByText('正在保存')).toBeVisible()
    answer.resolve()
    expect(await started).toBe(false)
    await expect.element(page.getByText('没有保存：与现有内容冲突')).toBeVisible()
    change.reset()
    await expect.element(page.getByText('没有保存')).not.toBeInTheDocument()
  })
})

describe('language and session', () => {
  it('draw the element again when the language changes', async () => {
    const { services } = await aPage(html`<ln-note></ln-note>`, { plugins: [wall] })
    await expect.element(page.getByRole('heading', { name: '夸夸墙' })).toBeVisible()
    await services.localizer.use('en')
    await expect.element(page.getByRole('heading', { name: 'Kudos' })).toBeVisible()
  })

  it('show what a person may when the server says so', async () => {
    const { services } = await aPage(html`<ln-note></ln-note>`, { plugins: [wall] })
    await expect.element(page.getByRole('button', { name: '管理' })).not.toBeInTheDocument()
    services.session.replace({ ...services.session.me, grants: { 'wall.manage': 'own' } })
    await expect.element(page.getByRole('button', { name: '管理' })).toBeVisible()
  })
})
