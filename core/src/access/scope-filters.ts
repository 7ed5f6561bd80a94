import type { AnyEntity, ScopeRule, Via } from '@liaison/sdk/server'
import { sql, type SqlBool } from 'kysely'
import { type Grant, rankOf } from './access.ts'
import { allOf, anyOf, asSql, columnOf, type Condition, isOneOf } from './conditions.ts'
import {
  type ChildRule,
  keyCondition,
  type LadderRule,
  type Mention,
  ownColumns,
  ownVias,
  sharesCondition,
  viaCondition,
} from './scope-marks.ts'

type Rule = ScopeRule<Record<string, unknown>>

/** An entity mentioned in a statement, under a permission. */
export interface Asked extends Mention {
  readonly entity: AnyEntity
  /** Key of the permission in force */
  readonly permission: string
  /** Leaves out what is reached only as the person's own or by a share */
  readonly beyondOwn?: boolean
}

const all = rankOf('all')

/**
 * The data scope of a permission as a filter on an entity's rows.
 * @returns true when no filter is needed, false when nothing is reached
 */
export function scopeCondition(asked: Asked): Condition {
  const { alongside } = asked.context.access
  const own = conditionOf(asked)
  if (alongside === undefined || own === false) return own
  return allOf([own, conditionOf({ ...asked, context: { ...asked.context, access: alongside } })])
}

function conditionOf(asked: Asked): Condition {
  const grant = grantOf(asked)
  if (!grant) return false
  const rule = asked.entity.rule as Rule
  if ('open' in rule) return true
  if ('members' in rule) return !asked.beyondOwn && membersCondition(asked, rule.members)
  if ('within' in rule) return childCondition(asked, rule, grant)
  return grant.rank >= all || anyOf(ladderFacts(asked, rule, grant).map(({ condition }) => condition))
}

/** Function first, then data: without the function neither a share nor a membership works. */
function grantOf({ context, permission }: Asked): Grant | undefined {
  const grant = context.access.grants.get(permission)
  return grant && grant.rank > 0 ? grant : undefined
}

/** The ladder ends here: `all` opens no row that has members. */
function membersCondition(mention: Mention, members: Via): Condition {
  const { context, alias } = mention
  return anyOf([
    isOneOf(columnOf(alias, 'id'), [...context.founded], context.dialect),
    viaCondition(mention, members, [context.access.personId]),
  ])
}

/** The parent must be visible and, for more than reading, the row be own or the parent reached by more than "own". */
function childCondition(asked: Asked, rule: ChildRule, grant: Grant): Condition {
  return aboveCondition(asked, rule.within, (parent) => {
    const visible = scopeCondition(seen(parent))
    if (asked.permission === rule.read.key && !asked.beyondOwn) return visible
    if (!rule.own) return allOf([visible, scopeCondition({ ...parent, beyondOwn: asked.beyondOwn === true })])
    const beyondOwn = scopeCondition({ ...parent, beyondOwn: true })
    if (asked.beyondOwn) return allOf([visible, beyondOwn])
    const own = allOf([anyOf([ownColumns(asked, rule.own), ownVias(asked, rule.own)]), placeCondition(parent, grant.own)])
    return allOf([visible, anyOf([own, beyondOwn])])
  })
}

const seen = (asked: Asked): Asked => ({ ...asked, permission: asked.entity.rule.read.key, beyondOwn: false })

/** One way in which a row may come to be reached. */
export interface ScopeFact {
  readonly fact: 'all' | 'open' | 'member' | 'parent' | 'department' | 'project' | 'own' | 'shared' | 'inherited'
  readonly condition: Condition
}

/** The ways in which a row of an entity may come to be reached, one by one: for explanations. */
export function scopeFacts(asked: Asked): readonly ScopeFact[] {
  const grant = grantOf(asked)
  if (!grant) return []
  const rule = asked.entity.rule as Rule
  if ('open' in rule) return [{ fact: 'open', condition: true }]
  if ('members' in rule) return [{ fact: 'member', condition: membersCondition(asked, rule.members) }]
  if ('within' in rule) return childFacts(asked, rule)
  return grant.rank >= all ? [{ fact: 'all', condition: true }] : ladderFacts(asked, rule, grant)
}

function childFacts(asked: Asked, rule: ChildRule): readonly ScopeFact[] {
  const parent: ScopeFact = { fact: 'parent', condition: aboveCondition(asked, rule.within, (above) => scopeCondition(seen(above))) }
  if (asked.permission === rule.read.key || !rule.own) return [parent]
  return [parent, { fact: 'own', condition: anyOf([ownColumns(asked, rule.own), ownVias(asked, rule.own)]) }]
}

function ladderFacts(asked: Asked, rule: LadderRule, grant: Grant): readonly ScopeFact[] {
  const { entity, permission } = asked
  const { inherits } = rule
  const inherited = inherits ? aboveCondition(asked, inherits, scopeCondition) : false
  // PostgreSQL judges an `or` from left to right: columns first, look-ups in other tables last
  const reached: readonly ScopeFact[] = [
    { fact: 'department', condition: keyCondition(asked, rule.department, grant.departments) },
    { fact: 'project', condition: keyCondition(asked, rule.project, grant.projects) },
  ]
  if (asked.beyondOwn) return [...reached, { fact: 'inherited', condition: inherited }]
  const place = placeCondition(asked, grant.own)
  return [
    ...reached,
    { fact: 'own', condition: allOf([ownColumns(asked, rule.own), place]) },
    { fact: 'own', condition: allOf([ownVias(asked, rule.own), place]) },
    { fact: 'shared', condition: sharesCondition(asked, { table: entity.table, shares: rule.shares, permission }) },
    { fact: 'inherited', condition: inherited },
  ]
}

/**
 * The row lies in one of the projects where the role is held, as far as it, or what it hangs on, belongs to projects at all:
 * who may change his own things in one project may not change his own things in another.
 */
function placeCondition(asked: Asked, projects: Grant['own']): Condition {
  if (projects === true) return true
  const rule = asked.entity.rule as Rule
  if ('project' in rule && rule.project !== undefined) return keyCondition(asked, rule.project, projects)
  const above = 'within' in rule ? rule.within : 'inherits' in rule ? rule.inherits : undefined
  return above ? aboveCondition(asked, above, (parent) => placeCondition(parent, projects)) : true
}

/** A condition on the row's parent: the same question, asked of the table above. */
function aboveCondition(asked: Asked, [key, table]: readonly [string, string], conditionOf: (parent: Asked) => Condition): Condition {
  const { context, alias } = asked
  const entity = context.entities.get(table)
  if (!entity) throw new Error(`the scope of ${asked.entity.table} names the table "${table}", which is no entity of this plugin`)
  const above = `${alias}_p`
  const reached = conditionOf({ ...asked, entity, alias: above })
  if (reached === false || (reached === true && !context.parentsMustExist)) return reached
  return sql<SqlBool>`exists (select 1 from ${sql.table(table)} as ${sql.ref(above)} where ${columnOf(above, 'id')} = ${columnOf(alias, key)} and ${asSql(reached)})`
}
