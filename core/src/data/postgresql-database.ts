import { randomBytes } from 'node:crypto'
import type { AnyLog } from '@liaison/sdk/server'
import type { Database, RawRow, WriteUnit } from './database.ts'
import { AppendListeners } from './append-listeners.ts'
import { AuditSealer } from './audit-sealer.ts'
import { bindPostgresql } from './columns.ts'
import { entityColumns } from './entity-columns.ts'
import { HeardLogs } from './heard-logs.ts'
import { planLog } from './log-plan.ts'
import type { DatabaseOptions } from './open-database.ts'
import { openOrm } from './orm.ts'
import { PostgresqlAppendQueue } from './postgresql-append-queue.ts'
import { takeLease } from './postgresql-lease.ts'
import { PostgresqlLogAppend } from './postgresql-log-append.ts'
import { openAppendPool, openPool, poolExecutor } from './postgresql-pool.ts'
import { PositionWriter } from './postgresql-positions.ts'
import { PostgresqlTelling } from './postgresql-telling.ts'
import { performUnit } from './postgresql-unit.ts'
import { ReadingPositions } from './reading-positions.ts'
import { Refusals } from './refusals.ts'
import { SensitiveValues } from './sensitive-values.ts'
import { SignalListeners } from './signals.ts'
import { compileNode } from './sql-description.ts'
import { closedDatabase, refuseNested } from './unit-guard.ts'

/** Pools for units, bursts of appends and reads; a connection that listens to the other processes. */
export async function openPostgresql(url: string, options: DatabaseOptions): Promise<Database> {
  const { entities, auditKey, clock, log, pool: size = 10, unitBudgetMs = 2000 } = options
  const origin = randomBytes(6).toString('base64url')
  const concurrency = Math.max(1, Math.min(4, size))
  const orm = await openOrm('postgresql', entities, new SensitiveValues(options.sensitiveKeys ?? [auditKey]))
  const pool = openPool(url, size, log)
  const appendPool = openAppendPool(url, concurrency, log)
  const readPool = openPool(url, size, log)
  const read = poolExecutor(readPool)
  const listeners = new AppendListeners(log)
  const signals = new SignalListeners(log)
  const sealer = new AuditSealer(pool, auditKey, log)
  const now = () => clock.now()
  const heard = new HeardLogs()
  const appends = new Map<AnyLog, PostgresqlLogAppend>()
  const appendOf = (declared: AnyLog): PostgresqlLogAppend => {
    let append = appends.get(declared)
    if (!append)
      appends.set(declared, (append = new PostgresqlLogAppend(planLog(declared, orm.mapOf(declared)), { auditKey, origin, heard, now })))
    return append
  }
  const planOf = (declared: AnyLog) => appendOf(declared).plan
  const telling = new PostgresqlTelling({ url, origin, orm, read, listeners, signals, log, planOf })
  const queue = new PostgresqlAppendQueue({
    listeners,
    concurrency,
    appendOf,
    perform: (append, items) => append.append(items, (query) => appendPool.query<RawRow>(query)),
    tell: (declared, rows) => telling.ownRows(declared, rows),
  })
  const positions = new ReadingPositions()
  const positionWriter = new PositionWriter({ positions, run: poolExecutor(pool), planOf, log })
  const running = new Set<Promise<unknown>>()
  let closing: Promise<void> | undefined

  const perform = async <T>(job: (unit: WriteUnit) => Promise<T>, budgetMs: number): Promise<T> => {
    const { value, record, grown } = await performUnit({ pool, orm, origin, auditKey, now, appendOf }, job, budgetMs)
    for (const { channel, message } of record.signals) signals.tell(channel, message)
    for (const after of record.afterCommit) listeners.safely('a job after the commit failed', after)
    telling.own(grown)
    listeners.endBurst()
    return value
  }
  const write: Database['write'] = async (job, { budgetMs = unitBudgetMs } = {}) => {
    refuseNested()
    if (closing) throw closedDatabase()
    const unit = perform(job, budgetMs)
    running.add(unit)
    return unit.finally(() => running.delete(unit))
  }
  const refusals = new Refusals(write, log)
  const close = async (): Promise<void> => {
    await queue.idle()
    await Promise.allSettled(running)
    await positionWriter.stop()
    await sealer.stop()
    await telling.close()
    await Promise.all([pool.end(), appendPool.end(), readPool.end(), orm.close()])
  }

  await telling.open()
  sealer.start()
  return {
    dialect: 'postgresql',
    ...entityColumns(orm),
    read,
    compile: (node) => compileNode('postgresql', node),
    write,
    refused: (entry) => refusals.add(entry),
    append(declared, values, actorId, action, done) {
      if (closing) done(closedDatabase(), undefined)
      else queue.add({ log: declared, values, actorId, action, done })
    },
    hearOnly: (logs) => heard.only(logs),
    onAppended: (listener) => listeners.onAppended(listener),
    onBurst: (listener) => listeners.onBurst(listener),
    // the server syncs, and nobody waits for it
    onSync: () => undefined,
    advance(declared, stream, personId, to) {
      positions.advance(declared, stream, personId, to)
      positionWriter.soon()
    },
    pendingCursors: (declared, stream) => positions.of(declared, stream),
    bind: bindPostgresql,
    onSignal: (channel, listener) => signals.on(channel, listener),
    get signalsArrive() {
      return telling.arriving
    },
    lease: (name) => takeLease(url, name, log),
    async close() {
      await refusals.flush()
      return (closing ??= close())
    },
  }
}
