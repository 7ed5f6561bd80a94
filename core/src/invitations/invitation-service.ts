import { forbidden, invalidInput, isProblem, notFound, type Page } from '@liaison/sdk'
import { getProject, type Invitation, invitationGone, type Project, projectArchived, roleBeyondOwn } from '@liaison/sdk/platform'
import { hashOf, newSecret } from '../auth/secrets.ts'
import { OrganisationEntity } from '../directory/directory-entities.ts'
import { refuseBeyondOwn, refuseMissing, unknownId } from '../directory/rights.ts'
import { endAccess, reminderDays } from './access-end.ts'
import { InvitationEntity, type InvitationRow } from './invitation-entity.ts'
import { invitationLetter } from './invitation-letters.ts'
import type { InvitationRooms, InvitationWork } from './invitation-rooms.ts'
import { invitationViews } from './invitation-views.ts'

const day = 86_400_000
const usualDays = 90
const linkDays = 7

export const endJob = 'invitations.end'
export const remindJob = 'invitations.remind'

export interface InvitationWish {
  readonly email: string
  readonly name?: string | null
  readonly organisationId?: string | null
  readonly projectId: string
  readonly roleId: string
  readonly expiresAt?: string
}

/** @throws invalidInput (400), forbidden (403) outside the actor's scope, roleBeyondOwn (403), projectArchived (409) */
export async function createInvitation(
  work: InvitationWork,
  rooms: InvitationRooms,
  { email, name = null, organisationId = null, projectId, roleId, expiresAt }: InvitationWish,
): Promise<Invitation & { url: string; mailed: boolean }> {
  if (work.actor.external) throw forbidden()
  const project = await projectOf(work, projectId)
  if (project.archivedAt !== null) throw projectArchived({ projectId })
  if (rooms.roles.find(roleId)?.external !== true) throw wrong('/body/roleId', 'is no role for outside people')
  await refuseBeyondOwn(rooms, work.actor, [roleId], 'project')
  await refuseMissing(rooms, work, OrganisationEntity, { ids: [organisationId], pointer: '/body/organisationId' })
  const end = expiresAt === undefined ? new Date(work.now.getTime() + usualDays * day) : new Date(expiresAt)
  if (end <= work.now) throw wrong('/body/expiresAt', 'is over')

  const code = newSecret()
  const row = await work.rows.of(InvitationEntity).create({
    ...{ name, organisationId, projectId, roleId, sponsorId: work.actor.id, state: 'open', expiresAt: end },
    codeHash: hashOf(code),
    email: rooms.sealed.seal(email),
    projectOwnerId: project.createdById,
    departmentId: project.departmentId,
    linkUntil: linkEnd(work.now, end),
    personId: null,
    acceptedAt: null,
    consentVersion: null,
  })
  await plan(work, rooms, row)
  return handOver(work, rooms, row, code)
}

/** The end of the access, and before it the sponsor's reminder. Jobs of a date that was moved find that it is not yet time. */
async function plan(work: InvitationWork, { jobs }: InvitationRooms, { id, expiresAt }: InvitationRow): Promise<void> {
  await jobs.add(work, endJob, id, { at: expiresAt })
  const reminder = new Date(expiresAt.getTime() - reminderDays * day)
  if (reminder > work.now) await jobs.add(work, remindJob, id, { at: reminder })
}

/** The link with its code, by mail where there is mail. */
async function handOver(work: InvitationWork, rooms: InvitationRooms, row: InvitationRow, code: string) {
  const { publicUrl, name: company } = rooms.installation
  const url = `${publicUrl ?? ''}/invitation/${code}`
  const mailed = mails(rooms)
  const view = (await invitationViews(rooms, [row], work.now))[0] as Invitation
  const sponsor = rooms.memory.find(work.actor.id)?.name ?? ''
  const letter = { company, sponsor, project: view.project.name, url, until: row.linkUntil }
  const to = rooms.sealed.open(row.email) ?? ''
  if (mailed) await rooms.mail.send(work, { to, ...invitationLetter(letter) }, { dedupe: letterKey(row) })
  return { ...view, url, mailed }
}

/** A letter belongs to its link: it stays here when the link dies before it goes. */
const letterKey = ({ codeHash }: Pick<InvitationRow, 'codeHash'>): string => `invitations.letter.${codeHash}`

const linkEnd = (now: Date, end: Date): Date => new Date(Math.min(end.getTime(), now.getTime() + linkDays * day))

/** @throws notFound (404), forbidden (403), invitationGone (410), roleBeyondOwn (403): more time is more access */
async function living(work: InvitationWork, rooms: InvitationRooms, id: string): Promise<InvitationRow> {
  if (work.actor.external) throw forbidden()
  const row = await work.rows.of(InvitationEntity).get(id)
  if (row.state === 'withdrawn' || row.state === 'ended') throw invitationGone({ reason: row.state === 'ended' ? 'expired' : row.state })
  await refuseBeyondOwn(rooms, work.actor, [row.roleId], 'project')
  return row
}

/** Moves the end of the access. @throws as `living`, invalidInput (400) for a time that is over */
export async function changeInvitation(work: InvitationWork, rooms: InvitationRooms, id: string, expiresAt: string): Promise<Invitation> {
  const { state, linkUntil } = await living(work, rooms, id)
  const end = new Date(expiresAt)
  if (end <= work.now) throw wrong('/body/expiresAt', 'is over')
  const row = await work.rows.of(InvitationEntity).change(id, {
    expiresAt: end,
    ...(state === 'open' && end < linkUntil && { linkUntil: end }),
  })
  await plan(work, rooms, row)
  return (await invitationViews(rooms, [row], work.now))[0] as Invitation
}

/** Another link in the place of the one before. @throws as `living`, invitationGone (410) when somebody has accepted */
export async function renewInvitation(work: InvitationWork, rooms: InvitationRooms, id: string) {
  const before = await living(work, rooms, id)
  const { state, expiresAt } = before
  if (state !== 'open') throw invitationGone({ reason: 'used' })
  if (expiresAt <= work.now) throw invitationGone({ reason: 'expired' })
  await rooms.mail.takeBack(work, letterKey(before))
  const code = newSecret()
  const row = await work.rows.of(InvitationEntity).change(id, { codeHash: hashOf(code), linkUntil: linkEnd(work.now, expiresAt) })
  return handOver(work, rooms, row, code)
}

/** @throws invalidInput (400) for a project that the actor does not see */
export async function invitationOptions(work: InvitationWork, rooms: InvitationRooms, projectId: string | undefined) {
  if (projectId !== undefined) await projectOf(work, projectId, '/query/projectId')
  const roles = []
  for (const { id, name, description, external } of rooms.roles.all())
    if (external && (await mayGive(work, rooms, id))) roles.push({ id, name, description })
  const people = projectId === undefined ? [] : rooms.memory.named(rooms.memory.ofProject(projectId))
  const parts = projectId === undefined ? [] : [...(await rooms.partsOf(projectId))]
  return { roles, people: people.filter(({ disabled }) => !disabled), parts, mails: mails(rooms) }
}

async function mayGive(work: InvitationWork, rooms: InvitationRooms, roleId: string): Promise<boolean> {
  try {
    await refuseBeyondOwn(rooms, work.actor, [roleId], 'project')
    return true
  } catch (error) {
    if (isProblem(error) && error.type === roleBeyondOwn.type) return false
    throw error
  }
}

/** A letter needs a whole address. */
const mails = ({ mail, installation }: InvitationRooms): boolean => mail.isConfigured && installation.publicUrl !== undefined

export async function listInvitations(
  work: InvitationWork,
  rooms: InvitationRooms,
  { projectId, ...page }: { projectId?: string; limit?: number; cursor?: string },
): Promise<Page<Invitation>> {
  const where = projectId === undefined ? {} : { projectId }
  const { items, next } = await work.rows.of(InvitationEntity).list({ ...page, where, order: { by: 'id', descending: true } })
  return { items: await invitationViews(rooms, items, work.now), next }
}

/** The link stops working; who has accepted loses the access at once. @throws notFound (404), forbidden (403) */
export async function withdrawInvitation(work: InvitationWork, rooms: InvitationRooms, id: string): Promise<void> {
  const rows = work.rows.of(InvitationEntity)
  const invitation = await rows.get(id)
  const { state } = invitation
  if (state === 'open') {
    await rows.change(id, { state: 'withdrawn' })
    await rooms.mail.takeBack(work, letterKey(invitation))
  }
  if (state === 'accepted') await endAccess(work, rooms, id)
}

async function projectOf(work: InvitationWork, projectId: string, pointer = '/body/projectId'): Promise<Project> {
  try {
    return await work.call(getProject, { params: { id: projectId } })
  } catch (error) {
    if (isProblem(error) && error.type === notFound.type) throw unknownId(pointer)
    throw error
  }
}

const wrong = (pointer: string, message: string) => invalidInput({ errors: [{ pointer, message }] })
