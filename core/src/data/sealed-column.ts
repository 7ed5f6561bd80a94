import type { Database } from './database.ts'

/** A column whose values are sealed, each beginning with a mark, the id of a key, and a dot. */
export interface SealedColumn {
  readonly table: string
  readonly column: string
  readonly mark: string
  /** The newest first */
  readonly keyIds: readonly string[]
  /** Opens a value with the ring, and seals it with the newest key. */
  anew(stored: string): string
}

/** In one transaction */
const atOnce = 500
const keyIdLength = 8

/** Seals anew what the newest key did not seal. @returns how many values */
export async function sealColumn(db: Database, { table, column, mark, keyIds, anew }: SealedColumn): Promise<number> {
  const [first, second] = db.dialect === 'sqlite' ? ['?', '?'] : ['$1', '$2']
  // the mark and ids hold no wildcards but `_` and `-`: `substr` compares them as they are
  const current = `${mark}${keyIds[0]!}.`
  const stale = `select id, ${column} as value from ${table} where ${column} <> '' and substr(${column}, 1, ${current.length}) <> ${first} limit ${atOnce}`
  let count = 0
  for (;;) {
    const sealed = await db.write(
      async ({ run }) => {
        const rows = await run.all(stale, [current])
        for (const { id, value } of rows)
          await run.run(`update ${table} set ${column} = ${first} where id = ${second}`, [anew(String(value)), id])
        return rows.length
      },
      { budgetMs: 10 * 60_000 },
    )
    count += sealed
    if (sealed < atOnce) return count
  }
}

/** How many values each key sealed, by its id; `''`: by none, or before keys had names. */
export async function keysOfColumn(db: Database, { table, column, mark }: SealedColumn): Promise<ReadonlyMap<string, number>> {
  const id = `case when substr(${column}, 1, ${mark.length}) = '${mark}' then substr(${column}, ${mark.length + 1}, ${keyIdLength}) else '' end`
  const rows = await db.read.all(`select ${id} as key, count(*) as count from ${table} where ${column} <> '' group by 1`, [])
  return new Map(rows.map((row) => [String(row.key), Number(row.count)]))
}
