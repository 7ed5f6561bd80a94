import { type Locale, type Scope, scopes as allScopes } from '@liaison/sdk'
import type { DeclaredPermission, Role } from '@liaison/sdk/platform'

export interface Matrix {
  readonly rows: readonly DeclaredPermission[]
  readonly columns: readonly Role[]
  readonly cells: Readonly<Record<string, Readonly<Record<string, Scope>>>>
}
export interface CellChange {
  readonly roleId: string
  readonly permission: string
  readonly scope: Scope
}
/** What has been changed and not yet applied, by `keyOf`. */
export type Changes = ReadonlyMap<string, CellChange>

export interface MatrixFilter {
  readonly text: string
  /** Id of a module; empty for all */
  readonly module: string
  /** Id of a role; empty for all */
  readonly role: string
  readonly onlyChanged: boolean
}
/** One line of the grid: the head of a module, or a permission. */
export type MatrixLine =
  | { readonly kind: 'module'; readonly module: string; readonly count: number }
  | { readonly kind: 'permission'; readonly permission: DeclaredPermission }

export const keyOf = (roleId: string, permission: string): string => `${roleId} ${permission}`

/** Outside people never hold more than this, whatever a role says. */
const externalCeiling = allScopes.indexOf('project')

export const storedScope = ({ cells }: Matrix, roleId: string, permission: string): Scope => cells[roleId]?.[permission] ?? 'none'
export const presentScope = (matrix: Matrix, changes: Changes, roleId: string, permission: string): Scope =>
  changes.get(keyOf(roleId, permission))?.scope ?? storedScope(matrix, roleId, permission)

/** The scopes that a cell may take, narrowest first; only `none` when it cannot be granted. */
export function choicesOf({ scopes }: DeclaredPermission, { external }: Role): readonly Scope[] {
  const reachable = scopes.filter((scope) => scope !== 'none' && (!external || allScopes.indexOf(scope) <= externalCeiling))
  return ['none', ...reachable]
}

/** The changes with one cell more; a cell that is as it is stored is no change. */
export function changed(matrix: Matrix, changes: Changes, cells: readonly CellChange[]): Changes {
  const next = new Map(changes)
  for (const cell of cells) {
    const key = keyOf(cell.roleId, cell.permission)
    if (storedScope(matrix, cell.roleId, cell.permission) === cell.scope) next.delete(key)
    else next.set(key, cell)
  }
  return next
}

/** What takes these changes back, judged before they are applied. */
export const inverseOf = (matrix: Matrix, changes: Changes): readonly CellChange[] =>
  [...changes.values()].map(({ roleId, permission }) => ({ roleId, permission, scope: storedScope(matrix, roleId, permission) }))

/** The lines that a filter leaves, with the modules' heads. */
export function linesOf(matrix: Matrix, changes: Changes, filter: MatrixFilter, locale: Locale): readonly MatrixLine[] {
  const wanted = filter.text.trim().toLowerCase()
  const touched = new Set([...changes.values()].map(({ permission }) => permission))
  const rows = matrix.rows.filter(
    ({ key, plugin, title }) =>
      (filter.module === '' || plugin === filter.module) &&
      (!filter.onlyChanged || touched.has(key)) &&
      (wanted === '' || title[locale].toLowerCase().includes(wanted) || key.includes(wanted)),
  )
  return [...Map.groupBy(rows, ({ plugin }) => plugin)].flatMap(([module, permissions]): MatrixLine[] => [
    { kind: 'module', module, count: permissions.length },
    ...permissions.map((permission): MatrixLine => ({ kind: 'permission', permission })),
  ])
}

export const columnsOf = (matrix: Matrix, { role }: MatrixFilter): readonly Role[] =>
  role === '' ? matrix.columns : matrix.columns.filter(({ id }) => id === role)
