import { migration } from '@liaison/sdk/server'

export const roleMigrations = [
  migration('20261101-roles', async (change) => {
    await change.createTable(
      'core_role',
      { key: 'text?', name: 'text', description: 'text', external: 'boolean' },
      { unique: [['key'], ['name']] },
    )
    await change.createTable('core_role_cell', { roleId: 'id', permission: 'text', scope: 'text' }, { unique: [['roleId', 'permission']] })
    await change.createTable('core_known_permission', { key: 'text' }, { unique: [['key']] })
  }),
]
