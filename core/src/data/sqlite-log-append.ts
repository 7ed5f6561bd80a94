import type { AnyLog } from '@liaison/sdk/server'
import type Sqlite from 'better-sqlite3'
import type { Appended, RawRow } from './database.ts'
import { AppendTrail, type Grown } from './append-burst.ts'
import { rowDigest } from './audit-mac.ts'
import { bindSqlite, type Column } from './columns.ts'
import { completeRow, type LogPlan } from './log-plan.ts'
import type { Position } from './reading-positions.ts'

const rememberedStreams = 20_000

interface Tail {
  seq: number
  no: number
}

/** What one transaction (or savepoint) has appended to one log and still has to round off. */
interface Open {
  readonly trail: AppendTrail
  readonly streams: Map<string, { readonly first: number; at: Date; readonly rows: RawRow[] }>
}

interface Statements {
  readonly insert: Sqlite.Statement
  readonly tail: Sqlite.Statement
  readonly stored: Sqlite.Statement
  readonly head: Sqlite.Statement
  readonly cursor: Sqlite.Statement | undefined
}

const bindColumn = ({ kind }: Column, value: unknown): unknown =>
  kind === 'json' && value !== null ? JSON.stringify(value) : bindSqlite(value)

/** Appends to one log on SQLite. `seq` and `no` come from memory: there is one writer. */
export class SqliteLogAppend {
  readonly plan: LogPlan
  readonly #tails = new Map<string, Tail>()
  readonly #database: Sqlite.Database
  #statements: Statements | undefined
  #open: Open | undefined

  constructor(database: Sqlite.Database, plan: LogPlan) {
    this.#database = database
    this.plan = plan
  }

  /** Adds a row inside the open transaction; `finish` rounds off, `forget` follows a rollback. */
  append(values: RawRow, who: { actorId: string; action: string }, now: Date): Appended {
    const { plan } = this
    const statements = (this.#statements ??= prepare(this.#database, plan))
    const row = completeRow(plan, values, now)
    const stream = String(row[plan.stream])
    const open = (this.#open ??= { trail: new AppendTrail(plan.log), streams: new Map() })
    const tail = this.#tail(stream, statements)
    row.seq = tail.seq + 1
    row.no = tail.no + (plan.counts(row) ? 1 : 0)
    const parameters = plan.map.columns.map((column) => bindColumn(column, row[column.property]))
    if (statements.insert.run(parameters).changes === 0) return this.#stored(row, statements)
    tail.seq = row.seq as number
    tail.no = row.no as number
    open.trail.add(stream, tail.seq, who.actorId, who.action, rowDigest(parameters.join('\u0000')))
    const at = row.createdAt as Date
    const grown = open.streams.get(stream)
    if (grown) {
      grown.rows.push(row)
      if (grown.at < at) grown.at = at
    } else open.streams.set(stream, { first: tail.seq, at, rows: [row] })
    return { row, fresh: true }
  }

  /**
   * Heads, one outbox row for each stream; hands over what was added.
   * @returns the burst's audit entry, undefined when nothing was new
   */
  finish(grown: Grown, outbox: (table: string, stream: string, from: number, to: number) => void): AppendTrail | undefined {
    const open = this.#open
    const statements = this.#statements
    if (!open || !statements) return undefined
    for (const [stream, { first, at, rows }] of open.streams) {
      const last = rows.at(-1) as RawRow
      if (statements.head.run(last.seq, last.no, at.getTime(), stream).changes === 0)
        throw new Error(`${this.plan.head.table} has no row ${stream} to which ${this.plan.table} could be appended`)
      outbox(this.plan.table, stream, first, last.seq as number)
    }
    this.#open = undefined
    for (const [stream, { rows }] of open.streams) grown.add(this.plan.log, stream, rows)
    return open.streams.size > 0 ? open.trail : undefined
  }

  /** Writes a reading position; never backwards. */
  move(stream: string, personId: string, to: Position): void {
    const statements = (this.#statements ??= prepare(this.#database, this.plan))
    statements.cursor?.run(to.seq, to.no, to.at.getTime(), stream, personId, to.seq)
  }

  /** After a rollback: what memory knew may be more than what is stored. */
  forget(): void {
    this.#open = undefined
    this.#tails.clear()
  }

  #tail(stream: string, statements: Statements): Tail {
    const known = this.#tails.get(stream)
    if (known) return known
    const stored = statements.tail.get(stream) as Tail | undefined
    const tail = stored ?? { seq: 0, no: 0 }
    const oldest = this.#tails.size >= rememberedStreams ? this.#tails.keys().next().value : undefined
    if (oldest !== undefined) this.#tails.delete(oldest)
    this.#tails.set(stream, tail)
    return tail
  }

  #stored(row: RawRow, statements: Statements): Appended {
    const stored = statements.stored.get(row.id) as RawRow | undefined
    if (!stored) throw new Error(`${this.plan.table} refused a row that it does not have`)
    return { row: this.plan.map.revive(stored), fresh: false }
  }
}

function prepare(database: Sqlite.Database, { map, table, names, head, cursor }: LogPlan): Statements {
  const columns = map.columns.map((column) => column.name)
  return {
    insert: database.prepare(
      `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')}) on conflict (id) do nothing`,
    ),
    tail: database.prepare(`select seq, no from ${table} where ${names.stream} = ? order by seq desc limit 1`),
    stored: database.prepare(`select * from ${table} where id = ?`),
    head: database.prepare(`update ${head.table} set ${head.seq} = ?, ${head.no} = ?, ${head.at} = ? where id = ?`),
    cursor:
      cursor &&
      database.prepare(
        `update ${cursor.table} set ${cursor.seq} = ?, ${cursor.no} = ?, ${cursor.at} = ? where ${cursor.stream} = ? and ${cursor.person} = ? and ${cursor.seq} < ?`,
      ),
  }
}

/** The appenders of a connection, by log. */
export class SqliteLogAppends {
  readonly #database: Sqlite.Database
  readonly #planOf: (log: AnyLog) => LogPlan
  readonly #appends = new Map<AnyLog, SqliteLogAppend>()

  constructor(database: Sqlite.Database, planOf: (log: AnyLog) => LogPlan) {
    this.#database = database
    this.#planOf = planOf
  }

  of(log: AnyLog): SqliteLogAppend {
    let append = this.#appends.get(log)
    if (!append) this.#appends.set(log, (append = new SqliteLogAppend(this.#database, this.#planOf(log))))
    return append
  }

  *[Symbol.iterator](): IterableIterator<SqliteLogAppend> {
    yield* this.#appends.values()
  }

  forget(): void {
    for (const append of this.#appends.values()) append.forget()
  }
}
