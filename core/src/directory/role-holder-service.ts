import { notFound, type Page } from '@liaison/sdk'
import type { RoleHolder } from '@liaison/sdk/platform'
import { oneAtATime } from '../rooms/one-at-a-time.ts'
import { pageById } from '../rooms/page-by-id.ts'
import { readRows } from '../rooms/read-rows.ts'
import { unitOf } from '../rooms/unit-of.ts'
import { PersonEntity, PersonRoleEntity, ProjectEntity, ProjectMemberEntity } from './directory-entities.ts'
import { type DirectoryWork, type PeopleRooms, storedFacts, tellPerson } from './person-service.ts'
import { refuseLastAdministrator } from './rights.ts'

interface Held {
  readonly roleId: string
  readonly personId: string
}

export async function countRoleHolders({ db }: PeopleRooms): Promise<{ items: { roleId: string; people: number }[] }> {
  const [placed, members] = await Promise.all([readRows(db, PersonRoleEntity), readRows(db, ProjectMemberEntity)])
  const people = new Map<string, Set<string>>()
  for (const { roleId, personId } of [...placed, ...members])
    if (roleId !== null) people.set(roleId, (people.get(roleId) ?? new Set()).add(personId))
  return { items: [...people].map(([roleId, ids]) => ({ roleId, people: ids.size })) }
}

/** Who holds a role, and where, in the order in which it was given. @throws notFound (404) */
export async function listRoleHolders(
  rooms: PeopleRooms,
  roleId: string,
  asked: { limit?: number; cursor?: string },
): Promise<Page<RoleHolder>> {
  const { db, roles, memory } = rooms
  if (roles.find(roleId) === undefined) throw notFound()
  const [placed, members] = await Promise.all([readRows(db, PersonRoleEntity, { roleId }), readRows(db, ProjectMemberEntity, { roleId })])
  const { items, next } = pageById([...placed, ...members], asked)
  const projectIds = items.flatMap((row) => ('projectId' in row ? [row.projectId] : []))
  const projects = new Map(
    (projectIds.length === 0 ? [] : await readRows(db, ProjectEntity, { id: projectIds })).map((row) => [row.id, row]),
  )
  const holders = items.flatMap((row): RoleHolder[] => {
    const person = memory.find(row.personId)
    if (person === undefined) return []
    if ('projectId' in row)
      return [{ person, within: 'project', place: { id: row.projectId, name: projects.get(row.projectId)?.name ?? '' } }]
    return row.departmentId === null
      ? [{ person, within: 'everywhere', place: null }]
      : [{ person, within: 'department', place: { id: row.departmentId, name: memory.departmentName(row.departmentId) ?? '' } }]
  })
  return { items: holders, next }
}

/** @throws notFound (404) for a role or person that is not there */
export async function putRoleHolder(work: DirectoryWork, rooms: PeopleRooms, held: Held): Promise<void> {
  const facts = await factsOfHolder(work, rooms, held)
  if (facts.roleIds.includes(held.roleId)) return
  await work.asSystem('place-person', (rows) => rows.of(PersonRoleEntity).create({ ...held, departmentId: null }))
  tellPerson(work, rooms, { ...facts, roleIds: [...facts.roleIds, held.roleId] })
}

/** @throws notFound (404) also when the person does not hold it everywhere, lastAdministrator (409) */
export async function deleteRoleHolder(work: DirectoryWork, rooms: PeopleRooms, held: Held): Promise<void> {
  const facts = await factsOfHolder(work, rooms, held)
  if (!facts.roleIds.includes(held.roleId)) throw notFound()
  const next = { ...facts, roleIds: facts.roleIds.filter((id) => id !== held.roleId) }
  await refuseLastAdministrator(work, rooms, facts, next)
  await work.asSystem('place-person', (rows) =>
    rows
      .of(PersonRoleEntity)
      .removeAll((eb) => eb.and([eb('personId', '=', held.personId), eb('roleId', '=', held.roleId), eb('departmentId', 'is', null)])),
  )
  tellPerson(work, rooms, next)
}

/** Whoever manages access decides about everybody, whether he sees him in the directory or not. */
async function factsOfHolder(work: DirectoryWork, rooms: PeopleRooms, { roleId, personId }: Held) {
  await oneAtATime(work, rooms.db, 'role-holders')
  if (rooms.roles.find(roleId) === undefined) throw notFound()
  const [person] = await readRows(rooms.db, PersonEntity, { id: personId }, unitOf(work).run)
  if (person === undefined) throw notFound()
  return storedFacts(work, rooms, person)
}
