import type { ModuleUse } from '@liaison/sdk/platform'
import { sql, type RawBuilder } from 'kysely'
import type { Database, RawRow } from '../data/database.ts'

export const trendWeeks = 8
const weekDays = 7
/** Smaller groups are not told of: it would tell what single people do. */
export const smallestGroup = 5

/** How many people worked with each module and feature, by key; `today` counts days from 1970-01-01. */
export async function useFigures(db: Database, today: number): Promise<ReadonlyMap<string, ModuleUse>> {
  const rows = await all(
    db,
    sql`select module_key, week, count(distinct person_id) as people from (
      select module_key, person_id, (cast(${today} as integer) - day) / ${sql.lit(weekDays)} as week
      from core_module_use where day > ${today - trendWeeks * weekDays} and day <= ${today}
    ) as use group by module_key, week`,
  )
  const figures = new Map<string, number[]>()
  for (const row of rows) {
    const key = row.module_key as string
    const trend = figures.get(key) ?? Array.from({ length: trendWeeks }, () => 0)
    trend[trendWeeks - 1 - Number(row.week)] = Number(row.people)
    figures.set(key, trend)
  }
  return new Map([...figures].map(([key, trend]) => [key, { people: trend.at(-1)!, before: trend.at(-2)!, trend }]))
}
export const noUse: ModuleUse = { people: 0, before: 0, trend: Array.from({ length: trendWeeks }, () => 0) }

/** Ids of those who worked with it in the last seven days */
export async function usersOf(db: Database, key: string, today: number): Promise<ReadonlySet<string>> {
  const rows = await all(
    db,
    sql`select distinct person_id from core_module_use where module_key = ${key} and day > ${today - weekDays} and day <= ${today}`,
  )
  return new Set(rows.map((row) => row.person_id as string))
}

/** Days before the trend begins are of no use. */
export async function forgetUse(db: Database, today: number): Promise<void> {
  const { sql: text, parameters } = compiled(db, sql`delete from core_module_use where day <= ${today - (trendWeeks + 1) * weekDays}`)
  await db.write((unit) => unit.run.run(text, parameters))
}

const compiled = (db: Database, query: RawBuilder<unknown>) => db.compile(query.toOperationNode())
function all(db: Database, query: RawBuilder<unknown>): Promise<RawRow[]> {
  const { sql: text, parameters } = compiled(db, query)
  return db.read.all(text, parameters)
}
