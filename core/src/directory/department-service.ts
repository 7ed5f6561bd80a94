import { forbidden, type Page } from '@liaison/sdk'
import { type Department, departmentCircle, departmentInUse } from '@liaison/sdk/platform'
import { oneAtATime } from '../rooms/one-at-a-time.ts'
import { readRows } from '../rooms/read-rows.ts'
import { unitOf } from '../rooms/unit-of.ts'
import { makeRoom } from './department-order.ts'
import { type DepartmentRow, departmentView } from './department-view.ts'
import { DepartmentEntity, PersonDepartmentEntity, PersonEntity, ProjectEntity } from './directory-entities.ts'
import { managedBy, refuseForeignParent } from './managed-departments.ts'
import type { DirectoryWork, PeopleRooms } from './person-service.ts'
import { unknownId } from './rights.ts'

export interface DepartmentFields {
  readonly name?: string
  readonly parentId?: string | null
  readonly headId?: string | null
  readonly position?: number
}

export async function listDepartments(
  work: DirectoryWork,
  rooms: PeopleRooms,
  page: { limit?: number; cursor?: string },
): Promise<Page<Department>> {
  const managed = await managedBy(rooms, work.actor)
  const { items, next } = await work.rows.of(DepartmentEntity).list({ ...page, order: { by: 'id' } })
  return { items: items.map((row) => departmentView(row, rooms.memory, managed)), next }
}

/** A new department, last among its siblings. @throws invalidInput (400) for an unknown parent or head, forbidden (403) */
export async function createDepartment(
  work: DirectoryWork,
  rooms: PeopleRooms,
  { name, parentId = null, headId = null }: DepartmentFields & { name: string },
): Promise<Department> {
  await oneAtATime(work, rooms.db, 'departments')
  const parent = await parentOf(work, rooms, parentId)
  const managed = await managedBy(rooms, work.actor)
  refuseForeignParent(managed, parentId)
  await refuseOutsideHead(work, rooms, headId)
  const id = work.newId()
  const position = await makeRoom(work, { id, parentId }, undefined)
  const fresh = { id, name, parentId, headId, path: `${parent?.path ?? '/'}${id}/`, position }
  // the actor's scope names the departments that are there: it will hold this one once it is
  const row = await work.asSystem('create-department', (rows) => rows.of(DepartmentEntity).create(fresh))
  tell(work, rooms, [row])
  return { ...departmentView(row, rooms.memory, managed), managed: true }
}

/**
 * Renames a department, gives it a head, or moves it with everything below.
 * @throws departmentCircle (409) when it would move below itself, notFound (404), forbidden (403), invalidInput (400), staleVersion (412)
 */
export async function changeDepartment(
  work: DirectoryWork,
  rooms: PeopleRooms,
  departmentId: string,
  { parentId: wanted, position, ...patch }: DepartmentFields,
  version: number | undefined,
): Promise<Department> {
  await oneAtATime(work, rooms.db, 'departments')
  const before = await work.rows.of(DepartmentEntity).get(departmentId)
  const managed = await managedBy(rooms, work.actor)
  if (!managed.has(departmentId)) throw forbidden()
  if (patch.headId !== undefined || wanted !== undefined || position !== undefined) refuseForeignParent(managed, before.parentId)
  await refuseOutsideHead(work, rooms, patch.headId ?? null)

  const parentId = wanted === undefined ? before.parentId : wanted
  const moves = parentId !== before.parentId
  const parent = moves ? await parentOf(work, rooms, parentId) : undefined
  if (moves) refuseForeignParent(managed, parentId)
  if (parent?.path.startsWith(before.path)) throw departmentCircle({ departmentId })
  const path = moves ? `${parent?.path ?? '/'}${departmentId}/` : before.path
  const place = moves || position !== undefined ? await makeRoom(work, { id: departmentId, parentId }, position) : before.position
  const row = await work.rows.of(DepartmentEntity).change(departmentId, { ...patch, parentId, path, position: place }, { version })
  tell(work, rooms, [row, ...(moves ? await moveBelow(work, before.path, path) : [])])
  return departmentView(row, rooms.memory, managed)
}

/** @throws notFound (404), forbidden (403), departmentInUse (409) while people, departments or projects belong to it */
export async function deleteDepartment(work: DirectoryWork, rooms: PeopleRooms, departmentId: string): Promise<void> {
  await oneAtATime(work, rooms.db, 'departments')
  const { parentId } = await work.rows.of(DepartmentEntity).get(departmentId)
  refuseForeignParent(await managedBy(rooms, work.actor), parentId)
  const { run } = unitOf(work)
  const people = await readRows(rooms.db, PersonDepartmentEntity, { departmentId }, run)
  const departments = await readRows(rooms.db, DepartmentEntity, { parentId: departmentId }, run)
  const projects = await readRows(rooms.db, ProjectEntity, { departmentId }, run)
  if (people.length + departments.length + projects.length > 0)
    throw departmentInUse({ people: people.length, departments: departments.length, projects: projects.length })
  await work.rows.of(DepartmentEntity).remove(departmentId)
  await makeRoom(work, { id: departmentId, parentId }, undefined)
  rooms.memory.announceDepartments(work, [], [departmentId])
  rooms.access.changed(unitOf(work), '*')
}

/** Everything below follows, also what the actor does not manage: its place in the tree is no property of its own. */
function moveBelow(work: DirectoryWork, from: string, to: string): Promise<DepartmentRow[]> {
  return work.asSystem('move-departments', async (rows) => {
    const departments = rows.of(DepartmentEntity)
    const moved: DepartmentRow[] = []
    for await (const { id, path } of departments.each((eb) => eb('path', 'like', `${from}%`))) {
      if (path !== from) moved.push(await departments.change(id, { path: to + path.slice(from.length) }))
    }
    return moved
  })
}

/** Read in the unit: its path is what the new one begins with. */
async function parentOf(work: DirectoryWork, { db }: PeopleRooms, parentId: string | null): Promise<DepartmentRow | undefined> {
  if (parentId === null) return undefined
  const [parent] = await readRows(db, DepartmentEntity, { id: parentId }, unitOf(work).run)
  if (parent === undefined) throw unknownId('/body/parentId')
  return parent
}

async function refuseOutsideHead(work: DirectoryWork, { db }: PeopleRooms, headId: string | null): Promise<void> {
  if (headId === null) return
  const [head] = await readRows(db, PersonEntity, { id: headId }, unitOf(work).run)
  if (head?.kind !== 'internal') throw unknownId('/body/headId')
}

function tell(work: DirectoryWork, { memory, access }: PeopleRooms, rows: readonly DepartmentRow[]): void {
  memory.announceDepartments(
    work,
    rows.map(({ id, name, parentId, path }) => ({ id, name, parentId, path })),
  )
  access.changed(unitOf(work), '*')
}
