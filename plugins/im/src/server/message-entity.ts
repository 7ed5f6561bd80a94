import { column, log } from '@liaison/sdk/server'
import { channelTopicName, imRead, type SystemNote } from '../contract.ts'
import { eventOf } from './message-shape.ts'

/**
 * Everything lasting that happens in a channel, one row each: messages, and the edits and recalls that change an earlier
 * one (`targetId`). The table is the channel's log: replay reads it, and there is no other.
 */
export const MessageEntity = log(
  'im_message',
  {
    channelId: column.string(),
    kind: column.string().$type<'message' | 'edit' | 'recall' | 'system'>(),
    senderId: column.string(),
    clientId: column.string(),
    text: column.text().nullable(),
    targetId: column.string().nullable(),
    replyToId: column.string().nullable(),
    threadId: column.string().nullable(),
    /** Ids of people spoken to, or `all`, each between blanks; null for nobody, which keeps most rows out of the index */
    mentioned: column.text().nullable(),
    fileIds: column.json<string[]>().nullable(),
    note: column.json<SystemNote>().nullable(),
    editedAt: column.datetime().nullable(),
    recalledAt: column.datetime().nullable(),
  },
  { read: imRead, within: ['channelId', 'im_channel'] },
  {
    stream: 'channelId',
    once: ['clientId', 'senderId'],
    author: 'senderId',
    target: 'targetId',
    counts: (row) => row.kind === 'message',
    head: { table: 'im_channel', seq: 'lastSeq', no: 'lastNo', at: 'lastAt' },
    cursor: { table: 'im_member', stream: 'channelId', person: 'personId', seq: 'readSeq', no: 'readNo', at: 'readAt' },
    topic: channelTopicName,
    event: eventOf,
  },
)
