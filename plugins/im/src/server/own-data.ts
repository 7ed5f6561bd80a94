import type { Rows } from '@liaison/sdk/server'
import { ChannelEntity } from './channel-entity.ts'
import type { ImEntity } from './im-work.ts'
import { MemberEntity } from './member-entity.ts'
import { MessageEntity } from './message-entity.ts'

/** What somebody wrote and where he takes part, also in conversations that he has left. */
export async function ownData(rows: Rows<ImEntity>, personId: string): Promise<object> {
  const channels = []
  for await (const { channelId, role, createdAt, readAt, muted } of rows.of(MemberEntity).each({ personId })) {
    const channel = await rows.of(ChannelEntity).find(channelId)
    channels.push({ channelId, kind: channel?.kind ?? null, name: channel?.name ?? null, role, since: createdAt, readAt, muted })
  }
  const messages = []
  for await (const row of rows.of(MessageEntity).each({ senderId: personId, kind: ['message', 'edit'] })) {
    const { id, channelId, kind, text, targetId, fileIds, createdAt, editedAt, recalledAt } = row
    messages.push({ id, channelId, kind, text, targetId, fileIds, createdAt, editedAt, recalledAt })
  }
  return { channels, messages }
}
