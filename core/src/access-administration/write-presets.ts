import type { Permission } from '@liaison/sdk'
import type { Rows } from '@liaison/sdk/server'
import { type AccessEntity, KnownPermissionEntity, RoleCellEntity, RoleEntity } from './role-entities.ts'
import { presetRoles } from './preset-roles.ts'

/**
 * Makes the preset roles of an empty installation, and gives a permission's presets to them when it first appears. What was
 * written once is never written again: an administrator's change stays.
 * @returns whether anything was written
 */
export async function writePresets(rows: Rows<AccessEntity>, permissions: readonly Permission[]): Promise<boolean> {
  const known = await keysOf(rows)
  const fresh = permissions.filter(({ key }) => !known.has(key))
  if (fresh.length === 0) return false
  if (known.size === 0) await makeRoles(rows)
  const roleIds = await presetRoleIds(rows)
  for (const { key, presets } of fresh) {
    await rows.of(KnownPermissionEntity).create({ key })
    for (const [role, scope] of Object.entries(presets)) {
      const roleId = roleIds.get(role)
      if (roleId !== undefined && scope !== 'none') await rows.of(RoleCellEntity).create({ roleId, permission: key, scope })
    }
  }
  return true
}

async function keysOf(rows: Rows<AccessEntity>): Promise<ReadonlySet<string>> {
  const keys = new Set<string>()
  for await (const { key } of rows.of(KnownPermissionEntity).each()) keys.add(key)
  return keys
}

async function makeRoles(rows: Rows<AccessEntity>): Promise<void> {
  for (const preset of presetRoles) await rows.of(RoleEntity).create(preset)
}

async function presetRoleIds(rows: Rows<AccessEntity>): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>()
  for await (const { id, key } of rows.of(RoleEntity).each()) if (key !== null) ids.set(key, id)
  return ids
}
