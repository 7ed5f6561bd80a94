import { forbidden, invalidInput, isProblem, notFound, type Page } from '@liaison/sdk'
import { getProject, type Invitation, type Project, roleBeyondOwn } from '@liaison/sdk/platform'
import { hashOf, newSecret } from '../auth/secrets.ts'
import { OrganisationEntity } from '../directory/directory-entities.ts'
import { refuseBeyondOwn, refuseMissing, unknownId } from '../directory/rights.ts'
import { endAccess } from './access-end.ts'
import { InvitationEntity } from './invitation-entity.ts'
import { invitationLetter } from './invitation-letters.ts'
import type { InvitationRooms, InvitationWork } from './invitation-rooms.ts'
import { invitationViews } from './invitation-views.ts'

const day = 86_400_000
const usualDays = 90
const linkDays = 7
const reminderDays = 7

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

/** @throws invalidInput (400), forbidden (403) outside the actor's scope, roleBeyondOwn (403) */
export async function createInvitation(
  work: InvitationWork,
  rooms: InvitationRooms,
  { email, name = null, organisationId = null, projectId, roleId, expiresAt }: InvitationWish,
): Promise<Invitation & { url: string; mailed: boolean }> {
  if (work.actor.external) throw forbidden()
  const project = await projectOf(work, projectId)
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
    linkUntil: new Date(Math.min(end.getTime(), work.now.getTime() + linkDays * day)),
    personId: null,
    acceptedAt: null,
    consentVersion: null,
  })
  await rooms.jobs.add(work, endJob, row.id, { at: end })
  const reminder = new Date(end.getTime() - reminderDays * day)
  if (reminder > work.now) await rooms.jobs.add(work, remindJob, row.id, { at: reminder })

  const { publicUrl, name: company } = rooms.installation
  const url = `${publicUrl ?? ''}/invitation/${code}`
  const mailed = mails(rooms)
  const [view] = await invitationViews(rooms, [row], work.now)
  const sponsor = rooms.memory.find(work.actor.id)?.name ?? ''
  if (mailed)
    await rooms.mail.send(work, { to: email, ...invitationLetter({ company, sponsor, project: project.name, url, until: row.linkUntil }) })
  return { ...view!, url, mailed }
}

/** @throws invalidInput (400) for a project that the actor does not see */
export async function invitationOptions(work: InvitationWork, rooms: InvitationRooms, projectId: string | undefined) {
  if (projectId !== undefined) await projectOf(work, projectId, '/query/projectId')
  const roles = []
  for (const { id, name, description, external } of rooms.roles.all())
    if (external && (await mayGive(work, rooms, id))) roles.push({ id, name, description })
  const people = projectId === undefined ? [] : rooms.memory.named(rooms.memory.ofProject(projectId))
  return { roles, people: people.filter(({ disabled }) => !disabled), mails: mails(rooms) }
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
  const { state } = await rows.get(id)
  if (state === 'open') await rows.change(id, { state: 'withdrawn' })
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
