import type { AnyEntity, ScopeRule, Via } from '@liaison/sdk/server'
import { sql, type SqlBool } from 'kysely'
import type { Dialect } from '../data/database.ts'
import type { Access } from './access.ts'
import { allOf, anyOf, asSql, columnOf, type Condition, isOneOf, isSelectedBy } from './conditions.ts'

/** What a scope is resolved with: one person, one instant, the plugin's entities. */
export interface ScopeContext {
  readonly access: Access
  readonly dialect: Dialect
  readonly now: Date
  /** The plugin's entities by table */
  readonly entities: ReadonlyMap<string, AnyEntity>
  /** Ids of members-ruled rows made in this unit of work: their maker reaches them until it ends. */
  readonly founded: ReadonlySet<string>
  /** For rows that are not stored yet: whoever reaches every parent must still name one that exists. */
  readonly parentsMustExist?: boolean
}

/** A table as a statement mentions it. */
export interface Mention {
  readonly context: ScopeContext
  readonly alias: string
}

type Rule = ScopeRule<Record<string, unknown>>
export type LadderRule = Extract<Rule, { shares?: unknown }>
export type ChildRule = Extract<Rule, { within: unknown }>
type Own = LadderRule['own']

/** Columns that make a row the person's own. */
export function ownColumns({ context, alias }: Mention, own: Own = []): Condition {
  const columns = own.filter((mark) => typeof mark === 'string')
  return anyOf(columns.map((property) => sql<SqlBool>`${columnOf(alias, property)} = ${context.access.personId}`))
}

/** Side tables that make a row the person's own: participants. */
export function ownVias(mention: Mention, own: Own = []): Condition {
  const vias = own.filter((mark) => typeof mark !== 'string')
  return anyOf(vias.map((via) => viaCondition(mention, via, [mention.context.access.personId])))
}

/** A project or department of the row, in a column or in a side table, is one of the ids. */
export function keyCondition(mention: Mention, mark: string | Via | undefined, ids: readonly string[]): Condition {
  if (mark === undefined || ids.length === 0) return false
  return typeof mark === 'string' ? isOneOf(columnOf(mention.alias, mark), ids, mention.context.dialect) : viaCondition(mention, mark, ids)
}

/** A side table connects the row with one of the keys, now. */
export function viaCondition({ context, alias }: Mention, via: Via, keys: readonly string[]): Condition {
  const side = { context, alias: `${alias}_v` }
  const counts = allOf([isOneOf(columnOf(side.alias, via.key), keys, context.dialect), lastsCondition(side, via.until)])
  const select = sql`select ${columnOf(side.alias, via.row)} from ${sql.table(via.table)} as ${sql.ref(side.alias)} where ${asSql(counts)}`
  return isSelectedBy(columnOf(alias, 'id'), select, context.dialect)
}

export interface SharedRows {
  readonly table: string
  readonly shares: LadderRule['shares']
  readonly permission: string
}

/** The row was granted singly to the person, or to something he belongs to, at a level that satisfies the permission. */
export function sharesCondition({ context, alias }: Mention, { table, shares, permission }: SharedRows): Condition {
  const levels = Object.entries(shares?.levels ?? {}).flatMap(([level, permissions]) =>
    permissions.some(({ key }) => key === permission) ? [level] : [],
  )
  const side = { context, alias: `${alias}_s` }
  const counts = allOf([
    isOneOf(columnOf(side.alias, 'subjectId'), context.access.subjects, context.dialect),
    sql<SqlBool>`${columnOf(side.alias, 'kind')} = ${table}`,
    isOneOf(columnOf(side.alias, 'level'), levels, context.dialect),
    lastsCondition(side, 'until'),
  ])
  if (counts === false) return false
  const select = sql`select ${columnOf(side.alias, 'rowId')} from ${sql.table('core_share')} as ${sql.ref(side.alias)} where ${asSql(counts)}`
  return isSelectedBy(columnOf(alias, shares?.root ?? 'id'), select, context.dialect)
}

function lastsCondition({ context, alias }: Mention, until: string | undefined): Condition {
  if (until === undefined) return true
  const end = columnOf(alias, until)
  return sql<SqlBool>`(${end} is null or ${end} > ${context.now})`
}
