import { invalidInput, type PersonSummary } from '@liaison/sdk'
import type { People } from '@liaison/sdk/server'
import type { Message } from '../contract.ts'
import { ChannelEntity } from './channel-entity.ts'
import { messagesById } from './channel-views.ts'
import type { ImWork } from './im-work.ts'
import { MessageEntity } from './message-entity.ts'
import { messageOf } from './message-shape.ts'

interface Wanted {
  readonly limit?: number
  readonly cursor?: string
  readonly before?: number
  readonly after?: number
}

interface MessagePage {
  items: Message[]
  next: string | null
  quoted: Message[]
  people: PersonSummary[]
}

/** A page of messages and notes, oldest first, with what it quotes and whom it names. */
export async function messagePage(work: ImWork, people: People, channelId: string, wanted: Wanted): Promise<MessagePage> {
  const { limit = 50, before, after } = { ...wanted, ...(wanted.cursor !== undefined && placeOf(wanted.cursor)) }
  if (before !== undefined && after !== undefined)
    throw invalidInput({ errors: [{ pointer: '/query', message: 'before and after exclude each other' }] })
  const isForward = after !== undefined
  const found = await work.rows.log(MessageEntity).page(channelId, {
    limit: limit + 1,
    where: { kind: ['message', 'system'] },
    ...(before !== undefined && { before }),
    ...(isForward && { after }),
  })
  // an empty page is a channel without messages, or none of the actor's
  if (found.length === 0) await work.rows.of(ChannelEntity).get(channelId)
  const rows = isForward ? found.slice(0, limit) : found.slice(-limit)
  const edge = isForward ? rows.at(-1) : rows[0]
  const quoted = await messagesById(work, [...new Set(rows.flatMap(({ replyToId }) => replyToId ?? []))])
  const named = [...rows, ...quoted.values()].flatMap(({ senderId, note }) => [senderId, ...(note?.personIds ?? [])])
  return {
    items: rows.map(messageOf),
    next: found.length > limit && edge ? `${isForward ? 'after' : 'before'}.${edge.seq}` : null,
    quoted: [...quoted.values()].map(messageOf),
    people: [...people.named(new Set(named))],
  }
}

function placeOf(cursor: string): { before: number } | { after: number } {
  const [, direction, seq] = /^(before|after)\.(\d{1,15})$/.exec(cursor) ?? []
  if (direction === undefined) throw invalidInput({ errors: [{ pointer: '/query/cursor', message: 'is not a cursor of this list' }] })
  return direction === 'before' ? { before: Number(seq) } : { after: Number(seq) }
}
