import { randomBytes } from 'node:crypto'
import type { AnyLog } from '@liaison/sdk/server'
import type { Database, RawRow, WriteUnit } from './database.ts'
import { Grown } from './append-burst.ts'
import { AppendListeners } from './append-listeners.ts'
import { AuditSealer } from './audit-sealer.ts'
import { bindPostgresql } from './columns.ts'
import { type LogPlan, planLog } from './log-plan.ts'
import { NoticeConnection } from './notice-connection.ts'
import type { Notice } from './notices.ts'
import type { DatabaseOptions } from './open-database.ts'
import { openOrm } from './orm.ts'
import { PostgresqlAppendQueue } from './postgresql-append-queue.ts'
import { PostgresqlLogAppend } from './postgresql-log-append.ts'
import { takeLease } from './postgresql-lease.ts'
import { openPool, poolExecutor } from './postgresql-pool.ts'
import { writePositions } from './postgresql-positions.ts'
import { performUnit } from './postgresql-unit.ts'
import { ReadingPositions } from './reading-positions.ts'
import { Refusals } from './refusals.ts'
import { SignalListeners } from './signals.ts'
import { compileNode } from './sql-description.ts'
import { StreamTeller } from './stream-teller.ts'
import { refuseNested } from './unit-guard.ts'

const positionsMs = 1000

/** A pool that writes, a pool that reads, a connection that listens to the other processes. */
export async function openPostgresql(url: string, options: DatabaseOptions): Promise<Database> {
  const { entities, auditKey, clock, newId, log, pool: size = 10, unitBudgetMs = 2000 } = options
  const origin = randomBytes(6).toString('base64url')
  const orm = await openOrm('postgresql', entities)
  const pool = openPool(url, size, log)
  const readPool = openPool(url, size, log)
  const read = poolExecutor(readPool)
  const positions = new ReadingPositions()
  const listeners = new AppendListeners(log)
  const signals = new SignalListeners(log)
  const sealer = new AuditSealer(pool, auditKey, log)
  const now = () => clock.now()

  const appends = new Map<AnyLog, PostgresqlLogAppend>()
  const appendOf = (declared: AnyLog): PostgresqlLogAppend => {
    let append = appends.get(declared)
    if (!append) appends.set(declared, (append = new PostgresqlLogAppend(planLog(declared, orm.mapOf(declared)), { auditKey, origin, newId, now })))
    return append
  }
  const planOf = (declared: AnyLog): LogPlan => appendOf(declared).plan
  const logOf = (table: string): AnyLog | undefined => entities.find((entity) => entity.table === table && 'log' in entity) as AnyLog | undefined

  const teller = new StreamTeller({
    log,
    arriving: () => notices.arriving,
    read: async (declared, stream, from, to) => {
      const { map, names, table } = planOf(declared)
      const rows = await read.all(`select * from ${table} where ${names.stream} = $1 and seq between $2 and $3 order by seq`, [stream, from, to])
      return rows.map((row) => map.revive(row))
    },
    tell: (growth) => listeners.tell([growth]),
    endBurst: () => listeners.endBurst(),
  })
  const tellOwn = (grown: Iterable<{ log: AnyLog; stream: string; rows: readonly RawRow[] }>): void => {
    for (const { log: declared, stream, rows } of grown) teller.own(declared, stream, rows)
  }
  const queue = new PostgresqlAppendQueue({
    listeners,
    concurrency: Math.max(1, Math.min(4, size - 1)),
    appendOf,
    perform: (append, items) => append.append(items, (query) => pool.query<RawRow>(query)),
    tell(declared, rows) {
      const grown = new Grown()
      for (const row of rows) grown.add(declared, String(row[planOf(declared).stream]), [row])
      tellOwn(grown)
    },
  })

  const heard = (notice: Notice): void => {
    const own = notice.origin === origin
    if (notice.kind === 'signal') return own ? undefined : signals.tell(notice.channel, notice.message)
    const declared = logOf(notice.table)
    if (!declared) return
    if (own) teller.echo(declared, notice.stream, notice.to)
    else teller.foreign(declared, notice.stream, notice.from, notice.to)
  }
  const catchUp = async (): Promise<void> => {
    for (const [table, streams] of Map.groupBy(teller.known(), (one) => one.table)) {
      const declared = logOf(table)
      if (!declared) continue
      const stream = planOf(declared).names.stream
      const last = await read.all(`select ${stream} as stream, max(seq) as last from ${table} where ${stream} = any($1::text[]) group by 1`, [streams.map((one) => one.stream)])
      const reached = new Map(streams.map((one) => [one.stream, one.last]))
      for (const row of last) {
        const from = (reached.get(String(row.stream)) ?? 0) + 1
        if (Number(row.last) >= from) teller.foreign(declared, String(row.stream), from, Number(row.last))
      }
    }
  }
  const notices = new NoticeConnection(
    url,
    {
      notice: heard,
      lost() {
        teller.releaseAll(logOf)
        signals.tellLost()
        if (notices.arriving) catchUp().catch((error: unknown) => log.error({ err: error }, 'what was missed could not be read'))
      },
    },
    log,
  )

  let running = 0
  let quiet: (() => void)[] = []
  const write = async <T>(job: (unit: WriteUnit) => Promise<T>, { budgetMs = unitBudgetMs }: { readonly budgetMs?: number } = {}): Promise<T> => {
    refuseNested()
    running += 1
    try {
      const { value, record, grown } = await performUnit({ pool, orm, origin, auditKey, now, appendOf }, job, budgetMs)
      for (const { channel, message } of record.signals) signals.tell(channel, message)
      for (const after of record.afterCommit) listeners.safely('a job after the commit failed', after)
      tellOwn(grown)
      listeners.endBurst()
      return value
    } finally {
      running -= 1
      if (running === 0) for (const resolve of quiet.splice(0)) resolve()
    }
  }
  const refusals = new Refusals(write, log)
  let positionsDue: NodeJS.Timeout | undefined
  const flushPositions = async (): Promise<void> => {
    positionsDue = undefined
    if (!positions.any) return
    const moved = positions.take()
    try {
      await writePositions(poolExecutor(pool), planOf, moved)
      positions.written()
    } catch (error) {
      positions.failed()
      log.error({ err: error }, 'reading positions could not be stored')
    }
  }
  const close = async (): Promise<void> => {
    clearTimeout(positionsDue)
    await refusals.flush()
    await queue.idle()
    if (running > 0) await new Promise<void>((resolve) => quiet.push(resolve))
    await flushPositions()
    await sealer.stop()
    await notices.close()
    await Promise.all([pool.end(), readPool.end(), orm.close()])
  }
  let closing: Promise<void> | undefined

  await notices.open()
  sealer.start()
  return {
    dialect: 'postgresql',
    entities,
    read,
    compile: (node) => compileNode('postgresql', node),
    write,
    refused: (entry) => refusals.add(entry),
    append: (declared, values, actorId, action, done) => queue.add({ log: declared, values, actorId, action, done }),
    onAppended: (listener) => listeners.onAppended(listener),
    onBurst: (listener) => listeners.onBurst(listener),
    advance(declared, stream, personId, to) {
      positions.advance(declared, stream, personId, to)
      positionsDue ??= setTimeout(() => void flushPositions(), positionsMs)
    },
    pendingCursors: (declared, stream) => positions.of(declared, stream),
    properties: (entity) => orm.mapOf(entity).properties,
    columns: (entity) => orm.mapOf(entity).columns.map((column) => column.name),
    reviver: (entity, property) => orm.mapOf(entity).byProperty.get(property)?.revive,
    revive: (entity, row) => orm.mapOf(entity).revive(row),
    bind: bindPostgresql,
    onSignal: (channel, listener) => signals.on(channel, listener),
    get signalsArrive() {
      return notices.arriving
    },
    lease: (name) => takeLease(url, name, log),
    close: () => (closing ??= close()),
  }
}
