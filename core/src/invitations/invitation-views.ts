import type { Invitation, InvitationOffer } from '@liaison/sdk/platform'
import { OrganisationEntity, ProjectEntity } from '../directory/directory-entities.ts'
import { maskedEmail } from '../directory/masked.ts'
import { wholeText } from '../privacy/shipped-notice.ts'
import { readRows } from '../rooms/read-rows.ts'
import type { InvitationRow } from './invitation-entity.ts'
import type { InvitationRooms } from './invitation-rooms.ts'

/** Invitations as the people see them who decide about their projects. */
export async function invitationViews(rooms: InvitationRooms, rows: readonly InvitationRow[], now: Date): Promise<Invitation[]> {
  const projectIds = [...new Set(rows.map(({ projectId }) => projectId))]
  const projects = projectIds.length === 0 ? [] : await readRows(rooms.db, ProjectEntity, { id: projectIds })
  const projectNames = new Map(projects.map(({ id, name }) => [id, name]))
  return rows.map((row) => ({
    id: row.id,
    email: maskedEmail(rooms.sealed.open(row.email)) ?? '',
    name: row.name,
    organisationId: row.organisationId,
    project: { id: row.projectId, name: projectNames.get(row.projectId) ?? '' },
    role: roleOf(rooms, row),
    sponsor: rooms.memory.find(row.sponsorId) ?? null,
    state: row.state === 'open' && row.linkUntil <= now ? 'expired' : row.state,
    linkUntil: row.linkUntil.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    personId: row.personId,
    createdAt: row.createdAt.toISOString(),
  }))
}

/** What the holder of the link is offered: the project's people are those whom he will see. */
export async function offerOf(rooms: InvitationRooms, row: InvitationRow): Promise<InvitationOffer> {
  const { db, memory, consents } = rooms
  const [project] = await readRows(db, ProjectEntity, { id: row.projectId })
  const [organisation] = row.organisationId === null ? [] : await readRows(db, OrganisationEntity, { id: row.organisationId })
  return {
    project: { id: row.projectId, name: project?.name ?? '' },
    role: roleOf(rooms, row),
    expiresAt: row.expiresAt.toISOString(),
    linkUntil: row.linkUntil.toISOString(),
    consent: { version: consents.present.version, text: wholeText(consents.present) },
    name: row.name,
    organisation: organisation?.name ?? null,
    sponsor: memory.find(row.sponsorId) ?? null,
    people: memory.named(memory.ofProject(row.projectId)).filter(({ disabled }) => !disabled),
    parts: [...(await rooms.partsOf(row.projectId))],
  }
}

const roleOf = ({ roles }: InvitationRooms, { roleId }: InvitationRow) => ({ id: roleId, name: roles.find(roleId)?.name ?? '' })
