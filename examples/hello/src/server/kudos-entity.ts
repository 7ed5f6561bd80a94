import { column, entity, migration } from '@liaison/sdk/server'
import { kudosRead } from '../contract.ts'

/** Mine is what I gave and what I received; my department's is what was given to one of it. */
export const KudosEntity = entity(
  'kudos_note',
  {
    fromId: column.string(),
    toId: column.string(),
    departmentId: column.string().nullable(),
    words: column.text(),
  },
  { read: kudosRead, own: ['fromId', 'toId'], department: 'departmentId' },
)

export const migrations = [
  migration('20260301-wall', (change) =>
    change.createTable(
      'kudos_note',
      { fromId: 'id', toId: 'id', departmentId: 'id?', words: 'text' },
      { indexes: [['createdAt', 'id'], ['departmentId', 'createdAt', 'id'], ['fromId'], ['toId']] },
    ),
  ),
]
