import type { LeakSamples, StoredRow, Who } from '@liaison/sdk/testing'
import { installation } from '../rooms/floors.ts'
import { Sealed } from '../rooms/sealed.ts'
import type { CoreTestHost } from './start-test-host.ts'

const ofOneself = (row: StoredRow, who: Who): boolean => row['personId'] === who.id

/** What the core's own rooms say to the leak walk. */
export const leakSamples = ({ platform }: CoreTestHost): readonly LeakSamples[] => [
  {
    plugin: 'directory',
    rows: {
      core_person: 'world',
      core_department: 'world',
      core_person_department: 'world',
      core_person_role: 'world',
      core_organisation: ({ text }) => ({ name: text, kind: 'customer' }),
      core_project: 'world',
      core_project_member: 'world',
    },
    members: {
      personId: 'core_person',
      departmentId: 'core_department',
      organisationId: 'core_organisation',
      projectId: 'core_project',
      roleId: null,
      'directory.getPerson id': 'core_person',
      'directory.changePerson id': 'core_person',
      'directory.revealPerson id': 'core_person',
      'directory.changeDepartment id': 'core_department',
      'directory.changeOrganisation id': 'core_organisation',
      'directory.getProject id': 'core_project',
      'directory.changeProject id': 'core_project',
      'directory.listProjectMembers id': 'core_project',
      'directory.putProjectMember id': 'core_project',
      'directory.deleteProjectMember id': 'core_project',
    },
    doors: {
      // department and company stand in what is shown of every person
      'directory.listPeople': { shows: 'core_person', told: ['departmentId', 'organisationId'] },
      'directory.listProjectMembers': {
        shows: 'core_project_member',
        match: (item, row) => ['projectId', 'personId'].every((name) => (item as StoredRow)[name] === row[name]),
      },
    },
  },
  {
    plugin: 'access',
    rows: { core_role: 'world', core_role_cell: 'world', core_known_permission: 'world' },
    members: { 'access.changeRole id': 'core_role', 'access.deleteRole id': 'core_role' },
    doors: { 'access.listPermissions': { unjudged: 'what the modules declare is no row' } },
  },
  {
    plugin: 'auth',
    rows: {
      core_credential: 'world',
      core_session: 'world',
      core_token: 'world',
      core_password_before: 'world',
      core_authenticator: 'world',
      core_recovery_code: 'world',
      core_passkey: 'world',
      core_password_reset: 'world',
      core_sign_in_policy: 'world',
    },
    members: { 'auth.endSession sessionId': 'core_session', 'auth.deleteToken id': 'core_token' },
    doors: {
      'auth.listTokens': { shows: 'core_token', sees: ofOneself },
      'auth.listSessions': { shows: 'core_session', sees: ofOneself },
      'auth.deleteToken': { sees: ofOneself },
    },
  },
  {
    plugin: 'view-as',
    rows: { core_view: 'world' },
    members: { 'access.endView id': 'core_view' },
    doors: { 'access.endView': { sees: (row, who) => row['viewerId'] === who.id } },
  },
  {
    plugin: 'invitations',
    rows: {
      core_invitation: ({ text, number, roleId, personId, now }) => ({
        codeHash: `${text} ${number}`,
        email: new Sealed(platform.kernel.get(installation).secret, 'invitations').seal('somebody@example.com'),
        name: text,
        organisationId: null,
        roleId,
        sponsorId: personId,
        state: 'open',
        linkUntil: new Date(now.getTime() + 86_400_000),
        expiresAt: new Date(now.getTime() + 86_400_000),
        personId: null,
        acceptedAt: null,
        consentVersion: null,
      }),
    },
    members: { 'invitations.withdraw id': 'core_invitation', code: null },
    doors: {
      'invitations.list': { told: ['projectId'] },
      'invitations.read': { unjudged: 'who has the code is invited; it is random and no row’s id' },
      'invitations.accept': { unjudged: 'as the reading' },
    },
  },
  {
    plugin: 'jobs',
    rows: {
      core_job: ({ text, now }) => ({
        kind: text,
        data: '',
        state: 'dead',
        runAt: now,
        attempts: 1,
        runId: null,
        dedupe: null,
        error: null,
      }),
    },
    members: { 'jobs.restart id': 'core_job', 'jobs.delete id': 'core_job' },
  },
  {
    plugin: 'audit',
    rows: {},
    doors: {
      'audit.list': { unjudged: 'its lines are no rows of an entity: whoever may read the trail reads all of it' },
      'audit.export': { unjudged: 'as the list' },
    },
  },
  {
    plugin: 'realtime',
    rows: {},
    topics: {
      person: { about: 'core_person', sees: (row, who) => row.id === who.id },
      // inside people know of everybody that he is there, outside people of those in their projects
      presence: {
        about: 'core_person',
        sees(row, who, model) {
          if (row.id === who.id || model.row('core_person', who.id)?.['kind'] === 'internal') return true
          const projectsOf = (personId: string | undefined) =>
            model.rows('core_project_member').flatMap((member) => (member['personId'] === personId ? [member['projectId']] : []))
          return projectsOf(row.id).some((project) => projectsOf(who.id).includes(project))
        },
      },
    },
  },
  {
    plugin: 'content-filter',
    rows: { core_content_rule: 'world', core_content_flag: 'world' },
  },
  {
    plugin: 'roll-out',
    rows: { core_roll_out: 'world', core_roll_out_change: 'world' },
  },
]
