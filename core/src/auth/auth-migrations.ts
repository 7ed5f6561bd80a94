import { migration } from '@liaison/sdk/server'

export const authMigrations = [
  migration('20261101-auth', async (change) => {
    await change.createTable('core_credential', { personId: 'id', passwordHash: 'text' }, { unique: [['personId']] })
    await change.createTable(
      'core_session',
      { personId: 'id', hash: 'text', address: 'text', userAgent: 'text', lastSeenAt: 'instant' },
      { unique: [['hash']], indexes: [['personId', 'id']] },
    )
    await change.createTable(
      'core_token',
      { personId: 'id', name: 'text', hash: 'text', expiresAt: 'instant', lastUsedAt: 'instant?', permissions: 'json?' },
      { unique: [['hash']], indexes: [['personId', 'id']] },
    )
  }),
]
