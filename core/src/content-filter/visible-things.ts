import { sql } from 'kysely'
import type { AnyEntity, ContentPlace } from '@liaison/sdk/server'
import type { Access } from '../access/access.ts'
import { allOf, asSql, isOneOf } from '../access/conditions.ts'
import { scopeCondition } from '../access/scope-filters.ts'
import { entitiesOf, findEntity } from '../access-administration/resource-entities.ts'
import type { Database } from '../data/database.ts'
import type { Kernel } from '../kernel/kernel.ts'

const alias = 'asked'
const keyOf = ({ type, id }: ContentPlace): string => `${type}:${id}`

/**
 * Which of some things, of whatever module, a person may see: by the rule of each entity itself, under the permission that opens it.
 * A type that nobody declares, or of a module that is off, is not visible.
 */
export async function visibleThings(
  { db, kernel }: { db: Database; kernel: Kernel },
  access: Access,
  things: readonly ContentPlace[],
  now: Date,
): Promise<(thing: ContentPlace) => boolean> {
  const entities = entitiesOf(kernel)
  const visible = new Set<string>()
  for (const [type, ofType] of Map.groupBy(things, (thing) => thing.type)) {
    const entity = findEntity(entities, type)
    if (entity === undefined) continue
    const ids = await visibleIds(db, { entity, entities, access, now }, [...new Set(ofType.map(({ id }) => id))])
    for (const id of ids) visible.add(keyOf({ type, id }))
  }
  return (thing) => visible.has(keyOf(thing))
}

interface Asked {
  readonly entity: AnyEntity
  readonly entities: ReadonlyMap<string, AnyEntity>
  readonly access: Access
  readonly now: Date
}

async function visibleIds(db: Database, { entity, entities, access, now }: Asked, ids: readonly string[]): Promise<readonly string[]> {
  const context = { access, dialect: db.dialect, now, entities, founded: new Set<string>() }
  const scope = scopeCondition({ context, entity, permission: entity.rule.read.key, alias })
  const judged = allOf([isOneOf(sql.ref(`${alias}.id`), ids, db.dialect), scope])
  const query = sql`select ${sql.ref(`${alias}.id`)} as id from ${sql.table(entity.table)} as ${sql.ref(alias)} where ${asSql(judged)}`
  const { sql: text, parameters } = db.compile(query.toOperationNode())
  return (await db.read.all(text, parameters)).map((row) => String(row['id']))
}
