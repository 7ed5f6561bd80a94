import { column, entity, via } from '@liaison/sdk/server'
import { imRead } from '../contract.ts'

/** A conversation. Nobody sees one that he is not a member of, whatever his role. */
export const ChannelEntity = entity(
  'im_channel',
  {
    kind: column.string().$type<'direct' | 'group' | 'project'>(),
    name: column.string().nullable(),
    topic: column.string().nullable(),
    projectId: column.string().nullable(),
    /** Both people of a direct chat, sorted: there is one chat for two */
    directKey: column.string().nullable(),
    external: column.boolean(),
    createdById: column.string(),
    lastSeq: column.integer(),
    lastNo: column.integer(),
    lastAt: column.datetime(),
  },
  { read: imRead, members: via('im_member', { row: 'channelId', key: 'personId', until: 'until' }) },
  { untracked: ['lastSeq', 'lastNo', 'lastAt'] },
)

/** The key of the direct chat of two people; the same from both sides. */
export const directKeyOf = (one: string, other: string): string => (one < other ? `${one}:${other}` : `${other}:${one}`)

/** The other one of a direct chat; oneself in a chat with oneself. */
export function otherOf(directKey: string, personId: string): string {
  const [first = personId, second = personId] = directKey.split(':')
  return first === personId ? second : first
}
