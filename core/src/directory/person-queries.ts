import type { DirectoryPerson, Page } from '@liaison/sdk'
import { peopleReveal, projectsRead } from '@liaison/sdk/platform'
import type { Database } from '../data/database.ts'
import { placeOf } from '../data/sensitive-type.ts'
import { PersonEntity, ProjectEntity } from './directory-entities.ts'
import type { DirectoryMemory } from './directory-memory.ts'
import { managedBy } from './managed-departments.ts'
import { namePattern } from './name-index.ts'
import type { DirectoryWork, PeopleRooms } from './person-service.ts'
import { personView } from './person-view.ts'

export interface PersonQuery {
  readonly limit?: number
  readonly cursor?: string
  readonly query?: string
  readonly kind?: 'internal' | 'external'
  readonly departmentId?: string
  readonly organisationId?: string
  readonly projectId?: string
  readonly disabled?: boolean
  readonly manageable?: boolean
}

/** People in the order of their pinyin. */
export async function listPeople(work: DirectoryWork, rooms: PeopleRooms, asked: PersonQuery): Promise<Page<DirectoryPerson>> {
  const { memory, db } = rooms
  const { query, kind, departmentId, organisationId, projectId, disabled, manageable, ...page } = asked
  const pattern = query === undefined ? undefined : namePattern(query)
  // who may see whole numbers may find a person by one; a part of it finds nobody
  const contacts = query !== undefined && work.actor.may(peopleReveal) ? contactsLike(db, query) : []
  const among = departmentId === undefined ? undefined : memory.ofDepartment(departmentId)
  const managedIds = manageable === true ? await managedPeople(work, rooms) : undefined
  const inProject = projectId === undefined ? undefined : await membersSeen(work, memory, projectId)
  if (among?.length === 0 || managedIds?.length === 0 || inProject?.length === 0) return { items: [], next: null }
  const { items, next } = await work.rows.of(PersonEntity).list({
    ...page,
    order: { by: 'nameIndex' },
    where: (eb) =>
      eb.and([
        ...(pattern === undefined
          ? []
          : [eb.or([eb('nameIndex', 'like', pattern), ...contacts.map(([field, sealed]) => eb(field, 'in', sealed))])]),
        ...(kind === undefined ? [] : [eb('kind', '=', kind)]),
        ...(organisationId === undefined ? [] : [eb('organisationId', '=', organisationId)]),
        ...(disabled === undefined ? [] : [eb('disabled', '=', disabled)]),
        ...(among === undefined ? [] : [eb('id', 'in', among)]),
        ...(managedIds === undefined ? [] : [eb('id', 'in', managedIds)]),
        ...(inProject === undefined ? [] : [eb('id', 'in', inProject)]),
      ]),
  })
  const managed = await managedBy(rooms, work.actor)
  return { items: items.map((row) => personView(row, memory, work.actor, managed)), next }
}

/** The query as a whole number or address, the way it is stored. */
const contactsLike = (db: Database, query: string) =>
  (['phone', 'email', 'idNumber'] as const).map(
    (field) =>
      [field, spellings(field, query.trim()).flatMap((one) => db.sensitive.candidates(placeOf(PersonEntity, field), one))] as const,
  )

/** A number may be typed with or without what separates its parts. */
const spellings = (field: 'phone' | 'email' | 'idNumber', typed: string): readonly string[] =>
  field === 'phone' ? [...new Set([typed, typed.replaceAll(/[ -]/g, '')])] : field === 'idNumber' ? [typed.toUpperCase()] : [typed]

/** Ids of the people whom the actor manages; undefined: everybody. */
async function managedPeople(work: DirectoryWork, rooms: PeopleRooms): Promise<readonly string[] | undefined> {
  const managed = await managedBy(rooms, work.actor)
  return managed.everywhere ? undefined : rooms.memory.ofDepartments(new Set(managed.ids))
}

/** Who takes part is told to those who see the project. */
async function membersSeen(work: DirectoryWork, memory: DirectoryMemory, projectId: string): Promise<readonly string[]> {
  const project = work.actor.may(projectsRead) ? await work.rows.of(ProjectEntity, projectsRead).find(projectId) : undefined
  return project === undefined ? [] : [...memory.ofProject(projectId)]
}

export async function getPerson(work: DirectoryWork, rooms: PeopleRooms, personId: string): Promise<DirectoryPerson> {
  return personView(await work.rows.of(PersonEntity).get(personId), rooms.memory, work.actor, await managedBy(rooms, work.actor))
}
