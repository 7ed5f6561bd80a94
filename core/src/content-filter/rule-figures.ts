import { type RawBuilder, sql } from 'kysely'
import type { Database, RawRow } from '../data/database.ts'

const day = 86_400_000
const days = 30
/** The trail's entry of a refused text; its row is the rule. */
export const blockedAction = 'content-filter:blocked'
export const ruleKind = 'core_content_rule'

export const dayOf = (at: Date): number => Math.floor(at.getTime() / day)

interface Counts {
  readonly blocked: number
  readonly flagged: number
}
const none: Counts = { blocked: 0, flagged: 0 }

/** How often rules spoke in the last thirty days, from the audit trail and the flags; no people, no texts. */
export class RuleFigures {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async byRule(now: Date): Promise<(ruleId: string) => Counts> {
    const first = dayOf(now) - days + 1
    const [blocked, flagged] = await Promise.all([
      this.#all(
        sql`select row_id as thing, count(*) as count from core_audit where kind = ${ruleKind} and action = ${blockedAction} and at >= ${first * day} group by row_id`,
      ),
      this.#all(sql`select rule_id as thing, count(*) as count from core_content_flag where day >= ${first} group by rule_id`),
    ])
    return counts(blocked, flagged)
  }

  async statistics(now: Date) {
    const first = dayOf(now) - days + 1
    const [blocked, flagged, [open]] = await Promise.all([
      this.#all(
        sql`select at / ${sql.lit(day)} as thing, count(*) as count from core_audit where kind = ${ruleKind} and action = ${blockedAction} and at >= ${first * day} group by at / ${sql.lit(day)}`,
      ),
      this.#all(sql`select day as thing, count(*) as count from core_content_flag where day >= ${first} group by day`),
      this.#all(sql`select count(*) as count from core_content_flag where state = 'open'`),
    ])
    const of = counts(blocked, flagged)
    const byDay = Array.from({ length: days }, (_value, index) => ({
      day: new Date((first + index) * day).toISOString().slice(0, 10),
      ...of(String(first + index)),
    }))
    const total = (kind: keyof Counts): number => byDay.reduce((sum, one) => sum + one[kind], 0)
    return { blocked: total('blocked'), flagged: total('flagged'), open: Number(open?.['count'] ?? 0), days: byDay }
  }

  #all(query: RawBuilder<unknown>): Promise<RawRow[]> {
    const { sql: text, parameters } = this.#db.compile(query.toOperationNode())
    return this.#db.read.all(text, parameters)
  }
}

function counts(blocked: readonly RawRow[], flagged: readonly RawRow[]): (thing: string) => Counts {
  const found = new Map<string, Counts>()
  const add = (rows: readonly RawRow[], kind: keyof Counts): void => {
    for (const { thing, count } of rows) found.set(String(thing), { ...(found.get(String(thing)) ?? none), [kind]: Number(count) })
  }
  add(blocked, 'blocked')
  add(flagged, 'flagged')
  return (thing) => found.get(thing) ?? none
}
