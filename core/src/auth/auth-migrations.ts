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
  migration('20261124-sign-in-safety', async (change) => {
    await change.addColumns('core_credential', { changedAt: 'instant?', oneTimeUntil: 'instant?' })
    await change.createTable('core_password_before', { personId: 'id', passwordHash: 'text' }, { indexes: [['personId', 'id']] })
    await change.createTable('core_authenticator', { personId: 'id', secret: 'text', lastStep: 'integer' }, { unique: [['personId']] })
    await change.createTable('core_recovery_code', { personId: 'id', hash: 'text' }, { unique: [['personId', 'hash']] })
    await change.createTable(
      'core_passkey',
      {
        personId: 'id',
        name: 'text',
        credentialId: 'text',
        publicKey: 'text',
        counter: 'integer',
        transports: 'json',
        synced: 'boolean',
        site: 'text',
        lastUsedAt: 'instant?',
      },
      { unique: [['credentialId']], indexes: [['personId', 'id']] },
    )
    await change.createTable(
      'core_password_reset',
      { personId: 'id', codeHash: 'text', expiresAt: 'instant' },
      { unique: [['codeHash']], indexes: [['personId'], ['expiresAt']] },
    )
    await change.createTable(
      'core_spent_challenge',
      { hash: 'text', expiresAt: 'instant' },
      { primaryKey: ['hash'], indexes: [['expiresAt']] },
    )
    await change.createTable('core_sign_in_policy', {
      minLength: 'integer',
      remembersLast: 'integer',
      maxAgeDays: 'integer?',
      required: 'text',
      roleIds: 'json',
      requiredFrom: 'instant?',
    })
  }),
]
