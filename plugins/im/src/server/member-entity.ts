import { column, entity } from '@liaison/sdk/server'
import { imRead } from '../contract.ts'

/** A person in a conversation, with how far he has read. `readAt` is empty until he has looked once. */
export const MemberEntity = entity(
  'im_member',
  {
    channelId: column.string(),
    personId: column.string(),
    role: column.string().$type<'owner' | 'member'>(),
    /** When the membership ends by itself */
    until: column.datetime().nullable(),
    readSeq: column.integer(),
    readNo: column.integer(),
    readAt: column.datetime().nullable(),
    muted: column.boolean(),
  },
  { read: imRead, within: ['channelId', 'im_channel'] },
  { untracked: ['readSeq', 'readNo', 'readAt', 'muted'] },
)
