import type { AnyEntity } from '@liaison/sdk/server'

export type PropertyKind = 'text' | 'number' | 'boolean' | 'instant' | 'json'
export interface PropertyFacts {
  readonly kind: PropertyKind
  readonly nullable: boolean
}

const kinds: Readonly<Record<string, PropertyKind>> = {
  DateTimeType: 'instant',
  IntegerType: 'number',
  SmallIntType: 'number',
  TinyIntType: 'number',
  DoubleType: 'number',
  FloatType: 'number',
  BooleanType: 'boolean',
  JsonType: 'json',
  ArrayType: 'json',
}

const known = new WeakMap<object, ReadonlyMap<string, PropertyFacts>>()

/** What kind of value a property of an entity holds; undefined for a name it lacks. */
export function propertyFacts(entity: AnyEntity, property: string): PropertyFacts | undefined {
  let facts = known.get(entity)
  if (!facts) known.set(entity, (facts = read(entity)))
  return facts.get(property)
}

/** Whether the entity declares a property. */
export const hasProperty = (entity: AnyEntity, property: string): boolean => propertyFacts(entity, property) !== undefined

interface DeclaredProperty {
  readonly type: string | { readonly name?: string }
  readonly nullable?: boolean
}

function read(entity: AnyEntity): ReadonlyMap<string, PropertyFacts> {
  const { properties } = (entity.schema as { meta: { properties: Record<string, DeclaredProperty> } }).meta
  return new Map(
    Object.entries(properties).map(([name, { type, nullable }]) => [
      name,
      { kind: kinds[typeName(type)] ?? 'text', nullable: nullable === true },
    ]),
  )
}

/** MikroORM holds a type as its name, its class or an instance of it. */
function typeName(type: DeclaredProperty['type']): string {
  if (typeof type === 'string') return type
  return typeof type === 'function' ? (type.name ?? '') : type.constructor.name
}
