import { peopleRead } from '@liaison/sdk'
import {
  personDisabled,
  peopleManage,
  peopleReveal,
  projectMemberJoined,
  projectMemberLeft,
  projectsManage,
  projectsRead,
} from '@liaison/sdk/platform'
import { definePlugin, people } from '@liaison/sdk/server'
import { roleMemory } from '../access-administration/role-memory.ts'
import { accounts } from '../auth/accounts.ts'
import { compiledAccess, database } from '../rooms/floors.ts'
import { directoryEntities } from './directory-entities.ts'
import { DirectoryMemory, directoryMemory } from './directory-memory.ts'
import { directoryMigrations } from './directory-migrations.ts'
import { bindDirectory, directoryOperations } from './directory-operations.ts'

/** Who is there: people inside and outside, departments, outside organisations, projects and their members. */
export const directoryRoom = definePlugin({
  id: 'directory',
  version: '0.1.0',
  title: { 'zh-CN': '人员与组织', en: 'Directory' },
  permissions: [peopleRead, peopleManage, peopleReveal, projectsRead, projectsManage],
  entities: directoryEntities,
  migrations: directoryMigrations,
  operations: directoryOperations,
  events: [projectMemberJoined, projectMemberLeft, personDisabled],
  tokens: [people, directoryMemory],
  systemReasons: {
    'create-person': 'somebody new has no department yet that a scope could reach; the service has judged the departments',
    'place-person': 'departments and roles of a person follow rules of their own, judged before',
    'create-department': 'a scope names the departments that are there; the service has judged the one above',
    'move-departments': 'what lies below a moved department moves with it',
    'number-projects': 'project keys are unique beyond what one sees',
  },
  async setup({ provide, get, bind, logger }) {
    const db = get(database)
    const memory = new DirectoryMemory(db)
    provide(directoryMemory, () => memory)
    provide(people, () => memory)
    bind(
      bindDirectory({
        db,
        memory,
        get access() {
          return get(compiledAccess)
        },
        get roles() {
          return get(roleMemory)
        },
        get accounts() {
          return get(accounts)
        },
      }),
    )
    return memory.start((error) => logger.error({ error: String(error) }, 'people could not be read again'))
  },
})
