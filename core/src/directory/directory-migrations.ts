import { migration } from '@liaison/sdk/server'

export const directoryMigrations = [
  migration('20261101-directory', async (change) => {
    await change.createTable(
      'core_person',
      {
        account: 'text',
        name: 'text',
        kind: 'text',
        email: 'text?',
        phone: 'text?',
        title: 'text?',
        locale: 'text',
        organisationId: 'id?',
        disabled: 'boolean',
        nameIndex: 'text',
      },
      {
        unique: [['account']],
        indexes: [
          ['nameIndex', 'id'],
          ['organisationId', 'nameIndex', 'id'],
        ],
      },
    )
    await change.createTable(
      'core_department',
      { name: 'text', parentId: 'id?', headId: 'id?', path: 'text', position: 'integer' },
      { indexes: [['path'], ['parentId', 'position', 'id']] },
    )
    await change.createTable(
      'core_person_department',
      { personId: 'id', departmentId: 'id' },
      { unique: [['personId', 'departmentId']], indexes: [['departmentId', 'personId']] },
    )
    await change.createTable(
      'core_person_role',
      { personId: 'id', roleId: 'id', departmentId: 'id?' },
      {
        indexes: [
          ['personId', 'roleId'],
          ['roleId', 'personId'],
        ],
      },
    )
    await change.createTable('core_organisation', { name: 'text', kind: 'text' }, { unique: [['name']] })
    await change.createTable(
      'core_project',
      { key: 'text', name: 'text', description: 'text?', departmentId: 'id?', createdById: 'id?' },
      {
        unique: [['key']],
        indexes: [
          ['departmentId', 'id'],
          ['createdById', 'id'],
        ],
      },
    )
    await change.createTable(
      'core_project_member',
      { projectId: 'id', personId: 'id', roleId: 'id?' },
      {
        unique: [['projectId', 'personId']],
        indexes: [
          ['personId', 'projectId'],
          ['roleId', 'personId'],
        ],
      },
    )
  }),
  migration('20261124-organisation-contacts', (change) => change.addColumns('core_organisation', { contactId: 'id?', managerId: 'id?' })),
  migration('20261124-id-numbers', (change) => change.addColumns('core_person', { idNumber: 'text?' })),
  migration('20261124-archived-projects', (change) => change.addColumns('core_project', { archivedAt: 'instant?' })),
]
