import { column, entity, log, via } from '@liaison/sdk/server'
import { chatRead } from './permissions.ts'

/** Members only, whatever the role; a membership may end. */
export const Channel = entity(
  'sample_channel',
  { name: column.string(), lastSeq: column.integer(), lastNo: column.integer(), lastAt: column.datetime().nullable() },
  { read: chatRead, members: via('sample_member', { row: 'channelId', key: 'personId', until: 'until' }) },
  { untracked: ['lastSeq', 'lastNo', 'lastAt'] },
)

export const Member = entity(
  'sample_member',
  {
    channelId: column.string(),
    personId: column.string(),
    until: column.datetime().nullable(),
    readSeq: column.integer(),
    readNo: column.integer(),
    readAt: column.datetime().nullable(),
  },
  { read: chatRead, within: ['channelId', 'sample_channel'] },
  { untracked: ['readSeq', 'readNo', 'readAt'] },
)

/** A log whose streams are the channels. */
export const Message = log(
  'sample_message',
  { channelId: column.string(), authorId: column.string(), clientId: column.string(), text: column.string() },
  { read: chatRead, within: ['channelId', 'sample_channel'], own: ['authorId'] },
  {
    stream: 'channelId',
    once: ['clientId', 'authorId'],
    author: 'authorId',
    counts: () => true,
    head: { table: 'sample_channel', seq: 'lastSeq', no: 'lastNo', at: 'lastAt' },
    cursor: { table: 'sample_member', stream: 'channelId', person: 'personId', seq: 'readSeq', no: 'readNo', at: 'readAt' },
    topic: 'sample.channel',
    event: (row) => ({ event: { name: 'sample.message.created', schema: { type: 'object' } as never }, data: { id: row.id } }),
  },
)
