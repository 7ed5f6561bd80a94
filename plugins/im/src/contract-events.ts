import { defineEvent, Id, Instant } from '@liaison/sdk'
import { Type } from 'typebox'
import { Message, Seq, SystemNote } from './contract-shapes.ts'

/** Topic of a channel: `im.channel:<id>` */
export const channelTopicName = 'im.channel'
export const channelTopicOf = (channelId: string): string => `${channelTopicName}:${channelId}`

/** Lasting: each has the `seq` of its own log row. */
export const messageCreated = defineEvent('im.message.created', Message)
/** The message as it is now, after an edit */
export const messageChanged = defineEvent('im.message.changed', Message)
export const messageRecalled = defineEvent('im.message.recalled', Type.Object({ id: Id, channelId: Id, recalledAt: Instant, byId: Id }))
/** Members or details of the channel changed; a line of its log. */
export const channelNoted = defineEvent('im.channel.noted', Type.Object({ message: Message, system: SystemNote }))

/** Not lasting: without `seq`, never replayed. */
export const typing = defineEvent('im.typing', Type.Object({ channelId: Id, personId: Id }))
/**
 * Reading positions that moved, once per channel and second. In large channels `readers` stays empty and only the count of
 * people who moved is told.
 */
export const readMoved = defineEvent(
  'im.read',
  Type.Object({ channelId: Id, readers: Type.Array(Type.Object({ personId: Id, seq: Seq, at: Instant })), moved: Type.Integer() }),
)
/** On `person:<id>`: one's channels are no longer what they were, or one has read on another device. */
export const channelChanged = defineEvent(
  'im.channel.changed',
  Type.Object({
    channelId: Id,
    what: Type.Enum(['added', 'removed', 'read', 'muted']),
    /** With `read` */
    readSeq: Type.Optional(Seq),
    readNo: Type.Optional(Type.Integer()),
  }),
)

/** For other plugins, at least once: a conversation was started, somebody joined it, somebody left it. */
export const channelCreated = defineEvent('im.channel.created', Type.Object({ channelId: Id, memberIds: Type.Array(Id), byId: Id }))
export const memberAdded = defineEvent('im.member.added', Type.Object({ channelId: Id, personId: Id, byId: Id }))
export const memberRemoved = defineEvent('im.member.removed', Type.Object({ channelId: Id, personId: Id, byId: Id }))

/** What the topic of a channel carries */
export const channelTopicEvents = [messageCreated, messageChanged, messageRecalled, channelNoted, typing, readMoved]
export const events = [...channelTopicEvents, channelChanged, channelCreated, memberAdded, memberRemoved]
