import type { Permission } from '@liaison/sdk'
import type { AnyEntity, Where } from '@liaison/sdk/server'
import { sql } from 'kysely'
import type { WriteUnit } from '../data/database.ts'
import { changedOnly, storable } from './changes.ts'
import { describing } from './describe.ts'
import { propertyFacts } from './property-kind.ts'
import type { RowsContext, Values } from './rows-context.ts'
import { admitStored, admitUnstored, touchesScope } from './scope-check.ts'
import { snakeCase } from './snake-case.ts'
import { selectWhere } from './where.ts'
import { writeProblem } from './write-problems.ts'

interface Bulk {
  readonly context: RowsContext
  readonly entity: AnyEntity
  readonly permission: Permission
  readonly where: Where<AnyEntity> | undefined
}

/** Rows written by one statement, and named by one line of the trail */
const atOnce = 1000

/** Changes every row that the filter and the scope reach. @returns how many */
export async function bulkChange({ context, entity, permission, where, patch }: Bulk & { patch: Values }): Promise<number> {
  const unit = context.writing()
  const values = storable(entity, patch)
  const sealed = Object.keys(values).find((property) => entity.options.sensitive?.includes(property))
  if (sealed !== undefined) throw new Error(`${entity.table}.${sealed} is sensitive: it is changed one row at a time`)
  const rows = await lockedRows({ context, entity, permission, where })
  const touched = rows.filter((row) => Object.keys(changedOnly(row, values)).length > 0)
  const moves = touchesScope(entity, Object.keys(values))
  if (moves) for (const row of touched) await admitUnstored(context, entity, permission, { ...row, ...values })
  const set = { ...columnValues(entity, values), updated_at: context.now, version: sql`version + 1` }
  for (const ids of portions(touched)) await run(unit, context, describing.updateTable(entity.table).set(set).where('id', 'in', ids))
  context.memberships.written(unit, entity.table, [...touched, ...touched.map((row) => ({ ...row, ...values }))])
  if (moves) await admitStored(context, entity, permission, touched.map(idOf))
  record({ context, entity, unit, verb: 'change', rows: touched, fields: Object.keys(values) })
  return rows.length
}

/** Removes every row that the filter and the scope reach. @returns how many */
export async function bulkRemove({ context, entity, permission, where }: Bulk): Promise<number> {
  const unit = context.writing()
  const rows = await lockedRows({ context, entity, permission, where })
  for (const ids of portions(rows)) await run(unit, context, describing.deleteFrom(entity.table).where('id', 'in', ids))
  context.memberships.written(unit, entity.table, rows)
  record({ context, entity, unit, verb: 'remove', rows, fields: undefined })
  return rows.length
}

/** Selected through the scope and held until the unit ends: a row must not leave the scope between. */
const lockedRows = ({ context, entity, permission, where }: Bulk): Promise<Values[]> =>
  context.select(selectWhere(entity, where).selectAll(entity.table).toOperationNode(), permission, entity.table)

const idOf = (row: Values): string => row.id as string

function portions(rows: readonly Values[]): string[][] {
  const ids = rows.map(idOf)
  return Array.from({ length: Math.ceil(ids.length / atOnce) }, (_, index) => ids.slice(index * atOnce, (index + 1) * atOnce))
}

async function run(unit: WriteUnit, context: RowsContext, query: { toOperationNode(): never } | object): Promise<void> {
  const { sql: text, parameters } = context.db.compile((query as { toOperationNode(): never }).toOperationNode())
  try {
    await unit.run.run(text, parameters)
  } catch (error) {
    throw writeProblem(error)
  }
}

const columnValues = (entity: AnyEntity, values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([property, value]) => {
      const isJson = propertyFacts(entity, property)?.kind === 'json' && value !== null
      return [snakeCase(property), isJson ? JSON.stringify(value) : value]
    }),
  )

interface Done {
  readonly context: RowsContext
  readonly entity: AnyEntity
  readonly unit: WriteUnit
  readonly verb: 'change' | 'remove'
  readonly rows: readonly Values[]
  readonly fields: readonly string[] | undefined
}

/** Statements leave no change sets, so the trail is written here: which rows and which fields, never values. */
function record({ context, entity, unit, verb, rows, fields }: Done): void {
  const untracked = new Set(entity.options.untracked)
  const tracked = fields?.filter((field) => !untracked.has(field))
  if (tracked?.length === 0) return
  for (const ids of portions(rows)) {
    unit.audit({
      actorId: context.access.personId || null,
      action: `${context.action}:${verb}-all`,
      kind: entity.table,
      rowId: ids.length === 1 ? (ids[0] as string) : '',
      detail: { ids, ...(tracked && { fields: tracked }) },
    })
  }
}
