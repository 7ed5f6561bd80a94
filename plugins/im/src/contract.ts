/** What other plugins and the browser may rely on: conversations, their messages, who has read them. */
import { contentBlocked, defineProblem, Id, operation, pageOf, pageQuery, PersonSummary, text } from '@liaison/sdk'
import { Type } from 'typebox'
import { imReaders } from './contract-features.ts'
import { imRead, imSend } from './contract-permissions.ts'
import {
  Channel,
  ChannelKind,
  ChannelName,
  ClientId,
  maxFounders,
  Member,
  Mentions,
  Message,
  MessageText,
  Readers,
  Seq,
} from './contract-shapes.ts'

export * from './contract-events.ts'
export * from './contract-features.ts'
export * from './contract-permissions.ts'
export * from './contract-shapes.ts'

export const timeLimitOver = defineProblem('im/time-limit-over', 409, {
  'zh-CN': '已超过可修改的时限',
  en: 'The time for changing this message is over',
})
export const alreadyRecalled = defineProblem('im/already-recalled', 409, { 'zh-CN': '消息已撤回', en: 'The message was recalled' })
export const directIsFixed = defineProblem('im/direct-is-fixed', 409, {
  'zh-CN': '单聊的成员和名称不能更改',
  en: 'Members and name of a direct chat cannot change',
})
/** `errors` names the person, as in any invalid input. */
export const outsideProject = defineProblem('im/outside-project', 400, {
  'zh-CN': '外部人员要先加入该项目，才能进入项目会话',
  en: 'People from outside must join the project first',
})
export const channelFull = defineProblem('im/channel-full', 409, {
  'zh-CN': '会话人数已达上限',
  en: 'The conversation holds as many people as it can',
})
export const problems = [channelFull, timeLimitOver, alreadyRecalled, directIsFixed, outsideProject]

const channelParams = Type.Object({ channelId: Id })
const memberParams = Type.Object({ channelId: Id, personId: Id })
const messageParams = Type.Object({ messageId: Id })

/** The caller's conversations, the most recently active first. Source: IM-1, IM-2. */
export const listChannels = operation({
  id: 'im.listChannels',
  method: 'GET',
  path: '/im/channels',
  permission: imRead,
  background: true,
  query: Type.Object(pageQuery),
  reply: pageOf(Channel),
})

export const getChannel = operation({
  id: 'im.getChannel',
  method: 'GET',
  path: '/im/channels/:channelId',
  permission: imRead,
  background: true,
  params: channelParams,
  reply: Channel,
})

/**
 * Starts a conversation; the caller is always a member. A second direct chat with the same person answers 200 with the first.
 * In a project channel, outside people must be members of the project.
 */
export const createChannel = operation({
  id: 'im.createChannel',
  method: 'POST',
  path: '/im/channels',
  permission: imSend,
  body: Type.Object({
    kind: ChannelKind,
    name: Type.Optional(ChannelName),
    topic: Type.Optional(text(500)),
    memberIds: Type.Array(Id, { maxItems: maxFounders, uniqueItems: true }),
    projectId: Type.Optional(Id),
  }),
  reply: Channel,
  status: 201,
  problems: [outsideProject, contentBlocked],
})

/** Renames or describes a channel: its owner, or who holds `im.manage`. */
export const changeChannel = operation({
  id: 'im.changeChannel',
  method: 'PATCH',
  path: '/im/channels/:channelId',
  permission: imSend,
  params: channelParams,
  body: Type.Object({ name: Type.Optional(ChannelName), topic: Type.Optional(Type.Union([text(500), Type.Null()])) }, { minProperties: 1 }),
  reply: Channel,
  problems: [directIsFixed, contentBlocked],
})

/** Whether the channel's unread counts towards the caller's total. */
export const muteChannel = operation({
  id: 'im.muteChannel',
  method: 'PUT',
  path: '/im/channels/:channelId/muted',
  permission: imRead,
  params: channelParams,
  body: Type.Object({ muted: Type.Boolean() }),
})

export const listMembers = operation({
  id: 'im.listMembers',
  method: 'GET',
  path: '/im/channels/:channelId/members',
  permission: imRead,
  params: channelParams,
  query: Type.Object(pageQuery),
  reply: pageOf(Member),
})

/** Adds somebody; adding a member again changes nothing. Outside people make the channel external. */
export const addMember = operation({
  id: 'im.addMember',
  method: 'PUT',
  path: '/im/channels/:channelId/members/:personId',
  permission: imSend,
  params: memberParams,
  reply: Member,
  problems: [directIsFixed, outsideProject, channelFull],
})

/** Removes somebody (its owner, or who holds `im.manage`) or leaves. */
export const removeMember = operation({
  id: 'im.removeMember',
  method: 'DELETE',
  path: '/im/channels/:channelId/members/:personId',
  permission: imRead,
  params: memberParams,
  problems: [directIsFixed],
})

/**
 * A page of a channel, oldest first inside the page, the newest page by default. `next` leads on in the same direction:
 * further back, or forward after `after`.
 */
export const listMessages = operation({
  id: 'im.listMessages',
  method: 'GET',
  path: '/im/channels/:channelId/messages',
  permission: imRead,
  params: channelParams,
  query: Type.Object({ ...pageQuery, before: Type.Optional(Seq), after: Type.Optional(Seq) }),
  reply: Type.Object({
    items: Type.Array(Message),
    next: Type.Union([Type.String(), Type.Null()]),
    /** Messages that are replied to in this page, as they are now */
    quoted: Type.Array(Message),
    /** Authors, and whoever a system note names */
    people: Type.Array(PersonSummary),
  }),
})

export const getMessage = operation({
  id: 'im.getMessage',
  method: 'GET',
  path: '/im/messages/:messageId',
  permission: imRead,
  params: messageParams,
  reply: Message,
})

/** Stores a message and tells the channel; 200 with the stored one when the client sent it before. */
export const sendMessage = operation({
  id: 'im.sendMessage',
  method: 'POST',
  path: '/im/channels/:channelId/messages',
  permission: imSend,
  params: channelParams,
  body: Type.Object({
    clientId: ClientId,
    text: MessageText,
    replyToId: Type.Optional(Id),
    mentions: Type.Optional(Mentions),
  }),
  reply: Message,
  status: 201,
  problems: [contentBlocked],
})

/** Changes the text of one's own message within the time limit of the settings. */
export const changeMessage = operation({
  id: 'im.changeMessage',
  method: 'PATCH',
  path: '/im/messages/:messageId',
  permission: imSend,
  params: messageParams,
  body: Type.Object({ text: MessageText, mentions: Type.Optional(Mentions) }),
  reply: Message,
  problems: [timeLimitOver, alreadyRecalled, contentBlocked],
})

/**
 * Takes a message back: its text leaves the channel, quotes, `lastMessage` and replay. The author within the time limit;
 * the channel's owner and who holds `im.manage` at any time. A second recall changes nothing.
 */
export const recallMessage = operation({
  id: 'im.recallMessage',
  method: 'POST',
  path: '/im/messages/:messageId/recall',
  permission: imSend,
  params: messageParams,
  reply: Message,
  problems: [timeLimitOver],
})

/** Moves the caller's reading position forward; past the last message it is clamped, backwards it does not move. */
export const readChannel = operation({
  id: 'im.readChannel',
  method: 'PUT',
  path: '/im/channels/:channelId/read',
  permission: imRead,
  params: channelParams,
  body: Type.Object({ seq: Seq }),
  reply: Type.Object({ readSeq: Seq, readNo: Type.Integer() }),
})

/** Who has read a message and who has not; the author is in neither list, nor is who joined later and has not looked yet. */
export const listReaders = operation({
  id: 'im.listReaders',
  method: 'GET',
  path: '/im/messages/:messageId/readers',
  permission: imRead,
  feature: imReaders,
  params: messageParams,
  reply: Readers,
})

/** Tells the channel that the caller is typing; good for a few seconds. */
export const startTyping = operation({
  id: 'im.startTyping',
  method: 'POST',
  path: '/im/channels/:channelId/typing',
  permission: imSend,
  params: channelParams,
})

export const operations = [
  listChannels,
  getChannel,
  createChannel,
  changeChannel,
  muteChannel,
  listMembers,
  addMember,
  removeMember,
  listMessages,
  getMessage,
  sendMessage,
  changeMessage,
  recallMessage,
  readChannel,
  listReaders,
  startTyping,
]
