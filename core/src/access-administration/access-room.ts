import { isProblem } from '@liaison/sdk'
import { accessManage } from '@liaison/sdk/platform'
import { definePlugin } from '@liaison/sdk/server'
import { directoryMemory } from '../directory/directory-memory.ts'
import { compiledAccess, database, kernel } from '../rooms/floors.ts'
import { unitOf } from '../rooms/unit-of.ts'
import { accessOperations, bindAccess } from './access-operations.ts'
import { declaredPermissions } from './declared-permissions.ts'
import { accessEntities } from './role-entities.ts'
import { RoleHolders } from './role-holders.ts'
import { RoleMemory, roleMemory } from './role-memory.ts'
import { roleMigrations } from './role-migrations.ts'
import { writePresets } from './write-presets.ts'

/** Who may what: roles, the matrix, and why. */
export const accessRoom = definePlugin({
  id: 'access',
  version: '0.1.0',
  title: { 'zh-CN': '权限', en: 'Access' },
  permissions: [accessManage],
  entities: accessEntities,
  migrations: roleMigrations,
  operations: accessOperations,
  tokens: [roleMemory],
  systemReasons: { presets: 'the roles of an empty installation, and what they hold of a permission that first appears' },
  async setup({ provide, get, bind, asSystem, logger }) {
    const db = get(database)
    const plugins = get(kernel)
    const access = get(compiledAccess)
    const roles = new RoleMemory(db)
    provide(roleMemory, () => roles)
    bind(bindAccess({ db, kernel: plugins, access, roles, holders: new RoleHolders(db), directory: get(directoryMemory) }))

    const write = () =>
      asSystem('presets', async (work) => {
        if (await writePresets(work.rows, [...declaredPermissions(plugins).values()])) access.changed(unitOf(work), '*')
      })
    // another process that starts just now may write them first: what is there then is right
    await write().catch((error: unknown) => (isProblem(error) ? write() : Promise.reject(error as Error)))
    return roles.start((error) => logger.error({ error: String(error) }, 'roles could not be read again'))
  },
})
