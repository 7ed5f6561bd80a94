import type { AnyLog } from '@liaison/sdk/server'
import type pg from 'pg'
import type { Executor, RawRow, WriteUnit } from './database.ts'
import { Grown } from './append-burst.ts'
import { sealEntry } from './audit-mac.ts'
import { bindPostgresql } from './columns.ts'
import { noticeChannel, writeSignal } from './notices.ts'
import type { Orm, OrmTransaction } from './orm.ts'
import type { PostgresqlLogAppend } from './postgresql-log-append.ts'
import { withinBudget } from './unit-guard.ts'
import { UnitRecord } from './unit-record.ts'

export interface UnitParts {
  readonly pool: pg.Pool
  readonly orm: Orm
  readonly origin: string
  readonly auditKey: string
  now(): Date
  appendOf(log: AnyLog): PostgresqlLogAppend
}

export interface PerformedUnit<T> {
  readonly value: T
  readonly record: UnitRecord
  readonly grown: Grown
}

/** One unit of work in a transaction of its own. */
export async function performUnit<T>(parts: UnitParts, job: (unit: WriteUnit) => Promise<T>, budgetMs: number): Promise<PerformedUnit<T>> {
  const client = await parts.pool.connect()
  const record = new UnitRecord(parts.orm.maps)
  const grown = new Grown()
  let broken = false
  try {
    await client.query('begin')
    const unit = unitOf(parts, client, record, grown)
    const value = await withinBudget(async () => {
      const result = await job(unit)
      await unit.em.flush()
      return result
    }, budgetMs)
    record.open = false
    await leave(parts, client, record)
    await client.query('commit')
    return { value, record, grown }
  } catch (error) {
    record.open = false
    broken = await undo(client)
    throw error
  } finally {
    client.release(broken)
  }
}

/** @returns whether the connection cannot be used any more */
async function undo(client: pg.PoolClient): Promise<boolean> {
  try {
    await client.query('rollback')
    return false
  } catch {
    // the connection is closed; the server undoes what it held
    return true
  }
}

/** Audit entries, events and signals of the unit, in its transaction. */
async function leave({ auditKey, origin, now }: UnitParts, client: pg.PoolClient, { entries, events, signals }: UnitRecord): Promise<void> {
  const at = now().getTime()
  if (entries.length > 0) {
    const sealed = entries.map((entry) => sealEntry(auditKey, entry, at))
    const members = ['at', 'actorId', 'action', 'kind', 'rowId', 'detail', 'mac'] as const
    await client.query({
      name: 'core-audit',
      text: `insert into core_audit (at, actor_id, action, kind, row_id, detail, mac) select at, actor, action, kind, row_id, detail, mac
from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[]) with ordinality as e(at, actor, action, kind, row_id, detail, mac, place) order by place`,
      values: members.map((member) => sealed.map((entry) => entry[member])),
    })
  }
  if (events.length > 0)
    await client.query({
      name: 'core-outbox',
      text: `insert into core_outbox (at, name, about, payload) select $1::bigint, name, about, payload
from unnest($2::text[], $3::text[], $4::text[]) with ordinality as e(name, about, payload, place) order by place`,
      values: [
        at,
        events.map((event) => event.name),
        events.map((event) => event.about),
        events.map((event) => JSON.stringify(event.payload ?? null)),
      ],
    })
  if (signals.length > 0)
    await client.query({
      name: 'core-signals',
      text: 'select pg_notify($1, message) from unnest($2::text[]) with ordinality as s(message, place) order by place',
      values: [noticeChannel, signals.map(({ channel, message }) => writeSignal(origin, channel, message))],
    })
}

function unitOf({ orm, appendOf }: UnitParts, client: pg.PoolClient, record: UnitRecord, grown: Grown): WriteUnit {
  let who = { actorId: '', action: 'core.system' }
  return {
    em: orm.manager(record, transactionOf(client, record)),
    run: executorOf(client, record),
    attribute(actorId, action, address) {
      who = { actorId: actorId ?? '', action }
      record.attribute(actorId, action, address)
    },
    audit: (entry) => record.note(entry),
    emit: (name, about, payload) => record.emit(name, about, payload),
    signal: (channel, message) => void record.signals.push({ channel, message }),
    afterCommit: (job) => void record.afterCommit.push(job),
    async append(log, values) {
      const append = appendOf(log)
      const { appended, fresh } = await append.append([{ values, ...who }], ({ text, values: parameters = [] }) =>
        inSavepoint(client, record, { text, values: parameters }),
      )
      for (const row of fresh) grown.add(log, String(row[append.plan.stream]), [row])
      const [outcome] = appended
      if (outcome === undefined || outcome instanceof Error) throw outcome ?? new Error(`nothing was appended to ${log.table}`)
      return outcome
    },
  }
}

/** A statement that may be repeated: what it broke must not end the unit's transaction. */
async function inSavepoint(client: pg.PoolClient, record: UnitRecord, query: pg.QueryConfig): Promise<pg.QueryResult<RawRow>> {
  record.assertOpen()
  await client.query('savepoint append')
  try {
    const result = await client.query<RawRow>(query)
    await client.query('release savepoint append')
    return result
  } catch (error) {
    await client.query('rollback to savepoint append')
    throw error
  }
}

function executorOf(client: pg.PoolClient, record: UnitRecord): Executor {
  const query = (text: string, parameters: readonly unknown[]): Promise<pg.QueryResult<RawRow>> => {
    record.assertOpen()
    return client.query<RawRow>(text, parameters.map(bindPostgresql))
  }
  return {
    all: async (text, parameters) => (await query(text, parameters)).rows,
    run: async (text, parameters) => (await query(text, parameters)).rowCount ?? 0,
    async *iterate(text, parameters) {
      yield* (await query(text, parameters)).rows
    },
  }
}

/** What the ORM runs its statements on inside a unit. */
function transactionOf(client: pg.PoolClient, record: UnitRecord): OrmTransaction {
  return {
    async executeQuery({ sql }) {
      record.assertOpen()
      const { rows, rowCount, command } = await client.query<RawRow>(sql)
      const changed = command === 'INSERT' || command === 'UPDATE' || command === 'DELETE' || command === 'MERGE'
      return { rows, ...(changed && { numAffectedRows: BigInt(rowCount ?? 0) }) }
    },
  }
}
