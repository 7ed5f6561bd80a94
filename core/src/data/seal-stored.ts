import type { AnyEntity } from '@liaison/sdk/server'
import type { Database } from './database.ts'
import { placeOf } from './sensitive-type.ts'
import { sensitiveMark } from './sensitive-values.ts'
import { sealColumn, type SealedColumn } from './sealed-column.ts'

/** The sensitive columns of entities, as they stand in the database. */
export function sensitiveColumns(db: Database, entities: readonly AnyEntity[]): readonly SealedColumn[] {
  const values = db.sensitive
  return entities.flatMap((entity) =>
    (entity.options.sensitive ?? []).map((property) => {
      const place = placeOf(entity, property)
      return {
        table: entity.table,
        column: db.columns(entity)[db.properties(entity).indexOf(property)]!,
        mark: sensitiveMark,
        keyIds: values.keyIds,
        anew: (stored: string) => values.seal(place, values.open(place, stored)),
      }
    }),
  )
}

/**
 * Seals what was stored before its column was sensitive, and seals anew what an older key of the ring sealed.
 * @returns how many values were sealed
 */
export async function sealStored(db: Database, entities: readonly AnyEntity[]): Promise<number> {
  let count = 0
  for (const column of sensitiveColumns(db, entities)) count += await sealColumn(db, column)
  return count
}
