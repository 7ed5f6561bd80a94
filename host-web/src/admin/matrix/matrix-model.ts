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
  const { permission: wanted } = wordsOf(matrix, filter.text)
  const touched = new Set([...changes.values()].map(({ permission }) => permission))
  const rows = matrix.rows.filter(
    ({ key, plugin, title }) =>
      (filter.module === '' || plugin === filter.module) &&
      (!filter.onlyChanged || touched.has(key)) &&
      wanted.every((word) => title[locale].toLowerCase().includes(word) || key.includes(word)),
  )
  return [...Map.groupBy(rows, ({ plugin }) => plugin)].flatMap(([module, permissions]): MatrixLine[] => [
    { kind: 'module', module, count: permissions.length },
    ...permissions.map((permission): MatrixLine => ({ kind: 'permission', permission })),
  ])
}

export function columnsOf(matrix: Matrix, { role, text }: MatrixFilter): readonly Role[] {
  if (role !== '') return matrix.columns.filter(({ id }) => id === role)
  const { role: words } = wordsOf(matrix, text)
  return words.length === 0 ? matrix.columns : matrix.columns.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)))
}

/** What is typed names a permission, a role, or both: 市场专员 任务. A word that both have names the permission. */
function wordsOf({ rows, columns }: Matrix, text: string): { permission: readonly string[]; role: readonly string[] } {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const isOfRole = (word: string) =>
    columns.some(({ name }) => name.toLowerCase().includes(word)) &&
    !rows.some(({ key, title }) => key.includes(word) || Object.values(title).some((one) => one.toLowerCase().includes(word)))
  return { permission: words.filter((word) => !isOfRole(word)), role: words.filter(isOfRole) }
}
