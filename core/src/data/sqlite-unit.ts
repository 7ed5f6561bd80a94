import { setImmediate } from 'node:timers/promises'
import type { AnyLog } from '@liaison/sdk/server'
import type { AuditEntry, WriteUnit } from './database.ts'
import { ormTransaction, unitExecutor } from './sqlite-connection.ts'
import { type Burst, finishAppends, type PendingUnit, type SqliteParts } from './sqlite-parts.ts'
import type { SqliteTrail } from './sqlite-trail.ts'
import { UnitRecord } from './unit-record.ts'

/** Audit entries written in one turn of the event loop: some 10 ms */
const atOnce = 500

/** Performs one unit in a savepoint of the burst's transaction; a unit that fails takes only itself away. */
export async function performUnit(parts: SqliteParts, item: PendingUnit, burst: Burst, undo: (error: unknown) => void): Promise<void> {
  const { statements, trail, signals, listeners, orm, clock } = parts
  const record = new UnitRecord(orm.maps)
  const touched = new Set<AnyLog>()
  const now = clock.now()
  const unit = unitOf(parts, record, touched, now)
  statements.prepare('savepoint unit').run()
  try {
    const value = await item.job(unit)
    await unit.em.flush()
    record.open = false
    await auditAll(trail, record.entries, now)
    const grown = finishAppends(parts, touched, now)
    for (const event of record.events) trail.event(event, now)
    statements.prepare('release unit').run()
    burst.grown.addAll(grown)
    burst.outcomes.push(() => {
      for (const { channel, message } of record.signals) signals.tell(channel, message)
      for (const job of record.afterCommit) listeners.safely('a job after the commit failed', job)
      item.resolve(value)
    })
  } catch (error) {
    record.open = false
    undo(error)
    burst.outcomes.push(() => item.reject(error))
  }
}

/** Thousands of entries leave the others their turn; nobody else writes before the burst is over. */
async function auditAll(trail: SqliteTrail, entries: readonly AuditEntry[], now: Date): Promise<void> {
  for (const [at, entry] of entries.entries()) {
    trail.audit(entry, now)
    if ((at + 1) % atOnce === 0) await setImmediate()
  }
}

function unitOf({ database, statements, orm, appends }: SqliteParts, record: UnitRecord, touched: Set<AnyLog>, now: Date): WriteUnit {
  let who = { actorId: '', action: 'core.system' }
  return {
    em: orm.manager(record, ormTransaction(database, record)),
    run: unitExecutor(statements, record),
    attribute(actorId, action, address) {
      who = { actorId: actorId ?? '', action }
      record.attribute(actorId, action, address)
    },
    audit: (entry) => record.note(entry),
    emit: (name, about, payload) => record.emit(name, about, payload),
    signal: (channel, message) => void record.signals.push({ channel, message }),
    afterCommit: (job) => void record.afterCommit.push(job),
    // oxlint-disable-next-line typescript/require-await -- the interface asks for a promise
    async append(log, values) {
      record.assertOpen()
      touched.add(log)
      return appends.of(log).append(values, who, now)
    },
  }
}
