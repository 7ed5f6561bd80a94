import { forbidden, notFound, type Permission, type Problem } from '@liaison/sdk'
import type { AnyEntity, Via } from '@liaison/sdk/server'
import { sql } from 'kysely'
import { allOf, asSql } from './conditions.ts'
import { describing } from './describe.ts'
import type { RowsContext, Values } from './rows-context.ts'
import { snakeCase } from './snake-case.ts'
import { selectWhere } from './where.ts'

interface RuleColumns {
  readonly within?: readonly [string, string]
  readonly inherits?: readonly [string, string]
  readonly own?: readonly (string | Via)[]
  readonly project?: string | Via
  readonly department?: string | Via
  readonly shares?: { readonly root?: string }
}

/** Properties of an entity that decide who reaches a row. */
export function scopeProperties(entity: AnyEntity): ReadonlySet<string> {
  const rule = entity.rule as RuleColumns
  const marks = [...(rule.own ?? []), rule.project, rule.department, rule.within?.[0], rule.inherits?.[0], rule.shares?.root]
  return new Set(marks.filter((mark) => typeof mark === 'string'))
}

export const touchesScope = (entity: AnyEntity, properties: readonly string[]): boolean => {
  const decisive = scopeProperties(entity)
  return properties.some((property) => decisive.has(property))
}

/**
 * Whether a child that is not stored yet lies inside the scope. Asked before it is written: a member or a participant makes
 * its parent visible, so that asking afterwards would let anybody add himself.
 * @throws forbidden (403)
 */
export async function admitUnstored(context: RowsContext, entity: AnyEntity, permission: Permission, row: Values): Promise<void> {
  const { within } = entity.rule as RuleColumns
  if (context.isSystem || !within) return
  if (!(await reachesUnstored(context, entity, permission, row))) throw forbidden()
}

/** The same as an answer. */
export async function reachesUnstored(context: RowsContext, entity: AnyEntity, permission: Permission, row: Values): Promise<boolean> {
  const condition = context.scopeOf(entity, permission, 'fresh', { parentsMustExist: true })
  if (typeof condition === 'boolean') return condition
  const columns = ['id', ...scopeProperties(entity)].map(
    (property) => sql`cast(${row[property] ?? null} as text) as ${sql.ref(snakeCase(property))}`,
  )
  const statement = sql`select 1 as found from (select ${sql.join(columns)}) as fresh where ${asSql(allOf([condition]))}`
  const { sql: text, parameters } = context.db.compile(statement.toOperationNode())
  return (await context.run.all(text, parameters)).length > 0
}

/** What was written must still lie inside the scope it was written under. @throws forbidden (403), which undoes the unit */
export async function admitStored(context: RowsContext, entity: AnyEntity, permission: Permission, ids: readonly string[]): Promise<void> {
  if (context.isSystem) return
  for (let from = 0; from < ids.length; from += 1000) {
    const some = ids.slice(from, from + 1000)
    const [found] = await context.select(
      selectWhere(entity, { id: some }).select(describing.fn.countAll().as('reached')).toOperationNode(),
      permission,
    )
    if (found?.reached !== some.length) throw forbidden()
  }
}

/** Why a row is not reached: 403 when the actor may see it, 404 when he may not. */
export async function missing(context: RowsContext, entity: AnyEntity, permission: Permission, id: string): Promise<Problem> {
  const { read } = entity.rule
  if (context.isSystem || permission.key === read.key) return notFound()
  const seen = await context.select(selectWhere(entity, { id }).select(`${entity.table}.id`).toOperationNode(), read)
  return seen.length > 0 ? forbidden() : notFound()
}
