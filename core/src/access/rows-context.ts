import type { Permission } from '@liaison/sdk'
import type { AnyEntity } from '@liaison/sdk/server'
import { type OperationNode, SelectModifierNode, type SelectQueryNode, TableNode } from 'kysely'
import type { Database, Executor, RawRow, WriteUnit } from '../data/database.ts'
import type { Access } from './access.ts'
import type { Condition } from './conditions.ts'
import type { Memberships } from './memberships.ts'
import { rewriteQuery } from './query-rewriter.ts'
import type { Outputs } from './query-sources.ts'
import { scopeCondition } from './scope-filters.ts'
import type { ScopeContext } from './scope-marks.ts'
import { stateOf } from './unit-state.ts'

/** What rows are made for: one actor, one operation, one instant, inside a unit of work or reading. */
export interface RowsOptions {
  readonly db: Database
  readonly access: Access
  /** The operation's; undefined for those that need only a sign-in: then each entity's `read` is in force */
  readonly permission: Permission | undefined
  /** The plugin's entities by table */
  readonly owned: ReadonlyMap<string, AnyEntity>
  readonly memberships: Memberships
  /** Undefined: reading only */
  readonly unit: WriteUnit | undefined
  readonly now: Date
  newId(): string
  /** Operation id, for the audit trail */
  readonly action: string
}

export type Values = Record<string, unknown>

/** Runs scoped statements for one actor. */
export interface RowsContext extends RowsOptions {
  /** No scope at all: for `asSystem`, whose reason was declared and is audited by the dispatcher */
  readonly isSystem: boolean
  /** Rows by property name. @param lock - inside a unit on PostgreSQL: nobody else changes them until it ends */
  select(node: OperationNode, permission: Permission | undefined, lock?: string): Promise<Values[]>
  /** The scope of an entity, not to be confused with a stored row: see `admitsUnstored` */
  scopeOf(entity: AnyEntity, permission: Permission, alias: string, options?: { parentsMustExist: boolean }): Condition
  writing(): WriteUnit
  readonly run: Executor
}

/**
 * The permission that scopes an entity mentioned in a query: the one in force, or the entity's own `read` when it belongs to
 * another family of permissions (`tasks.update` says nothing of `im.read`'s channels).
 */
function permissionFor(entity: AnyEntity, inForce: Permission | undefined): Permission {
  const { read } = entity.rule
  return inForce && familyOf(inForce) === familyOf(read) ? inForce : read
}
const familyOf = (permission: Permission): string => permission.key.slice(0, permission.key.indexOf('.'))

export function createRowsContext(options: RowsOptions, isSystem: boolean): RowsContext {
  const { db, unit, owned, access, now } = options
  const run = unit ? unit.run : db.read
  const founded = unit ? stateOf(unit).founded : new Set<string>()
  const scope: ScopeContext = { access, dialect: db.dialect, now, entities: owned, founded }

  const scopeOf: RowsContext['scopeOf'] = (entity, permission, alias, more) =>
    isSystem || scopeCondition({ context: { ...scope, ...more }, entity, permission: permission.key, alias })

  async function select(node: OperationNode, permission: Permission | undefined, lock?: string): Promise<Values[]> {
    const rewritten = rewriteQuery(node, {
      entity: (table) => owned.get(table),
      condition: (entity, alias) => scopeOf(entity, permissionFor(entity, permission), alias),
      outputs: (entity) => outputsOf(db, entity),
    })
    const { sql, parameters } = db.compile(lock && unit && db.dialect === 'postgresql' ? locked(rewritten.node, lock) : rewritten.node)
    return revived(await run.all(sql, parameters), rewritten.outputs)
  }

  const writing = (): WriteUnit => {
    if (!unit)
      throw new Error(
        `${options.action} only reads: an operation that changes something is no GET, and writes in "write", not in "prepare"`,
      )
    return unit
  }
  return { ...options, newId: () => options.newId(), isSystem, select, scopeOf, writing, run }
}

const locked = (node: SelectQueryNode, table: string): SelectQueryNode => ({
  ...node,
  endModifiers: [SelectModifierNode.create('ForUpdate', [TableNode.create(table)])],
})

function revived(rows: RawRow[], outputs: Outputs): Values[] {
  const work = [...outputs].flatMap(([name, revive]) => (revive ? [[name, revive] as const] : []))
  if (work.length > 0) for (const row of rows) for (const [name, revive] of work) row[name] = revive(row[name])
  return rows
}

const knownOutputs = new WeakMap<Database, Map<string, Outputs>>()

function outputsOf(db: Database, entity: AnyEntity): Outputs {
  let byTable = knownOutputs.get(db)
  if (!byTable) knownOutputs.set(db, (byTable = new Map()))
  let outputs = byTable.get(entity.table)
  if (!outputs)
    byTable.set(entity.table, (outputs = new Map(db.properties(entity).map((property) => [property, db.reviver(entity, property)]))))
  return outputs
}
