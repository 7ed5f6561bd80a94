import { conflict, staleVersion } from '@liaison/sdk'

const uniqueViolations = new Set(['23505', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'])

/**
 * What a failed write means for the caller: a broken unique index is `conflict` (409), a row changed by somebody else
 * meanwhile is `staleVersion` (412); anything else is a bug and stays what it is.
 */
export function writeProblem(error: unknown): unknown {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at.name === 'UniqueConstraintViolationException' || uniqueViolations.has(String((at as { code?: unknown }).code))) return conflict()
    if (at.name === 'OptimisticLockError') return staleVersion()
  }
  return error
}
