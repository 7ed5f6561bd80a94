import { type AnyOperation, type Event, type Input, isProblem, moduleNotEnabled, notFound, type Operation } from '@liaison/sdk'
import type { Actor, AnyEntity, Work } from '@liaison/sdk/server'
import type { Access } from '../access/access.ts'
import type { AppendCheck } from '../access/append-check.ts'
import type { Memberships } from '../access/memberships.ts'
import type { Database } from '../data/database.ts'
import type { Kernel, LoadedPlugin } from '../kernel/kernel.ts'
import { type CompiledOperation, compileOperation } from './compiled-operation.ts'
import type { Caller, Dispatcher, RawInput, Reply } from './dispatcher.ts'
import { accessOf, isOff, judge } from './judgement.ts'
import { Performer } from './performer.ts'
import type { Done } from './performing.ts'
import type { UnitWork } from './unit-work.ts'
import { WorkMaker } from './work-maker.ts'

export interface DispatcherOptions {
  readonly kernel: Kernel
  readonly db: Database
  readonly memberships: Memberships
  readonly appendCheck: AppendCheck
  /** The installation's secret */
  readonly secret: string
  now(): Date
  newId(): string
  publish(topic: string, event: Event, data: unknown): void
  /** Told what somebody has done with a module; `past`: not now, but then */
  used?(personId: string, operation: CompiledOperation, past: Date | undefined): void
}

/** The dispatcher with what HTTP and the platform need beside the common interface. */
export interface OwnedDispatcher extends Dispatcher {
  compiled(operationId: string): CompiledOperation
  /** `admit` for an operation at hand. */
  judge(operation: CompiledOperation, caller: Caller): Access
  /** Checks the input and performs, after `judge`; `done` is called once. */
  perform(operation: CompiledOperation, caller: Caller, access: Access, input: RawInput, done: Done): boolean
  asSystem(plugin: LoadedPlugin, reason: string, job: (work: Work) => Promise<unknown>): Promise<unknown>
  /** A unit in which a plugin hears an event: nobody's rights, `work.asSystem` for the rest. */
  listening(plugin: LoadedPlugin, action: string, job: (work: Work) => Promise<void>): Promise<void>
}

export function createDispatcher(options: DispatcherOptions): OwnedDispatcher {
  return new OneDoor(options)
}

class OneDoor implements OwnedDispatcher {
  readonly #kernel: Kernel
  readonly #db: Database
  readonly #works: WorkMaker
  readonly #performer: Performer
  readonly #used: DispatcherOptions['used']
  readonly #compiled = new Map<string, CompiledOperation>()

  constructor(options: DispatcherOptions) {
    this.#kernel = options.kernel
    this.#db = options.db
    this.#used = options.used
    this.#works = new WorkMaker({ ...options, call: (work, operation, input) => this.#callInside(work, operation, input) })
    this.#performer = new Performer({ ...options, works: this.#works })
  }

  compiled(operationId: string): CompiledOperation {
    let compiled = this.#compiled.get(operationId)
    if (compiled === undefined) {
      const bound = this.#kernel.bound.get(operationId)
      if (bound === undefined) throw moduleNotEnabled({ operation: operationId })
      compiled = compileOperation(bound)
      this.#compiled.set(operationId, compiled)
    }
    return compiled
  }

  admit(operationId: string, caller: Caller): void {
    this.judge(this.compiled(operationId), caller)
  }

  judge(operation: CompiledOperation, caller: Caller): Access {
    try {
      return judge(operation, caller)
    } catch (error) {
      this.#noteRefusal(operation, caller, undefined, error)
      throw error
    }
  }

  dispatch(operationId: string, caller: Caller, input: RawInput): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.dispatchFast(operationId, caller, input, (error, reply) => (reply === undefined ? reject(error as Error) : resolve(reply)))
    })
  }

  dispatchFast(operationId: string, caller: Caller, input: RawInput, done: Done): boolean {
    let operation: CompiledOperation
    let access: Access
    try {
      operation = this.compiled(operationId)
      access = this.judge(operation, caller)
    } catch (error) {
      done(error, undefined)
      return true
    }
    return this.perform(operation, caller, access, input, done)
  }

  perform(operation: CompiledOperation, caller: Caller, access: Access, input: RawInput, done: Done): boolean {
    return this.#performer.perform(operation, caller, access, input, (error, reply) => {
      if (reply === undefined) this.#noteRefusal(operation, caller, input, error)
      else if (caller.viewerId !== undefined) this.#noteLook(operation, caller, input)
      else if (operation.counts && caller.isUnasked !== true) this.#used?.(access.personId, operation, caller.now)
      done(error, reply)
    })
  }

  async call<P, Q, B, R>(operation: Operation<P, Q, B, R>, caller: Caller, input: Input<P, Q, B>): Promise<R> {
    // an in-process caller keeps his objects: filling in defaults must not write into them
    return (await this.dispatch(operation.id, caller, structuredClone(input) as RawInput)).body as R
  }

  serialise(operation: AnyOperation, body: unknown): string {
    return this.compiled(operation.id).write(body)
  }

  reading<Owned extends AnyEntity>(pluginId: string, caller: Caller): Work<Owned> {
    const plugin = this.#kernel.plugins.get(pluginId)
    const access = accessOf(caller)
    if (plugin === undefined || !plugin.enabled || isOff(access, plugin)) throw moduleNotEnabled({ module: pluginId })
    return this.#works.forReading(plugin, caller, access) as Work as never
  }

  joined<Owned extends AnyEntity>(pluginId: string, reason: string, work: Work): Work<Owned> {
    const plugin = this.#kernel.plugins.get(pluginId)
    if (plugin === undefined || !plugin.enabled) throw moduleNotEnabled({ module: pluginId })
    if (!(reason in (plugin.definition.systemReasons ?? {}))) throw new Error(`"${reason}" is not a declared reason of ${pluginId}`)
    const { facts } = work as UnitWork
    return this.#works.forPlugin(plugin, facts.action, facts.unit, reason) as Work as never
  }

  actorOf(caller: Caller): Actor {
    const access = accessOf(caller)
    return {
      id: access.personId,
      external: access.external,
      ...(caller.sessionId !== undefined && { sessionId: caller.sessionId }),
      ...(caller.viewerId !== undefined && { viewerId: caller.viewerId }),
      may: (permission) => access.grants.has(permission.key),
    }
  }

  asSystem(plugin: LoadedPlugin, reason: string, job: (work: Work) => Promise<unknown>): Promise<unknown> {
    const action = `${plugin.definition.id}:as-system`
    return this.#db.write((unit) => {
      unit.attribute(null, `${action}:${reason}`)
      unit.audit({ actorId: null, action, kind: 'system', rowId: reason, detail: {} })
      return job(this.#works.forPlugin(plugin, action, unit, reason))
    })
  }

  listening(plugin: LoadedPlugin, action: string, job: (work: Work) => Promise<void>): Promise<void> {
    return this.#db.write((unit) => {
      unit.attribute(null, action)
      return job(this.#works.forPlugin(plugin, action, unit))
    })
  }

  async #callInside({ facts }: UnitWork, operation: Operation, input: Input<unknown, unknown, unknown>): Promise<unknown> {
    const compiled = this.compiled(operation.id)
    if (facts.unit === undefined && !compiled.reads) throw new Error(`${facts.action} calls ${operation.id}, which writes, outside a unit`)
    const access = this.judge(compiled, facts.caller)
    return this.#performer.inside(compiled, facts.caller, access, structuredClone(input) as RawInput, facts.unit)
  }

  noteViewed(caller: Caller, { action, kind, rowId }: { action: string; kind: string; rowId: string }): void {
    if (caller.viewerId === undefined) return
    this.#db.refused({
      ...{ actorId: caller.viewerId, action: `${action}:viewed`, kind, rowId },
      detail: {
        as: caller.access?.personId ?? '',
        ...(caller.origin !== undefined && { traceId: caller.origin.traceId, address: caller.origin.address }),
      },
    })
  }

  #noteLook({ id, permissionKey, operation }: CompiledOperation, caller: Caller, input: RawInput): void {
    // what the page asks by itself, and what anybody may ask, says nothing of what somebody looked at
    if (operation.background === true || permissionKey === undefined) return
    const [rowId = ''] = Object.values((input.params ?? {}) as Record<string, unknown>)
    this.noteViewed(caller, { action: id, kind: permissionKey, rowId: String(rowId).slice(0, 100) })
  }

  /** Refusals of people who are signed in leave a trace, with ids alone. */
  #noteRefusal(operation: CompiledOperation, caller: Caller, input: RawInput | undefined, error: unknown): void {
    const actorId = caller.viewerId ?? caller.access?.personId
    if (actorId === undefined || !isProblem(error)) return
    if (error.status !== 403 && error.type !== notFound.type) return
    const [rowId = ''] = Object.values((input?.params ?? {}) as Record<string, unknown>)
    this.#db.refused({
      actorId,
      action: `${operation.id}:denied`,
      kind: operation.permissionKey ?? operation.id,
      rowId: String(rowId).slice(0, 100),
      detail: {
        problem: error.type,
        ...(caller.origin !== undefined && { traceId: caller.origin.traceId, address: caller.origin.address }),
      },
    })
  }
}
