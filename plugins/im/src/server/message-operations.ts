import { notFound } from '@liaison/sdk'
import { answer, type Binding, bind, type ContentFlag } from '@liaison/sdk/server'
import * as contract from '../contract.ts'
import { messageChanging, messageSending, messageSent, type OutgoingMessage } from '../hooks.ts'
import { ChannelEntity } from './channel-entity.ts'
import { checkMessage, type ContentChecks } from './content-check.ts'
import type { Fire, ImWork } from './im-work.ts'
import { edit, judgeEdit, messageRow, recall, type TimeLimits } from './message-changes.ts'
import { MessageEntity } from './message-entity.ts'
import { messagePage } from './message-pages.ts'
import { mentionedOf, messageOf } from './message-shape.ts'
import { checkedOutgoing } from './outgoing.ts'
import type { ReadAnnouncer } from './read-announcer.ts'
import { readersOf } from './readers.ts'

export interface MessageServices extends ContentChecks {
  readonly fire: Fire
  readonly announcer: ReadAnnouncer
  readonly limits: TimeLimits
}

/** Operations on messages and reading positions. */
export function bindMessages(services: MessageServices): readonly Binding[] {
  const { fire, people, limits } = services
  return [
    bindSend(services),
    bind(contract.listMessages, (work: ImWork, { params, query }) => messagePage(work, people, params.channelId, query)),
    bind(contract.getMessage, async (work: ImWork, { params }) => messageOf(await messageRow(work, params.messageId))),
    bind(contract.changeMessage, {
      prepare: async (work: ImWork, { params, body }) => {
        const { channelId, senderId, replyToId } = await judgeEdit(work, params.messageId, limits)
        const outgoing = await checkedOutgoing(work, { channelId, senderId, replyToId, text: body.text, mentions: body.mentions ?? [] })
        const changed = await fire(messageChanging, { ...outgoing, messageId: params.messageId })
        return { changed, flag: await checkMessage(services, work, changed, params.messageId) }
      },
      write: (work, { params: { messageId }, ready: { changed, flag }, expectedVersion }) => {
        work.afterCommit(() => flag?.stored({ type: 'im.message', id: messageId }))
        return edit(work, messageId, changed, expectedVersion)
      },
    }),
    bind(contract.recallMessage, (work: ImWork, { params }) => recall(work, params.messageId, limits)),
    bind(contract.readChannel, (work: ImWork, { params, body }) => moveReadPosition(work, services, params.channelId, body.seq)),
    bind(contract.listReaders, (work: ImWork, { params }) => readersOf(work, params.messageId)),
    bind(contract.startTyping, async (work: ImWork, { params: { channelId } }) => {
      const members = await work.rows.members(ChannelEntity, channelId)
      if (!members.has(work.actor.id)) throw notFound()
      work.publish(contract.channelTopicOf(channelId), contract.typing, { channelId, personId: work.actor.id })
    }),
  ]
}

/** The hot path: what neither speaks to anybody nor replies is checked by nothing but hooks and content rules, without waiting. */
const bindSend = (services: MessageServices): Binding =>
  bind(contract.sendMessage, {
    log: MessageEntity,
    prepare: (work: ImWork, { params, body }) => {
      const { fire } = services
      const { text, mentions = [], replyToId = null } = body
      const outgoing: OutgoingMessage = { channelId: params.channelId, senderId: work.actor.id, text, mentions, replyToId }
      const sending =
        mentions.length === 0 && replyToId === null
          ? fire(messageSending, outgoing)
          : checkedOutgoing(work, outgoing).then((checked) => fire(messageSending, checked))
      return 'then' in sending ? sending.then((sent) => judged(services, work, sent)) : judged(services, work, sending)
    },
    append: (work, { params, body, ready: { sent } }) => ({
      channelId: params.channelId,
      kind: 'message' as const,
      senderId: work.actor.id,
      clientId: body.clientId,
      text: sent.text,
      targetId: null,
      replyToId: sent.replyToId,
      threadId: null,
      mentioned: mentionedOf(sent.mentions),
      fileIds: null,
      note: null,
      editedAt: null,
      recalledAt: null,
    }),
    reply: (row, fresh, { flag }) => {
      const message = messageOf(row)
      if (fresh) void services.fire(messageSent, message)
      flag?.stored({ type: 'im.message', id: row.id })
      return answer(message, { status: fresh ? 201 : 200 })
    },
  })

interface Judged {
  readonly sent: OutgoingMessage
  readonly flag: ContentFlag | undefined
}

function judged(services: MessageServices, work: ImWork, sent: OutgoingMessage): Judged | Promise<Judged> {
  const flag = checkMessage(services, work, sent)
  return flag !== undefined && 'then' in flag ? flag.then((noted) => ({ sent, flag: noted })) : { sent, flag }
}

async function moveReadPosition(
  work: ImWork,
  { announcer }: MessageServices,
  channelId: string,
  seq: number,
): Promise<{ readSeq: number; readNo: number }> {
  const position = await work.rows.log(MessageEntity).read(channelId, seq)
  if (position.moved) {
    const members = await work.rows.members(ChannelEntity, channelId)
    announcer.announce(channelId, { personId: work.actor.id, position, memberCount: members.size })
    work.publish(`person:${work.actor.id}`, contract.channelChanged, {
      channelId,
      what: 'read',
      readSeq: position.seq,
      readNo: position.no,
    })
  }
  return { readSeq: position.seq, readNo: position.no }
}
