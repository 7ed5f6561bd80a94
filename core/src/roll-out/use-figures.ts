import type { ModuleUse } from '@liaison/sdk/platform'
import { sql, type RawBuilder } from 'kysely'
import type { Database, RawRow, WriteUnit } from '../data/database.ts'
import { dayOf, nameOfDay, type UseCounter } from './use-counter.ts'

export const trendWeeks = 8
const rememberedMs = 60_000
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
/**
 * The same, counted once a minute: they are read from many rows. What this server has written shows at once, what others have
 * written within the minute.
 */
export class RememberedFigures {
  readonly #db: Database
  readonly #counter: Pick<UseCounter, 'flush' | 'written'>
  #known: { readonly key: string; readonly until: number; readonly figures: Promise<ReadonlyMap<string, ModuleUse>> } | undefined

  constructor(db: Database, counter: Pick<UseCounter, 'flush' | 'written'>) {
    this.#db = db
    this.#counter = counter
  }

  async at(now: Date): Promise<ReadonlyMap<string, ModuleUse>> {
    await this.#counter.flush()
    const today = dayOf(now)
    const key = `${today} ${this.#counter.written}`
    if (this.#known?.key !== key || now.getTime() >= this.#known.until) {
      const known = { key, until: now.getTime() + rememberedMs, figures: useFigures(this.#db, today) }
      this.#known = known
      // told to who asked; the next one counts anew
      known.figures.catch(() => this.#known === known && (this.#known = undefined))
    }
    return this.#known.figures
  }
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

/** What is kept about one person: on which days (`2026-11-24`) he worked with what. */
export async function useOf(db: Database, personId: string): Promise<readonly { readonly module: string; readonly day: string }[]> {
  const rows = await all(db, sql`select module_key, day from core_module_use where person_id = ${personId} order by day, module_key`)
  return rows.map((row) => ({ module: row.module_key as string, day: nameOfDay(Number(row.day)) }))
}

/** In the unit that deletes the person's account. */
export async function forgetUseOf(db: Database, unit: WriteUnit, personId: string): Promise<void> {
  const { sql: text, parameters } = compiled(db, sql`delete from core_module_use where person_id = ${personId}`)
  await unit.run.run(text, parameters)
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
