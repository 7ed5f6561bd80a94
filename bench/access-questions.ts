import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { type Access, rankOf } from '../core/src/access/access.ts'
import { createMemberships } from '../core/src/access/memberships.ts'
import { rowsFor } from '../core/src/access/scoped-store.ts'
import type { Database, Dialect } from '../core/src/data/database.ts'
import { tables } from '../core/src/rooms/read-rows.ts'
import { sampleTables, Task } from '../core/test/sample-plugin/index.ts'
import { tasksRead } from '../core/test/sample-plugin/permissions.ts'
import { now } from './access-company.ts'

export interface Question {
  readonly name: string
  readonly access: Access
}

const page = 50

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

/** The same rows by a filter that somebody who knows both databases writes for this one table; compiled for each call, too. */
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
  const ordered = tables.selectFrom('sample_task').selectAll().orderBy('dueAt')
  const scoped = grant.rank >= rankOf('all') ? ordered : ordered.where(filter)
  const { sql: text, parameters } = db.compile(
    scoped
      .orderBy('id')
      .limit(page + 1)
      .toOperationNode(),
  )
  const rows = await db.read.all(text, parameters)
  return rows
    .slice(0, page)
    .map((row) => db.revive(Task, row))
    .map(({ id }) => String(id))
}

const among = (column: string, ids: readonly string[], dialect: Dialect): RawBuilder<unknown> =>
  dialect === 'postgresql' ? sql`${sql.ref(column)} = any(${[...ids]}::text[])` : sql`${sql.ref(column)} in (${sql.join([...ids])})`
const selected = (select: RawBuilder<unknown>, dialect: Dialect): RawBuilder<unknown> =>
  dialect === 'postgresql' ? sql`id = any(array(${select}))` : sql`id in (${select})`
