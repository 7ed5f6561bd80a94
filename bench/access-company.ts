import { migrate } from '../core/src/data/migrations.ts'
import type { Database, Dialect } from '../core/src/data/database.ts'
import { openDatabase } from '../core/src/data/open-database.ts'
import { testPlace } from '../core/src/testing/test-database.ts'
import { leakSetup } from '../core/test/leak/store.ts'
import startPostgresql from '../core/test/postgresql-setup.ts'
import { newId } from './seed.ts'

export const now = new Date('2026-03-02T08:00:00.000Z')

/** Both databases, each with so many tasks; `TEST_PG_URL` names a PostgreSQL, else one is started. */
export async function forEachCompany(stored: number, job: (db: Database, dialect: Dialect) => Promise<void>): Promise<void> {
  const stop = await startPostgresql({ provide: () => undefined } as never)
  try {
    for (const dialect of ['sqlite', 'postgresql'] as const) {
      const place = await testPlace(dialect)
      const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
      const options = { entities: leakSetup.entities, auditKey: 'bench', clock: { now: () => now }, newId, log }
      const db = await openDatabase({ url: place.databaseUrl, ...options })
      try {
        await migrate(db, leakSetup.plugins ?? [])
        await db.write((unit) => fill((statement) => unit.run.run(statement, []), dialect, stored), { budgetMs: 300_000 })
        await job(db, dialect)
      } finally {
        await db.close()
        await place.remove()
      }
    }
  } finally {
    await stop()
  }
}

/** Tasks of 1,117 people in 391 projects and 500 departments; one in ten with a participant, one in twenty given to somebody. */
async function fill(run: (statement: string) => Promise<unknown>, dialect: Dialect, stored: number): Promise<void> {
  const isSqlite = dialect === 'sqlite'
  const numbers = (count: number) => ({
    select: isSqlite ? `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count}) select` : 'select',
    from: isSqlite ? 'from n' : `from generate_series(1, ${count}) as n(i)`,
  })
  const at = isSqlite ? String(now.getTime()) : `timestamptz '${now.toISOString()}'`
  const due = isSqlite ? `${now.getTime()} + (i * 7919 % ${stored}) * 60000` : `${at} + (i * 7919 % ${stored}) * interval '1 minute'`
  const { select, from } = numbers(stored)
  await run(
    `insert into sample_task (id, created_at, updated_at, version, title, owner_id, created_by_id, project_id, department_id, due_at, urgent)
     ${select} 't' || i, ${at}, ${at}, 1, 'x', 'p' || (i % 1117), 'p' || (i * 7 % 1117), 'project' || (i % 391), 'department' || (i % 500),
     ${due}, ${isSqlite ? '0' : 'false'} ${from}`,
  )
  const taking = numbers(Math.floor(stored / 10))
  await run(
    `insert into sample_participant (id, created_at, updated_at, version, task_id, person_id)
     ${taking.select} 'a' || i, ${at}, ${at}, 1, 't' || (i * 10), 'p' || (i * 11 % 1117) ${taking.from}`,
  )
  const given = numbers(Math.floor(stored / 20))
  await run(
    `insert into core_share (kind, row_id, subject_id, level)
     ${given.select} 'sample_task', 't' || (i * 20), 'p' || (i * 13 % 1117), 'view' ${given.from}`,
  )
  await run('analyze')
}
