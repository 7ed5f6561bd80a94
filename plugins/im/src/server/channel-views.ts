import { invalidInput, type Page } from '@liaison/sdk'
import type { People, Presence } from '@liaison/sdk/server'
import type { Channel } from '../contract.ts'
import { otherOf } from './channel-entity.ts'
import type { ImWork } from './im-work.ts'
import { MessageEntity } from './message-entity.ts'
import { type MessageRow, messageOf } from './message-shape.ts'

/** What a view of a channel is made with. */
export interface ViewSources {
  readonly people: People
  readonly presence: Presence
}

/** Where the next page begins: after this channel. */
interface Place {
  readonly at: Date
  readonly id: string
}

/** A page of the actor's channels, the most recently active first: one query for them all, one for their last messages. */
export async function channelViews(
  work: ImWork,
  sources: ViewSources,
  { limit = 50, cursor }: { limit?: number | undefined; cursor?: string | undefined },
): Promise<Page<Channel>> {
  const rows = await select(work, { limit: limit + 1, ...(cursor !== undefined && { from: placeOf(cursor) }) })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: await viewsOf(work, sources, shown), next: rows.length > limit && last ? cursorOf(last) : null }
}

/** One channel as the actor sees it; undefined when he is not a member. */
export async function channelView(work: ImWork, sources: ViewSources, channelId: string): Promise<Channel | undefined> {
  const [view] = await viewsOf(work, sources, await select(work, { limit: 1, channelId }))
  return view
}

type ChannelRow = Awaited<ReturnType<typeof select>>[number]

function select(work: ImWork, wanted: { limit: number; channelId?: string; from?: Place }) {
  const me = work.actor.id
  return work.rows.query((tables) => {
    let channels = tables
      .selectFrom('im_channel as c')
      .innerJoin('im_member as me', (join) => join.onRef('me.channelId', '=', 'c.id').on('me.personId', '=', me))
      .select(['c.id', 'c.kind', 'c.name', 'c.topic', 'c.projectId', 'c.directKey', 'c.external', 'c.createdById'])
      .select(['c.lastSeq', 'c.lastNo', 'c.lastAt', 'c.createdAt', 'c.version'])
      .select(['me.role', 'me.muted', 'me.readSeq', 'me.readNo'])
      .select((eb) => [
        eb
          .selectFrom('im_member as other')
          .whereRef('other.channelId', '=', 'c.id')
          .select((count) => count.fn.countAll<number>().as('members'))
          .as('memberCount'),
        eb
          .selectFrom('im_message as spoken')
          .whereRef('spoken.channelId', '=', 'c.id')
          .whereRef('spoken.seq', '>', 'me.readSeq')
          .where('spoken.mentioned', 'is not', null)
          .where('spoken.senderId', '!=', me)
          .where((or) => or.or([or('spoken.mentioned', 'like', `% ${me} %`), or('spoken.mentioned', 'like', '% all %')]))
          .select((count) => count.fn.countAll<number>().as('spoken'))
          .as('mentions'),
        eb
          .selectFrom('im_message as last')
          .whereRef('last.channelId', '=', 'c.id')
          .where('last.kind', '=', 'message')
          .orderBy('last.seq', 'desc')
          .limit(1)
          .select('last.id')
          .as('lastMessageId'),
      ])
      .orderBy('c.lastAt', 'desc')
      .orderBy('c.id', 'desc')
      .limit(wanted.limit)
    if (wanted.channelId !== undefined) channels = channels.where('c.id', '=', wanted.channelId)
    const { from } = wanted
    if (from !== undefined) {
      channels = channels.where((eb) =>
        eb.or([eb('c.lastAt', '<', from.at), eb.and([eb('c.lastAt', '=', from.at), eb('c.id', '<', from.id)])]),
      )
    }
    return channels
  })
}

async function viewsOf(work: ImWork, { people, presence }: ViewSources, rows: readonly ChannelRow[]): Promise<Channel[]> {
  const lastMessages = await messagesById(
    work,
    rows.flatMap(({ lastMessageId }) => lastMessageId ?? []),
  )
  return rows.map((row) => {
    const last = row.lastMessageId === null ? undefined : lastMessages.get(row.lastMessageId)
    const stored = { seq: Number(row.readSeq), no: Number(row.readNo) }
    const moved = work.rows.log(MessageEntity).unstored(row.id).get(work.actor.id)
    const read = moved !== undefined && moved.seq > stored.seq ? moved : stored
    const person = (row.directKey !== null && people.find(otherOf(row.directKey, work.actor.id))) || null
    return {
      id: row.id,
      kind: row.kind,
      name: row.name,
      topic: row.topic,
      projectId: row.projectId,
      external: row.external,
      person,
      online: person !== null && presence.isOnline(person.id),
      memberCount: Number(row.memberCount),
      role: row.role,
      muted: row.muted,
      unread: Math.max(0, row.lastNo - read.no),
      // what was read a moment ago reaches to the end nearly always; otherwise the count is right within the second
      mentions: read.seq >= row.lastSeq ? 0 : Number(row.mentions),
      lastMessage: last ? messageOf(last) : null,
      lastSender: (last && people.find(last.senderId)) ?? null,
      lastSeq: row.lastSeq,
      lastNo: row.lastNo,
      readSeq: read.seq,
      readNo: read.no,
      lastAt: row.lastAt.toISOString(),
      createdById: row.createdById,
      createdAt: row.createdAt.toISOString(),
      version: row.version,
    }
  })
}

/** Messages by id, as many as the actor may see. */
export async function messagesById(work: ImWork, ids: readonly string[]): Promise<ReadonlyMap<string, MessageRow>> {
  if (ids.length === 0) return new Map()
  const { items } = await work.rows.of(MessageEntity).list({ where: { id: ids }, limit: Math.min(200, ids.length) })
  return new Map(items.map((row) => [row.id, row]))
}

const cursorOf = ({ lastAt, id }: ChannelRow): string => `${lastAt.getTime()}.${id}`

function placeOf(cursor: string): Place {
  const [, at, id] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(cursor) ?? []
  if (at === undefined || id === undefined)
    throw invalidInput({ errors: [{ pointer: '/query/cursor', message: 'is not a cursor of this list' }] })
  return { at: new Date(Number(at)), id }
}
