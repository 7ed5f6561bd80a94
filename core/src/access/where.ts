import type { AnyEntity, Where } from '@liaison/sdk/server'
import type { SelectQueryBuilder } from 'kysely'
import { describing } from './describe.ts'
import { hasProperty } from './property-kind.ts'

// oxlint-disable-next-line typescript/no-explicit-any -- the caller's row type was checked where the plugin calls
type Builder = SelectQueryBuilder<any, any, any>

/** Describes a select from an entity's table with the caller's filter; the scope is put on by the rewriter. */
export function selectWhere(entity: AnyEntity, where?: Where<AnyEntity>): Builder {
  const all: Builder = describing.selectFrom(entity.table)
  if (typeof where === 'function') return all.where(where as never)
  return Object.entries(where ?? {}).reduce((query, [property, value]) => withValue(query, entity, property, value), all)
}

function withValue(query: Builder, entity: AnyEntity, property: string, value: unknown): Builder {
  if (!hasProperty(entity, property)) throw new Error(`${entity.table} has no property "${property}"`)
  if (entity.options.sensitive?.includes(property)) throw new Error(`${entity.table}.${property} is sensitive: it cannot be filtered`)
  // left out silently it would widen the filter, up to all rows of a removeAll
  if (value === undefined) throw new Error(`the filter of ${entity.table}.${property} is undefined: leave it out`)
  const column = `${entity.table}.${property}`
  if (value === null) return query.where(column, 'is', null)
  if (!Array.isArray(value)) return query.where(column, '=', value)
  return value.length === 0 ? query.where((eb) => eb.lit(false)) : query.where(column, 'in', value)
}
