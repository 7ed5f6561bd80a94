import type { Page } from '@liaison/sdk'
import { type Department, departmentCircle } from '@liaison/sdk/platform'
import type { Row } from '@liaison/sdk/server'
import { oneAtATime } from '../rooms/one-at-a-time.ts'
import { readRows } from '../rooms/read-rows.ts'
import { unitOf } from '../rooms/unit-of.ts'
import { DepartmentEntity, PersonEntity } from './directory-entities.ts'
import type { DirectoryWork, PeopleRooms } from './person-service.ts'
import { unknownId } from './rights.ts'

type DepartmentRow = Row<typeof DepartmentEntity>
export interface DepartmentFields {
  readonly name?: string
  readonly parentId?: string | null
  readonly headId?: string | null
  readonly position?: number
}

const shown = ({ id, name, parentId, headId, position, version }: DepartmentRow): Department => ({
  id,
  name,
  parentId,
  headId,
  position,
  version,
})

export async function listDepartments(work: DirectoryWork, page: { limit?: number; cursor?: string }): Promise<Page<Department>> {
  const { items, next } = await work.rows.of(DepartmentEntity).list({ ...page, order: { by: 'id' } })
  return { items: items.map(shown), next }
}

/** A new department, last among its siblings. @throws invalidInput (400) for an unknown parent or head, forbidden (403) */
export async function createDepartment(
  work: DirectoryWork,
  rooms: PeopleRooms,
  { name, parentId = null, headId = null }: DepartmentFields & { name: string },
): Promise<Department> {
  await oneAtATime(work, rooms.db, 'departments')
  const parent = await parentOf(work, rooms, parentId)
  await refuseOutsideHead(work, rooms, headId)
  const id = work.newId()
  const position = await work.rows.of(DepartmentEntity).count({ parentId })
  const row = await work.rows.of(DepartmentEntity).create({ id, name, parentId, headId, path: `${parent?.path ?? '/'}${id}/`, position })
  tell(work, rooms, [row])
  return shown(row)
}

/**
 * Renames a department, gives it a head, or moves it with everything below.
 * @throws departmentCircle (409) when it would move below itself, notFound (404), invalidInput (400), staleVersion (412)
 */
export async function changeDepartment(
  work: DirectoryWork,
  rooms: PeopleRooms,
  departmentId: string,
  patch: DepartmentFields,
  version: number | undefined,
): Promise<Department> {
  await oneAtATime(work, rooms.db, 'departments')
  const before = await work.rows.of(DepartmentEntity).get(departmentId)
  await refuseOutsideHead(work, rooms, patch.headId ?? null)
  if (patch.parentId === undefined || patch.parentId === before.parentId) {
    const row = await work.rows.of(DepartmentEntity).change(departmentId, patch, { version })
    tell(work, rooms, [row])
    return shown(row)
  }
  const parent = await parentOf(work, rooms, patch.parentId)
  if (parent?.path.startsWith(before.path)) throw departmentCircle({ departmentId })
  const path = `${parent?.path ?? '/'}${departmentId}/`
  const row = await work.rows.of(DepartmentEntity).change(departmentId, { ...patch, path }, { version })
  tell(work, rooms, [row, ...(await moveBelow(work, before.path, path))])
  return shown(row)
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
