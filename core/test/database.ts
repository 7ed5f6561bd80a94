import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AnyEntity, Logger } from '@liaison/sdk/server'
import pg from 'pg'
import { afterAll, describe, inject } from 'vitest'
import type { Database, Dialect } from '../src/data/database.ts'
import { checkTables, migrate, type MigratedPlugin } from '../src/data/migrations.ts'
import { type DatabaseOptions, openDatabase } from '../src/data/open-database.ts'

export interface TestSetup {
  readonly entities: readonly AnyEntity[]
  /** In the order in which they require each other */
  readonly plugins?: readonly MigratedPlugin[]
  readonly options?: Partial<DatabaseOptions>
}

export interface TestDatabase {
  readonly dialect: Dialect
  readonly url: string
  readonly db: Database
  /** Time of this database; tests move it */
  readonly clock: { now(): Date; set(at: Date): void }
  /** What was logged as an error */
  readonly errors: { facts: object; message: string }[]
  /** Another opening of the same data, as another process has it; on SQLite close the first before */
  again(options?: Partial<DatabaseOptions>): Promise<Database>
  close(): Promise<void>
}

export const dialects: readonly Dialect[] = ['sqlite', 'postgresql']

/** The same tests on both databases. `open` gives an empty database each time; what is left open is closed after the tests. */
export function forEachDatabase(name: string, tests: (open: (setup: TestSetup) => Promise<TestDatabase>, dialect: Dialect) => void): void {
  describe.each(dialects)(`${name} on %s`, (dialect) => {
    const opened: TestDatabase[] = []
    afterAll(async () => {
      for (const database of opened) await database.close()
    })
    tests(async (setup) => {
      const database = await openTestDatabase(dialect, setup)
      opened.push(database)
      return database
    }, dialect)
  })
}

/** One empty database, migrated. */
export async function openTestDatabase(dialect: Dialect, setup: TestSetup): Promise<TestDatabase> {
  const { url, remove } = await freshDatabase(dialect)
  const errors: TestDatabase['errors'] = []
  const log: Logger = { info: () => {}, warn: () => {}, error: (facts, message) => void errors.push({ facts, message }) }
  let moment: Date | undefined
  const clock = { now: () => moment ?? new Date(), set: (at: Date) => void (moment = at) }
  const opened: Database[] = []
  const again = async (options: Partial<DatabaseOptions> = {}): Promise<Database> => {
    const db = await openDatabase({
      url,
      entities: setup.entities,
      auditKey: 'audit key of the tests',
      clock,
      newId: testIds(),
      log,
      pool: 4,
      ...setup.options,
      ...options,
    })
    opened.push(db)
    return db
  }
  const db = await again()
  await migrate(db, setup.plugins ?? [])
  await checkTables(db, setup.entities)
  return {
    dialect,
    url,
    db,
    clock,
    errors,
    again,
    close: once(async () => {
      for (const one of opened) await one.close()
      await remove()
    }),
  }
}

/** An empty place for a database: a file in a folder of its own, or a new database on the test run's PostgreSQL. */
export async function freshDatabase(dialect: Dialect): Promise<{ url: string; remove(): Promise<void> }> {
  if (dialect === 'sqlite') {
    const folder = mkdtempSync(join(tmpdir(), 'liaison-test-'))
    return { url: join(folder, 'liaison.sqlite'), remove: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })) }
  }
  const server = inject('postgresqlUrl')
  const name = `liaison_test_${process.pid}_${Date.now().toString(36)}_${Math.random().toString(36).slice(2, 8)}`
  await onServer(server, `create database ${name} template template0`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, remove: () => onServer(server, `drop database if exists ${name} with (force)`) }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

let counter = 0
/** UUIDv7-like ids, ascending; different in each opening. */
export function testIds(): () => string {
  const start = Date.now().toString(16).padStart(12, '0')
  const tail = Math.floor(Math.random() * 0xffffffff)
    .toString(16)
    .padStart(8, '0')
  return () => {
    counter += 1
    const count = counter.toString(16).padStart(7, '0')
    return `${start.slice(0, 8)}-${start.slice(8)}-7${count.slice(0, 3)}-8${count.slice(3, 6)}-${count.slice(6)}000${tail}`
  }
}

function once(job: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => (done ??= job())
}
