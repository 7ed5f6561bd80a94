import { Id, Instant, nullable, PersonSummary, text } from '@liaison/sdk'
import { type Static, Type } from 'typebox'

/** Longest message, in characters. */
export const maxMessageLength = 20_000
/** Most people in one conversation */
export const maxMembers = 2_000
/** Most people that a conversation is started with: each is a row, and a unit of work has its time */
export const maxFounders = 1_000

/** What the client names its sends by; a version 7 UUID keeps the index warm. */
export const ClientId = Type.String({
  pattern: '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$',
  maxLength: 36,
  description: 'UUID made by the client, unique for its author: the same one again answers with the stored message',
})

export const MessageText = text(maxMessageLength, { description: 'Characters, not bytes; stored exactly as sent' })
export const Seq = Type.Integer({
  minimum: 0,
  maximum: Number.MAX_SAFE_INTEGER,
  description: 'Number of a lasting event of the channel, contiguous from 1',
})

/** Who a message speaks to: people of the conversation by id, or `all`. */
export const Mentions = Type.Array(Type.Union([Id, Type.Literal('all')]), { maxItems: 200, uniqueItems: true })

/** What happened to the conversation itself, told between its messages. */
export const SystemNote = Type.Object({
  what: Type.Enum(['joined', 'left', 'removed', 'renamed', 'described']),
  personIds: Type.Array(Id),
  name: nullable(Type.String()),
})
export type SystemNote = Static<typeof SystemNote>

/**
 * One line of a conversation. `seq` orders it among all lasting events of the channel, `no` counts messages only, so that
 * unread is a difference. `text` is null for a recalled message and for a note of the system.
 */
export const Message = Type.Object({
  id: Id,
  channelId: Id,
  seq: Seq,
  no: Type.Integer(),
  kind: Type.Enum(['message', 'system']),
  senderId: Id,
  clientId: Type.String(),
  text: nullable(Type.String()),
  mentions: Mentions,
  replyToId: nullable(Id),
  threadId: nullable(Id),
  fileIds: Type.Array(Id),
  system: nullable(SystemNote),
  createdAt: Instant,
  editedAt: nullable(Instant),
  recalledAt: nullable(Instant),
  version: Type.Integer(),
})
export type Message = Static<typeof Message>

export const ChannelKind = Type.Enum(['direct', 'group', 'project'])
export type ChannelKind = Static<typeof ChannelKind>
export const ChannelName = text(100, { description: 'Name of a group or project channel' })

/** A conversation as one of its members sees it: with what he has not read. */
export const Channel = Type.Object({
  id: Id,
  kind: ChannelKind,
  /** Null for a direct chat: it is called after `person` */
  name: nullable(Type.String()),
  topic: nullable(Type.String()),
  projectId: nullable(Id),
  /** Somebody from outside the company reads along. */
  external: Type.Boolean(),
  /** The other person of a direct chat; oneself in a chat with oneself */
  person: nullable(PersonSummary),
  /** `person` is connected now */
  online: Type.Boolean(),
  memberCount: Type.Integer(),
  role: Type.Enum(['owner', 'member']),
  muted: Type.Boolean(),
  unread: Type.Integer({ description: 'Messages after the reading position' }),
  mentions: Type.Integer({ description: 'Unread messages that speak to the caller' }),
  lastMessage: nullable(Message),
  /** Author of `lastMessage` */
  lastSender: nullable(PersonSummary),
  lastSeq: Seq,
  lastNo: Type.Integer(),
  readSeq: Seq,
  readNo: Type.Integer(),
  lastAt: Instant,
  createdById: Id,
  createdAt: Instant,
  version: Type.Integer(),
})
export type Channel = Static<typeof Channel>

export const Member = Type.Object({
  person: PersonSummary,
  role: Type.Enum(['owner', 'member']),
  online: Type.Boolean(),
  readSeq: Seq,
  joinedAt: Instant,
})
export type Member = Static<typeof Member>

export const Readers = Type.Object({
  read: Type.Array(Type.Object({ personId: Id, at: Instant })),
  unread: Type.Array(Type.Object({ personId: Id })),
})
export type Readers = Static<typeof Readers>
