import type { Permission } from '@liaison/sdk'
import type { AnyEntity, AnyLog, Rows } from '@liaison/sdk/server'
import type { OperationNode } from 'kysely'
import type { Access } from './access.ts'
import { describing } from './describe.ts'
import { entityRows } from './entity-rows.ts'
import { logRows } from './log-rows.ts'
import { createRowsContext, type RowsContext, type RowsOptions } from './rows-context.ts'
import { type Share, shareRow, unshareRow } from './shares.ts'

export type { RowsOptions } from './rows-context.ts'

/** The rows of a plugin for one actor and one operation: every read and write carries the data scope of the permission in force. */
export function rowsFor(options: RowsOptions): Rows {
  return rowsOf(createRowsContext(options, false))
}

/** The rows of a plugin outside every scope: for `asSystem`. Whoever calls has checked and audited the reason. */
export function systemRowsFor(options: RowsOptions): Rows {
  return rowsOf(createRowsContext(options, true))
}

function rowsOf(context: RowsContext): Rows {
  const inForce = (entity: AnyEntity, permission?: Permission): Permission => {
    if (context.owned.get(entity.table) !== entity) throw new Error(`${entity.table} is no entity of this plugin`)
    return permission ?? context.permission ?? entity.rule.read
  }

  const rows = {
    of: (entity: AnyEntity, permission?: Permission) => entityRows(context, entity, inForce(entity, permission)),
    log: (log: AnyLog, permission?: Permission) => logRows(context, log, inForce(log, permission)),
    query: (build: (tables: typeof describing) => { toOperationNode(): OperationNode }) =>
      context.select(build(describing).toOperationNode(), context.permission),
    members: (entity: AnyEntity, id: string) => members(context, entity, inForce(entity, entity.rule.read), id),
    share: (entity: AnyEntity, id: string, share: Share) => shareRow(context, entity, inForce(entity), id, share),
    unshare: (entity: AnyEntity, id: string, subjectId: string) => unshareRow(context, entity, inForce(entity), id, subjectId),
  }
  return rows as unknown as Rows
}

const nobody: ReadonlySet<string> = new Set()

/** Who views as a member has to be one himself. */
const isAmong = (members: ReadonlySet<string>, { personId, alongside }: Access): boolean =>
  members.has(personId) && (alongside === undefined || members.has(alongside.personId))

async function members(context: RowsContext, entity: AnyEntity, read: Permission, id: string): Promise<ReadonlySet<string>> {
  if (!('members' in entity.rule)) throw new Error(`${entity.table} has no members`)
  const { unit, memberships, now, access } = context
  const known = await (unit ? memberships.inside(unit, entity, id, now) : memberships.of(entity, id, now))
  if (context.isSystem || (access.grants.has(read.key) && isAmong(known, access))) return known
  const isSeen = unit !== undefined && (await entityRows(context, entity, read).find(id)) !== undefined
  return isSeen ? known : nobody
}
