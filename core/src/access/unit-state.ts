import type { WriteUnit } from '../data/database.ts'

/** What the access floor remembers of one unit of work, for all the operations that take part in it. */
export interface UnitState {
  /** Ids of members-ruled rows made here: their maker reaches them until the unit ends */
  readonly founded: Set<string>
  /** Members-ruled rows, as `table:id`, whose members were written here: memory does not know them yet */
  readonly membersWritten: Set<string>
}

const states = new WeakMap<WriteUnit, UnitState>()

export function stateOf(unit: WriteUnit): UnitState {
  let state = states.get(unit)
  if (!state) states.set(unit, (state = { founded: new Set(), membersWritten: new Set() }))
  return state
}
