import { accessViewAs } from '@liaison/sdk/platform'
import { column, entity, migration } from '@liaison/sdk/server'

/** Somebody views as somebody else, in one session, until then. */
export const ViewEntity = entity(
  'core_view',
  {
    sessionId: column.string(),
    viewerId: column.string(),
    personId: column.string(),
    expiresAt: column.datetime(),
    reason: column.string(),
  },
  { read: accessViewAs, own: ['viewerId'] },
  { auditedValues: ['viewerId', 'personId', 'expiresAt', 'reason'] },
)

export const viewMigrations = [
  migration('20261124-view-as', (change) =>
    change.createTable(
      'core_view',
      { sessionId: 'text', viewerId: 'id', personId: 'id', expiresAt: 'instant' },
      { indexes: [['expiresAt'], ['viewerId', 'id']] },
    ),
  ),
  migration('20261124-view-reason', (change) => change.run("alter table core_view add column reason text not null default ''")),
]
