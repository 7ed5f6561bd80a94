import type { Database, Executor } from '../data/database.ts'
import { PersonRoleEntity, ProjectMemberEntity } from '../directory/directory-entities.ts'
import { readRows } from '../rooms/read-rows.ts'

/** Who holds roles: everywhere, in a department, or in a project. */
export class RoleHolders {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  /** Ids of people. @param from - the unit's executor, to see what it has written */
  async of(roleIds: readonly string[], from?: Executor): Promise<readonly string[]> {
    const held = await readRows(this.#db, PersonRoleEntity, { roleId: roleIds }, from)
    const inProjects = await readRows(this.#db, ProjectMemberEntity, { roleId: roleIds }, from)
    return [...new Set([...held, ...inProjects].map(({ personId }) => personId))]
  }
}
