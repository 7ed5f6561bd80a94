import type { Permission } from '@liaison/sdk'
import type { AnyEntity, Rows } from '@liaison/sdk/server'
import { roleMigrations } from '../../src/access-administration/role-migrations.ts'
import type { Access } from '../../src/access/access.ts'
import type { createAccessLoader } from '../../src/access/access-loader.ts'
import type { createAppendCheck } from '../../src/access/append-check.ts'
import { describing } from '../../src/access/describe.ts'
import type { createMemberships } from '../../src/access/memberships.ts'
import type { rowsFor } from '../../src/access/scoped-store.ts'
import { accessMigrations } from '../../src/access/shares.ts'
import { snakeCase } from '../../src/access/snake-case.ts'
import type { Database, WriteUnit } from '../../src/data/database.ts'
import { directoryMigrations } from '../../src/directory/directory-migrations.ts'
import type { TestDatabase, TestSetup } from '../database.ts'
import { sampleEntities, sampleMigrations, sampleTables } from '../sample-plugin/index.ts'
import type { World } from './world.ts'

/** The parts of the access floor that a leak could be in; faulty ones take their place to test the test. */
export interface AccessFloor {
  readonly rowsFor: typeof rowsFor
  readonly createMemberships: typeof createMemberships
  readonly createAccessLoader: typeof createAccessLoader
  readonly createAppendCheck: typeof createAppendCheck
}

export const leakSetup: TestSetup = {
  entities: sampleEntities,
  plugins: [
    { id: 'core', migrations: [...directoryMigrations, ...roleMigrations, ...accessMigrations] },
    { id: 'sample', migrations: sampleMigrations },
  ],
}

type Insert = Readonly<Record<string, unknown>>

/** Puts a world into the database, past every scope. */
export async function settle({ db }: TestDatabase, world: World): Promise<void> {
  const base = { createdAt: world.now, updatedAt: world.now, version: 1 }
  let count = 0
  const withId = (row: Insert): Insert => ({ id: `fact-${count++}`, ...base, ...row })
  const tables: Readonly<Record<string, readonly Insert[]>> = {
    core_person: world.people.map(({ id, outside, disabled }) =>
      withId({ id, account: id, name: id, kind: outside ? 'external' : 'internal', locale: 'en', disabled, nameIndex: id }),
    ),
    core_department: world.departments.map(({ id, parent }) =>
      withId({ id, name: id, parentId: parent, position: 0, path: pathOf(world, id) }),
    ),
    core_project: world.projects.map((id) => withId({ id, key: id, name: id })),
    core_role: [...world.roles.keys()].map((id) => withId({ id, name: id, description: '', external: false })),
    core_role_cell: [...world.roles].flatMap(([roleId, cells]) =>
      [...cells].map(([permission, scope]) => withId({ roleId, permission, scope })),
    ),
    core_person_department: world.people.flatMap(({ id, departments }) =>
      departments.map((departmentId) => withId({ personId: id, departmentId })),
    ),
    core_person_role: world.people.flatMap(({ id, roles }) =>
      roles.map(({ role, department }) => withId({ personId: id, roleId: role, departmentId: department })),
    ),
    core_project_member: world.people.flatMap(({ id, projects }) =>
      projects.map(({ project, role }) => withId({ personId: id, projectId: project, roleId: role })),
    ),
    core_share: world.shares.map((share) => ({ ...share })),
    sample_task: world.tasks.map((task) => withId({ ...task, title: task.id, urgent: false })),
    sample_participant: world.participants.map(withId),
    sample_comment: world.comments.map((row) => withId({ ...row, text: row.id })),
    sample_channel: world.channels.map((id) => {
      const last = world.messages.filter(({ channelId }) => channelId === id).length
      return withId({ id, name: id, lastSeq: last, lastNo: last, lastAt: world.now })
    }),
    sample_member: world.members.map((row) => withId({ ...row, readSeq: 0, readNo: 0 })),
    sample_message: world.messages.map((row) => withId({ ...row, no: row.seq, clientId: row.id, text: row.id })),
    sample_folder: world.folders.map((row) => withId({ ...row, name: row.id })),
    sample_page: world.pages.map((row) => withId({ ...row, title: row.id })),
  }
  await db.write(async (unit) => {
    for (const [table, rows] of Object.entries(tables)) for (const row of rows) await insert(db, unit, table, row)
  })
}

const pathOf = (world: World, id: string): string => {
  const { parent } = world.departments.find((department) => department.id === id) ?? { parent: null }
  return `${parent === null ? '/' : pathOf(world, parent)}${id}/`
}

async function insert(db: Database, unit: WriteUnit, table: string, row: Insert): Promise<void> {
  const columns = Object.fromEntries(Object.entries(row).map(([property, value]) => [snakeCase(property), value]))
  const { sql, parameters } = db.compile(describing.insertInto(table).values(columns).toOperationNode())
  await unit.run.run(sql, parameters)
}

/** Thrown at the end of a unit, so that what a door did leaves the world as it was. */
class Undo extends Error {}

/** What became of an attempt: `ok` with the answer, or the status of the problem. */
export type Outcome = { readonly is: 'ok'; readonly value: unknown } | { readonly is: number }

/** Doors into the store for one person under one permission. */
export class Visitor {
  readonly #floor: AccessFloor
  readonly #db: Database
  readonly #world: World
  readonly #memberships: ReturnType<typeof createMemberships>
  readonly #access: Access
  #ids = 0

  constructor(options: {
    floor: AccessFloor
    db: Database
    world: World
    memberships: ReturnType<typeof createMemberships>
    access: Access
  }) {
    this.#floor = options.floor
    this.#db = options.db
    this.#world = options.world
    this.#memberships = options.memberships
    this.#access = options.access
  }

  /** As a reading operation has them. */
  rows(permission: Permission, unit?: WriteUnit): Rows<AnyEntity> {
    return this.#floor.rowsFor({
      db: this.#db,
      access: this.#access,
      permission,
      owned: sampleTables,
      memberships: this.#memberships,
      unit,
      now: this.#world.now,
      newId: () => `made-${this.#access.personId}-${this.#ids++}`,
      action: 'sample.try',
    })
  }

  /** Reads, and says what came of it. */
  async reads(permission: Permission, door: (rows: Rows<AnyEntity>) => Promise<unknown>): Promise<Outcome> {
    return outcome(door(this.rows(permission)))
  }

  /** Writes in a unit that is undone afterwards, and says what would have come of it. */
  async writes(permission: Permission, door: (rows: Rows<AnyEntity>) => Promise<unknown>): Promise<Outcome> {
    let result: Outcome | undefined
    await this.#db
      .write(async (unit) => {
        result = await outcome(door(this.rows(permission, unit)))
        throw new Undo()
      })
      .catch((error: unknown) => {
        if (!(error instanceof Undo)) throw error
      })
    return result as Outcome
  }
}

async function outcome(attempt: Promise<unknown>): Promise<Outcome> {
  try {
    return { is: 'ok', value: await attempt }
  } catch (error) {
    const { status } = error as { status?: number }
    if (status === undefined) throw error
    return { is: status }
  }
}
