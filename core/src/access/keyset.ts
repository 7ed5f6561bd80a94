import { invalidInput } from '@liaison/sdk'
import type { AnyEntity } from '@liaison/sdk/server'
import type { SelectQueryBuilder } from 'kysely'
import { propertyFacts, type PropertyKind } from './property-kind.ts'
import type { Values } from './rows-context.ts'

// oxlint-disable-next-line typescript/no-explicit-any -- the caller's row type was checked where the plugin calls
type Builder = SelectQueryBuilder<any, any, any>

export interface KeysetOrder {
  readonly by: string
  readonly descending?: boolean
}

/** Orders by a property and then by id, rows without a value last in both directions, the same on both databases. */
export function ordered(query: Builder, entity: AnyEntity, { by, descending = false }: KeysetOrder): Builder {
  const column = `${entity.table}.${by}`
  const isNullable = propertyFacts(entity, by)?.nullable === true
  const byValue = query.orderBy(column, (order) => {
    const directed = descending ? order.desc() : order.asc()
    return isNullable ? directed.nullsLast() : directed
  })
  return by === 'id' ? byValue : byValue.orderBy(`${entity.table}.id`, descending ? 'desc' : 'asc')
}

/** Where the next page begins: after this row. */
export function cursorAfter(row: Values, { by, descending = false }: KeysetOrder): string {
  return Buffer.from(JSON.stringify([by, descending, row[by], row.id])).toString('base64url')
}

/** What follows the row that a cursor names. @throws invalidInput (400) for a cursor that this order did not give out */
export function following(query: Builder, entity: AnyEntity, order: KeysetOrder, cursor: string): Builder {
  const { value, id } = readCursor(cursor, entity, order)
  const beyond = order.descending ? '<' : '>'
  const column = `${entity.table}.${order.by}`
  const idColumn = `${entity.table}.id`
  return query.where((eb) => {
    if (order.by === 'id') return eb(idColumn, beyond, id)
    if (value === null) return eb.and([eb(column, 'is', null), eb(idColumn, beyond, id)])
    const later = eb(eb.refTuple(column, idColumn), beyond, eb.tuple(value, id))
    return propertyFacts(entity, order.by)?.nullable ? eb.or([later, eb(column, 'is', null)]) : later
  })
}

const brokenCursor = () => invalidInput({ errors: [{ pointer: '/query/cursor', message: 'not a cursor of this list' }] })

function readCursor(cursor: string, entity: AnyEntity, order: KeysetOrder): { value: unknown; id: string } {
  const parts = parsed(cursor)
  const facts = propertyFacts(entity, order.by)
  if (!Array.isArray(parts) || parts.length !== 4 || !facts) throw brokenCursor()
  const [by, descending, stored, id] = parts as unknown[]
  if (by !== order.by || descending !== (order.descending ?? false) || typeof id !== 'string' || id.includes('\0')) throw brokenCursor()
  if (stored === null && facts.nullable) return { value: null, id }
  const value = valueOf(stored, facts.kind)
  if (value === undefined) throw brokenCursor()
  return { value, id }
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    throw brokenCursor()
  }
}

/** The value of a cursor if it fits the property: the database must never see another type. */
function valueOf(stored: unknown, kind: PropertyKind): unknown {
  if (kind === 'instant') {
    const instant = typeof stored === 'string' ? new Date(stored) : undefined
    return instant && Number.isFinite(instant.getTime()) ? instant : undefined
  }
  if (kind === 'number') return typeof stored === 'number' ? stored : undefined
  if (kind === 'boolean') return typeof stored === 'boolean' ? stored : undefined
  // U+0000 is no text of PostgreSQL
  return kind === 'text' && typeof stored === 'string' && !stored.includes('\0') ? stored : undefined
}
