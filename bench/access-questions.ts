import { type Expression, expressionBuilder, sql, type RawBuilder, type SqlBool } from 'kysely'
import { describing } from '../core/src/access/describe.ts'
import { type Access, rankOf } from '../core/src/access/access.ts'
import { createMemberships } from '../core/src/access/memberships.ts'
import { rowsFor } from '../core/src/access/scoped-store.ts'
import type { Database, Dialect } from '../core/src/data/database.ts'
import { sampleTables, Task } from '../core/test/sample-plugin/index.ts'
import { tasksRead } from '../core/test/sample-plugin/permissions.ts'
import { now } from './access-company.ts'

export interface Question {
  readonly name: string
  readonly access: Access
}

const page = 50
const eb = expressionBuilder<Record<string, Record<string, unknown>>, string>()

/** The store's list, as a handler asks it. */
export function scopedRows(db: Database, access: Access, at: Date): { list(): Promise<readonly string[]> } {
  const memberships = createMemberships({ db, entities: [] })
  const rows = rowsFor({
    ...{ db, access, permission: tasksRead, owned: sampleTables, memberships, unit: undefined, now: at, action: 'bench.list' },
    newId: () => '',
  })
  return {
    async list() {
      const { items } = await rows.of(Task).list({ order: { by: 'dueAt' }, limit: page })
      return items.map(({ id }) => String(id))
    },
  }
}

/** The same query with a filter that somebody who knows both databases writes for this one table; compiled for each call, too. */
export async function handWritten(db: Database, access: Access): Promise<readonly string[]> {
  const grant = access.grants.get(tasksRead.key)!
  const { dialect } = db
  const taking = sql`select task_id from sample_participant where person_id = ${access.personId}`
  const given = sql`select row_id from core_share where ${among('subject_id', access.subjects, dialect)} and kind = 'sample_task' and level in ('view', 'edit') and (until is null or until > ${now})`
  const filter = sql<SqlBool>`(${sql.join(
    [
      ...(grant.departments.length > 0 ? [among('department_id', grant.departments, dialect)] : []),
      ...(grant.projects.length > 0 ? [among('project_id', grant.projects, dialect)] : []),
      sql`owner_id = ${access.personId}`,
      sql`created_by_id = ${access.personId}`,
      selected(taking, dialect),
      selected(given, dialect),
    ],
    sql` or `,
  )})`
  const ordered = describing.selectFrom('sample_task').select(columns).orderBy('due_at')
  const scoped = grant.rank >= rankOf('all') ? ordered : ordered.where(filter)
  const { sql: text, parameters } = db.compile(
    scoped
      .orderBy('id')
      .limit(page + 1)
      .toOperationNode(),
  )
  const rows = await db.read.all(text, parameters)
  return rows.slice(0, page).map((row) => String(revived(row)['id']))
}

const revived = (row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
  ...row,
  ...Object.fromEntries(instants.map((name) => [name, instant(row[name])])),
  urgent: Boolean(row['urgent']),
})

const columns = [
  ...['id', 'created_at as createdAt', 'updated_at as updatedAt', 'version', 'title', 'owner_id as ownerId'],
  ...['created_by_id as createdById', 'project_id as projectId', 'department_id as departmentId', 'due_at as dueAt', 'urgent', 'labels'],
]
const instants = ['createdAt', 'updatedAt', 'dueAt']
const instant = (value: unknown): Date | null => (value === null ? null : new Date(value as number))

const among = (column: string, ids: readonly string[], dialect: Dialect): Expression<unknown> =>
  dialect === 'postgresql' ? sql`${sql.ref(column)} = any(${[...ids]}::text[])` : eb(column, 'in', ids)
const selected = (select: RawBuilder<unknown>, dialect: Dialect): RawBuilder<unknown> =>
  dialect === 'postgresql' ? sql`id = any(array(${select}))` : sql`id in (${select})`
