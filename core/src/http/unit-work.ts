import type { Event, Input, Operation, Permission } from '@liaison/sdk'
import type { Actor, Origin, Rows, Work } from '@liaison/sdk/server'
import type { Access } from '../access/access.ts'
import type { WriteUnit } from '../data/database.ts'
import type { LoadedPlugin } from '../kernel/kernel.ts'
import type { Caller } from './dispatcher.ts'

/** What a piece of work needs from the platform; one object for all works. */
export interface WorkFloor {
  now(): Date
  newId(): string
  rows(work: UnitWork): Rows
  systemRows(work: UnitWork, reason: string): Rows
  publish(topic: string, event: Event, data: unknown): void
  call(work: UnitWork, operation: Operation, input: Input<unknown, unknown, unknown>): Promise<unknown>
  /** Remembers that the scope was left. */
  leftScope(work: UnitWork, reason: string): void
}

export interface WorkFacts {
  readonly floor: WorkFloor
  readonly plugin: LoadedPlugin
  readonly caller: Caller
  readonly access: Access
  readonly permission: Permission | undefined
  /** What the audit trail says was done: the operation's id */
  readonly action: string
  readonly unit: WriteUnit | undefined
  /** Reason of a work that is the plugin's own, outside every scope */
  readonly reason?: string
}

const actorOf = ({ access, caller, reason }: WorkFacts): Actor => ({
  id: access.personId,
  external: access.external && reason === undefined,
  ...(caller.sessionId !== undefined && { sessionId: caller.sessionId }),
  ...(caller.viewerId !== undefined && { viewerId: caller.viewerId }),
  may: reason === undefined ? (permission) => access.grants.has(permission.key) : () => true,
})

/**
 * A unit of work whose members are made when they are first asked for: most requests touch few of them. Each member is a
 * function or value of its own, so that a handler may take the work apart.
 */
export class UnitWork implements Work {
  readonly facts: WorkFacts
  #now: Date | undefined
  #actor: Actor | undefined
  #rows: Rows | undefined
  #committed: (() => void)[] | undefined

  constructor(facts: WorkFacts) {
    this.facts = facts
  }

  get actor(): Actor {
    return (this.#actor ??= actorOf(this.facts))
  }
  get origin(): Origin | undefined {
    return this.facts.caller.origin
  }
  get now(): Date {
    return (this.#now ??= this.facts.caller.now ?? this.facts.floor.now())
  }
  get newId(): () => string {
    return this.facts.floor.newId
  }
  get rows(): Rows {
    const { floor, reason } = this.facts
    return (this.#rows ??= reason === undefined ? floor.rows(this) : floor.systemRows(this, reason))
  }

  get emit(): Work['emit'] {
    return (event, payload, about) => {
      if (this.facts.unit === undefined) throw new Error(`${this.facts.action}: what only reads, or appends to a log, emits nothing`)
      this.facts.unit.emit(event.name, about, payload)
    }
  }

  get publish(): Work['publish'] {
    return (topic, event, data) => {
      const { unit, floor } = this.facts
      if (unit === undefined) floor.publish(topic, event, data)
      else unit.afterCommit(() => floor.publish(topic, event, data))
    }
  }

  get call(): Work['call'] {
    return (operation, input) => this.facts.floor.call(this, operation as Operation, input as never) as never
  }

  get asSystem(): Work['asSystem'] {
    return (reason, job) => {
      const { plugin, floor } = this.facts
      if (!(reason in (plugin.definition.systemReasons ?? {})))
        throw new Error(`"${reason}" is not a declared reason of ${plugin.definition.id}`)
      floor.leftScope(this, reason)
      return job(floor.systemRows(this, reason))
    }
  }

  get afterCommit(): Work['afterCommit'] {
    return (job) => {
      if (this.facts.unit === undefined) (this.#committed ??= []).push(job)
      else this.facts.unit.afterCommit(job)
    }
  }

  /** Work without a unit of its own: told by whoever performed it that all went well. */
  succeeded(): void {
    for (const job of this.#committed ?? []) job()
  }
}
