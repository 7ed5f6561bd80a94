import { invalidInput, type Page, type Scope } from '@liaison/sdk'
import { presetRole, type Role, roleInUse } from '@liaison/sdk/platform'
import type { Row, Work } from '@liaison/sdk/server'
import type { CompiledAccess } from '../rooms/floors.ts'
import { unitOf } from '../rooms/unit-of.ts'
import type { RoleHolders } from './role-holders.ts'
import type { RoleMemory } from './role-memory.ts'
import { type AccessEntity, RoleCellEntity, RoleEntity } from './role-entities.ts'

export interface RoleRooms {
  readonly roles: RoleMemory
  readonly holders: RoleHolders
  readonly access: CompiledAccess
}
type RoleWork = Work<AccessEntity>

export const shown = ({ id, key, name, description, external, version }: Row<typeof RoleEntity>): Role => ({
  id,
  key,
  name,
  description,
  external,
  version,
})

export async function listRoles(work: RoleWork, page: { limit?: number; cursor?: string }): Promise<Page<Role>> {
  const { items, next } = await work.rows.of(RoleEntity).list({ ...page, order: { by: 'id' } })
  return { items: items.map(shown), next }
}

/**
 * A role that nobody holds yet, with the cells of another when it is a copy.
 * @throws conflict (409) when another role has the name, invalidInput (400) when there is nothing to copy
 */
export async function createRole(
  work: RoleWork,
  { roles }: RoleRooms,
  { copyOf, ...given }: { name: string; description?: string; external?: boolean; copyOf?: string },
): Promise<Role> {
  if (copyOf !== undefined && roles.find(copyOf) === undefined)
    throw invalidInput({ errors: [{ pointer: '/body/copyOf', message: 'names nothing that exists' }] })
  const role = await work.rows.of(RoleEntity).create({ key: null, description: '', external: false, ...given })
  const cells = copyOf === undefined ? [] : [...roles.cellsOf(copyOf)].filter((cell): cell is [string, Granted] => cell[1] !== 'none')
  for (const [permission, scope] of cells) await work.rows.of(RoleCellEntity).create({ roleId: role.id, permission, scope })
  roles.announce(work, { role, cells: cells.map(([permission, scope]) => ({ roleId: role.id, permission, scope })) })
  return shown(role)
}
type Granted = Exclude<Scope, 'none'>

/** @throws notFound (404), conflict (409) when another role has the name, staleVersion (412) */
export async function changeRole(
  work: RoleWork,
  { roles }: RoleRooms,
  roleId: string,
  patch: { name?: string; description?: string; external?: boolean },
  version: number | undefined,
): Promise<Role> {
  const role = await work.rows.of(RoleEntity).change(roleId, patch, { version })
  roles.announce(work, { role })
  return shown(role)
}

/** @throws notFound (404), roleInUse (409), presetRole (409) for the administrator's */
export async function deleteRole(work: RoleWork, { roles, holders, access }: RoleRooms, roleId: string): Promise<void> {
  const role = await work.rows.of(RoleEntity).get(roleId)
  if (role.key === 'administrator') throw presetRole({ roleId })
  if ((await holders.of([roleId], unitOf(work).run)).length > 0) throw roleInUse({ roleId })
  await work.rows.of(RoleCellEntity).removeAll({ roleId })
  await work.rows.of(RoleEntity).remove(roleId)
  roles.announce(work, { removedId: roleId })
  access.changed(unitOf(work), '*')
}
