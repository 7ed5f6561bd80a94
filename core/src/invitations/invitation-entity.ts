import { projectsManage } from '@liaison/sdk/platform'
import { column, entity, migration, type Row } from '@liaison/sdk/server'

/** One person's way into one project. It lies in the scope of whoever decides who takes part in that project. */
export const InvitationEntity = entity(
  'core_invitation',
  {
    /** SHA-256 of the code in the link, hex */
    codeHash: column.string(),
    /** Sealed address */
    email: column.text(),
    name: column.string().nullable(),
    organisationId: column.string().nullable(),
    projectId: column.string(),
    /** Who opened the project, and its department: they carry its scope */
    projectOwnerId: column.string().nullable(),
    departmentId: column.string().nullable(),
    roleId: column.string(),
    sponsorId: column.string(),
    state: column.string().$type<'open' | 'accepted' | 'withdrawn' | 'ended'>(),
    linkUntil: column.datetime(),
    expiresAt: column.datetime(),
    personId: column.string().nullable(),
    acceptedAt: column.datetime().nullable(),
    /** Of the text that the person agreed to */
    consentVersion: column.string().nullable(),
  },
  { read: projectsManage, own: ['projectOwnerId'], project: 'projectId', department: 'departmentId' },
  { auditedValues: ['projectId', 'roleId', 'sponsorId', 'state', 'expiresAt', 'personId', 'consentVersion'] },
)
export type InvitationRow = Row<typeof InvitationEntity>

export const invitationMigrations = [
  migration('20261124-invitations', async (change) => {
    await change.createTable(
      'core_invitation',
      {
        codeHash: 'text',
        email: 'text',
        name: 'text?',
        organisationId: 'id?',
        projectId: 'id',
        projectOwnerId: 'id?',
        departmentId: 'id?',
        roleId: 'id',
        sponsorId: 'id',
        state: 'text',
        linkUntil: 'instant',
        expiresAt: 'instant',
        personId: 'id?',
        acceptedAt: 'instant?',
        consentVersion: 'text?',
      },
      { unique: [['codeHash']], indexes: [['projectId', 'id'], ['state', 'expiresAt'], ['personId']] },
    )
  }),
]
