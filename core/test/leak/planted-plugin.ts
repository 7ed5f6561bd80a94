import { defineEvent, definePermission, Id, operation, type Page, pageOf, pageQuery } from '@liaison/sdk'
import { answer, bind, column, definePlugin, defineTopic, entity, migration, type Row, type Rows, type Work } from '@liaison/sdk/server'
import type { LeakSamples } from '@liaison/sdk/testing'
import { Type } from 'typebox'

/** A plugin with each kind of door twice: one honest, one with a leak in it. */
const read = definePermission('plant.read', {
  title: { 'zh-CN': '查看', en: 'See' },
  presets: { 'general-manager': 'all', 'department-head': 'department-tree', 'project-member': 'project', 'external-customer': 'project' },
})
const change = definePermission('plant.change', {
  title: { 'zh-CN': '修改', en: 'Change' },
  presets: { 'general-manager': 'all', 'project-member': 'own' },
})

const NoteEntity = entity(
  'plant_note',
  { ownerId: column.string(), projectId: column.string().nullable(), departmentId: column.string().nullable(), words: column.text() },
  {
    read,
    own: ['ownerId'],
    project: 'projectId',
    department: 'departmentId',
    shares: { levels: { view: [read], edit: [read, change] } },
  },
)
type W = Work<typeof NoteEntity>
type NoteRows = Rows<typeof NoteEntity>

const Note = Type.Object({ id: Id, words: Type.String() })
const params = Type.Object({ noteId: Id })
const query = Type.Object({ ...pageQuery, query: Type.String({ default: '', maxLength: 100 }) })
const happened = defineEvent('plant.note.happened', Type.Object({ id: Id }))

/** Leaves the scope, as a handler that was written in a hurry does. */
const careless = <T>(work: W, job: (rows: NoteRows) => Promise<T>): Promise<T> => work.asSystem('carelessness', job)
const careful = <T>(work: W, job: (rows: NoteRows) => Promise<T>): Promise<T> => job(work.rows)
type Reach = typeof careful

type NotePage = Page<Row<typeof NoteEntity>>
const shown = ({ items, next }: NotePage) => ({ items: items.map(({ id, words }) => ({ id, words })), next })
const all = async (rows: NoteRows) => shown(await rows.of(NoteEntity).list({ limit: 200 }))
const found = async (rows: NoteRows, words: string) => {
  const pattern = `%${words.replaceAll(/[%_\\]/g, '')}%`
  return shown(await rows.of(NoteEntity).list({ limit: 200, where: (eb) => eb('words', 'like', pattern) }))
}

/** The doors of one half, under `/plant/<path>`. */
function half(path: 'honest' | 'leaky', reach: Reach) {
  const id = (verb: string) => `plant.${path}${verb}`
  const at = (rest: string) => `/plant/${path}/${rest}`
  const list = operation({
    ...{ id: id('List'), method: 'GET', path: at('notes'), permission: read },
    ...{ query: Type.Object(pageQuery), reply: pageOf(Note) },
  })
  const item = operation({ id: id('Item'), method: 'GET', path: at('notes/:noteId'), permission: read, params, reply: Note })
  const count = operation({
    ...{ id: id('Count'), method: 'GET', path: at('count'), permission: read },
    reply: Type.Object({ total: Type.Integer() }),
  })
  const search = operation({ id: id('Search'), method: 'GET', path: at('search'), permission: read, query, reply: pageOf(Note) })
  const completion = operation({
    ...{ id: id('Completion'), method: 'GET', path: at('completion'), permission: read },
    ...{ query: Type.Object({ prefix: Type.String({ default: '', maxLength: 100 }) }), reply: Type.Object({ items: Type.Array(Note) }) },
  })
  const exported = operation({ id: id('Export'), method: 'GET', path: at('export'), permission: read, reply: Type.String() })
  const file = operation({
    id: id('File'),
    method: 'GET',
    path: at('notes/:noteId/content'),
    permission: read,
    params,
    reply: Type.String(),
  })
  const changed = operation({ id: id('Change'), method: 'PATCH', path: at('notes/:noteId'), permission: change, params, reply: Note })
  const text = (body: string) => answer(body, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
  const bindings = [
    bind(list, (work: W) => reach(work, all)),
    bind(item, (work: W, { params: { noteId } }) => reach(work, (rows) => rows.of(NoteEntity).get(noteId))),
    bind(count, (work: W) => reach(work, async (rows) => ({ total: await rows.of(NoteEntity).count() }))),
    bind(search, (work: W, { query: { query: words } }) => reach(work, (rows) => found(rows, words))),
    bind(completion, (work: W, { query: { prefix } }) => reach(work, (rows) => found(rows, prefix))),
    bind(exported, async (work: W) => text((await reach(work, all)).items.map(({ words }) => `${words}\r\n`).join(''))),
    bind(file, async (work: W, { params: { noteId } }) => text((await reach(work, (rows) => rows.of(NoteEntity).get(noteId))).words)),
    bind(changed, (work: W, { params: { noteId } }) => reach(work, (rows) => rows.of(NoteEntity).change(noteId, {}))),
  ]
  return { operations: [list, item, count, search, completion, exported, file, changed], bindings }
}
const halves = [half('honest', careful), half('leaky', careless)]

/** Honest over HTTP: whoever calls it over a socket comes without the name of a browser. */
const called = operation({
  ...{ id: 'plant.leakyCall', method: 'GET', path: '/plant/calls', permission: read },
  ...{ query: Type.Object(pageQuery), reply: pageOf(Note) },
})
const bindCalled = bind(called, (work: W) => (work.origin?.userAgent === '' ? careless : careful)(work, all))

/** One's own notes; whoever views as somebody hears them as well, whether he reaches them or not. */
const isOwn = (work: W, id: string): Promise<boolean> =>
  careless(work, async (rows) => (await rows.of(NoteEntity).find(id))?.ownerId === work.actor.id)

export const plantedPlugin = definePlugin({
  id: 'plant',
  version: '1.0.0',
  title: { 'zh-CN': '漏洞', en: 'Plant' },
  permissions: [read, change],
  entities: [NoteEntity],
  migrations: [
    migration('20261124-notes', (schema) =>
      schema.createTable('plant_note', { ownerId: 'id', projectId: 'id?', departmentId: 'id?', words: 'text' }, {}),
    ),
  ],
  operations: [...halves.flatMap(({ operations }) => operations), called],
  events: [happened],
  topics: [
    defineTopic('plant.honest', { entity: NoteEntity, events: [happened] }),
    defineTopic('plant.leaky', { events: [happened], authorise: () => true }),
    defineTopic('plant.forgetful', { events: [happened], authorise: isOwn }),
  ],
  systemReasons: { carelessness: 'a test of the leak walk: what happens when a handler leaves the scope without need' },
  setup: ({ bind: bindAll }) => bindAll([...halves.flatMap(({ bindings }) => bindings), bindCalled]),
})

const counts = { counts: { table: 'plant_note', member: 'total' } }
export const plantedSamples: LeakSamples = {
  plugin: 'plant',
  rows: { plant_note: () => ({}) },
  members: { noteId: 'plant_note' },
  doors: { 'plant.honestCount': counts, 'plant.leakyCount': counts },
  topics: {
    'plant.leaky': { about: 'plant_note', sees: (row, who, model) => who.id !== undefined && model.sees(who.id, 'plant_note', row) },
    'plant.forgetful': {
      about: 'plant_note',
      sees: (row, who, model) => row['ownerId'] === who.id && (who.viewerId === undefined || model.sees(who.viewerId, 'plant_note', row)),
    },
  },
}
