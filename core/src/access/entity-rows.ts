import { type Permission, staleVersion } from '@liaison/sdk'
import type { AnyEntity, EntityRows, Order, Where } from '@liaison/sdk/server'
import { bulkChange, bulkRemove } from './bulk-writes.ts'
import { changedOnly, storable } from './changes.ts'
import { describing } from './describe.ts'
import { cursorAfter, following, ordered } from './keyset.ts'
import type { RowsContext, Values } from './rows-context.ts'
import { admitStored, admitUnstored, missing, touchesScope } from './scope-check.ts'
import { flushWrites } from './flush-writes.ts'
import { stateOf } from './unit-state.ts'
import { selectWhere } from './where.ts'

type Filter = Where<AnyEntity> | undefined
interface ListOptions {
  readonly where?: Filter
  readonly order?: Order<AnyEntity>
  readonly limit?: number
  readonly cursor?: string | null
}

const largestPage = 200
const streamedAtOnce = 500

/** The rows of one entity under one permission: `EntityRows` of the SDK, whatever the entity. */
export function entityRows(context: RowsContext, entity: AnyEntity, permission: Permission): EntityRows<AnyEntity> {
  const { table } = entity
  const all = (where?: Filter) => selectWhere(entity, where).selectAll(table)

  async function find(id: string, lock?: string): Promise<Values | undefined> {
    const [row] = await context.select(all({ id }).toOperationNode(), permission, lock)
    return row
  }
  async function get(id: string, lock?: string): Promise<Values> {
    const row = await find(id, lock)
    if (!row) throw await missing(context, entity, permission, id)
    return row
  }

  async function list({ where, order = { by: 'id' as never }, limit = 50, cursor }: ListOptions = {}) {
    const size = Math.min(Math.max(limit, 1), largestPage)
    const sorted = ordered(all(where), entity, order)
    const query = cursor ? following(sorted, entity, order, cursor) : sorted
    const rows = await context.select(query.limit(size + 1).toOperationNode(), permission)
    const items = rows.slice(0, size)
    const last = items.at(-1)
    return { items, next: rows.length > size && last ? cursorAfter(last, order) : null }
  }

  async function count(where?: Filter): Promise<number> {
    const [row] = await context.select(
      selectWhere(entity, where).select(describing.fn.countAll().as('count')).toOperationNode(),
      permission,
    )
    return row?.count as number
  }

  /** Page by page, so that a slow reader holds neither a connection nor a snapshot. */
  async function* each(where?: Filter): AsyncIterable<Values> {
    for (let after: string | undefined; ;) {
      const query = ordered(all(where), entity, { by: 'id' }).limit(streamedAtOnce)
      const rows = await context.select(
        (after === undefined ? query : query.where(`${table}.id`, '>', after)).toOperationNode(),
        permission,
      )
      yield* rows
      if (rows.length < streamedAtOnce) return
      after = rows.at(-1)?.id as string
    }
  }

  async function create(fresh: Values): Promise<Values> {
    const unit = context.writing()
    const row: Values = {
      ...storable(entity, fresh),
      id: fresh.id ?? context.newId(),
      createdAt: context.now,
      updatedAt: context.now,
      version: 1,
    }
    await admitUnstored(context, entity, permission, row)
    if ('members' in entity.rule) stateOf(unit).founded.add(row.id as string)
    await flushWrites(context, unit, (em) => void em.persist(em.create(entity.schema as never, row as never)))
    context.memberships.written(unit, table, [row])
    await admitStored(context, entity, permission, [row.id as string])
    return storedRow(row.id as string)
  }

  /** As it now is in the database, with its defaults; its scope was judged already. */
  async function storedRow(id: string): Promise<Values> {
    const { sql, parameters } = context.db.compile(all({ id }).toOperationNode())
    return context.db.revive(entity, (await context.run.all(sql, parameters))[0] ?? {})
  }

  async function change(id: string, wanted: Values, expected?: { version?: number | undefined }): Promise<Values> {
    const unit = context.writing()
    const row = await get(id, table)
    if (expected?.version !== undefined && expected.version !== row.version) throw staleVersion({ version: row.version })
    const patch = changedOnly(row, storable(entity, wanted))
    const touched = Object.keys(patch)
    if (touched.length === 0) return row
    const after: Values = { ...row, ...patch, updatedAt: context.now }
    const moves = touchesScope(entity, touched)
    if (moves) await admitUnstored(context, entity, permission, after)
    const version = await flushWrites(context, unit, (em) => {
      const managed = em.merge(entity.schema as never, { ...row } as never, { refresh: true })
      em.assign(managed, { ...patch, updatedAt: context.now } as never)
      return managed
    }).then((managed) => (managed as Values).version)
    context.memberships.written(unit, table, [row, after])
    if (moves) await admitStored(context, entity, permission, [id])
    return { ...after, version }
  }

  async function remove(id: string): Promise<void> {
    const unit = context.writing()
    const row = await get(id, table)
    await flushWrites(context, unit, (em) => void em.remove(em.merge(entity.schema as never, { ...row } as never, { refresh: true })))
    context.memberships.written(unit, table, [row])
  }

  return {
    find: (id: string) => find(id),
    get: (id: string) => get(id),
    list,
    count,
    each,
    create,
    change,
    remove,
    changeAll: (where: Filter, patch: Values) => bulkChange({ context, entity, permission, where, patch }),
    removeAll: (where: Filter) => bulkRemove({ context, entity, permission, where }),
  } as unknown as EntityRows<AnyEntity>
}
