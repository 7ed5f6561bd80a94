import type { LeakSamples, StoredRow, Who } from '@liaison/sdk/testing'

const ofOneself = (row: StoredRow, who: Who): boolean => row['personId'] === who.id
const managed = 'a colleague of a project is seen, and nobody’s to manage for that'
const tomorrow = (now: Date): Date => new Date(now.getTime() + 86_400_000)

export const signInSamples: LeakSamples = {
  plugin: 'auth',
  rows: {
    core_credential: 'world',
    core_session: () => ({}),
    core_token: ({ now }) => ({ expiresAt: tomorrow(now) }),
    core_password_before: 'world',
    core_authenticator: 'world',
    core_recovery_code: 'world',
    core_passkey: () => ({ site: 'http://localhost' }),
    core_password_reset: 'world',
    core_sign_in_policy: 'world',
  },
  members: { sessionId: 'core_session', tokenId: 'core_token', 'tokens/:id': 'core_token', 'passkeys/:id': 'core_passkey' },
  doors: {
    'auth.listTokens': { shows: 'core_token', sees: ofOneself },
    'auth.listSessions': { shows: 'core_session', sees: ofOneself },
    'auth.deleteToken': { sees: ofOneself },
    'auth.endSession': { sees: ofOneself },
    'auth.listPersonSessions': { shows: 'core_session', belongingBy: 'personId', refuses: managed },
    'auth.listPersonTokens': { shows: 'core_token', belongingBy: 'personId', refuses: managed },
    'auth.listPasskeys': { shows: 'core_passkey', sees: ofOneself },
    'auth.renamePasskey': { sees: ofOneself },
    'auth.removePasskey': { unjudged: 'asks for the password before it asks for the row' },
    'auth.confirmAuthenticator': { body: { code: '000000' } },
  },
}

export const viewSamples: LeakSamples = {
  plugin: 'view-as',
  rows: { core_view: ({ personId, now }) => ({ personId, expiresAt: tomorrow(now) }) },
  members: { 'views/:id': 'core_view' },
  doors: { 'access.endView': { sees: (row, who) => row['viewerId'] === who.id } },
}

export const tourSamples: LeakSamples = { plugin: 'tour', rows: { core_tour: () => ({}) } }

export const realtimeSamples: LeakSamples = {
  plugin: 'realtime',
  rows: {},
  doors: { 'realtime.issueTicket': { ofSession: true } },
  topics: {
    person: { about: 'core_person', sees: (row, who) => row.id === who.id && who.viewerId === undefined },
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
}
