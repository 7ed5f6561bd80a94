import type { AnyEntity } from '../../server/index.ts'
import type { SampleWish } from './leak-samples.ts'

interface Property {
  readonly type: string | { readonly name?: string }
  readonly nullable?: boolean
}
const columnsOf = ({ schema }: AnyEntity): Readonly<Record<string, Property>> =>
  (schema as { meta: { properties: Record<string, Property> } }).meta.properties

export const isNullable = (entity: AnyEntity, column: string): boolean => columnsOf(entity)[column]?.nullable === true

const own = new Set(['id', 'createdAt', 'updatedAt', 'version'])

/** Something for each column: a text unlike any other, the time at hand, a small number, nothing where nothing will do. */
export function filledColumns(entity: AnyEntity, wish: SampleWish): Readonly<Record<string, unknown>> {
  const columns = Object.entries(columnsOf(entity)).filter(([name]) => !own.has(name))
  return Object.fromEntries(columns.map(([name, property]) => [name, property.nullable === true ? null : filler(property, wish)]))
}

function filler({ type }: Property, { text, now }: SampleWish): unknown {
  const kind = typeof type === 'string' ? type : (type.name ?? '')
  if (kind === 'DateTimeType') return now
  if (kind === 'BooleanType') return false
  if (kind === 'JsonType' || kind === 'ArrayType') return []
  return /^(Integer|SmallInt|TinyInt|Double|Float)Type$/.test(kind) ? 0 : text
}
