import type { Database } from './database.ts'
import type { Orm } from './orm.ts'

type EntityColumns = Pick<Database, 'entities' | 'sensitive' | 'properties' | 'columns' | 'reviver' | 'revive'>

/** What both databases say of entities' columns. */
export const entityColumns = (orm: Orm): EntityColumns => ({
  entities: orm.entities,
  sensitive: orm.sensitive,
  properties: (entity) => orm.mapOf(entity).properties,
  columns: (entity) => orm.mapOf(entity).columns.map((column) => column.name),
  reviver: (entity, property) => orm.mapOf(entity).byProperty.get(property)?.revive,
  revive: (entity, row) => orm.mapOf(entity).revive(row),
})
