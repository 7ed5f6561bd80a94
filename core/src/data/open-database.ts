import type { AnyEntity, Clock, Logger } from '@liaison/sdk/server'
import type { Database } from './database.ts'

export interface DatabaseOptions {
  /** All entities of this process: of the core's rooms and of the plugins */
  readonly entities: readonly AnyEntity[]
  /** Secret of the audit trail's MACs; another key than the one a trail was written with makes it unverifiable */
  readonly auditKey: string
  /** Secrets that seal sensitive values, the newest first; the others only open. Default: the audit key */
  readonly sensitiveKeys?: readonly [string, ...string[]]
  readonly clock: Clock
  /** Makes UUIDv7 */
  readonly newId: () => string
  readonly log: Logger
  /** PostgreSQL: connections for writing; as many again for reading. Default 10 */
  readonly pool?: number
  /** How long a unit of work may take, in milliseconds; default 2,000 */
  readonly unitBudgetMs?: number
  /** Something after which nothing can be trusted (a failed sync); has to end the process */
  readonly fatal: (error: unknown) => void
}

/**
 * Opens the database that holds everything.
 * @param options.url - `postgres://…` or `postgresql://…`, else the path of an SQLite file (`file:` and `sqlite:` in front are allowed)
 */
export async function openDatabase(
  options: Omit<DatabaseOptions, 'fatal'> & { readonly url: string; readonly fatal?: (error: unknown) => void },
): Promise<Database> {
  const complete: DatabaseOptions = { ...options, fatal: options.fatal ?? endProcess(options.log) }
  if (/^postgres(ql)?:\/\//.test(options.url)) return (await import('./postgresql-database.ts')).openPostgresql(options.url, complete)
  return (await import('./sqlite-database.ts')).openSqlite(options.url.replace(/^(file|sqlite):(\/\/)?/, ''), complete)
}

const endProcess =
  (log: Logger) =>
  (error: unknown): never => {
    log.error({ err: error }, 'the disk did not keep what was written: the process ends')
    process.abort()
  }
