import { changeHook, defineEvent, definePermission, Id, nullable, operation } from '@liaison/sdk'
import { bind, column, definePlugin, defineTopic, entity, log, migration, type Row, via } from '@liaison/sdk/server'
import { Type } from 'typebox'

/** A small stand-in for what a chat plugin declares: rooms with members, their lines, and notes that somebody owns. */
export const talkRead = definePermission('talk.read', { title: { 'zh-CN': '查看', en: 'Read' } })
export const talkSay = definePermission('talk.say', { title: { 'zh-CN': '发言', en: 'Say' } })

export const Room = entity(
  'talk_room',
  { lastSeq: column.integer().default(0), lastNo: column.integer().default(0), lastAt: column.datetime().nullable() },
  { read: talkRead, members: via('talk_member', { row: 'roomId', key: 'personId' }) },
  { untracked: ['lastSeq', 'lastNo', 'lastAt'] },
)
export const Member = entity(
  'talk_member',
  {
    roomId: column.string(),
    personId: column.string(),
    readSeq: column.integer().default(0),
    readNo: column.integer().default(0),
    readAt: column.datetime().nullable(),
  },
  { read: talkRead, within: ['roomId', 'talk_room'] },
  { untracked: ['readSeq', 'readNo', 'readAt'] },
)
export const Line = log(
  'talk_line',
  {
    roomId: column.string(),
    authorId: column.string(),
    clientId: column.string(),
    text: column.string().nullable(),
    targetId: column.string().nullable(),
  },
  { read: talkRead, within: ['roomId', 'talk_room'] },
  {
    stream: 'roomId',
    once: ['clientId', 'authorId'],
    author: 'authorId',
    counts: (row) => row.targetId === null,
    head: { table: 'talk_room', seq: 'lastSeq', no: 'lastNo', at: 'lastAt' },
    cursor: { table: 'talk_member', stream: 'roomId', person: 'personId', seq: 'readSeq', no: 'readNo', at: 'readAt' },
    topic: 'talk.room',
    target: 'targetId',
    event: (row, targets) =>
      row.targetId === null
        ? { event: said, data: { id: row.id, authorId: row.authorId, text: row.text } }
        : { event: changed, data: { id: row.targetId, text: targets.get(row.targetId)?.text ?? null } },
  },
)
export const Note = entity('talk_note', { ownerId: column.string() }, { read: talkRead, own: ['ownerId'] })
type LineRow = Row<typeof Line>

export const said = defineEvent('talk.said', Type.Object({ id: Id, authorId: Id, text: nullable(Type.String()) }))
export const changed = defineEvent('talk.changed', Type.Object({ id: Id, text: nullable(Type.String()) }))
export const waved = defineEvent('talk.waved', Type.Object({ personId: Id, words: Type.String() }))

/** A tap that waits shows that appends keep their order. */
export const saying = changeHook<{ text: string }>('talk.saying')

const Reply = Type.Object({ id: Id, seq: Type.Integer(), fresh: Type.Boolean() })
const roomParams = Type.Object({ roomId: Id })
export const say = operation({
  id: 'talk.sayLine',
  method: 'POST',
  path: '/talk/:roomId/lines',
  permission: talkSay,
  params: roomParams,
  body: Type.Object({ clientId: Id, text: Type.String({ minLength: 1, maxLength: 20_000, format: 'text' }) }),
  reply: Reply,
  status: 201,
})
export const change = operation({
  id: 'talk.changeLine',
  method: 'PATCH',
  path: '/talk/:roomId/lines/:lineId',
  permission: talkSay,
  params: Type.Object({ roomId: Id, lineId: Id }),
  body: Type.Object({ text: nullable(Type.String()) }),
  reply: Reply,
})
export const wave = operation({
  id: 'talk.wave',
  method: 'POST',
  path: '/talk/:roomId/waves',
  permission: talkRead,
  params: roomParams,
  body: Type.Object({ words: Type.String() }),
})
export const ping = operation({
  id: 'talk.ping',
  method: 'GET',
  path: '/talk/ping',
  permission: talkRead,
  reply: Type.Object({ pong: Type.Boolean() }),
})
export const broken = operation({
  id: 'talk.break',
  method: 'GET',
  path: '/talk/broken',
  permission: talkRead,
  reply: Type.Object({ pong: Type.Boolean() }),
})

export const createTalkPlugin = () =>
  definePlugin({
    id: 'talk',
    version: '1.0.0',
    title: { 'zh-CN': '聊', en: 'Talk' },
    permissions: [talkRead, talkSay],
    entities: [Room, Member, Line, Note],
    operations: [say, change, wave, ping, broken],
    events: [said, changed, waved],
    hooks: [saying],
    topics: [
      defineTopic('talk.room', { entity: Room, events: [said, changed, waved] }),
      defineTopic('talk.note', { entity: Note, events: [waved] }),
    ],
    migrations: [
      migration('20260301-talk', async (to) => {
        await to.createTable('talk_room', { lastSeq: 'integer', lastNo: 'integer', lastAt: 'instant?' })
        await to.createTable(
          'talk_member',
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
        await to.createTable(
          'talk_line',
          { roomId: 'id', authorId: 'id', clientId: 'id', seq: 'integer', no: 'integer', text: 'text?', targetId: 'id?' },
          {
            unique: [['roomId', 'seq']],
          },
        )
        await to.createTable('talk_note', { ownerId: 'id' })
      }),
    ],
    setup({ bind: bindAll, fire, tap }) {
      // Words that begin with "slowly" take their time; whoever comes later has to wait behind them.
      tap(saying, (line) =>
        line.text.startsWith('slowly') ? new Promise((resolve) => void setTimeout(() => resolve(line), 30)) : undefined,
      )
      bindAll([
        bind(say, {
          log: Line,
          prepare: (_work, { body }) => fire(saying, { text: body.text }),
          append: ({ actor }, { params, body, ready }) => ({
            roomId: params.roomId,
            authorId: actor.id,
            clientId: body.clientId,
            text: (ready as { text: string }).text,
            targetId: null,
          }),
          reply: (row: LineRow, fresh: boolean) => ({ id: row.id, seq: row.seq, fresh }),
        }),
        bind(change, async (work, { params, body }) => {
          const lines = work.rows.of(Line as never) as unknown as { change(id: string, patch: object): Promise<unknown> }
          await lines.change(params.lineId, { text: body.text })
          const { row } = await work.rows.log(Line as never).append({
            roomId: params.roomId,
            authorId: work.actor.id,
            clientId: work.newId(),
            text: null,
            targetId: params.lineId,
          } as never)
          return { id: (row as LineRow).id, seq: (row as LineRow).seq, fresh: true }
        }),
        bind(wave, (work, { params, body }) =>
          work.publish(`talk.room:${params.roomId}`, waved, { personId: work.actor.id, words: body.words }),
        ),
        bind(ping, () => ({ pong: true })),
        bind(broken, () => {
          throw new Error('a bug')
        }),
      ])
    },
  })
