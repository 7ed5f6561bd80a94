import { AsyncLocalStorage } from 'node:async_hooks'
import type { Database, WriteUnit } from './database.ts'
import { AppendListeners } from './append-listeners.ts'
import { bindSqlite } from './columns.ts'
import { entityColumns } from './entity-columns.ts'
import { HeardLogs } from './heard-logs.ts'
import { planLog } from './log-plan.ts'
import type { DatabaseOptions } from './open-database.ts'
import { openOrm } from './orm.ts'
import { ReadingPositions } from './reading-positions.ts'
import { ProcessLeases } from './process-leases.ts'
import { Refusals } from './refusals.ts'
import { SignalListeners } from './signals.ts'
import { SqliteBurst } from './sqlite-burst.ts'
import { openReader, openWriter, readExecutor, StatementCache } from './sqlite-connection.ts'
import { SqliteLogAppends } from './sqlite-log-append.ts'
import type { SqliteItem } from './sqlite-parts.ts'
import { SqliteTrail } from './sqlite-trail.ts'
import { compileNode } from './sql-description.ts'
import { closedDatabase, refuseNested, withinBudget } from './unit-guard.ts'
import { WalSync } from './wal-sync.ts'
import { SensitiveValues } from './sensitive-values.ts'
import { WriteQueue } from './write-queue.ts'

const positionsMs = 1000

/** One file, one writing connection with a queue, read-only connections beside it. */
export async function openSqlite(file: string, options: DatabaseOptions): Promise<Database> {
  const { entities, auditKey, clock, log, unitBudgetMs = 2000, fatal } = options
  const orm = await openOrm('sqlite', entities, new SensitiveValues(options.sensitiveKeys ?? [auditKey]))
  const database = openWriter(file)
  const reader = openReader(file)
  const positions = new ReadingPositions()
  let positionsDue: NodeJS.Timeout | undefined
  const advance: Database['advance'] = (declared, stream, personId, to) => {
    positions.advance(declared, stream, personId, to)
    positionsDue ??= setTimeout(writePositions, positionsMs)
  }
  const listeners = new AppendListeners(log)
  const signals = new SignalListeners(log)
  const appends = new SqliteLogAppends(database, (declared) => planLog(declared, orm.mapOf(declared)))
  const parts = {
    database,
    statements: new StatementCache(database),
    orm,
    appends,
    trail: new SqliteTrail(database, auditKey),
    heard: new HeardLogs(),
    positions,
    advance,
    listeners,
    signals,
    clock,
    log,
  }
  const burst = new SqliteBurst(parts)
  const sync = new WalSync(database, fatal, { meanwhile: listeners.meanwhile })
  const queue = new WriteQueue<SqliteItem>({
    perform: (items) => burst.perform(items),
    failed: (error) => burst.failed(error),
    sync: (told) => sync.sync(told),
  })
  let closing: Promise<void> | undefined
  const write = <T>(job: (unit: WriteUnit) => Promise<T>, { budgetMs = unitBudgetMs }: { readonly budgetMs?: number } = {}): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      refuseNested()
      if (closing) throw closedDatabase()
      const inContext = AsyncLocalStorage.snapshot()
      queue.add({
        unit: true,
        job: (unit) => inContext(() => withinBudget(() => job(unit), budgetMs)),
        resolve: resolve as (value: unknown) => void,
        reject,
      })
    })
  const refusals = new Refusals(write, log)
  const leases = new ProcessLeases()
  const writePositions = (): void => {
    positionsDue = undefined
    if (positions.any && !closing) queue.add('positions')
  }
  const close = async (): Promise<void> => {
    clearTimeout(positionsDue)
    queue.add('positions')
    await queue.idle()
    reader.close()
    database.pragma('wal_checkpoint(TRUNCATE)')
    sync.close()
    database.close()
    await orm.close()
  }
  return {
    dialect: 'sqlite',
    ...entityColumns(orm),
    read: readExecutor(file, reader),
    compile: (node) => compileNode('sqlite', node),
    write,
    refused: (entry) => refusals.add(entry),
    append(declared, values, actorId, action, done) {
      if (closing) done(closedDatabase(), undefined)
      else queue.add({ log: declared, values, actorId, action, done })
    },
    hearOnly: (logs) => parts.heard.only(logs),
    onAppended: (listener) => listeners.onAppended(listener),
    onBurst: (listener) => listeners.onBurst(listener),
    onSync: (listener) => listeners.onSync(listener),
    advance,
    pendingCursors: (declared, stream) => positions.of(declared, stream),
    bind: bindSqlite,
    onSignal: (channel, listener) => signals.on(channel, listener),
    signalsArrive: true,
    lease: (name) => Promise.resolve(leases.take(name)),
    async close() {
      await refusals.flush()
      return (closing ??= close())
    },
  }
}
