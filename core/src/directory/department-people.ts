import { forbidden, notFound, peopleRead } from '@liaison/sdk'
import { lastDepartment } from '@liaison/sdk/platform'
import { oneAtATime } from '../rooms/one-at-a-time.ts'
import { DepartmentEntity, PersonDepartmentEntity, PersonEntity } from './directory-entities.ts'
import { managedBy, refuseForeignPerson } from './managed-departments.ts'
import { type DirectoryWork, type PeopleRooms, storedFacts, tellPerson } from './person-service.ts'

interface Place {
  readonly departmentId: string
  readonly personId: string
}

/**
 * Takes somebody into a department; who is in it already stays as he is.
 * @throws notFound (404), forbidden (403) for a department that the actor does not manage, or a person from outside his departments
 */
export async function putDepartmentPerson(work: DirectoryWork, rooms: PeopleRooms, { departmentId, personId }: Place): Promise<void> {
  const { managed, facts } = await judged(work, rooms, { departmentId, personId })
  if (facts.departmentIds.includes(departmentId)) return
  refuseForeignPerson(managed, facts.departmentIds)
  await work.asSystem('place-person', (rows) => rows.of(PersonDepartmentEntity).create({ personId, departmentId }))
  tellPerson(work, rooms, { ...facts, departmentIds: [...facts.departmentIds, departmentId] })
}

/** @throws notFound (404) also when the person is not in it, forbidden (403), lastDepartment (409) */
export async function deleteDepartmentPerson(work: DirectoryWork, rooms: PeopleRooms, { departmentId, personId }: Place): Promise<void> {
  const { managed, facts } = await judged(work, rooms, { departmentId, personId })
  if (!facts.departmentIds.includes(departmentId)) throw notFound()
  const left = facts.departmentIds.filter((id) => id !== departmentId)
  if (!managed.everywhere && !left.some((id) => managed.has(id))) throw lastDepartment({ personId })
  await work.asSystem('place-person', (rows) => rows.of(PersonDepartmentEntity).removeAll({ personId, departmentId }))
  tellPerson(work, rooms, { ...facts, departmentIds: left })
}

/** Both are seen, the department is managed, and nobody else changes this person's places meanwhile. */
async function judged(work: DirectoryWork, rooms: PeopleRooms, { departmentId, personId }: Place) {
  const department = await work.rows.of(DepartmentEntity, peopleRead).get(departmentId)
  const person = await work.rows.of(PersonEntity, peopleRead).get(personId)
  const managed = await managedBy(rooms, work.actor)
  if (!managed.has(department.id)) throw forbidden()
  await oneAtATime(work, rooms.db, `places-${personId}`)
  return { managed, facts: await storedFacts(work, rooms, person) }
}
