import { type DirectoryPerson, notFound } from '@liaison/sdk'
import { accountTaken, consentOutdated, invitationGone, projectArchived, projectMemberJoined } from '@liaison/sdk/platform'
import { viewOf } from '../auth/own-view.ts'
import { hashOf } from '../auth/secrets.ts'
import { PersonEntity, ProjectEntity, ProjectMemberEntity } from '../directory/directory-entities.ts'
import type { PersonFacts } from '../directory/directory-memory.ts'
import type { Executor } from '../data/database.ts'
import { recordConsent } from '../privacy/consent-service.ts'
import { oneAtATime } from '../rooms/one-at-a-time.ts'
import { readRows } from '../rooms/read-rows.ts'
import { unitOf } from '../rooms/unit-of.ts'
import { unitRows } from '../rooms/unit-rows.ts'
import { InvitationEntity, type InvitationRow } from './invitation-entity.ts'
import type { InvitationRooms, InvitationWork } from './invitation-rooms.ts'

/**
 * The open invitation of a code.
 * @throws notFound (404) for an unknown code, invitationGone (410)
 */
export async function openInvitation(rooms: InvitationRooms, code: string, now: Date, from?: Executor): Promise<InvitationRow> {
  const [row] = await readRows(rooms.db, InvitationEntity, { codeHash: hashOf(code) }, from)
  if (row === undefined) throw notFound()
  if (row.state === 'withdrawn') throw invitationGone({ reason: 'withdrawn' })
  if (row.state !== 'open') throw invitationGone({ reason: 'used' })
  if (row.linkUntil <= now) throw invitationGone({ reason: 'expired' })
  // the role was deleted meanwhile: nothing can be granted
  if (rooms.roles.find(row.roleId)?.external !== true) throw invitationGone({ reason: 'withdrawn' })
  return row
}

/** Before the password is hashed, which takes time. @throws as `openInvitation`, consentOutdated (409), accountTaken (409) */
export async function refuseAcceptance(
  rooms: InvitationRooms,
  { code, account, consentVersion, now }: { code: string; account: string; consentVersion: string; now: Date },
): Promise<void> {
  await openInvitation(rooms, code, now)
  const { version } = rooms.consents.present
  if (consentVersion !== version) throw consentOutdated({ version })
  if (rooms.memory.byAccount(account) !== undefined) throw accountTaken()
}

/**
 * Makes the person and takes him into the project; of several at once one succeeds, and what fails leaves nothing.
 * @throws as `refuseAcceptance`, projectArchived (409)
 */
export async function acceptInvitation(
  work: InvitationWork,
  rooms: InvitationRooms,
  given: { code: string; account: string; name: string; passwordHash: string; nameIndex: string; consentVersion: string },
): Promise<DirectoryPerson> {
  const { account, name, passwordHash, nameIndex, consentVersion } = given
  await oneAtATime(work, rooms.db, 'invitations')
  const { run } = unitOf(work)
  const invitation = await openInvitation(rooms, given.code, work.now, run)
  if ((await readRows(rooms.db, PersonEntity, { account }, run)).length > 0) throw accountTaken()
  const { projectId, roleId, organisationId } = invitation
  const [project] = await readRows(rooms.db, ProjectEntity, { id: projectId }, run)
  if (project?.archivedAt !== null) throw projectArchived({ projectId })
  const person: PersonFacts = {
    ...{ id: work.newId(), account, name, organisationId, kind: 'external', locale: 'zh-CN', disabled: false },
    departmentIds: [],
    roleIds: [],
  }
  const rows = unitRows(work)
  await rows.change(
    InvitationEntity,
    { id: invitation.id },
    { state: 'accepted', personId: person.id, acceptedAt: work.now, consentVersion },
  )
  await rows.insert(PersonEntity, {
    ...{ id: person.id, account, name, organisationId, nameIndex, kind: 'external', locale: 'zh-CN', disabled: false },
    email: rooms.sealed.open(invitation.email),
    phone: null,
    title: null,
  })
  await rows.insert(ProjectMemberEntity, { id: work.newId(), projectId, personId: person.id, roleId })
  await rooms.accounts.setPassword(work, person.id, passwordHash)
  await recordConsent(work, rooms.consents, person.id, consentVersion)
  unitOf(work).emit(projectMemberJoined.name, projectId, { projectId, personId: person.id })
  rooms.memory.announce(work, { person })
  rooms.memory.announce(work, { member: { projectId, personId: person.id, present: true } })
  rooms.access.changed(unitOf(work), person.id)
  return viewOf(person, rooms.memory.affiliationOf(person), 1)
}
