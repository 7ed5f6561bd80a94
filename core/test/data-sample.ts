import { definePermission } from '@liaison/sdk'
import { column, entity, log, migration, type Row, via } from '@liaison/sdk/server'

const read = definePermission('chat.read', { title: { 'zh-CN': '查看', en: 'Read' }, scopes: ['own', 'all'] })

/** A room, its members and its lines: small stand-ins for what a chat plugin declares. */
export const Room = entity(
  'chat_room',
  {
    name: column.string(),
    open: column.boolean().default(true),
    settings: column.json<{ colour?: string; tags?: string[] }>().nullable(),
    lastSeq: column.integer().default(0),
    lastNo: column.integer().default(0),
    lastAt: column.datetime().nullable(),
  },
  { read, open: true },
  { auditedValues: ['name'], untracked: ['lastSeq', 'lastNo', 'lastAt'] },
)
export const Member = entity(
  'chat_member',
  {
    roomId: column.string(),
    personId: column.string(),
    readSeq: column.integer().default(0),
    readNo: column.integer().default(0),
    readAt: column.datetime().nullable(),
  },
  { read, members: via('chat_member', { row: 'roomId', key: 'personId' }) },
  { untracked: ['readSeq', 'readNo', 'readAt'] },
)
export const Line = log(
  'chat_line',
  {
    roomId: column.string(),
    authorId: column.string(),
    clientId: column.string(),
    kind: column.string().default('line'),
    text: column.string().nullable(),
    mentions: column.json<string[]>().nullable(),
    recalledAt: column.datetime().nullable(),
  },
  { read, within: ['roomId', 'chat_room'] },
  {
    stream: 'roomId',
    once: ['clientId', 'authorId'],
    author: 'authorId',
    counts: (row) => row.kind === 'line',
    head: { table: 'chat_room', seq: 'lastSeq', no: 'lastNo', at: 'lastAt' },
    cursor: { table: 'chat_member', stream: 'roomId', person: 'personId', seq: 'readSeq', no: 'readNo', at: 'readAt' },
    topic: 'chat.room',
    event: (row) => ({ event: lineWritten, data: { id: row.id, text: row.text } }),
  },
)
export type LineRow = Row<typeof Line>
export const lineWritten = { name: 'chat.line.written', schema: { type: 'object' } as never }
export const chatEntities = [Room, Member, Line]
export const chatMigrations = [
  migration('20260301-chat', async (change) => {
    await change.createTable('chat_room', {
      name: 'text',
      open: 'boolean',
      settings: 'json?',
      lastSeq: 'integer',
      lastNo: 'integer',
      lastAt: 'instant?',
    })
    await change.createTable(
      'chat_member',
      {
        id: 'id',
        createdAt: 'instant',
        updatedAt: 'instant',
        version: 'integer',
        roomId: 'id',
        personId: 'id',
        readSeq: 'integer',
        readNo: 'integer',
        readAt: 'instant?',
      },
      { primaryKey: ['roomId', 'personId'], unique: [['id']], indexes: [['personId', 'roomId']] },
    )
    await change.createTable(
      'chat_line',
      {
        roomId: 'id',
        authorId: 'id',
        clientId: 'text',
        seq: 'integer',
        no: 'integer',
        kind: 'text',
        text: 'text?',
        mentions: 'json?',
        recalledAt: 'instant?',
      },
      {
        unique: [['roomId', 'seq']],
      },
    )
  }),
]
