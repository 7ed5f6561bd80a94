import { beforeAll, expect, it } from 'vitest'
import { type Access, type Grant, nobody, rankOf } from '../src/access/access.ts'
import { createMemberships } from '../src/access/memberships.ts'
import { rowsFor } from '../src/access/scoped-store.ts'
import type { Database } from '../src/data/database.ts'
import { forEachDatabase, type TestDatabase } from './database.ts'
import { leakSetup } from './leak/store.ts'
import { sampleTables, Task } from './sample-plugin/index.ts'
import { tasksRead } from './sample-plugin/permissions.ts'

const stored = 20_000
interface Statement {
  readonly text: string
  readonly parameters: readonly unknown[]
}
const now = new Date('2026-03-02T08:00:00.000Z')
const ids = (kind: string, count: number) => Array.from({ length: count }, (_, index) => `${kind}${index}`)

function lin(grant: Partial<Grant>): Access {
  return {
    ...nobody,
    personId: 'p1',
    external: false,
    subjects: ['p1', 'project1'],
    grants: new Map([['tasks.read', { rank: rankOf('own'), own: true, projects: [], departments: [], ...grant }]]),
  }
}
const scopes: readonly [string, Access][] = [
  ['own', lin({})],
  ['one project', lin({ rank: rankOf('project'), projects: ['project1'] })],
  ['forty projects', lin({ rank: rankOf('project'), projects: ids('project', 40) })],
  ['one department', lin({ rank: rankOf('department'), departments: ['department1'] })],
  ['a tree of fifty departments', lin({ rank: rankOf('department-tree'), departments: ids('department', 50) })],
  ['all', lin({ rank: rankOf('all') })],
]

forEachDatabase('the list of a scope', (open, dialect) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await open(leakSetup)
    await database.db.write(async (unit) => fill((statement) => unit.run.run(statement, [])), { budgetMs: 60_000 })
  })

  it.each(scopes)('looks nothing up by reading the whole table (%s)', async (_name, access) => {
    expect(await wholeTableReads(await statementsOf(access, 'dueAt'))).toEqual([])
  })

  it('would be found out: an order without an index reads everything', async () => {
    expect(await wholeTableReads(await statementsOf(lin({ rank: rankOf('all') }), 'title'))).not.toEqual([])
  })

  /** What the first and the second page of a list run. */
  async function statementsOf(access: Access, by: 'dueAt' | 'title'): Promise<readonly Statement[]> {
    const { db } = database
    const statements: Statement[] = []
    const all: Database['read']['all'] = (text, parameters) => {
      statements.push({ text, parameters })
      return db.read.all(text, parameters)
    }
    const watched = Object.create(db, { read: { value: { ...db.read, all } } }) as Database
    const memberships = createMemberships({ db, entities: [] })
    const rows = rowsFor({
      db: watched,
      access,
      permission: tasksRead,
      owned: sampleTables,
      memberships,
      unit: undefined,
      now,
      newId: () => '',
      action: 'sample.list',
    })
    const page = await rows.of(Task).list({ order: { by }, limit: 50 })
    expect(page.items.length).toBeGreaterThan(5)
    await rows.of(Task).list({ order: { by }, limit: 50, cursor: page.next })
    return statements
  }

  /** Steps of the plans that read all of `sample_task` by no index. */
  async function wholeTableReads(statements: readonly Statement[]): Promise<string[]> {
    const { read } = database.db
    const explain = dialect === 'sqlite' ? 'explain query plan' : 'explain'
    const plans = await Promise.all(statements.map(({ text, parameters }) => read.all(`${explain} ${text}`, parameters)))
    const steps = plans.flat().map((row) => String(row.detail ?? row['QUERY PLAN']))
    return steps.filter((step) =>
      dialect === 'sqlite' ? /^SCAN sample_task(?! USING)/.test(step) : step.includes('Seq Scan on sample_task'),
    )
  }

  /** Tasks in 400 projects, 200 departments and of 500 people; some with participants and shares. */
  async function fill(run: (statement: string) => Promise<unknown>): Promise<void> {
    const numbers =
      dialect === 'sqlite' ? `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${stored}) select` : 'select'
    const from = dialect === 'sqlite' ? 'from n' : `from generate_series(1, ${stored}) as n(i)`
    const at = dialect === 'sqlite' ? String(now.getTime()) : `timestamptz '${now.toISOString()}'`
    const due = dialect === 'sqlite' ? `${now.getTime()} + i * 60000` : `${at} + i * interval '1 minute'`
    const urgent = dialect === 'sqlite' ? '0' : 'false'
    await run(
      `insert into sample_task (id, created_at, updated_at, version, title, owner_id, created_by_id, project_id, department_id, due_at, urgent)
       ${numbers} 't' || i, ${at}, ${at}, 1, 'x', 'p' || (i % 500), 'p' || (i * 7 % 500), 'project' || (i % 400), 'department' || (i % 200), ${due}, ${urgent} ${from}`,
    )
    await run(
      `insert into sample_participant (id, created_at, updated_at, version, task_id, person_id) ${numbers} 'a' || i, ${at}, ${at}, 1, 't' || i, 'p' || (i * 11 % 500) ${from}`,
    )
    await run(
      `insert into core_share (kind, row_id, subject_id, level) ${numbers} 'sample_task', 't' || i, 'p' || (i * 13 % 500), 'view' ${from}`,
    )
    await run('analyze')
  }
})
