import type { AnyEntity, ScopeRule, Via } from '@liaison/sdk/server'
import { sql, type SqlBool } from 'kysely'
import type { Dialect } from '../data/database.ts'
import { type Access, type Grant, rankOf } from './access.ts'
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

type Rule = ScopeRule<Record<string, unknown>>
type LadderRule = Extract<Rule, { shares?: unknown }>
type ChildRule = Extract<Rule, { within: unknown }>

const all = rankOf('all')

/**
 * The data scope of a permission as a filter on an entity's rows.
 * @param permission - key of the permission in force
 * @param alias - under which the statement mentions the table
 * @returns true when no filter is needed, false when nothing is reached
 */
export function scopeCondition(context: ScopeContext, entity: AnyEntity, permission: string, alias: string): Condition {
  return condition(context, entity, permission, alias, { withOwn: true })
}

/** `withOwn: false`: as far as the permission reaches beyond what is the person's own or shared with him. */
interface Reach {
  readonly withOwn: boolean
}

function condition(context: ScopeContext, entity: AnyEntity, permission: string, alias: string, reach: Reach): Condition {
  const grant = context.access.grants.get(permission)
  // function first, then data: without the function neither a share nor a membership works
  if (!grant || grant.rank <= 0) return false
  const rule = entity.rule as Rule
  if ('open' in rule) return true
  if ('members' in rule) return reach.withOwn && membersCondition(context, alias, rule.members)
  if ('within' in rule) return childCondition(context, rule, permission, grant, alias, reach)
  return ladderCondition(context, entity, rule, permission, grant, alias, reach)
}

/** The ladder ends here: `all` opens no row that has members. */
function membersCondition(context: ScopeContext, alias: string, members: Via): Condition {
  const founded = isOneOf(columnOf(alias, 'id'), [...context.founded], context.dialect)
  return anyOf([founded, viaCondition(context, alias, members, context.access.personId)])
}

function childCondition(context: ScopeContext, rule: ChildRule, permission: string, grant: Grant, alias: string, reach: Reach): Condition {
  const [key, table] = rule.within
  const parent = parentOf(context, table)
  return parentCondition(context, alias, key, parent, (above) => {
    const visible = condition(context, parent, parent.rule.read.key, above, { withOwn: true })
    if (permission === rule.read.key && reach.withOwn) return visible
    if (!rule.own) return allOf([visible, condition(context, parent, permission, above, reach)])
    const beyondOwn = condition(context, parent, permission, above, { withOwn: false })
    if (!reach.withOwn) return allOf([visible, beyondOwn])
    const mine = anyOf([ownColumns(context, alias, rule.own), ownVias(context, alias, rule.own)])
    const place = placeCondition(context, parent, above, grant.own)
    return allOf([visible, anyOf([allOf([mine, place]), beyondOwn])])
  })
}

function ladderCondition(context: ScopeContext, entity: AnyEntity, rule: LadderRule, permission: string, grant: Grant, alias: string, reach: Reach): Condition {
  if (grant.rank >= all) return true
  const place = reach.withOwn ? placeCondition(context, entity, alias, grant.own) : false
  const inherited = rule.inherits
  // PostgreSQL judges an `or` from left to right: columns first, look-ups in other tables last
  return anyOf([
    keyCondition(context, alias, rule.department, grant.departments),
    keyCondition(context, alias, rule.project, grant.projects),
    reach.withOwn ? allOf([ownColumns(context, alias, rule.own), place]) : false,
    reach.withOwn ? allOf([ownVias(context, alias, rule.own), place]) : false,
    reach.withOwn && rule.shares ? sharesCondition(context, entity.table, rule.shares, permission, alias) : false,
    inherited ? inheritedCondition(context, inherited, permission, alias, reach) : false,
  ])
}

function inheritedCondition(context: ScopeContext, [key, table]: readonly [string, string], permission: string, alias: string, reach: Reach): Condition {
  const parent = parentOf(context, table)
  return parentCondition(context, alias, key, parent, (above) => condition(context, parent, permission, above, reach))
}

function ownColumns(context: ScopeContext, alias: string, own: LadderRule['own'] = []): Condition {
  const columns = own.filter((mark) => typeof mark === 'string')
  return anyOf(columns.map((property) => sql<SqlBool>`${columnOf(alias, property)} = ${context.access.personId}`))
}

function ownVias(context: ScopeContext, alias: string, own: LadderRule['own'] = []): Condition {
  const vias = own.filter((mark) => typeof mark !== 'string')
  return anyOf(vias.map((via) => viaCondition(context, alias, via, context.access.personId)))
}

/**
 * The row lies in one of the projects where the role is held, as far as it, or what it hangs on, belongs to projects at all:
 * who may change his own things in one project may not change his own things in another.
 */
function placeCondition(context: ScopeContext, entity: AnyEntity, alias: string, projects: Grant['own']): Condition {
  if (projects === true) return true
  const rule = entity.rule as Rule
  if ('project' in rule && rule.project !== undefined) return keyCondition(context, alias, rule.project, projects)
  const above = 'within' in rule ? rule.within : 'inherits' in rule ? rule.inherits : undefined
  if (!above) return true
  const parent = parentOf(context, above[1])
  return parentCondition(context, alias, above[0], parent, (higher) => placeCondition(context, parent, higher, projects))
}

/** A project or department of the row, in a column or in a side table, is one of the ids. */
function keyCondition(context: ScopeContext, alias: string, mark: string | Via | undefined, ids: readonly string[]): Condition {
  if (mark === undefined || ids.length === 0) return false
  return typeof mark === 'string' ? isOneOf(columnOf(alias, mark), ids, context.dialect) : viaCondition(context, alias, mark, ids)
}

function viaCondition(context: ScopeContext, alias: string, via: Via, keys: string | readonly string[]): Condition {
  const side = `${alias}_v`
  const isMeant = isOneOf(columnOf(side, via.key), typeof keys === 'string' ? [keys] : keys, context.dialect)
  const select = sql`select ${columnOf(side, via.row)} from ${sql.table(via.table)} as ${sql.ref(side)} where ${asSql(allOf([isMeant, lastsCondition(context, side, via.until)]))}`
  return isSelectedBy(columnOf(alias, 'id'), select, context.dialect)
}

function sharesCondition(context: ScopeContext, table: string, shares: NonNullable<LadderRule['shares']>, permission: string, alias: string): Condition {
  const levels = Object.entries(shares.levels).flatMap(([level, permissions]) => (permissions.some(({ key }) => key === permission) ? [level] : []))
  if (levels.length === 0) return false
  const side = `${alias}_s`
  const counts = allOf([
    isOneOf(columnOf(side, 'subjectId'), context.access.subjects, context.dialect),
    sql<SqlBool>`${columnOf(side, 'kind')} = ${table}`,
    isOneOf(columnOf(side, 'level'), levels, context.dialect),
    lastsCondition(context, side, 'until'),
  ])
  if (counts === false) return false
  const select = sql`select ${columnOf(side, 'rowId')} from ${sql.table('core_share')} as ${sql.ref(side)} where ${asSql(counts)}`
  return isSelectedBy(columnOf(alias, shares.root ?? 'id'), select, context.dialect)
}

const lastsCondition = (context: ScopeContext, alias: string, until: string | undefined): Condition =>
  until === undefined ? true : sql<SqlBool>`(${columnOf(alias, until)} is null or ${columnOf(alias, until)} > ${context.now})`

function parentCondition(context: ScopeContext, alias: string, key: string, parent: AnyEntity, conditionOf: (alias: string) => Condition): Condition {
  const above = `${alias}_p`
  const reached = conditionOf(above)
  if (reached === false || (reached === true && !context.parentsMustExist)) return reached
  return sql<SqlBool>`exists (select 1 from ${sql.table(parent.table)} as ${sql.ref(above)} where ${columnOf(above, 'id')} = ${columnOf(alias, key)} and ${asSql(reached)})`
}

function parentOf(context: ScopeContext, table: string): AnyEntity {
  const parent = context.entities.get(table)
  if (!parent) throw new Error(`the scope names the table "${table}", which is no entity of this plugin`)
  return parent
}
