import {
  changeHook,
  conflict,
  defineEvent,
  definePermission,
  defineProblem,
  Id,
  Instant,
  nullable,
  operation,
  pageOf,
  pageQuery,
  text,
} from '@liaison/sdk'
import { answer, bind, column, definePlugin, entity, migration, type Work } from '@liaison/sdk/server'
import { Type } from 'typebox'

const title = { 'zh-CN': '便签', en: 'Notes' }
export const notesRead = definePermission('notes.read', { title })
export const notesWrite = definePermission('notes.write', { title })
export const noteFull = defineProblem('notes/full', 409, { 'zh-CN': '写满了', en: 'The note is full' })
export const noteWritten = defineEvent('notes.note.written', Type.Object({ noteId: Id }))
export const writing = changeHook<string>('notes.writing', { guards: true })

const NoteEntity = entity(
  'notes_note',
  { text: column.text(), ownerId: column.string(), dueAt: column.datetime().nullable() },
  { read: notesRead, own: ['ownerId'] },
)
type NotesWork = Work<typeof NoteEntity>

export const Note = Type.Object({ id: Id, text: Type.String(), dueAt: nullable(Instant), version: Type.Integer() })

export const listNotes = operation({
  id: 'notes.list',
  method: 'GET',
  path: '/notes',
  permission: notesRead,
  query: Type.Object({ ...pageQuery, done: Type.Optional(Type.Boolean()), tag: Type.Optional(Type.Array(Type.String(), { maxItems: 3 })) }),
  reply: pageOf(Note),
})
export const readNote = operation({
  id: 'notes.read',
  method: 'GET',
  path: '/notes/:id',
  permission: notesRead,
  params: Type.Object({ id: Id }),
  reply: Note,
})
export const writeNote = operation({
  id: 'notes.write',
  method: 'POST',
  path: '/notes',
  permission: notesWrite,
  body: Type.Object({
    text: text(200),
    dueAt: Type.Optional(nullable(Instant)),
    place: Type.Optional(Type.Object({ room: Type.String({ maxLength: 20 }) })),
  }),
  reply: Note,
  status: 201,
  problems: [noteFull, conflict],
})
export const changeNote = operation({
  id: 'notes.change',
  method: 'PATCH',
  path: '/notes/:id',
  permission: notesWrite,
  params: Type.Object({ id: Id }),
  body: Type.Object({ text: text(200) }),
  reply: Note,
})
export const removeNote = operation({
  id: 'notes.remove',
  method: 'DELETE',
  path: '/notes/:id',
  permission: notesWrite,
  params: Type.Object({ id: Id }),
})
export const hello = operation({
  id: 'notes.hello',
  method: 'GET',
  path: '/notes/hello',
  access: 'public',
  reply: Type.Object({ hello: Type.String() }),
})
export const whoAmI = operation({
  id: 'notes.whoAmI',
  method: 'GET',
  path: '/notes/me',
  access: 'signed-in',
  reply: Type.Object({ id: Id }),
})
export const breakDown = operation({ id: 'notes.breakDown', method: 'POST', path: '/notes/break-down', access: 'public' })
export const writeTwice = operation({
  id: 'notes.writeTwice',
  method: 'POST',
  path: '/notes/twice',
  permission: notesWrite,
  body: Type.Object({ first: text(200), second: text(200) }),
})
export const countAll = operation({
  id: 'notes.countAll',
  method: 'GET',
  path: '/notes/count',
  permission: notesRead,
  reply: Type.Object({ all: Type.Integer() }),
})

interface Stored {
  readonly id: string
  readonly text: string
  readonly dueAt: Date | null
  readonly version: number
}
const shown = ({ dueAt, ...note }: Stored) => ({
  ...note,
  ownerId: 'does not leave the server',
  dueAt: dueAt === null ? null : dueAt.toISOString(),
})

/** A small plugin with every kind of operation, for the tests of the floors under it. */
export function notesPlugin() {
  const heard: string[] = []
  const plugin = definePlugin<typeof NoteEntity>({
    id: 'notes',
    version: '1.0.0',
    title,
    permissions: [notesRead, notesWrite],
    entities: [NoteEntity],
    migrations: [
      migration('20260301-notes', (change) => change.createTable('notes_note', { text: 'text', ownerId: 'text', dueAt: 'instant?' })),
    ],
    operations: [listNotes, readNote, writeNote, changeNote, removeNote, hello, whoAmI, breakDown, writeTwice, countAll],
    events: [noteWritten],
    hooks: [writing],
    systemReasons: { 'count-all': 'how many there are is no secret' },
    setup({ bind: bindAll, fire, on }) {
      on(noteWritten, async ({ noteId }) => void heard.push(noteId))
      bindAll([
        bind(listNotes, async ({ rows }: NotesWork, { query }) => {
          const { items, next } = await rows
            .of(NoteEntity)
            .list({ ...(query.limit !== undefined && { limit: query.limit }), cursor: query.cursor ?? null })
          return { items: items.map(shown), next }
        }),
        bind(readNote, async ({ rows }: NotesWork, { params }) => shown(await rows.of(NoteEntity).get(params.id))),
        bind(writeNote, {
          prepare: (_work: NotesWork, { body }) => fire(writing, body.text),
          async write({ rows, actor, emit }: NotesWork, { body, ready }) {
            if (ready === 'full') throw noteFull()
            const note = await rows
              .of(NoteEntity)
              .create({ text: ready, ownerId: actor.id, dueAt: typeof body.dueAt === 'string' ? new Date(body.dueAt) : null })
            emit(noteWritten, { noteId: note.id }, note.id)
            return shown(note)
          },
        }),
        bind(changeNote, async ({ rows }: NotesWork, { params, body, expectedVersion }) =>
          shown(await rows.of(NoteEntity).change(params.id, body, { version: expectedVersion })),
        ),
        bind(removeNote, async ({ rows }: NotesWork, { params }) => rows.of(NoteEntity).remove(params.id)),
        bind(hello, () =>
          answer({ hello: 'world', secret: 'does not leave the server' } as { hello: string }, { headers: { 'x-greeting': 'hello' } }),
        ),
        bind(whoAmI, ({ actor }) => ({ id: actor.id })),
        bind(breakDown, () => {
          throw new Error('a fault with a secret in it')
        }),
        bind(writeTwice, async ({ call }, { body }) => {
          await call(writeNote, { body: { text: body.first } })
          await call(writeNote, { body: { text: body.second } })
        }),
        bind(countAll, async ({ asSystem }: NotesWork) => ({ all: await asSystem('count-all', (rows) => rows.of(NoteEntity).count()) })),
      ])
    },
  })
  return { plugin, heard }
}
