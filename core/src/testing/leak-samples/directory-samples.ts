import type { LeakSamples, StoredRow } from '@liaison/sdk/testing'
import { installation } from '../../rooms/floors.ts'
import { Sealed } from '../../rooms/sealed.ts'
import type { CoreTestHost } from '../start-test-host.ts'

export const directorySamples: LeakSamples = {
  plugin: 'directory',
  rows: {
    core_person: 'world',
    core_department: 'world',
    core_person_department: 'world',
    core_person_role: 'world',
    core_organisation: () => ({ kind: 'customer' }),
    core_project: 'world',
    core_project_member: 'world',
  },
  members: {
    'people/:id': 'core_person',
    'departments/:id': 'core_department',
    'organisations/:id': 'core_organisation',
    'projects/:id': 'core_project',
    personId: 'core_person',
    departmentId: 'core_department',
    organisationId: 'core_organisation',
    projectId: 'core_project',
  },
  doors: {
    // department and company stand in what is shown of every person
    'directory.listPeople': { shows: 'core_person', told: ['departmentId', 'organisationId'] },
    'directory.countRoleHolders': { shows: null },
    'directory.listRoleHolders': { shows: null },
    'directory.readSignIn': { refuses: 'only for who holds no more than oneself: what one learns helps to become him' },
    'directory.listProjectMembers': {
      shows: 'core_project_member',
      match: (item, row) => ['projectId', 'personId'].every((name) => (item as StoredRow)[name] === row[name]),
    },
  },
}

export const invitationSamples = ({ platform }: CoreTestHost): LeakSamples => ({
  plugin: 'invitations',
  rows: {
    core_invitation: ({ text, roleId, personId, now }) => ({
      email: new Sealed(platform.kernel.get(installation).secret, 'invitations').seal('somebody@example.com'),
      name: text,
      roleId,
      sponsorId: personId,
      state: 'open',
      linkUntil: new Date(now.getTime() + 86_400_000),
      expiresAt: new Date(now.getTime() + 86_400_000),
    }),
  },
  members: { 'invitations/:id': 'core_invitation', code: null },
  doors: {
    // the project stands in every invitation
    'invitations.list': { told: ['projectId'] },
    'invitations.read': { unjudged: 'whoever has the code is invited: it is random, and no id of a row' },
    'invitations.accept': { unjudged: 'as the reading' },
  },
})
