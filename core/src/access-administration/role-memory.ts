import { randomUUID } from 'node:crypto'
import { createToken, type Scope } from '@liaison/sdk'
import type { Row } from '@liaison/sdk/server'
import type { Database } from '../data/database.ts'
import { readRows } from '../rooms/read-rows.ts'
import { type AnyWork, unitOf } from '../rooms/unit-of.ts'
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

const channel = 'roles'

/** Roles and their cells from memory, the same on every process. */
export class RoleMemory {
  readonly #db: Database
  readonly #self = randomUUID()
  #roles = new Map<string, Role>()
  #cells = new Map<string, Cells>()
  #loading: Promise<void> = Promise.resolve()

  constructor(db: Database) {
    this.#db = db
  }

  /** Reads everything, and follows what changes. @returns ends following */
  async start(failed: (error: unknown) => void): Promise<() => void> {
    const stop = this.#db.onSignal(channel, (by) => {
      if (by === this.#self) return // it knows already
      this.#loading = this.#loading.then(() => this.#load()).catch(failed)
    })
    this.#loading = this.#load()
    await this.#loading
    return stop
  }

  /** Tells every process with the commit of the unit, this one before the reply. */
  announce(work: AnyWork, change: RoleChange): void {
    unitOf(work).signal(channel, this.#self)
    work.afterCommit(() => this.#apply(change))
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

  async #load(): Promise<void> {
    const [roles, cells] = await Promise.all([readRows(this.#db, RoleEntity), readRows(this.#db, RoleCellEntity)])
    this.#roles = new Map(roles.map((role) => [role.id, role]))
    const byRole = Map.groupBy(cells, ({ roleId }) => roleId)
    this.#cells = new Map([...byRole].map(([roleId, own]) => [roleId, new Map(own.map(({ permission, scope }) => [permission, scope]))]))
  }
}

const noCells: Cells = new Map()
export const roleMemory = createToken<RoleMemory>('core.RoleMemory')
