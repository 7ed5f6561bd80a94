import { type EntityMetadata, type Platform, Type } from '@mikro-orm/core'
import { type AnyEntity, isLog } from '@liaison/sdk/server'
import type { SensitiveValues } from './sensitive-values.ts'

/** By the ORM's platform object: entities are shared by every database that this process has open. */
const rings = new WeakMap<Platform, SensitiveValues>()

export const sealWith = (platform: Platform, values: SensitiveValues): void => void rings.set(platform, values)

/** A column whose values are sealed on their way into the database. */
class SensitiveType extends Type<string | null, string | null> {
  readonly #place: string
  constructor(place: string) {
    super()
    this.#place = place
  }

  override convertToDatabaseValue(value: string | null, platform: Platform): string | null {
    return typeof value === 'string' ? ringOf(platform).seal(this.#place, value) : value
  }
  override convertToJSValue(value: string | null, platform: Platform): string | null {
    return typeof value === 'string' ? ringOf(platform).open(this.#place, value) : value
  }
  override getColumnType(): string {
    return 'text'
  }
  override get runtimeType(): string {
    return 'string'
  }
}

function ringOf(platform: Platform): SensitiveValues {
  const ring = rings.get(platform)
  if (ring === undefined) throw new Error('no key ring for this database')
  return ring
}

export const placeOf = (entity: AnyEntity, property: string): string => `${entity.table}.${property}`

/** Gives the sensitive columns of an entity their type. @throws for a column that there is not, or that is no text */
export function sealColumns(entity: AnyEntity, meta: EntityMetadata): void {
  const sensitive = entity.options.sensitive ?? []
  if (sensitive.length > 0 && isLog(entity)) throw new Error(`${entity.table}: a log keeps nothing sensitive`)
  for (const name of sensitive) {
    const property = meta.properties[name as never] as { customType?: unknown; runtimeType?: string; type?: unknown } | undefined
    if (property === undefined) throw new Error(`${entity.table}: there is no column "${name}" to be sensitive`)
    // the ORM may have met the property before: it is the same for every database that the process has open
    Object.assign(property, { type: SensitiveType.name, customType: new SensitiveType(placeOf(entity, name)), runtimeType: 'string' })
  }
}
