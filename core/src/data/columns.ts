import type { EntityMetadata, EntityProperty } from '@mikro-orm/core'
import type { AnyEntity } from '@liaison/sdk/server'
import type { Dialect, RawRow } from './database.ts'
import { placeOf } from './sensitive-type.ts'
import type { SensitiveValues } from './sensitive-values.ts'

type Reviver = (value: unknown) => unknown

/** One stored property of an entity. */
export interface Column {
  readonly property: string
  readonly name: string
  readonly kind: 'instant' | 'boolean' | 'json' | 'number' | 'text'
  readonly nullable: boolean
  /** What an absent value becomes; undefined when there is no default */
  readonly fallback: unknown
  readonly revive: Reviver | undefined
}

/** The columns of an entity in order, and how they look on one of the two databases. */
export interface ColumnMap {
  readonly entity: AnyEntity
  readonly columns: readonly Column[]
  readonly byProperty: ReadonlyMap<string, Column>
  readonly properties: readonly string[]
  /** Properties of a row from its columns */
  revive(row: RawRow): RawRow
}

const instant: Reviver = (value) => (value === null || value instanceof Date ? value : new Date(value as string | number))
const boolean: Reviver = (value) => (value === null ? null : value === true || value === 1 || value === 1n)
const json: Reviver = (value) => (typeof value === 'string' ? JSON.parse(value) : value)

function kindOf(property: EntityProperty): Column['kind'] {
  if (property.runtimeType === 'Date') return 'instant'
  if (property.runtimeType === 'boolean') return 'boolean'
  if (property.columnTypes?.[0]?.startsWith('json')) return 'json'
  return property.runtimeType === 'number' ? 'number' : 'text'
}

function reviverOf(kind: Column['kind'], dialect: Dialect): Reviver | undefined {
  if (kind === 'instant') return instant
  if (dialect === 'postgresql') return undefined
  if (kind === 'boolean') return boolean
  return kind === 'json' ? json : undefined
}

const opener =
  (entity: AnyEntity, property: string, sensitive: SensitiveValues): Reviver =>
  (value) =>
    typeof value === 'string' ? sensitive.open(placeOf(entity, property), value) : value

/** Reads an entity's columns from what the ORM knows of it. */
export function mapColumns(entity: AnyEntity, meta: EntityMetadata, dialect: Dialect, sensitive: SensitiveValues): ColumnMap {
  const columns =
    meta.comparableProps.length === 0
      ? []
      : Object.values(meta.properties as Record<string, EntityProperty>).flatMap((property): Column[] => {
          const name = property.fieldNames?.[0]
          if (name === undefined || property.persist === false) return []
          const kind = kindOf(property)
          return [
            {
              property: property.name,
              name,
              kind,
              nullable: property.nullable === true,
              fallback: property.default,
              revive: entity.options.sensitive?.includes(property.name)
                ? opener(entity, property.name, sensitive)
                : reviverOf(kind, dialect),
            },
          ]
        })
  return {
    entity,
    columns,
    byProperty: new Map(columns.map((column) => [column.property, column])),
    properties: columns.map((column) => column.property),
    revive(row) {
      const revived: RawRow = {}
      for (const { property, name, revive } of columns) {
        const value = row[name]
        if (value !== undefined) revived[property] = revive ? revive(value) : value
      }
      return revived
    },
  }
}

/** `camelCase` to `snake_case`, as the ORM's naming strategy has it. */
export const snakeCase = (property: string): string => property.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()

/** A JavaScript value as a parameter of SQLite: instants are integer milliseconds, booleans 0 and 1. */
export function bindSqlite(value: unknown): unknown {
  if (value === undefined) return null
  if (value instanceof Date) return value.getTime()
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'object' && value !== null && !Buffer.isBuffer(value)) return JSON.stringify(value)
  return value
}

/** A JavaScript value as a parameter of PostgreSQL; arrays stay arrays. */
export function bindPostgresql(value: unknown): unknown {
  if (value === undefined) return null
  if (typeof value === 'object' && value !== null && !(value instanceof Date) && !Array.isArray(value) && !Buffer.isBuffer(value))
    return JSON.stringify(value)
  return value
}
