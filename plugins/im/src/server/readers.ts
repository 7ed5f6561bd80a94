import type { Readers } from '../contract.ts'
import type { ImWork } from './im-work.ts'
import { MemberEntity } from './member-entity.ts'
import { MessageEntity } from './message-entity.ts'
import { messageRow } from './message-changes.ts'

/** Who has read a message and who has not, the latest readers first. */
export async function readersOf(work: ImWork, messageId: string): Promise<Readers> {
  const message = await messageRow(work, messageId)
  const unstored = work.rows.log(MessageEntity).unstored(message.channelId)
  const read: Readers['read'] = []
  const unread: Readers['unread'] = []
  for await (const { personId, readSeq, readAt } of work.rows.of(MemberEntity).each({ channelId: message.channelId })) {
    if (personId === message.senderId) continue
    const moved = unstored.get(personId)
    const latest = moved !== undefined && moved.seq > readSeq ? moved : { seq: readSeq, at: readAt }
    if (latest.seq < message.seq) unread.push({ personId })
    else if (latest.at !== null) read.push({ personId, at: latest.at.toISOString() })
  }
  return { read: read.toSorted((one, other) => other.at.localeCompare(one.at)), unread }
}
