import { invitedAccessEnded, invitedAccessEnding, personDisabled, projectMemberLeft } from '@liaison/sdk/platform'
import type { Work } from '@liaison/sdk/server'
import { PersonEntity, ProjectEntity, ProjectMemberEntity } from '../directory/directory-entities.ts'
import { oneAtATime } from '../rooms/one-at-a-time.ts'
import { readRows } from '../rooms/read-rows.ts'
import { unitOf } from '../rooms/unit-of.ts'
import { unitRows } from '../rooms/unit-rows.ts'
import { InvitationEntity, type InvitationRow } from './invitation-entity.ts'
import { endingLetter } from './invitation-letters.ts'
import type { InvitationRooms } from './invitation-rooms.ts'

const day = 86_400_000
/** So long before the end of an access its sponsor is told, days */
export const reminderDays = 7

type AnyWork = Pick<Work, 'now' | 'afterCommit' | 'newId'>

/**
 * The account that an invitation made stops: out of the project, disabled, sessions, tokens and sockets ended with the commit.
 * Nothing happens to an invitation that nobody accepted, or that has ended.
 */
export async function endAccess(work: AnyWork, rooms: InvitationRooms, invitationId: string): Promise<void> {
  await oneAtATime(work, rooms.db, 'invitations')
  const unit = unitOf(work)
  const about = accepted(await stored(rooms, invitationId, work))
  if (about === undefined) return
  const { projectId, personId } = about
  const rows = unitRows(work)
  await rows.change(InvitationEntity, { id: invitationId }, { state: 'ended' })
  if ((await rows.remove(ProjectMemberEntity, { projectId, personId })) > 0) {
    unit.emit(projectMemberLeft.name, projectId, { projectId, personId })
    rooms.memory.announce(work, { member: { projectId, personId, present: false } })
  }
  if ((await rows.change(PersonEntity, { id: personId, disabled: false }, { disabled: true })) > 0) {
    unit.emit(personDisabled.name, personId, { personId })
    const person = rooms.memory.factsOf(personId)
    if (person !== undefined) rooms.memory.announce(work, { person: { ...person, disabled: true } })
  }
  await rooms.accounts.endAll(work, personId)
  rooms.access.changed(unit, personId)
  unit.emit(invitedAccessEnded.name, personId, about)
}

/** At its date; the job may be early when the date was moved. */
export async function endAccessAtDate(work: AnyWork, rooms: InvitationRooms, invitationId: string): Promise<void> {
  const invitation = await stored(rooms, invitationId, work)
  if (invitation !== undefined && invitation.expiresAt <= work.now) await endAccess(work, rooms, invitationId)
}

/** Whatever is over ends, should a job have been lost. */
export async function endAllOver(work: AnyWork, rooms: InvitationRooms): Promise<void> {
  const acceptedOnes = await readRows(rooms.db, InvitationEntity, { state: 'accepted' }, unitOf(work).run)
  for (const { id, expiresAt } of acceptedOnes) if (expiresAt <= work.now) await endAccess(work, rooms, id)
}

/**
 * Tells the sponsor in time: by an event, and by mail where there is mail. The letter names the person and the project: it is for
 * a sponsor who may still decide about them.
 */
export async function remindSponsor(work: AnyWork, rooms: InvitationRooms, invitationId: string): Promise<void> {
  const invitation = await stored(rooms, invitationId, work)
  const about = accepted(invitation)
  if (invitation === undefined || about === undefined) return
  // the date was moved meanwhile: there is another reminder
  if (invitation.expiresAt.getTime() - work.now.getTime() > reminderDays * day) return
  unitOf(work).emit(invitedAccessEnding.name, about.personId, about)
  const [sponsor] = await readRows(rooms.db, PersonEntity, { id: about.sponsorId })
  if (!rooms.mail.isConfigured || sponsor === undefined || sponsor.email === null) return
  if (!(await rooms.seenBy(sponsor.id, invitationId))) return
  const [project] = await readRows(rooms.db, ProjectEntity, { id: about.projectId })
  const person = rooms.memory.find(about.personId)?.name ?? ''
  const letter = endingLetter({ person, project: project?.name ?? '', at: invitation.expiresAt })
  await rooms.mail.send(
    work,
    { to: sponsor.email, ...letter },
    { dedupe: `invitations.ending.${invitationId}.${invitation.expiresAt.getTime()}`, actsFor: sponsor.id },
  )
}

async function stored({ db }: InvitationRooms, id: string, work: AnyWork): Promise<InvitationRow | undefined> {
  return (await readRows(db, InvitationEntity, { id }, unitOf(work).run))[0]
}

function accepted(row: InvitationRow | undefined) {
  if (row === undefined || row.state !== 'accepted' || row.personId === null) return undefined
  return { invitationId: row.id, projectId: row.projectId, personId: row.personId, sponsorId: row.sponsorId }
}
