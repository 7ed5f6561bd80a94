import type pg from 'pg'
import type { Appended, AuditEntry, RawRow } from './database.ts'
import { AppendTrail } from './append-burst.ts'
import { rowDigest, sealEntry } from './audit-mac.ts'
import type { HeardLogs } from './heard-logs.ts'
import { completeRow, type LogPlan } from './log-plan.ts'
import { type AppendStatement, appendStatement } from './postgresql-append-statement.ts'
import { bindSqlite } from './columns.ts'

const uniqueViolation = '23505'
const deadlock = '40P01'
const attempts = 4

export interface AppendRequest {
  readonly values: RawRow
  readonly actorId: string
  readonly action: string
}

export interface AppendContext {
  readonly auditKey: string
  readonly origin: string
  readonly heard: HeardLogs
  now(): Date
}

export interface AppendOutcome {
  /** In the order of the requests */
  readonly appended: readonly (Appended | Error)[]
  /** What is new, in order of `seq` for each stream */
  readonly fresh: readonly RawRow[]
}

/** A stored row may be waiting for its commit elsewhere, or two bursts met: the statement is right the next time. */
export const isWorthRepeating = (error: unknown): boolean => [uniqueViolation, deadlock].includes(String((error as { code?: string }).code))

/** Appends to one log on PostgreSQL. `seq` and `no` come from the stream's head row, whose lock puts writers in order. */
export class PostgresqlLogAppend {
  readonly plan: LogPlan
  readonly #statement: AppendStatement
  readonly #context: AppendContext

  constructor(plan: LogPlan, context: AppendContext) {
    this.plan = plan
    this.#statement = appendStatement(plan)
    this.#context = context
  }

  /** @param run - runs the statement in a transaction that is undone when it fails */
  async append(
    requests: readonly AppendRequest[],
    run: (query: pg.QueryConfig) => Promise<pg.QueryResult<RawRow>>,
  ): Promise<AppendOutcome> {
    const now = this.#context.now()
    const rows = requests.map(({ values }) => completeRow(this.plan, values, now))
    const firsts = new Map<string, number>()
    rows.forEach((row, index) => {
      const id = row.id as string
      if (!firsts.has(id)) firsts.set(id, index)
    })
    const sent = [...firsts.values()]
    const stored = await this.#store(requests, rows, sent, now, run)
    const fresh = new Set<number>()
    for (const index of sent) {
      const row = rows[index] as RawRow
      const numbers = stored.get(row.id as string)
      if (!numbers) continue
      row.seq = numbers.seq
      row.no = numbers.no
      fresh.add(index)
    }
    const known = await this.#known(
      rows,
      sent.filter((index) => !fresh.has(index)),
      run,
    )
    const appended = rows.map((row, index): Appended | Error => {
      const id = row.id as string
      const first = firsts.get(id) as number
      if (fresh.has(first)) return { row: rows[first] as RawRow, fresh: first === index }
      const before = known.get(id)
      return before ? { row: before, fresh: false } : this.#homeless(row)
    })
    return {
      appended,
      fresh: [...fresh].map((index) => rows[index] as RawRow).toSorted((one, other) => (one.seq as number) - (other.seq as number)),
    }
  }

  async #store(
    requests: readonly AppendRequest[],
    rows: readonly RawRow[],
    sent: readonly number[],
    now: Date,
    run: (query: pg.QueryConfig) => Promise<pg.QueryResult<RawRow>>,
  ) {
    const trail = new AppendTrail(this.plan.log)
    for (const index of sent) {
      const row = rows[index] as RawRow
      const { actorId, action } = requests[index] as AppendRequest
      trail.add(String(row[this.plan.stream]), String(row.id), actorId, action, this.#digest(row))
    }
    const batch = sent.map((index) => rows[index] as RawRow)
    const values = this.#statement.parameters(
      batch,
      batch.map((row) => this.plan.counts(row)),
      this.#context.origin,
      this.#context.heard.has(this.plan.log),
      this.#entry(trail.entry(), now),
    )
    for (let attempt = 1; ; attempt += 1) {
      try {
        const result = await run({ name: this.#statement.name, text: this.#statement.text, values })
        return new Map(result.rows.map((row) => [row.id as string, { seq: Number(row.seq), no: Number(row.no) }]))
      } catch (error) {
        if (!isWorthRepeating(error) || attempt === attempts) throw error
      }
    }
  }

  async #known(
    rows: readonly RawRow[],
    missing: readonly number[],
    run: (query: pg.QueryConfig) => Promise<pg.QueryResult<RawRow>>,
  ): Promise<ReadonlyMap<string, RawRow>> {
    if (missing.length === 0) return new Map()
    const { table, map } = this.plan
    const ids = missing.map((index) => rows[index]?.id)
    const result = await run({ text: `select * from ${table} where id = any($1::text[])`, values: [ids] })
    return new Map(result.rows.map((row) => [row.id as string, map.revive(row)]))
  }

  #entry(entry: AuditEntry, now: Date): unknown[] {
    const { at, actorId, action, kind, rowId, detail, mac } = sealEntry(this.#context.auditKey, entry, now.getTime())
    return [at, actorId, action, kind, rowId, detail, mac]
  }

  // over what the appender decided; seq and no come later, from the database
  #digest(row: RawRow): string {
    const values = this.plan.map.columns.map(({ property }) => (property === 'seq' || property === 'no' ? '' : bindSqlite(row[property])))
    return rowDigest(values.join('\u0000'))
  }

  #homeless(row: RawRow): Error {
    return new Error(`${this.plan.head.table} has no row ${String(row[this.plan.stream])} to which ${this.plan.table} could be appended`)
  }
}
