import type { Work } from '@liaison/sdk/server'
import type { WriteUnit } from '../data/database.ts'
import { UnitWork } from '../http/unit-work.ts'

/** Any room's work, whatever rows it has. */
export type AnyWork = Pick<Work, 'now' | 'afterCommit'>

/**
 * The unit of work behind a `Work`: rooms signal caches inside it, and one room writes another's rows in it.
 * @throws when the operation only reads
 */
export function unitOf(work: AnyWork): WriteUnit {
  const unit = work instanceof UnitWork ? work.facts.unit : undefined
  if (unit === undefined) throw new Error('this work has no unit: the operation only reads')
  return unit
}
