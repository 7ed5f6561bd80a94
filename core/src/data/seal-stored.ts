import type { AnyEntity } from '@liaison/sdk/server'
import type { Database } from './database.ts'
import { placeOf } from './sensitive-type.ts'

/**
 * Seals what was stored before its column was sensitive, and seals anew what an older key of the ring sealed.
 * @returns how many values were sealed
 */
export async function sealStored(db: Database, entities: readonly AnyEntity[]): Promise<number> {
  let count = 0
  for (const entity of entities) for (const property of entity.options.sensitive ?? []) count += await sealColumn(db, entity, property)
  return count
}

function sealColumn(db: Database, entity: AnyEntity, property: string): Promise<number> {
  const column = db.columns(entity)[db.properties(entity).indexOf(property)]!
  const [first, second] = db.dialect === 'sqlite' ? ['?', '?'] : ['$1', '$2']
  const values = db.sensitive
  return db.write(
    async ({ run }) => {
      const rows = await run.all(`select id, ${column} as value from ${entity.table} where ${column} is not null`, [])
      const stale = rows.filter(({ value }) => !values.isCurrent(String(value)))
      const place = placeOf(entity, property)
      for (const { id, value } of stale)
        await run.run(`update ${entity.table} set ${column} = ${first} where id = ${second}`, [
          values.seal(place, values.open(place, String(value))),
          id,
        ])
      return stale.length
    },
    { budgetMs: 10 * 60_000 },
  )
}
