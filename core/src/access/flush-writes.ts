import type { SqlEntityManager } from '@mikro-orm/sql'
import type { WriteUnit } from '../data/database.ts'
import type { RowsContext } from './rows-context.ts'
import { writeProblem } from './write-problems.ts'

/**
 * Hands one change to the unit's entity manager and writes it at once, so that every later read of the unit sees it. The
 * manager is emptied afterwards: a flush looks at everything it holds.
 * @throws conflict (409), staleVersion (412)
 */
export async function flushWrites<T>(context: RowsContext, unit: WriteUnit, change: (em: SqlEntityManager) => T): Promise<T> {
  unit.attribute(context.access.personId || null, context.action)
  try {
    const changed = change(unit.em)
    await unit.em.flush()
    return changed
  } catch (error) {
    throw writeProblem(error)
  } finally {
    unit.em.clear()
  }
}
