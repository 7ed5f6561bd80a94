import { forbidden, notFound } from '@liaison/sdk'
import { alreadyRecalled, type Message, timeLimitOver } from '../contract.ts'
import type { ImWork } from './im-work.ts'
import { mayManage } from './member-changes.ts'
import { MessageEntity } from './message-entity.ts'
import { mentionedOf, type MessageRow, messageOf } from './message-shape.ts'

/** How long an author may change his message, minutes. */
export interface TimeLimits {
  readonly editMinutes: number
  readonly recallMinutes: number
}

/** @throws notFound (404) also for notes and for the rows of edits, which are no messages */
export async function messageRow(work: ImWork, messageId: string): Promise<MessageRow> {
  const row = await work.rows.of(MessageEntity).get(messageId)
  if (row.kind !== 'message') throw notFound()
  return row
}

const isOver = (work: ImWork, row: MessageRow, minutes: number): boolean => work.now.getTime() - row.createdAt.getTime() > minutes * 60_000

/** @throws notFound (404), forbidden (403) unless it is one's own, alreadyRecalled (409), timeLimitOver (409) */
export async function judgeEdit(work: ImWork, messageId: string, limits: TimeLimits): Promise<MessageRow> {
  const row = await messageRow(work, messageId)
  if (row.senderId !== work.actor.id) throw forbidden()
  if (row.recalledAt !== null) throw alreadyRecalled()
  if (isOver(work, row, limits.editMinutes)) throw timeLimitOver({ minutes: limits.editMinutes })
  return row
}

/** Changes the text where it stands and tells so in a row of its own. */
export async function edit(
  work: ImWork,
  messageId: string,
  changed: { text: string; mentions: readonly string[] },
  version: number | undefined,
): Promise<Message> {
  const { recalledAt } = await messageRow(work, messageId)
  if (recalledAt !== null) throw alreadyRecalled()
  const patch = { text: changed.text, mentioned: mentionedOf(changed.mentions), editedAt: work.now }
  const row = await work.rows.of(MessageEntity).change(messageId, patch, { version })
  await append(work, row, 'edit')
  return messageOf(row)
}

/** Takes the text away where it stands, so that no quote, list or replay can tell it again. */
export async function recall(work: ImWork, messageId: string, limits: TimeLimits): Promise<Message> {
  const row = await messageRow(work, messageId)
  if (row.recalledAt !== null) return messageOf(row)
  const own = row.senderId === work.actor.id
  if (!own || isOver(work, row, limits.recallMinutes)) {
    const manages = await mayManage(work, row.channelId)
    if (!manages) throw own ? timeLimitOver({ minutes: limits.recallMinutes }) : forbidden()
  }
  const recalled = await work.rows.of(MessageEntity).change(messageId, { text: null, mentioned: null, fileIds: null, recalledAt: work.now })
  await append(work, recalled, 'recall')
  return messageOf(recalled)
}

async function append(work: ImWork, target: MessageRow, kind: 'edit' | 'recall'): Promise<void> {
  await work.rows.log(MessageEntity).append({
    channelId: target.channelId,
    kind,
    senderId: work.actor.id,
    clientId: work.newId(),
    text: null,
    targetId: target.id,
    replyToId: null,
    threadId: target.threadId,
    mentioned: null,
    fileIds: null,
    note: null,
    editedAt: null,
    recalledAt: null,
  })
}
