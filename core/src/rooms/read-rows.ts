import type { AnyEntity, Row } from '@liaison/sdk/server'
import { CamelCasePlugin, type Kysely } from 'kysely'
import type { Database, Executor } from '../data/database.ts'
import { describe } from '../data/sql-description.ts'

/** Equal to a value, or to one of several. */
export type Equal<E extends AnyEntity> = { readonly [K in keyof Row<E>]?: Row<E>[K] | readonly Row<E>[K][] }

/** Names as in the entity; what it describes is compiled by the database for its own dialect. */
// oxlint-disable-next-line typescript/no-explicit-any -- tables come as entities, by name
export const tables = describe('sqlite').withPlugin(new CamelCasePlugin()) as Kysely<any>

/**
 * Rows of a room's own table without any scope, for what has no actor: caches that the room fills, and finding out who asks.
 * What people ask for goes through `work.rows`.
 */
export async function readRows<E extends AnyEntity>(
  db: Database,
  entity: E,
  equal: Equal<E> = {},
  from: Executor = db.read,
): Promise<Row<E>[]> {
  let query = tables.selectFrom(entity.table).selectAll()
  for (const [property, value] of Object.entries(equal)) {
    query = Array.isArray(value)
      ? query.where(property, 'in', value)
      : value === null
        ? query.where(property, 'is', null)
        : query.where(property, '=', value)
  }
  const { sql, parameters } = db.compile(query.toOperationNode())
  const rows = await from.all(sql, parameters)
  return rows.map((row) => db.revive(entity, row) as Row<E>)
}
