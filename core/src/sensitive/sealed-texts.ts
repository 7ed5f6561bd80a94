import type { Database } from '../data/database.ts'
import { sealColumn, type SealedColumn } from '../data/sealed-column.ts'
import { Sealed } from '../rooms/sealed.ts'

/** Texts that a room seals itself, each for a purpose of its own, and where they stand. */
export const sealedTexts = {
  jobs: { purpose: 'jobs', table: 'core_job', column: 'data' },
  invitations: { purpose: 'invitations', table: 'core_invitation', column: 'email' },
} as const

export const sealedTextColumns = (ring: readonly [string, ...string[]]): readonly SealedColumn[] =>
  Object.values(sealedTexts).map(({ purpose, table, column }) => {
    const sealed = new Sealed(ring, purpose)
    return { table, column, mark: 'k.', keyIds: sealed.keyIds, anew: (stored) => sealed.seal(sealed.open(stored)) }
  })

/** Seals anew what the newest key of the ring did not seal. @returns how many texts */
export async function sealTextsAnew(db: Database, ring: readonly [string, ...string[]]): Promise<number> {
  let count = 0
  for (const column of sealedTextColumns(ring)) count += await sealColumn(db, column)
  return count
}
