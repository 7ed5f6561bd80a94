import type { Work } from '@liaison/sdk/server'
import type { WriteUnit } from '../data/database.ts'

const units = new WeakMap<object, WriteUnit>()

/** Called by the dispatcher for every `Work` that writes, so that rooms find its unit. */
export function rememberUnit(work: Work<never>, unit: WriteUnit): void {
  units.set(work, unit)
}

/**
 * The unit of work behind a `Work`: rooms signal caches inside it, and one room writes another's rows in it.
 * @throws when the operation only reads
 */
export function unitOf(work: Work<never>): WriteUnit {
  const unit = units.get(work)
  if (unit === undefined) throw new Error('this Work has no unit: the operation only reads')
  return unit
}
