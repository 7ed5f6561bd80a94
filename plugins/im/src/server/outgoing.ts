import { invalidInput, notFound } from '@liaison/sdk'
import type { OutgoingMessage } from '../hooks.ts'
import { ChannelEntity } from './channel-entity.ts'
import type { ImWork } from './im-work.ts'
import { MessageEntity } from './message-entity.ts'

/**
 * A message that speaks to people or replies to one, checked: who is not in the channel (any more) is not spoken to, and a
 * reply is to a message of the same channel.
 * @throws notFound (404) to strangers, invalidInput (400) for a reply to something else
 */
export async function checkedOutgoing(work: ImWork, outgoing: OutgoingMessage): Promise<OutgoingMessage> {
  const members = await work.rows.members(ChannelEntity, outgoing.channelId)
  if (!members.has(work.actor.id)) throw notFound()
  if (outgoing.replyToId !== null) {
    const quoted = await work.rows.of(MessageEntity).find(outgoing.replyToId)
    if (quoted?.channelId !== outgoing.channelId || quoted.kind !== 'message')
      throw invalidInput({ errors: [{ pointer: '/body/replyToId', message: 'is no message of this channel' }] })
  }
  return { ...outgoing, mentions: outgoing.mentions.filter((id) => id === 'all' || members.has(id)) }
}
