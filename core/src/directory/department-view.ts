import type { Department } from '@liaison/sdk/platform'
import type { Row } from '@liaison/sdk/server'
import type { DepartmentEntity } from './directory-entities.ts'
import type { DirectoryMemory } from './directory-memory.ts'
import type { ManagedDepartments } from './managed-departments.ts'

export type DepartmentRow = Row<typeof DepartmentEntity>

/** A department as the actor sees it, with how many are in it. */
export function departmentView(
  { id, name, parentId, headId, position, version }: DepartmentRow,
  memory: DirectoryMemory,
  managed: ManagedDepartments,
): Department {
  const { people, peopleBelow } = memory.headcount(id)
  const head = headId === null ? null : (memory.find(headId) ?? null)
  return { id, name, parentId, headId, head, position, people, peopleBelow, managed: managed.has(id), version }
}
