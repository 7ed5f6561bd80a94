import type { MatrixLine } from './matrix-model.ts'

/** The active cell: index into the lines and into the columns. */
export interface Place {
  readonly row: number
  readonly column: number
}
interface Key {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/** Where a key leads in the grid; undefined when it is none of the grid's. The heads of modules are passed over. */
export function moved(lines: readonly MatrixLine[], columns: number, { row, column }: Place, key: Key, page: number): Place | undefined {
  const whole = key.ctrlKey || key.metaKey
  const at = (place: Place) => ({ row: permissionAt(lines, place.row, row), column: Math.max(0, Math.min(columns - 1, place.column)) })
  if (key.key === 'ArrowRight') return at({ row, column: column + 1 })
  if (key.key === 'ArrowLeft') return at({ row, column: column - 1 })
  if (key.key === 'ArrowDown') return at({ row: row + 1, column })
  if (key.key === 'ArrowUp') return at({ row: row - 1, column })
  if (key.key === 'PageDown') return at({ row: row + page, column })
  if (key.key === 'PageUp') return at({ row: row - page, column })
  if (key.key === 'Home') return at({ row: whole ? 0 : row, column: 0 })
  if (key.key === 'End') return at({ row: whole ? lines.length - 1 : row, column: columns - 1 })
  return undefined
}

/** The nearest permission, going on in the direction of the move. */
function permissionAt(lines: readonly MatrixLine[], wanted: number, from: number): number {
  const isPermission = (at: number) => lines[at]?.kind === 'permission'
  const start = Math.max(0, Math.min(lines.length - 1, wanted))
  const step = wanted < from ? -1 : 1
  for (let at = start; at >= 0 && at < lines.length; at += step) if (isPermission(at)) return at
  for (let at = start; at >= 0 && at < lines.length; at -= step) if (isPermission(at)) return at
  return from
}
