import { defineEvent, defineFeature, definePermission, Id, operation, tellHook } from '@liaison/sdk'
import { bind, column, definePlugin, defineTopic, entity, jobs, migration } from '@liaison/sdk/server'
import { Type } from 'typebox'

/** A module with every kind of door, and a second one that reaches the first through its hooks and calls. For the tests of the roll-out. */
const title = { 'zh-CN': '便签', en: 'Notes' }
export const notesRead = definePermission('notes.read', { title })
export const noteColours = defineFeature('notes.colours', { title: { 'zh-CN': '彩色便签', en: 'Coloured notes' } })

const NoteEntity = entity('notes_note', { ownerId: column.string(), text: column.text() }, { read: notesRead, own: ['ownerId'] })
export const noteSaved = defineEvent('notes.saved', Type.Object({ noteId: Id }))
export const noteTold = tellHook<{ readonly noteId: string; readonly ownerId: string }>('notes.told', {
  actsFor: ({ ownerId }) => ownerId,
})

export const saveNote = operation({
  id: 'notes.save',
  method: 'POST',
  path: '/notes',
  permission: notesRead,
  body: Type.Object({ text: Type.String({ maxLength: 100 }) }),
  reply: Type.Object({ id: Id }),
  status: 201,
})
export const listNotes = operation({
  id: 'notes.list',
  method: 'GET',
  path: '/notes',
  permission: notesRead,
  reply: Type.Object({ count: Type.Integer() }),
})
export const colourNote = operation({
  id: 'notes.colour',
  method: 'POST',
  path: '/notes/colours',
  permission: notesRead,
  feature: noteColours,
})
export const countNotes = operation({
  id: 'notes.count',
  method: 'GET',
  path: '/notes/count',
  permission: notesRead,
  background: true,
  reply: Type.Object({ count: Type.Integer() }),
})
export const showNotice = operation({
  id: 'notes.notice',
  method: 'GET',
  path: '/notes/notice',
  access: 'public',
  reply: Type.Object({ text: Type.String() }),
})
/** Tells a person on his own topic. */
export const remindOf = operation({
  id: 'notes.remind',
  method: 'POST',
  path: '/notes/reminders/:personId',
  permission: notesRead,
  params: Type.Object({ personId: Id }),
})

export const notes = definePlugin({
  id: 'notes',
  version: '1.0.0',
  title,
  summary: { 'zh-CN': '记录、提醒', en: 'Notes and reminders' },
  permissions: [notesRead],
  features: [noteColours],
  entities: [NoteEntity],
  migrations: [migration('1', (change) => change.createTable('notes_note', { ownerId: 'id', text: 'text' }))],
  operations: [saveNote, listNotes, colourNote, countNotes, showNotice, remindOf],
  events: [noteSaved],
  topics: [defineTopic('notes.note', { entity: NoteEntity, events: [noteSaved] })],
  hooks: [noteTold],
  setup({ bind: bindAll, fire }) {
    bindAll([
      bind(saveNote, async (work, { body }) => {
        const { id } = await work.rows.of(NoteEntity).create({ ownerId: work.actor.id, text: body.text })
        await fire(noteTold, { noteId: id, ownerId: work.actor.id })
        return { id }
      }),
      bind(listNotes, async ({ rows }) => ({ count: await rows.of(NoteEntity).count({}) })),
      bind(countNotes, async ({ rows }) => ({ count: await rows.of(NoteEntity).count({}) })),
      bind(colourNote, () => undefined),
      bind(showNotice, () => ({ text: '欢迎' })),
      bind(remindOf, (work, { params }) => work.publish(`person:${params.personId}`, noteSaved, { noteId: work.newId() })),
    ])
  },
})

/** Reaches the notes as the person who asks. */
export const digest = operation({
  id: 'digest.read',
  method: 'GET',
  path: '/digest',
  access: 'signed-in',
  reply: Type.Object({ count: Type.Integer() }),
})
/** Has something done for a person later. */
export const orderDigest = operation({
  id: 'digest.order',
  method: 'POST',
  path: '/digest/orders/:personId',
  access: 'signed-in',
  params: Type.Object({ personId: Id }),
})

/** @param told - filled with what its tap and its job did */
export const digestPlugin = (told: string[]) =>
  definePlugin({
    id: 'digest',
    version: '1.0.0',
    title: { 'zh-CN': '摘要', en: 'Digest' },
    requires: { plugins: { notes: '^1' } },
    operations: [digest, orderDigest],
    setup({ bind: bindAll, tap, get }) {
      const work = get(jobs)
      tap(noteTold, ({ ownerId }) => void told.push(`tap ${ownerId}`))
      work.define<string>('digest.send', async (personId) => void told.push(`job ${personId}`))
      bindAll([
        bind(digest, async ({ call }) => call(listNotes, {})),
        bind(orderDigest, (unit, { params: { personId } }) => work.add(unit, 'digest.send', personId, { actsFor: personId })),
      ])
    },
  })
