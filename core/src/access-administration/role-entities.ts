import { accessManage } from '@liaison/sdk/platform'
import { column, entity } from '@liaison/sdk/server'

/** Who manages access sees all of it. */
export const RoleEntity = entity(
  'core_role',
  {
    /** Of a preset; null for the company's own */
    key: column.string().nullable(),
    name: column.string(),
    description: column.text(),
    external: column.boolean(),
  },
  { read: accessManage, open: true },
  { auditedValues: ['name', 'external'] },
)

/** One cell of the matrix; an absent one is `none`. */
export const RoleCellEntity = entity(
  'core_role_cell',
  {
    roleId: column.string(),
    permission: column.string(),
    scope: column.string().$type<'own' | 'project' | 'department' | 'department-tree' | 'all'>(),
  },
  { read: accessManage, open: true },
  { auditedValues: ['roleId', 'permission', 'scope'] },
)

/** Permissions whose presets were written once: an administrator's change stays. */
export const KnownPermissionEntity = entity('core_known_permission', { key: column.string() }, { read: accessManage, open: true })

export const accessEntities = [RoleEntity, RoleCellEntity, KnownPermissionEntity] as const
export type AccessEntity = (typeof accessEntities)[number]
