import type { AnyEntity } from '@liaison/sdk/server'
import { hasProperty } from './property-kind.ts'
import type { Values } from './rows-context.ts'

const kept = new Set(['id', 'version', 'createdAt', 'updatedAt'])

/** The values that a caller may set: known properties, none of which the core keeps itself; undefined means "leave it". */
export function storable(entity: AnyEntity, values: Values): Values {
  const given = Object.entries(values).filter(([property, value]) => value !== undefined && !kept.has(property))
  for (const [property] of given) if (!hasProperty(entity, property)) throw new Error(`${entity.table} has no property "${property}"`)
  return Object.fromEntries(given)
}

/** Of a patch, what really differs: a change that changes nothing counts no version and leaves no trace. */
export function changedOnly(row: Values, patch: Values): Values {
  return Object.fromEntries(Object.entries(patch).filter(([property, value]) => !isSame(row[property], value)))
}

function isSame(before: unknown, after: unknown): boolean {
  if (before instanceof Date && after instanceof Date) return before.getTime() === after.getTime()
  if (typeof before === 'object' && typeof after === 'object' && before !== null && after !== null)
    return JSON.stringify(before) === JSON.stringify(after)
  return Object.is(before, after)
}
