import type { CellChange } from './matrix-model.ts'

/** Somebody chose a scope for a cell. */
export class CellChosenEvent extends Event {
  readonly change: CellChange
  constructor(change: CellChange) {
    super('ln-cell-chosen', { bubbles: true, composed: true })
    this.change = change
  }
}
