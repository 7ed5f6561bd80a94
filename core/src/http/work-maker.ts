import type { Event, Input, Operation } from '@liaison/sdk'
import { type Access, nobody } from '../access/access.ts'
import type { Memberships } from '../access/memberships.ts'
import { type RowsOptions, rowsFor, systemRowsFor } from '../access/scoped-store.ts'
import type { Database, WriteUnit } from '../data/database.ts'
import type { LoadedPlugin } from '../kernel/kernel.ts'
import type { CompiledOperation } from './compiled-operation.ts'
import type { Caller } from './dispatcher.ts'
import { UnitWork, type WorkFacts, type WorkFloor } from './unit-work.ts'

export interface WorkMakerOptions {
  readonly db: Database
  readonly memberships: Memberships
  now(): Date
  newId(): string
  publish(topic: string, event: Event, data: unknown): void
  /** Performs another operation for a work at hand. */
  call(work: UnitWork, operation: Operation, input: Input<unknown, unknown, unknown>): Promise<unknown>
}

/** Makes the work that handlers, listeners and plugins of their own get; all stand on the same floor. */
export class WorkMaker {
  readonly #options: WorkMakerOptions
  readonly #floor: WorkFloor

  constructor(options: WorkMakerOptions) {
    this.#options = options
    const { now, newId, publish, call, db } = options
    this.#floor = {
      now,
      newId,
      publish,
      call,
      rows: ({ facts, now: at }) => rowsFor(this.#rowsOptions(facts, at, facts.action)),
      systemRows: ({ facts, now: at }, reason) => systemRowsFor(this.#rowsOptions(facts, at, `${facts.action}:${reason}`)),
      leftScope: ({ facts: { access, action, caller } }, reason) =>
        db.refused({
          actorId: caller.viewerId ?? (access.personId === '' ? null : access.personId),
          action: `${action}:as-system`,
          kind: 'system',
          rowId: reason,
          detail: caller.origin === undefined ? {} : { address: caller.origin.address },
        }),
    }
  }

  forOperation({ id, plugin, operation }: CompiledOperation, caller: Caller, access: Access, unit: WriteUnit | undefined): UnitWork {
    return new UnitWork({ floor: this.#floor, plugin, caller, access, permission: operation.permission, action: id, unit })
  }

  forReading(plugin: LoadedPlugin, caller: Caller, access: Access): UnitWork {
    return new UnitWork({
      floor: this.#floor,
      plugin,
      caller,
      access,
      permission: undefined,
      action: `${plugin.definition.id}:reading`,
      unit: undefined,
    })
  }

  /** Nobody's: of the plugin itself. @param reason - given: outside every scope; else only `asSystem` reaches rows */
  forPlugin(plugin: LoadedPlugin, action: string, unit: WriteUnit | undefined, reason?: string): UnitWork {
    const facts = { floor: this.#floor, plugin, caller: { access: undefined }, access: nobody, permission: undefined, action, unit }
    return new UnitWork(reason === undefined ? facts : { ...facts, reason })
  }

  #rowsOptions({ access, permission, plugin, unit }: WorkFacts, now: Date, action: string): RowsOptions {
    const { db, memberships, newId } = this.#options
    return { db, access, permission, owned: plugin.owned, memberships, unit, now, newId, action }
  }
}
