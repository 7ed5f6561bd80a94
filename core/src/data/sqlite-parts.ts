import type { AnyLog, Clock, Logger } from '@liaison/sdk/server'
import type Sqlite from 'better-sqlite3'
import type { Database, WriteUnit } from './database.ts'
import { Grown, type PendingAppend } from './append-burst.ts'
import type { AppendListeners } from './append-listeners.ts'
import type { HeardLogs } from './heard-logs.ts'
import type { Orm } from './orm.ts'
import type { ReadingPositions } from './reading-positions.ts'
import type { SignalListeners } from './signals.ts'
import type { StatementCache } from './sqlite-connection.ts'
import type { SqliteLogAppends } from './sqlite-log-append.ts'
import type { SqliteTrail } from './sqlite-trail.ts'
import type { Tell } from './write-queue.ts'

export interface PendingUnit {
  readonly unit: true
  /** Ends within its budget, in the context of whoever asked */
  job(unit: WriteUnit): Promise<unknown>
  resolve(value: unknown): void
  reject(error: unknown): void
}
/** What waits for the writer: appends, units, or only reading positions that are due. */
export type SqliteItem = PendingAppend | PendingUnit | 'positions'

export interface SqliteParts {
  readonly database: Sqlite.Database
  readonly statements: StatementCache
  readonly orm: Orm
  readonly appends: SqliteLogAppends
  readonly trail: SqliteTrail
  readonly heard: HeardLogs
  readonly positions: ReadingPositions
  readonly advance: Database['advance']
  readonly listeners: AppendListeners
  readonly signals: SignalListeners
  readonly clock: Clock
  readonly log: Logger
}

/** What a burst has done so far; told only when all of it is committed and synced. */
export interface Burst {
  readonly outcomes: Tell[]
  readonly grown: Grown
}

/** Rounds off what was appended since the savepoint: heads, positions, outbox, one audit entry for each log. */
export function finishAppends({ appends, trail, heard }: SqliteParts, logs: Iterable<AnyLog>, now: Date): Grown {
  const grown = new Grown()
  for (const log of logs) {
    const isHeard = heard.has(log)
    const written = appends.of(log).finish(grown, (table, stream, from, to) => {
      if (isHeard) trail.range(table, stream, from, to, now)
    })
    if (written) trail.audit(written.entry(), now)
  }
  return grown
}
