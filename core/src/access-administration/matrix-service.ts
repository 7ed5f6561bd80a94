import { invalidInput, type InputError, type Scope } from '@liaison/sdk'
import { accessManage, type DeclaredPermission, lastAdministrator, type PersonChange, type Role } from '@liaison/sdk/platform'
import type { Row, Work } from '@liaison/sdk/server'
import { loadFacts } from '../access/access-loader.ts'
import { compile, type MatrixAndTree } from '../access/compile.ts'
import type { Database } from '../data/database.ts'
import type { DirectoryMemory } from '../directory/directory-memory.ts'
import { isAnyAdministratorLeft } from '../directory/rights.ts'
import type { Kernel } from '../kernel/kernel.ts'
import { unitOf } from '../rooms/unit-of.ts'
import { difference } from './access-difference.ts'
import { declaredPermissions, permissionRow } from './declared-permissions.ts'
import { type AccessEntity, RoleCellEntity } from './role-entities.ts'
import type { CellChange } from './role-memory.ts'
import { type RoleRooms, shown } from './role-service.ts'

export interface MatrixRooms extends RoleRooms {
  readonly db: Database
  readonly kernel: Kernel
  readonly directory: DirectoryMemory
}
type Changes = readonly CellChange[]

/** The whole matrix; a cell that is not there is `none`. */
export function readMatrix({ kernel, roles }: MatrixRooms): {
  rows: DeclaredPermission[]
  columns: Role[]
  cells: Record<string, Record<string, Scope>>
} {
  const declared = declaredPermissions(kernel)
  const columns = [...roles.all()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const cellsOf = (roleId: string) => Object.fromEntries([...roles.cellsOf(roleId)].filter(([permission]) => declared.has(permission)))
  return {
    rows: [...declared.values()].map(permissionRow),
    columns: columns.map(shown),
    cells: Object.fromEntries(columns.map(({ id }) => [id, cellsOf(id)])),
  }
}

/** @throws invalidInput (400) with every place that names no role, no permission, or a scope that the permission cannot take */
export function refuseWrongChanges({ kernel, roles }: MatrixRooms, changes: Changes): void {
  const declared = declaredPermissions(kernel)
  const seen = new Set<string>()
  const errors: InputError[] = changes.flatMap(({ roleId, permission, scope }, at) => {
    const wrong = (member: string, message: string) => [{ pointer: `/body/changes/${at}/${member}`, message }]
    const cell = `${roleId} ${permission}`
    if (roles.find(roleId) === undefined) return wrong('roleId', 'no such role')
    const known = declared.get(permission)
    if (known === undefined) return wrong('permission', 'no such permission')
    if (scope !== 'none' && !known.scopes.includes(scope)) return wrong('scope', `takes ${permissionRow(known).scopes.join(', ')}`)
    if (seen.has(cell)) return wrong('permission', 'changes the same cell twice')
    seen.add(cell)
    return []
  })
  if (errors.length > 0) throw invalidInput({ errors })
}

/** What each person would gain and lose; those for whom nothing changes are left out. */
export async function foresee(rooms: MatrixRooms, changes: Changes): Promise<PersonChange[]> {
  const people = await rooms.holders.of([...new Set(changes.map(({ roleId }) => roleId))])
  const declared = declaredPermissions(rooms.kernel)
  const offered = (permission: string) => declared.get(permission)?.scopes
  const now = { ...directoryOf(rooms, []), offered }
  const then = { ...directoryOf(rooms, changes), offered }
  const told: PersonChange[] = []
  for (const personId of people) {
    const loaded = await loadFacts(rooms.db, personId, offered)
    if (loaded === undefined) continue
    const { gains, loses } = difference(compile(loaded.facts, now), compile(loaded.facts, then))
    if (gains.length + loses.length > 0) told.push({ personId, gains, loses })
  }
  return told
}

/** Applies all changes or none. @throws lastAdministrator (409) when nobody could manage access any more */
export async function applyChanges(work: Work<AccessEntity>, rooms: MatrixRooms, changes: Changes): Promise<void> {
  const cells = work.rows.of(RoleCellEntity)
  const stored = new Map<string, Row<typeof RoleCellEntity>>()
  for await (const cell of cells.each({ roleId: [...new Set(changes.map(({ roleId }) => roleId))] }))
    stored.set(`${cell.roleId} ${cell.permission}`, cell)
  for (const { roleId, permission, scope } of changes) {
    const cell = stored.get(`${roleId} ${permission}`)
    if (scope === 'none') {
      if (cell !== undefined) await cells.remove(cell.id)
    } else if (cell === undefined) await cells.create({ roleId, permission, scope })
    else if (cell.scope !== scope) await cells.change(cell.id, { scope })
  }
  const narrows = changes.some(({ permission, scope }) => permission === accessManage.key && scope === 'none')
  if (narrows && !(await isAnyAdministratorLeft(work, rooms.db))) throw lastAdministrator()
  rooms.roles.announce(work, { cells: changes })
  rooms.access.changed(unitOf(work), '*')
}

/** Cells as they are, or as they would be after the changes. */
function directoryOf({ roles, directory }: MatrixRooms, changes: Changes): Omit<MatrixAndTree, 'offered'> {
  const changed = Map.groupBy(changes, ({ roleId }) => roleId)
  const cells = (roleId: string) => {
    const own = new Map(roles.cellsOf(roleId))
    for (const { permission, scope } of changed.get(roleId) ?? []) own.set(permission, scope)
    return [...own].map(([permission, scope]) => ({ permission, scope }))
  }
  return { cells, tree: (departmentId) => directory.tree(departmentId) }
}
