import type { Permission } from '@liaison/sdk'
import { type AnyEntity, migration, type ShareLevel } from '@liaison/sdk/server'
import { describing } from './describe.ts'
import { entityRows } from './entity-rows.ts'
import type { RowsContext } from './rows-context.ts'

/** What rights are read from beside the directory and the matrix: single rows that were granted to somebody, one level for each subject. */
export const accessMigrations = [
  migration('20261101-shares', async (change) => {
    await change.createTable(
      'core_share',
      { kind: 'text', rowId: 'id', subjectId: 'id', level: 'text', until: 'instant?' },
      { primaryKey: ['kind', 'rowId', 'subjectId'], indexes: [['subjectId', 'kind', 'level', 'rowId', 'until']] },
    )
  }),
  // who has which module and feature; compiled into everybody's access
  migration('20261124-roll-out', async (change) => {
    await change.createTable(
      'core_roll_out',
      { ruleKey: 'text', stage: 'text', ownerId: 'id?', goLiveAt: 'instant?', steps: 'text?' },
      { unique: [['ruleKey']] },
    )
  }),
]

/** Told with the commit when a row was shared or no longer is: `<table>:<id>`. */
export const sharesChannel = 'shares'

export interface Share {
  readonly subjectId: string
  readonly level: ShareLevel
  readonly until?: Date | null
}

/** Grants a row that the actor reaches under the permission in force; what the subject had before is replaced. */
export async function shareRow(context: RowsContext, entity: AnyEntity, permission: Permission, id: string, share: Share): Promise<void> {
  const rule = entity.rule
  if (!('shares' in rule) || !rule.shares?.levels[share.level])
    throw new Error(`${entity.table} declares no shares of level "${share.level}"`)
  await withdraw(context, entity, permission, id, share.subjectId)
  const row = { kind: entity.table, row_id: id, subject_id: share.subjectId, level: share.level, until: share.until ?? null }
  await run(context, describing.insertInto('core_share').values(row))
  record(context, entity, id, 'share', {
    subjectId: share.subjectId,
    level: share.level,
    ...(share.until && { until: share.until.toISOString() }),
  })
}

/** Takes a grant back; nothing happens when there is none. */
export async function unshareRow(
  context: RowsContext,
  entity: AnyEntity,
  permission: Permission,
  id: string,
  subjectId: string,
): Promise<void> {
  const removed = await withdraw(context, entity, permission, id, subjectId)
  if (removed > 0) record(context, entity, id, 'unshare', { subjectId })
}

async function withdraw(context: RowsContext, entity: AnyEntity, permission: Permission, id: string, subjectId: string): Promise<number> {
  context.writing()
  await entityRows(context, entity, permission).get(id)
  return run(
    context,
    describing.deleteFrom('core_share').where('kind', '=', entity.table).where('row_id', '=', id).where('subject_id', '=', subjectId),
  )
}

function run(context: RowsContext, query: { toOperationNode(): never } | object): Promise<number> {
  const { sql, parameters } = context.db.compile((query as { toOperationNode(): never }).toOperationNode())
  return context.writing().run.run(sql, parameters)
}

function record(
  context: RowsContext,
  entity: AnyEntity,
  id: string,
  verb: 'share' | 'unshare',
  detail: Readonly<Record<string, unknown>>,
): void {
  const unit = context.writing()
  unit.audit({ actorId: context.access.personId || null, action: `${context.action}:${verb}`, kind: entity.table, rowId: id, detail })
  unit.signal(sharesChannel, `${entity.table}:${id}`)
}
