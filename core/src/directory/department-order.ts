import { DepartmentEntity } from './directory-entities.ts'
import type { DepartmentRow } from './department-view.ts'
import type { DirectoryWork } from './person-service.ts'

const order = (a: DepartmentRow, b: DepartmentRow) => a.position - b.position || (a.id < b.id ? -1 : 1)

async function siblingsOf(work: DirectoryWork, parentId: string | null): Promise<DepartmentRow[]> {
  const siblings: DepartmentRow[] = []
  for await (const row of work.rows
    .of(DepartmentEntity)
    .each((eb) => (parentId === null ? eb('parentId', 'is', null) : eb('parentId', '=', parentId))))
    siblings.push(row)
  return siblings.toSorted(order)
}

/**
 * Puts a department at a place among its siblings; those behind make room, and places are numbered from 0 without gaps.
 * @param position - undefined: last
 * @returns the place it got
 */
export async function makeRoom(
  work: DirectoryWork,
  { id, parentId }: Pick<DepartmentRow, 'id' | 'parentId'>,
  position: number | undefined,
): Promise<number> {
  const others = (await siblingsOf(work, parentId)).filter((row) => row.id !== id)
  const place = Math.min(position ?? others.length, others.length)
  for (const [at, row] of others.entries()) {
    const next = at < place ? at : at + 1
    if (row.position !== next) await work.rows.of(DepartmentEntity).change(row.id, { position: next })
  }
  return place
}
