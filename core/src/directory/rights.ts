import { forbidden, invalidInput, type Scope } from '@liaison/sdk'
import { accessManage, lastAdministrator, roleBeyondOwn } from '@liaison/sdk/platform'
import type { Actor, AnyEntity } from '@liaison/sdk/server'
import { RoleCellEntity } from '../access-administration/role-entities.ts'
import type { RoleMemory } from '../access-administration/role-memory.ts'
import { type Access, rankOf } from '../access/access.ts'
import type { Database } from '../data/database.ts'
import type { CompiledAccess } from '../rooms/floors.ts'
import { oneAtATime } from '../rooms/one-at-a-time.ts'
import { readRows } from '../rooms/read-rows.ts'
import { type AnyWork, unitOf } from '../rooms/unit-of.ts'
import { PersonEntity, PersonRoleEntity } from './directory-entities.ts'
import type { DirectoryMemory, PersonFacts } from './directory-memory.ts'

export interface Rights {
  readonly db: Database
  readonly roles: RoleMemory
  readonly access: CompiledAccess
  readonly memory: DirectoryMemory
}

/**
 * One gives only what one holds oneself, everywhere and as far, unless one manages access: whoever decides about people or
 * projects could otherwise make himself an administrator.
 * @param limit - how far the role reaches where it is given; a role in a project reaches `project`
 * @throws roleBeyondOwn (403)
 */
export async function refuseBeyondOwn(rights: Rights, actor: Actor, roleIds: readonly string[], limit: Scope = 'all'): Promise<void> {
  const [roleId] = await beyondOwn(rights, actor, roleIds, limit)
  if (roleId !== undefined) throw roleBeyondOwn({ roleId })
}

/** Those of some roles that the actor may not give. */
export async function beyondOwn(
  { roles, access }: Rights,
  actor: Actor,
  roleIds: readonly string[],
  limit: Scope,
): Promise<readonly string[]> {
  if (actor.may(accessManage)) return []
  const own = await access.get(actor.id)
  const goesBeyond = (roleId: string) =>
    [...roles.cellsOf(roleId)].some(([permission, scope]) => !reaches(own, permission, Math.min(rankOf(scope), rankOf(limit))))
  return roleIds.filter(goesBeyond)
}

/** Whoever sets somebody's password, account or address for a new password could become him: only for those who hold no more than oneself. */
export async function refuseTakeover({ access }: Rights, actor: Actor, personId: string): Promise<void> {
  if (actor.may(accessManage) || actor.id === personId) return
  const [own, theirs] = await Promise.all([access.get(actor.id), access.get(personId)])
  for (const [permission, grant] of theirs?.grants ?? []) if (!reaches(own, permission, grant.rank)) throw forbidden()
}

const reaches = (access: Access | undefined, permission: string, rank: number): boolean => {
  const grant = access?.grants.get(permission)
  return grant !== undefined && grant.own === true && grant.rank >= rank
}

/** @param next - the person as he will be. @throws lastAdministrator (409) */
export async function refuseLastAdministrator(
  work: AnyWork,
  { roles, db }: Pick<Rights, 'roles' | 'db'>,
  before: PersonFacts,
  next: PersonFacts,
): Promise<void> {
  const granting = roles.granting(accessManage.key)
  if (!administers(before, granting) || administers(next, granting)) return
  if (!(await isAnyAdministratorLeft(work, db, before.id))) throw lastAdministrator()
}

/**
 * Whether somebody manages access, as the unit sees it: the memory learns of other units with their commit, and units of one burst
 * commit together. No other unit decides about it meanwhile.
 * @param without - id of a person who does not count
 */
export async function isAnyAdministratorLeft(work: AnyWork, db: Database, without?: string): Promise<boolean> {
  await oneAtATime(work, db, 'administrators')
  const { run } = unitOf(work)
  const cells = await readRows(db, RoleCellEntity, { permission: accessManage.key }, run)
  if (cells.length === 0) return false
  const held = await readRows(db, PersonRoleEntity, { roleId: cells.map(({ roleId }) => roleId), departmentId: null }, run)
  const ids = [...new Set(held.map(({ personId }) => personId))].filter((id) => id !== without)
  const people = ids.length === 0 ? [] : await readRows(db, PersonEntity, { id: ids }, run)
  return people.some(({ kind, disabled }) => kind === 'internal' && !disabled)
}

export const administers = ({ kind, disabled, roleIds }: PersonFacts, granting: ReadonlySet<string>): boolean =>
  kind === 'internal' && !disabled && roleIds.some((roleId) => granting.has(roleId))

/** Ids of a body have to name something that is stored. @throws invalidInput (400) with the place */
export async function refuseMissing(
  { db }: Rights,
  work: AnyWork,
  entity: AnyEntity,
  { ids, pointer }: { ids: readonly (string | null)[]; pointer: string },
): Promise<void> {
  const named = [...new Set(ids.filter((id) => id !== null))]
  if (named.length === 0) return
  const found = await readRows<Entity>(db, entity as Entity, { id: named }, unitOf(work).run)
  if (found.length < named.length) throw unknownId(pointer)
}
type Entity = typeof PersonEntity

/** @param pointer - into `{ params, query, body }` */
export const unknownId = (pointer: string) => invalidInput({ errors: [{ pointer, message: 'names nothing that exists' }] })
