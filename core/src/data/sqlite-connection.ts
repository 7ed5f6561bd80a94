import Sqlite from 'better-sqlite3'
import type { Executor, RawRow } from './database.ts'
import type { OrmTransaction } from './orm.ts'
import type { UnitRecord } from './unit-record.ts'
import { bindSqlite } from './columns.ts'

const cachedStatements = 500

/** Prepared statements of a connection, the least recently made forgotten first. */
export class StatementCache {
  readonly #database: Sqlite.Database
  readonly #statements = new Map<string, Sqlite.Statement>()

  constructor(database: Sqlite.Database) {
    this.#database = database
  }

  prepare(text: string): Sqlite.Statement {
    let statement = this.#statements.get(text)
    if (!statement) {
      const oldest = this.#statements.size >= cachedStatements ? this.#statements.keys().next().value : undefined
      if (oldest !== undefined) this.#statements.delete(oldest)
      statement = this.#database.prepare(text)
      this.#statements.set(text, statement)
    }
    return statement
  }
}

/** The one connection that writes. WAL without automatic checkpoints and with our own sync: see `WalSync`. */
export function openWriter(file: string): Sqlite.Database {
  const database = new Sqlite(file)
  database.pragma('busy_timeout = 5000')
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = NORMAL')
  database.pragma('cache_size = -65536')
  database.pragma('foreign_keys = ON')
  database.pragma('wal_autocheckpoint = 0')
  return database
}

export function openReader(file: string): Sqlite.Database {
  const database = new Sqlite(file, { readonly: true })
  database.pragma('busy_timeout = 5000')
  database.pragma('cache_size = -65536')
  return database
}

function all(statement: Sqlite.Statement, parameters: readonly unknown[]): RawRow[] {
  const bound = parameters.map(bindSqlite)
  if (statement.reader) return statement.all(bound) as RawRow[]
  statement.run(bound)
  return []
}

const run = (statement: Sqlite.Statement, parameters: readonly unknown[]): number => {
  const bound = parameters.map(bindSqlite)
  return statement.reader ? statement.all(bound).length : statement.run(bound).changes
}

/** Reads over read-only connections: one shared, one more for each iteration, which would hold the shared one at an old state. */
export function readExecutor(file: string, reader: Sqlite.Database): Executor {
  const statements = new StatementCache(reader)
  return {
    // oxlint-disable-next-line typescript/require-await -- the interface asks for a promise
    all: async (text, parameters) => all(statements.prepare(text), parameters),
    // oxlint-disable-next-line typescript/require-await -- the interface asks for a promise
    run: async (text, parameters) => run(statements.prepare(text), parameters),
    async *iterate(text, parameters) {
      const own = openReader(file)
      try {
        yield* own.prepare(text).iterate(parameters.map(bindSqlite)) as Iterable<RawRow>
      } finally {
        own.close()
      }
    },
  }
}

/** Statements inside a unit, on the writing connection; refused once the unit is over. */
export function unitExecutor(statements: StatementCache, unit: UnitRecord): Executor {
  const prepare = (text: string): Sqlite.Statement => {
    unit.assertOpen()
    return statements.prepare(text)
  }
  return {
    // oxlint-disable-next-line typescript/require-await -- the interface asks for a promise
    all: async (text, parameters) => all(prepare(text), parameters),
    // oxlint-disable-next-line typescript/require-await -- the interface asks for a promise
    run: async (text, parameters) => run(prepare(text), parameters),
    // nothing can be written while a statement of the same connection is open, so the rows are taken at once
    async *iterate(text, parameters) {
      yield* all(prepare(text), parameters)
    },
  }
}

/** What the ORM runs its statements on inside a unit. */
export function ormTransaction(database: Sqlite.Database, unit: UnitRecord): OrmTransaction {
  return {
    // oxlint-disable-next-line typescript/require-await -- the interface asks for a promise
    async executeQuery({ sql }) {
      unit.assertOpen()
      const statement = database.prepare(sql)
      if (statement.reader) return { rows: statement.all() as RawRow[] }
      const { changes, lastInsertRowid } = statement.run()
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
    },
  }
}
