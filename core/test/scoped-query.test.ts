import { expect, it } from 'vitest'
import { sql } from 'kysely'
import { nobody, type Access, rankOf } from '../src/access/access.ts'
import { createMemberships } from '../src/access/memberships.ts'
import { QueryRefused } from '../src/access/query-allowlist.ts'
import { rowsFor } from '../src/access/scoped-store.ts'
import { forEachDatabase, type TestDatabase } from './database.ts'
import { leakSetup } from './leak/store.ts'
import { sampleTables, Task } from './sample-plugin/index.ts'
import { tasksRead } from './sample-plugin/permissions.ts'

const grant = (scope: 'own' | 'all') => ({ rank: rankOf(scope), own: true as const, projects: [], departments: [] })
const lin: Access = { ...nobody, personId: 'lin', external: false, grants: new Map([['tasks.read', grant('own')]]), subjects: ['lin'] }
const chief: Access = { ...lin, personId: 'chief', grants: new Map([['tasks.read', grant('all')]]), subjects: ['chief'] }
const now = new Date('2026-03-02T08:00:00.123Z')

// oxlint-disable-next-line typescript/no-explicit-any -- what the compiler refuses must be refused when it comes past it, too
type Anything = any

forEachDatabase('a query over scoped rows', (open) => {
  let database: TestDatabase | undefined
  let made = 0
  const rows = async (access: Access = lin) => {
    database ??= await open(leakSetup)
    const { db } = database
    return {
      db,
      memberships: createMemberships({ db, entities: [] }),
      access,
      permission: tasksRead,
      owned: sampleTables,
      unit: undefined,
      now,
      newId: () => `task-${made++}`,
      action: 'sample.query',
    } as const
  }
  const query = async (build: (tables: Anything) => Anything, access?: Access) => rowsFor(await rows(access)).query(build)
  const aTask = async (values: object = {}) => {
    const options = await rows(chief)
    const task = {
      title: '季度报告',
      ownerId: 'lin',
      createdById: 'lin',
      projectId: null,
      departmentId: null,
      dueAt: null,
      urgent: true,
      labels: ['合同'],
      ...values,
    }
    return options.db.write((unit) =>
      rowsFor({ ...options, unit })
        .of(Task)
        .create(task),
    )
  }

  it('answers with plain values by property name, the same on both databases', async () => {
    const { id } = await aTask({ dueAt: now })
    const [row] = await query((tables) => tables.selectFrom('sample_task as t').selectAll('t').where('t.id', '=', id))
    expect(row).toMatchObject({ id, ownerId: 'lin', dueAt: now, urgent: true, labels: ['合同'], version: 1, projectId: null })
  })

  it('counts in numbers, and keeps instants through max, sub-queries and with', async () => {
    await aTask({ ownerId: 'wang', createdById: 'wang', dueAt: now })
    const grouped = (tables: Anything) =>
      tables
        .selectFrom('sample_task as t')
        .groupBy('t.ownerId')
        .select((eb: Anything) => ['t.ownerId as whose', eb.fn.countAll().as('howMany'), eb.fn.max('t.dueAt').as('lastDue')])
    const direct = await query((tables) => grouped(tables).orderBy('howMany', 'desc'), chief)
    expect(direct).toContainEqual({ whose: 'wang', howMany: 1, lastDue: now })
    const nested = await query(
      (tables) => tables.selectFrom(grouped(tables).as('g')).select(['g.whose', 'g.lastDue']).where('g.howMany', '=', 1),
      chief,
    )
    expect(nested).toContainEqual({ whose: 'wang', lastDue: now })
    const named = await query((tables) => tables.with('g', grouped).selectFrom('g').selectAll('g').where('g.whose', '=', 'wang'), chief)
    expect(named).toEqual([{ whose: 'wang', howMany: 1, lastDue: now }])
  })

  it('reaches own tasks only under "own", whichever way they are asked for', async () => {
    await aTask({ ownerId: 'wang', createdById: 'wang' })
    const owners = (list: unknown[]) => new Set(list.map((row) => (row as { ownerId: string }).ownerId))
    const union = await query((tables) =>
      tables
        .selectFrom('sample_task')
        .select('ownerId')
        .union((eb: Anything) => eb.selectFrom('sample_task').select('ownerId')),
    )
    const inside = await query((tables) =>
      tables
        .selectFrom('sample_task')
        .select('ownerId')
        .where('id', 'in', (eb: Anything) => eb.selectFrom('sample_task as u').select('u.id')),
    )
    const joined = await query((tables) =>
      tables.selectFrom('sample_task as t').innerJoin('sample_task as u', 'u.createdAt', 't.createdAt').select('u.ownerId'),
    )
    const crossed = await query((tables) => tables.selectFrom('sample_task as t').crossJoin('sample_task as u').select('u.ownerId'))
    for (const list of [union, inside, joined, crossed]) expect(owners(list)).toEqual(new Set(['lin']))
  })

  const refused: readonly [string, (tables: Anything) => Anything, string][] = [
    ['raw SQL as a column', (tables) => tables.selectFrom('sample_task').select(sql`1`.as('one')), 'raw SQL'],
    [
      'raw SQL as a condition',
      (tables) =>
        tables
          .selectFrom('sample_task')
          .select('id')
          .where(sql`1 = 1 or true`),
      'raw SQL',
    ],
    ['raw SQL as a source', (tables) => tables.selectFrom(sql`core_person`.as('p')).selectAll(), 'sub-queries'],
    ['a table that is not the plugin’s', (tables) => tables.selectFrom('core_person').selectAll(), 'core_person'],
    [
      'the same in a join',
      (tables) => tables.selectFrom('sample_task as t').innerJoin('core_person as p', 'p.id', 't.ownerId').select('p.name'),
      'core_person',
    ],
    [
      'the same in a sub-query',
      (tables) => tables.selectFrom('sample_task').select((eb: Anything) => eb.selectFrom('core_person').select('name').limit(1).as('n')),
      'core_person',
    ],
    ['a schema name', (tables) => tables.withSchema('main').selectFrom('sample_task').selectAll(), 'schema'],
    [
      'a right join',
      (tables) => tables.selectFrom('sample_task as t').rightJoin('sample_comment as c', 'c.taskId', 't.id').select('c.id'),
      'RightJoin',
    ],
    [
      'a full join',
      (tables) => tables.selectFrom('sample_task as t').fullJoin('sample_comment as c', 'c.taskId', 't.id').select('c.id'),
      'FullJoin',
    ],
    [
      'a name that hides a table',
      (tables) =>
        tables
          .with('sample_task', (q: Anything) => q.selectFrom('sample_comment').selectAll())
          .selectFrom('sample_task')
          .selectAll(),
      'hide a table',
    ],
    [
      'a function of the database',
      (tables) => tables.selectFrom('sample_task').select((eb: Anything) => eb.fn('load_extension', ['title']).as('x')),
      'load_extension',
    ],
    ['a lock', (tables) => tables.selectFrom('sample_task').select('id').forUpdate(), 'endModifiers'],
    [
      'a table where a value should stand',
      (tables) => tables.selectFrom('sample_task').select('id').where('id', 'in', sql.table('core_person')),
      '',
    ],
    ['a column that the table lacks', (tables) => tables.selectFrom('sample_task').select('password'), 'password'],
    ['an update', (tables) => tables.updateTable('sample_task').set({ title: 'x' }), 'only select'],
    ['a delete', (tables) => tables.deleteFrom('sample_task'), 'only select'],
    ['an insert', (tables) => tables.insertInto('sample_task').values({ id: 'x' }), 'only select'],
    [
      'a deletion inside with',
      (tables) =>
        tables
          .with('gone', (q: Anything) => q.deleteFrom('sample_task').returning('id'))
          .selectFrom('gone')
          .selectAll(),
      'a select',
    ],
  ]
  it.each(refused)('refuses %s', async (_name, build, because) => {
    const attempt = query(build, chief)
    await expect(attempt).rejects.toBeInstanceOf(QueryRefused)
    await expect(attempt).rejects.toThrow(because)
  })

  it('takes what looks like a part of a query as a value when it is one', async () => {
    expect(await query((tables) => tables.selectFrom('sample_task').select('id').where('title', '=', "x' or '1'='1"))).toEqual([])
  })
})
