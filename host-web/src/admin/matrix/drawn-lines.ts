import type { Window } from './matrix-window.ts'

interface Wanted {
  /** Lines that are to be in the page */
  readonly rows: Window
  /** Those of them that somebody looks at: they come first */
  readonly sight: Window
  readonly columns: Window
  /** How many may be filled now */
  readonly cells: number
}

/** Which lines of the grid are in the page, and with which columns. A quick hand wants many at once; they come over several frames. */
export class DrawnLines {
  readonly #columnsOf = new Map<number, Window>()

  /** Columns by line, in the order of lines */
  get all(): readonly (readonly [row: number, columns: Window])[] {
    return [...this.#columnsOf].toSorted(([one], [other]) => one - other)
  }

  columnsOf(row: number): Window | undefined {
    return this.#columnsOf.get(row)
  }

  /** Everything is to be drawn anew. */
  clear(): void {
    this.#columnsOf.clear()
  }

  /** Takes in as much of what is wanted as may be filled now. @returns whether something is left */
  advance({ rows, sight, columns, cells }: Wanted): boolean {
    for (const row of this.#columnsOf.keys()) if (row < rows.first || row >= rows.end) this.#columnsOf.delete(row)
    let left = cells
    for (const row of nearestFirst(rows, sight)) {
      const drawn = this.#columnsOf.get(row)
      if (drawn !== undefined && drawn.first === columns.first && drawn.end === columns.end) continue
      if (left <= 0) return true
      left -= drawn === undefined ? columns.end - columns.first : costOf(drawn, columns)
      this.#columnsOf.set(row, columns)
    }
    return false
  }
}

function nearestFirst(rows: Window, sight: Window): number[] {
  const distance = (row: number) => Math.max(sight.first - row, row - sight.end + 1, 0)
  const all = Array.from({ length: rows.end - rows.first }, (_, at) => rows.first + at)
  return all.toSorted((one, other) => distance(one) - distance(other))
}

/** In cells: the new ones are made, and the line is laid out anew with those that stay, which costs half as much. */
function costOf(drawn: Window, wanted: Window): number {
  const kept = Math.max(0, Math.min(drawn.end, wanted.end) - Math.max(drawn.first, wanted.first))
  return wanted.end - wanted.first - kept / 2
}
