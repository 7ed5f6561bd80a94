import type { Page } from '@liaison/sdk'
import type { Organisation } from '@liaison/sdk/platform'
import type { Row } from '@liaison/sdk/server'
import { readRows } from '../rooms/read-rows.ts'
import { unitOf } from '../rooms/unit-of.ts'
import { OrganisationEntity, PersonEntity } from './directory-entities.ts'
import type { DirectoryMemory } from './directory-memory.ts'
import type { DirectoryWork, PeopleRooms } from './person-service.ts'
import { unknownId } from './rights.ts'

interface OrganisationFields {
  readonly name?: string
  readonly kind?: Organisation['kind']
  readonly contactId?: string | null
  readonly managerId?: string | null
}
type OrganisationRow = Row<typeof OrganisationEntity>

/** Whom it concerns is told to people inside: an outside person sees his company, not who else is in touch with it. */
function shown({ actor }: DirectoryWork, memory: DirectoryMemory, row: OrganisationRow): Organisation {
  const { id, name, kind, contactId, managerId, version } = row
  const named = (personId: string | null) => (actor.external || personId === null ? null : (memory.find(personId) ?? null))
  return { id, name, kind, contact: named(contactId), manager: named(managerId), people: memory.peopleOf(id), version }
}

export async function listOrganisations(
  work: DirectoryWork,
  { memory }: PeopleRooms,
  page: { limit?: number; cursor?: string },
): Promise<Page<Organisation>> {
  const { items, next } = await work.rows.of(OrganisationEntity).list({ ...page, order: { by: 'id' } })
  if (!work.actor.external) return { items: items.map((row) => shown(work, memory, row)), next }
  // a count tells of people, too: he sees those of his company who share a project with him
  const people = work.rows.of(PersonEntity)
  const counted = async (row: OrganisationRow) => ({
    ...shown(work, memory, row),
    people: await people.count({ organisationId: row.id }),
  })
  return { items: await Promise.all(items.map(counted)), next }
}

/** @throws conflict (409) when there is one of that name, invalidInput (400), forbidden (403) for those who manage some departments only */
export async function createOrganisation(
  work: DirectoryWork,
  rooms: PeopleRooms,
  { name, kind, managerId = null }: OrganisationFields & { name: string; kind: Organisation['kind'] },
): Promise<Organisation> {
  await refuseOthers(work, rooms, managerId, 'managerId', ({ kind: whose }) => whose === 'internal')
  const row = await work.rows.of(OrganisationEntity).create({ name, kind, contactId: null, managerId })
  rooms.memory.announce(work, { organisation: { id: row.id, name: row.name } })
  return shown(work, rooms.memory, row)
}

/** @throws notFound (404), conflict (409), invalidInput (400) for a contact who is not of it, or a manager from outside, staleVersion (412) */
export async function changeOrganisation(
  work: DirectoryWork,
  rooms: PeopleRooms,
  organisationId: string,
  { patch, version }: { patch: OrganisationFields; version: number | undefined },
): Promise<Organisation> {
  await work.rows.of(OrganisationEntity).get(organisationId)
  await refuseOthers(work, rooms, patch.managerId, 'managerId', ({ kind }) => kind === 'internal')
  await refuseOthers(work, rooms, patch.contactId, 'contactId', (person) => person.organisationId === organisationId)
  const row = await work.rows.of(OrganisationEntity).change(organisationId, patch, { version })
  rooms.memory.announce(work, { organisation: { id: row.id, name: row.name } })
  return shown(work, rooms.memory, row)
}

async function refuseOthers(
  work: DirectoryWork,
  { db }: PeopleRooms,
  personId: string | null | undefined,
  member: string,
  suits: (person: Row<typeof PersonEntity>) => boolean,
): Promise<void> {
  if (personId === null || personId === undefined) return
  const [person] = await readRows(db, PersonEntity, { id: personId }, unitOf(work).run)
  if (person === undefined || !suits(person)) throw unknownId(`/body/${member}`)
}
