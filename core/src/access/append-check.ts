import { forbidden, type Permission, type Problem } from '@liaison/sdk'
import type { AnyEntity, AnyLog } from '@liaison/sdk/server'
import type { Database } from '../data/database.ts'
import type { Access } from './access.ts'
import type { Memberships } from './memberships.ts'
import { createRowsContext, type RowsContext } from './rows-context.ts'
import { missing, reachesUnstored } from './scope-check.ts'

export interface AppendCheck {
  /**
   * Whether somebody may append to a stream of a log under a permission. Answered at once, from memory, when the stream's
   * members are known there; by one look-up otherwise.
   */
  mayAppend(access: Access, permission: Permission, log: AnyLog, stream: string): boolean | Promise<boolean>
  /** What to answer when he may not: 404 when he may not even see the stream, else 403. */
  refusal(access: Access, permission: Permission, log: AnyLog, stream: string): Promise<Problem>
}

export interface AppendCheckOptions {
  readonly db: Database
  readonly memberships: Memberships
  /** Entities of all plugins, by table */
  readonly entities: ReadonlyMap<string, AnyEntity>
  now(): Date
}

export function createAppendCheck({ db, memberships, entities, now }: AppendCheckOptions): AppendCheck {
  const contextFor = (access: Access, permission: Permission): RowsContext =>
    createRowsContext(
      { db, access, permission, owned: entities, memberships, unit: undefined, now: now(), newId: () => '', action: permission.key },
      false,
    )

  function mayAppend(access: Access, permission: Permission, log: AnyLog, stream: string): boolean | Promise<boolean> {
    const parent = parentOf(log, entities)
    if (!parent) return reachesUnstored(contextFor(access, permission), log, permission, unstored(access, log, stream))
    if (!access.grants.has(permission.key) || !access.grants.has(parent.rule.read.key)) return false
    if (!('members' in parent.rule)) return reachesUnstored(contextFor(access, permission), log, permission, unstored(access, log, stream))
    const members = memberships.of(parent, stream, now())
    return members instanceof Promise ? members.then((known) => known.has(access.personId)) : members.has(access.personId)
  }

  async function refusal(access: Access, permission: Permission, log: AnyLog, stream: string): Promise<Problem> {
    const parent = parentOf(log, entities)
    if (!parent) return forbidden()
    return missing(contextFor(access, parent.rule.read), parent, permission, stream)
  }
  return { mayAppend, refusal }
}

const parentOf = (log: AnyLog, entities: ReadonlyMap<string, AnyEntity>): AnyEntity | undefined =>
  'within' in log.rule ? entities.get(log.rule.within[1]) : undefined

const unstored = (access: Access, log: AnyLog, stream: string): Record<string, unknown> => ({
  id: '',
  [log.log.stream]: stream,
  [log.log.author]: access.personId,
})
