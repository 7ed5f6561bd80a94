import { ChangeSetType, type EntityMetadata, type EventSubscriber, type FlushEventArgs } from '@mikro-orm/core'
import type { SqlEntityManager } from '@mikro-orm/sql'
import type { AnyEntity } from '@liaison/sdk/server'
import type { Dialect, RawRow } from './database.ts'
import { type ColumnMap, mapColumns } from './columns.ts'
import { sealColumns, sealWith } from './sensitive-type.ts'
import type { SensitiveValues } from './sensitive-values.ts'
import { describing } from './sql-description.ts'
import type { UnitRecord } from './unit-record.ts'

/** Runs the statements of an entity manager inside a unit; what the ORM calls a transaction. */
export interface OrmTransaction {
  executeQuery(compiled: { readonly sql: string }): Promise<{ rows: RawRow[]; numAffectedRows?: bigint; insertId?: bigint }>
}

const units = new WeakMap<object, UnitRecord>()

/** Every flush leaves its change sets in the unit's audit trail; nobody has to remember. */
class TrailSubscriber implements EventSubscriber {
  // oxlint-disable-next-line typescript/require-await -- the interface asks for a promise
  async afterFlush({ em, uow }: FlushEventArgs): Promise<void> {
    const changes = uow.getChangeSets()
    if (changes.length === 0) return
    const unit = units.get(em)
    if (!unit) throw new Error('a flush outside a unit of work')
    for (const change of changes) {
      const fields = change.type === ChangeSetType.CREATE || change.type === ChangeSetType.UPDATE ? (change.payload as RawRow) : {}
      unit.changed(change.type, change.meta.tableName, String(change.getPrimaryKey()), fields, (change.originalEntity ?? {}) as RawRow)
    }
  }
}

/** The ORM without a connection of its own: whatever is not part of a unit cannot reach the database through it. */
export interface Orm {
  readonly entities: readonly AnyEntity[]
  readonly sensitive: SensitiveValues
  /** By table */
  readonly maps: ReadonlyMap<string, ColumnMap>
  mapOf(entity: AnyEntity): ColumnMap
  /** An entity manager of its own for a unit */
  manager(unit: UnitRecord, transaction: OrmTransaction): SqlEntityManager
  close(): Promise<void>
}

/** A driver is loaded only where it is used: the other one costs memory and time at every start. */
const starters = {
  sqlite: async (options: object) => (await import('@mikro-orm/sqlite')).MikroORM.init(options),
  postgresql: async (options: object) => (await import('@mikro-orm/postgresql')).MikroORM.init(options),
}

/** Reads the entities; connects nowhere. */
export async function openOrm(dialect: Dialect, entities: readonly AnyEntity[], sensitive: SensitiveValues): Promise<Orm> {
  const byTable = new Map(entities.map((entity) => [entity.table, entity]))
  const options = {
    entities: entities.map((entity) => entity.schema as never),
    dbName: 'liaison',
    subscribers: [new TrailSubscriber()],
    driverOptions: describing[dialect],
    allowGlobalContext: false,
    ensureDatabase: false,
    debug: false,
    discovery: {
      warnWhenNoEntities: false,
      onMetadata(meta: EntityMetadata) {
        const entity = byTable.get(meta.tableName)
        if (entity !== undefined) sealColumns(entity, meta)
      },
    },
    forceUtcTimezone: true,
  }
  const orm = await starters[dialect](options)
  sealWith(orm.em.getPlatform(), sensitive)
  const maps = new Map(
    entities.map((entity) => [
      entity.table,
      mapColumns(entity, orm.getMetadata().get(entity.schema as never) as never, dialect, sensitive),
    ]),
  )
  return {
    entities,
    maps,
    sensitive,
    mapOf(entity) {
      const map = maps.get(entity.table)
      if (!map) throw new Error(`the table ${entity.table} belongs to no plugin of this process`)
      return map
    },
    manager(unit, transaction) {
      const em = orm.em.fork({ useContext: false, disableContextResolution: true }) as unknown as SqlEntityManager
      em.setTransactionContext(transaction)
      units.set(em, unit)
      return em
    },
    close: () => orm.close(true),
  }
}
