import type { Logger } from '@liaison/sdk/server'
import pg from 'pg'
import type { Executor, RawRow } from './database.ts'
import { bindPostgresql } from './columns.ts'

const int8 = 20
const int8Array = 1016
const cursorRows = 500

const numbers = (value: string): number[] => (value === '{}' ? [] : value.slice(1, -1).split(',').map(Number))

/** Instants as `Date`, 64-bit integers as numbers: ours stay below 2^53. */
function typeParsers(): pg.CustomTypesConfig {
  const types = new pg.TypeOverrides()
  types.setTypeParser(int8, Number)
  types.setTypeParser(int8Array as never, numbers as never)
  return types
}

/**
 * @param max - connections at most
 * @param prepare - statement that each connection runs first
 */
export function openPool(url: string, max: number, log: Logger, prepare?: string): pg.Pool {
  const options: pg.PoolConfig & { onConnect?: (client: pg.ClientBase) => Promise<unknown> } = {
    connectionString: url,
    max,
    types: typeParsers(),
    keepAlive: true,
    application_name: 'liaison',
    ...(prepare !== undefined && { onConnect: (client) => client.query(prepare) }),
  }
  const pool = new pg.Pool(options)
  // a connection that the server drops must not take the process down: the query on it fails by itself
  const warn = (error: Error): void => log.warn({ err: error }, 'a database connection was lost')
  pool.on('error', warn)
  pool.on('connect', (client) => void client.on('error', warn))
  return pool
}

const byIndex = [
  'enable_seqscan = off',
  'enable_hashjoin = off',
  'enable_mergejoin = off',
  'enable_bitmapscan = off',
  'plan_cache_mode = force_generic_plan',
]

/**
 * Connections for batches of appends. Their prepared statements are planned while the tables are still small, and the plan is
 * kept: it must look rows up by index from the beginning.
 */
export const openAppendPool = (url: string, max: number, log: Logger): pg.Pool =>
  openPool(url, max, log, byIndex.map((setting) => `set ${setting}`).join('; '))

/** Statements outside units, each on whichever connection is free. */
export function poolExecutor(pool: pg.Pool): Executor {
  return {
    all: async (text, parameters) => (await pool.query<RawRow>(text, parameters.map(bindPostgresql))).rows,
    run: async (text, parameters) => (await pool.query(text, parameters.map(bindPostgresql))).rowCount ?? 0,
    async *iterate(text, parameters) {
      const client = await pool.connect()
      let failed = true
      try {
        await client.query('begin read only')
        yield* throughCursor(client, text, parameters)
        await client.query('commit')
        failed = false
      } finally {
        // an iteration that was left early still has its transaction
        if (failed) await client.query('rollback').catch(() => undefined)
        client.release()
      }
    },
  }
}

async function* throughCursor(client: pg.PoolClient, text: string, parameters: readonly unknown[]): AsyncGenerator<RawRow> {
  await client.query(`declare rows_of_each no scroll cursor for ${text}`, parameters.map(bindPostgresql))
  for (;;) {
    const { rows } = await client.query<RawRow>(`fetch ${cursorRows} from rows_of_each`)
    if (rows.length === 0) return
    yield* rows
  }
}
