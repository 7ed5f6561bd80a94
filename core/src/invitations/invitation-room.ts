import {
  acceptInvitation,
  changeInvitation,
  createInvitation,
  invitedAccessEnded,
  invitedAccessEnding,
  invitationShowing,
  listInvitations,
  personAnonymised,
  projectsManage,
  readInvitation,
  readInvitationOptions,
  renewInvitation,
  withdrawInvitation,
} from '@liaison/sdk/platform'
import { bind, definePlugin, jobs, mail } from '@liaison/sdk/server'
import { roleMemory } from '../access-administration/role-memory.ts'
import { accounts } from '../auth/accounts.ts'
import { directoryMemory } from '../directory/directory-memory.ts'
import { nameIndexOf } from '../directory/name-index.ts'
import { compiledAccess, database, dispatcher, installation } from '../rooms/floors.ts'
import { consentMemory } from '../privacy/consent-memory.ts'
import { Sealed } from '../rooms/sealed.ts'
import { sealedTexts } from '../sensitive/sealed-texts.ts'
import { unitRows } from '../rooms/unit-rows.ts'
import * as acceptance from './acceptance-service.ts'
import { endAccessAtDate, endAllOver, remindSponsor } from './access-end.ts'
import { InvitationEntity, invitationMigrations } from './invitation-entity.ts'
import type { InvitationRooms, InvitationWork } from './invitation-rooms.ts'
import * as invitations from './invitation-service.ts'
import { offerOf } from './invitation-views.ts'

const sweepJob = 'invitations.sweep'

/** Outside people come in by one link: one project, one role, for a time. */
export const invitationRoom = definePlugin<typeof InvitationEntity>({
  id: 'invitations',
  version: '0.1.0',
  title: { 'zh-CN': '邀请', en: 'Invitations' },
  entities: [InvitationEntity],
  migrations: invitationMigrations,
  operations: [
    ...[readInvitationOptions, createInvitation, listInvitations, changeInvitation, renewInvitation, withdrawInvitation],
    ...[readInvitation, acceptInvitation],
  ],
  hooks: [invitationShowing],
  events: [invitedAccessEnding, invitedAccessEnded],
  systemReasons: {
    expire: 'the access of outside people ends at its date, by nobody’s hand',
    remind: 'the sponsor is told before, by nobody’s hand',
  },
  setup({ get, on, fire, bind: bindAll, asSystem }) {
    const rooms: InvitationRooms = {
      ...{ db: get(database), memory: get(directoryMemory), roles: get(roleMemory), access: get(compiledAccess) },
      ...{ accounts: get(accounts), installation: get(installation), jobs: get(jobs), mail: get(mail) },
      sealed: new Sealed(get(installation).keyRing, sealedTexts.invitations.purpose),
      consents: get(consentMemory),
      async seenBy(personId, invitationId) {
        const access = await get(compiledAccess).get(personId)
        if (access === undefined) return false
        const { rows } = get(dispatcher).reading<typeof InvitationEntity>('invitations', { access })
        return (await rows.of(InvitationEntity, projectsManage).find(invitationId)) !== undefined
      },
      partsOf: async (projectId) => (await fire(invitationShowing, { projectId, parts: [] })).parts,
    }
    rooms.jobs.define<string>(invitations.endJob, (id) => asSystem('expire', (work) => endAccessAtDate(work, rooms, id)), { retries: 50 })
    rooms.jobs.define<string>(invitations.remindJob, (id) => asSystem('remind', (work) => remindSponsor(work, rooms, id)))
    rooms.jobs.define(sweepJob, () => asSystem('expire', (work) => endAllOver(work, rooms)))
    rooms.jobs.schedule(sweepJob, '7 * * * *')
    on(personAnonymised, async ({ personId }, work) => {
      await unitRows(work).change(InvitationEntity, { personId }, { email: rooms.sealed.seal(''), name: null })
    })
    bindAll([
      bind(readInvitationOptions, (work: InvitationWork, { query }) => invitations.invitationOptions(work, rooms, query.projectId)),
      bind(createInvitation, (work: InvitationWork, { body }) => invitations.createInvitation(work, rooms, body)),
      bind(listInvitations, (work: InvitationWork, { query }) => invitations.listInvitations(work, rooms, query)),
      bind(changeInvitation, (work: InvitationWork, { params, body }) =>
        invitations.changeInvitation(work, rooms, params.id, body.expiresAt),
      ),
      bind(renewInvitation, (work: InvitationWork, { params }) => invitations.renewInvitation(work, rooms, params.id)),
      bind(withdrawInvitation, (work: InvitationWork, { params }) => invitations.withdrawInvitation(work, rooms, params.id)),
      bind(readInvitation, async (work: InvitationWork, { params }) =>
        offerOf(rooms, await acceptance.openInvitation(rooms, params.code, work.now)),
      ),
      bind(acceptInvitation, {
        prepare: async (work: InvitationWork, { params: { code }, body: { account, name, password, consentVersion: version } }) => {
          await acceptance.refuseAcceptance(rooms, { code, account, consentVersion: version, now: work.now })
          return { passwordHash: await rooms.accounts.judgedHash(password, { account, name }), nameIndex: await nameIndexOf(name, account) }
        },
        write: (work: InvitationWork, { params: { code }, body: { account, name, consentVersion: version }, ready }) =>
          acceptance.acceptInvitation(work, rooms, { code, account, name, consentVersion: version, ...ready }),
      }),
    ])
  },
})
