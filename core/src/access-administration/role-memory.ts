import { createToken, type Scope } from '@liaison/sdk'
import type { Row } from '@liaison/sdk/server'
import type { Database } from '../data/database.ts'
import { readRows } from '../rooms/read-rows.ts'
import { type Reading, SharedMemory } from '../rooms/shared-memory.ts'
import type { AnyWork } from '../rooms/unit-of.ts'
import { RoleCellEntity, RoleEntity } from './role-entities.ts'

type Role = Row<typeof RoleEntity>
export type Cells = ReadonlyMap<string, Scope>
export interface CellChange {
  readonly roleId: string
  readonly permission: string
  readonly scope: Scope
}
export interface RoleChange {
  readonly role?: Role
  readonly removedId?: string
  readonly cells?: readonly CellChange[]
}

/** Roles and their cells from memory, the same on every process. */
export class RoleMemory {
  readonly #db: Database
  readonly #shared: SharedMemory<null>
  #roles = new Map<string, Role>()
  #cells = new Map<string, Cells>()

  constructor(db: Database) {
    this.#db = db
    this.#shared = new SharedMemory(db, 'roles', { read: this.#read, hear: () => this.#read })
  }

  /** Reads everything, and follows what changes. @returns ends following */
  start(failed: (error: unknown) => void): Promise<() => void> {
    return this.#shared.start(failed)
  }

  /** Tells every process with the commit of the unit, this one before the reply. */
  announce(work: AnyWork, change: RoleChange): void {
    this.#shared.announce(work, null, () => this.#apply(change))
  }

  all(): Iterable<Role> {
    return this.#roles.values()
  }

  find(roleId: string): Role | undefined {
    return this.#roles.get(roleId)
  }

  byKey(key: string): Role | undefined {
    return [...this.#roles.values()].find((role) => role.key === key)
  }

  cellsOf(roleId: string): Cells {
    return this.#cells.get(roleId) ?? noCells
  }

  /** Roles that grant a permission with any scope */
  granting(permission: string): ReadonlySet<string> {
    return new Set([...this.#cells].filter(([, cells]) => cells.has(permission)).map(([roleId]) => roleId))
  }

  #apply({ role, removedId, cells = [] }: RoleChange): void {
    if (role !== undefined) this.#roles.set(role.id, role)
    if (removedId !== undefined) {
      this.#roles.delete(removedId)
      this.#cells.delete(removedId)
    }
    for (const { roleId, permission, scope } of cells) {
      const own = new Map(this.cellsOf(roleId))
      if (scope === 'none') own.delete(permission)
      else own.set(permission, scope)
      this.#cells.set(roleId, own)
    }
  }

  readonly #read: Reading = async () => {
    const [roles, cells] = await Promise.all([readRows(this.#db, RoleEntity), readRows(this.#db, RoleCellEntity)])
    const byRole = Map.groupBy(cells, ({ roleId }) => roleId)
    return () => {
      this.#roles = new Map(roles.map((role) => [role.id, role]))
      this.#cells = new Map([...byRole].map(([roleId, own]) => [roleId, new Map(own.map(({ permission, scope }) => [permission, scope]))]))
    }
  }
}

const noCells: Cells = new Map()
export const roleMemory = createToken<RoleMemory>('core.RoleMemory')
