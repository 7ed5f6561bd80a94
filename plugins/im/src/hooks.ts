/** Where other plugins take part in conversations. */
import { changeHook, tellHook } from '@liaison/sdk'
import type { Message } from './contract-shapes.ts'

/** A message on its way; a tap may change its text or mentions, or refuse it by throwing a problem. */
export interface OutgoingMessage {
  readonly channelId: string
  readonly senderId: string
  readonly text: string
  readonly mentions: readonly string[]
  readonly replyToId: string | null
}
/** Before a message is stored. Fails closed: a filter that does not answer lets nothing through. A tap should answer at once. */
export const messageSending = changeHook<OutgoingMessage>('im.messageSending', { guards: true })

/** Before an edit is stored, with the new text: what may not be sent may not be edited in. */
export const messageChanging = changeHook<OutgoingMessage & { readonly messageId: string }>('im.messageChanging', { guards: true })

/** After a message is stored and synced, in the process that stored it. What must not be missed listens to the topic or events. */
export const messageSent = tellHook<Message>('im.messageSent')

export interface NewChannel {
  readonly kind: 'direct' | 'group' | 'project'
  readonly name: string | null
  readonly topic: string | null
  readonly projectId: string | null
  readonly createdById: string
  /** With the creator */
  readonly memberIds: readonly string[]
}
/** Before a channel is made; a tap may change its name or members, or refuse it by throwing a problem. */
export const channelCreating = changeHook<NewChannel>('im.channelCreating', { guards: true })

/** Before somebody is added to a channel; a tap may refuse it by throwing a problem. */
export const memberAdding = changeHook<{ readonly channelId: string; readonly personId: string; readonly byId: string }>(
  'im.memberAdding',
  {
    guards: true,
  },
)

export const hooks = [messageSending, messageChanging, messageSent, channelCreating, memberAdding]
