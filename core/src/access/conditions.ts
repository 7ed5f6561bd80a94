import { type Expression, expressionBuilder, PrimitiveValueListNode, type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Dialect } from '../data/database.ts'
import { snakeCase } from './snake-case.ts'

/** A filter on rows: true needs none, false lets nothing through. */
export type Condition = Expression<SqlBool> | boolean

/** Beyond this many bound values SQLite is handed a JSON list; below it a list, which its indexes can use. */
const longestList = 4000

const builder = expressionBuilder<Record<string, never>, never>()

export function anyOf(conditions: readonly Condition[]): Condition {
  if (conditions.includes(true)) return true
  const real = conditions.filter((condition) => typeof condition !== 'boolean')
  return real.length > 1 ? builder.or(real) : (real[0] ?? false)
}

export function allOf(conditions: readonly Condition[]): Condition {
  if (conditions.includes(false)) return false
  const real = conditions.filter((condition) => typeof condition !== 'boolean')
  return real.length > 1 ? builder.and(real) : (real[0] ?? true)
}

export const columnOf = (alias: string, property: string): RawBuilder<unknown> => sql.ref(`${alias}.${snakeCase(property)}`)

/** The condition as SQL, also where a value is needed. */
export function asSql(condition: Condition): Expression<SqlBool> {
  if (condition === true) return sql<SqlBool>`1 = 1`
  return condition === false ? sql<SqlBool>`1 = 0` : condition
}

/** The column is one of many ids: one array parameter on PostgreSQL; a list on SQLite, whose or-of-indexes uses no other form. */
export function isOneOf(column: Expression<unknown>, ids: readonly string[], dialect: Dialect): Condition {
  if (ids.length === 0) return false
  if (ids.length === 1) return sql<SqlBool>`${column} = ${ids[0]}`
  if (dialect === 'postgresql') return sql<SqlBool>`${column} = any(${ids}::text[])`
  if (ids.length <= longestList) return sql<SqlBool>`${column} in ${valueList(ids)}`
  return sql<SqlBool>`${column} in (select value from json_each(${JSON.stringify(ids)}))`
}

/** `(?, ?, …)` as one node: a node for each of hundreds of ids takes longer to compile than the query to run. */
const valueList = (ids: readonly string[]): Expression<unknown> => ({
  expressionType: undefined,
  toOperationNode: () => PrimitiveValueListNode.create(ids),
})

/**
 * The column is among what a side table selects. PostgreSQL turns `array(…)` into one early look-up that its or-of-bitmaps can
 * use, where `in (select …)` inside an `or` reads the whole table.
 */
export function isSelectedBy(column: Expression<unknown>, select: Expression<unknown>, dialect: Dialect): Condition {
  return dialect === 'postgresql' ? sql<SqlBool>`${column} = any(array(${select}))` : sql<SqlBool>`${column} in (${select})`
}
