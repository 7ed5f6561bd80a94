import type { Event } from '@liaison/sdk'
import { channelNoted, type Message, messageChanged, messageCreated, messageRecalled, type SystemNote } from '../contract.ts'

/** A row of the log, of whatever kind. Spelt out, since the log is declared with what is derived from it. */
export interface MessageRow {
  readonly id: string
  readonly channelId: string
  readonly seq: number
  readonly no: number
  readonly kind: 'message' | 'edit' | 'recall' | 'system'
  readonly senderId: string
  readonly clientId: string
  readonly text: string | null
  readonly targetId: string | null
  readonly replyToId: string | null
  readonly threadId: string | null
  readonly mentioned: string | null
  readonly fileIds: readonly string[] | null
  readonly note: SystemNote | null
  readonly createdAt: Date
  readonly editedAt: Date | null
  readonly recalledAt: Date | null
  readonly version: number
}

/** `mentioned` as it is stored. The blanks let one id be looked for without meeting a part of another. */
export const mentionedOf = (mentions: readonly string[]): string | null => (mentions.length === 0 ? null : ` ${mentions.join(' ')} `)
const mentionsOf = (mentioned: string | null): string[] => mentioned?.trim().split(' ') ?? []

const instant = (at: Date | null): string | null => at?.toISOString() ?? null

/** A message as the contract tells it. */
export function messageOf(row: MessageRow): Message {
  return {
    id: row.id,
    channelId: row.channelId,
    seq: row.seq,
    no: row.no,
    kind: row.kind === 'system' ? 'system' : 'message',
    senderId: row.senderId,
    clientId: row.clientId,
    text: row.text,
    mentions: mentionsOf(row.mentioned),
    replyToId: row.replyToId,
    threadId: row.threadId,
    fileIds: [...(row.fileIds ?? [])],
    system: row.note,
    createdAt: row.createdAt.toISOString(),
    editedAt: instant(row.editedAt),
    recalledAt: instant(row.recalledAt),
    version: row.version,
  }
}

/** What a row of the log tells the channel. An edit tells its target as it is now; of a recalled one there is no text left. */
export function eventOf(row: MessageRow, targets: ReadonlyMap<string, MessageRow>): { event: Event; data: unknown } {
  if (row.kind === 'system') return { event: channelNoted, data: { message: messageOf(row), system: row.note } }
  if (row.kind === 'message') return { event: messageCreated, data: messageOf(row) }

  const target = row.targetId === null ? undefined : targets.get(row.targetId)
  if (row.kind === 'edit' && target !== undefined) return { event: messageChanged, data: messageOf(target) }
  const recalledAt = instant(target?.recalledAt ?? row.createdAt)
  return { event: messageRecalled, data: { id: row.targetId ?? row.id, channelId: row.channelId, recalledAt, byId: row.senderId } }
}
