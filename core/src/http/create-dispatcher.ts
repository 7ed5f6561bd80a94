import {
  isProblem,
  moduleNotEnabled,
  notFound,
  type AnyOperation,
  type Event,
  type Input,
  type Operation,
  type Permission,
} from '@liaison/sdk'
import type { Actor, AnyEntity, Answer, Work } from '@liaison/sdk/server'
import { type Access, nobody } from '../access/access.ts'
import type { AppendCheck } from '../access/append-check.ts'
import type { Memberships } from '../access/memberships.ts'
import { type RowsOptions, rowsFor, systemRowsFor } from '../access/scoped-store.ts'
import type { Appended, Database, RawRow, WriteUnit } from '../data/database.ts'
import type { Kernel, LoadedPlugin } from '../kernel/kernel.ts'
import { type AppendSteps, type CompiledOperation, compileOperation } from './compiled-operation.ts'
import type { Caller, Dispatcher, RawInput, Reply } from './dispatcher.ts'
import { Idempotency } from './idempotency.ts'
import { accessOf, judge } from './judgement.ts'
import { UnitWork, type WorkFacts, type WorkFloor } from './unit-work.ts'

export interface DispatcherOptions {
  readonly kernel: Kernel
  readonly db: Database
  now(): Date
  newId(): string
  /** The installation's secret; stored replies are encrypted with a key made from it. */
  readonly secret: string
  publish(topic: string, event: Event, data: unknown): void
  readonly memberships: Memberships
  readonly appendCheck: AppendCheck
}

/** The dispatcher with what HTTP and the platform need beside the common interface. */
export interface OwnedDispatcher extends Dispatcher {
  compiled(operationId: string): CompiledOperation
  /** `admit` for an operation at hand. */
  judge(operation: CompiledOperation, caller: Caller): Access
  /** Checks the input and performs, after `judge`. */
  perform(operation: CompiledOperation, caller: Caller, access: Access, input: RawInput): Promise<Reply>
  asSystem(plugin: LoadedPlugin, reason: string, job: (work: Work) => Promise<unknown>): Promise<unknown>
  /** A unit in which a plugin hears an event: nobody's rights, `work.asSystem` for the rest. */
  listening(plugin: LoadedPlugin, action: string, job: (work: Work) => Promise<void>): Promise<void>
}

type Given = { params: unknown; query: unknown; body: unknown; expectedVersion?: number }
type Done = (error: unknown, reply: Reply | undefined) => void

const isThenable = (value: unknown): value is PromiseLike<unknown> => typeof (value as { then?: unknown } | undefined)?.then === 'function'

function replyOf({ operation }: CompiledOperation, result: unknown): Reply {
  const answer = result as Answer<unknown> | undefined | null
  if (typeof answer === 'object' && answer !== null && answer['~answer'] === true) {
    return {
      status: answer.status ?? operation.status,
      body: answer.body,
      ...(answer.headers !== undefined && { headers: answer.headers }),
    }
  }
  return { status: operation.status, body: result }
}

function permissionOf({ id, operation }: CompiledOperation): Permission {
  if (operation.permission === undefined) throw new Error(`${id} appends to a log and needs a permission`)
  return operation.permission
}

export function createDispatcher(options: DispatcherOptions): OwnedDispatcher {
  return new OneDoor(options)
}

class OneDoor implements OwnedDispatcher {
  readonly #options: DispatcherOptions
  readonly #compiled = new Map<string, CompiledOperation>()
  readonly #floor: WorkFloor
  readonly #idempotency: Idempotency

  constructor(options: DispatcherOptions) {
    this.#options = options
    this.#idempotency = new Idempotency(options)
    const { now, newId, publish } = options
    this.#floor = {
      now,
      newId,
      publish,
      rows: (work) => rowsFor(this.#rowsOptions(work.facts, work.now, work.facts.action)),
      systemRows: (work, reason) => systemRowsFor(this.#rowsOptions(work.facts, work.now, `${work.facts.action}:${reason}`)),
      call: (work, operation, input) => this.#callInside(work, operation, input),
      leftScope: ({ facts }, reason) => this.#noteSystem(facts, reason),
    }
  }

  compiled(operationId: string): CompiledOperation {
    let compiled = this.#compiled.get(operationId)
    if (compiled === undefined) {
      const bound = this.#options.kernel.bound.get(operationId)
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

  async dispatch(operationId: string, caller: Caller, input: RawInput): Promise<Reply> {
    const operation = this.compiled(operationId)
    return this.perform(operation, caller, this.judge(operation, caller), input)
  }

  dispatchFast(operationId: string, caller: Caller, input: RawInput, done: Done): boolean {
    try {
      const operation = this.compiled(operationId)
      const access = this.judge(operation, caller)
      if (operation.append === undefined) {
        this.perform(operation, caller, access, input).then(
          (reply) => done(undefined, reply),
          (error: unknown) => done(error, undefined),
        )
        return true
      }
      return this.#append(operation, operation.append, caller, access, input, done)
    } catch (error) {
      done(error, undefined)
      return true
    }
  }

  async call<P, Q, B, R>(operation: Operation<P, Q, B, R>, caller: Caller, input: Input<P, Q, B>): Promise<R> {
    // an in-process caller keeps his objects: filling in defaults must not write into them
    return (await this.dispatch(operation.id, caller, structuredClone(input) as RawInput)).body as R
  }

  async perform(operation: CompiledOperation, caller: Caller, access: Access, input: RawInput): Promise<Reply> {
    const { append } = operation
    if (append !== undefined) {
      return new Promise((resolve, reject) => {
        try {
          this.#append(operation, append, caller, access, input, (error, reply) =>
            reply === undefined ? reject(error as Error) : resolve(reply),
          )
        } catch (error) {
          reject(error as Error)
        }
      })
    }
    const given = this.#checked(operation, input)
    try {
      if (input.idempotency === undefined || operation.reads)
        return replyOf(operation, await this.#run(operation, caller, access, given, undefined))
      const { key, digest } = input.idempotency
      return await this.#idempotency.once(
        { key, digest, operationId: operation.id, personId: access.personId, write: operation.write },
        async (remember) => this.#write(operation, caller, access, given, (result, unit) => remember(replyOf(operation, result), unit)),
      )
    } catch (error) {
      this.#noteRefusal(operation, caller, given, error)
      throw error
    }
  }

  serialise(operation: AnyOperation, body: unknown): string {
    return this.compiled(operation.id).write(body)
  }

  reading<Owned extends AnyEntity>(pluginId: string, caller: Caller): Work<Owned> {
    const plugin = this.#options.kernel.plugins.get(pluginId)
    if (plugin === undefined || !plugin.enabled) throw moduleNotEnabled({ module: pluginId })
    const facts: WorkFacts = {
      floor: this.#floor,
      plugin,
      caller,
      access: accessOf(caller),
      permission: undefined,
      action: `${pluginId}:reading`,
      unit: undefined,
    }
    return new UnitWork(facts) as Work as never
  }

  actorOf(caller: Caller): Actor {
    const access = accessOf(caller)
    return {
      id: access.personId,
      external: access.external,
      ...(caller.sessionId !== undefined && { sessionId: caller.sessionId }),
      may: (permission) => access.grants.has(permission.key),
    }
  }

  asSystem(plugin: LoadedPlugin, reason: string, job: (work: Work) => Promise<unknown>): Promise<unknown> {
    const action = `${plugin.definition.id}:as-system`
    return this.#options.db.write((unit) => {
      unit.attribute(null, `${action}:${reason}`)
      unit.audit({ actorId: null, action, kind: 'system', rowId: reason, detail: {} })
      return job(
        new UnitWork({
          floor: this.#floor,
          plugin,
          caller: { access: undefined },
          access: nobody,
          permission: undefined,
          action,
          unit,
          reason,
        }),
      )
    })
  }

  listening(plugin: LoadedPlugin, action: string, job: (work: Work) => Promise<void>): Promise<void> {
    return this.#options.db.write((unit) => {
      unit.attribute(null, action)
      return job(
        new UnitWork({ floor: this.#floor, plugin, caller: { access: undefined }, access: nobody, permission: undefined, action, unit }),
      )
    })
  }

  #rowsOptions({ access, permission, plugin, unit }: WorkFacts, now: Date, action: string): RowsOptions {
    const { db, memberships, newId } = this.#options
    return { db, access, permission, owned: plugin.owned, memberships, unit, now, newId, action }
  }

  #factsOf(operation: CompiledOperation, caller: Caller, access: Access, unit: WriteUnit | undefined): WorkFacts {
    return {
      floor: this.#floor,
      plugin: operation.plugin,
      caller,
      access,
      permission: operation.operation.permission,
      action: operation.id,
      unit,
    }
  }

  #checked(operation: CompiledOperation, input: RawInput): Given {
    const checked = operation.check(input)
    return input.expectedVersion === undefined ? checked : { ...checked, expectedVersion: input.expectedVersion }
  }

  /** GET reads; the rest prepares outside and writes inside one unit (its caller's, when it has one). */
  async #run(operation: CompiledOperation, caller: Caller, access: Access, given: Given, unit: WriteUnit | undefined): Promise<unknown> {
    if (!operation.reads && unit === undefined) return this.#write(operation, caller, access, given, (result) => result)
    if (operation.append !== undefined && unit !== undefined)
      return this.#appendInside(operation, operation.append, caller, access, given, unit)
    const work = new UnitWork(this.#factsOf(operation, caller, access, unit))
    const { plain, prepared } = operation
    if (plain !== undefined) {
      const result = await plain(work, given as never)
      work.succeeded()
      return result
    }
    const ready: unknown = await prepared!.prepare(work, given as never)
    const result = await prepared!.write(work, { ...given, ready } as never)
    work.succeeded()
    return result
  }

  /** @param finish - still inside the unit: what it stores is stored with the rest */
  async #write<T>(
    operation: CompiledOperation,
    caller: Caller,
    access: Access,
    given: Given,
    finish: (result: unknown, unit: WriteUnit) => T | Promise<T>,
  ): Promise<T> {
    const { prepared, plain } = operation
    let full = given
    let preparing: UnitWork | undefined
    if (prepared !== undefined) {
      preparing = new UnitWork(this.#factsOf(operation, caller, access, undefined))
      const answer: unknown = prepared.prepare(preparing, given as never)
      full = { ...given, ready: isThenable(answer) ? await answer : answer } as Given
    }
    const steps = plain ?? prepared!.write
    const stored = await this.#options.db.write(async (unit) => {
      unit.attribute(access.personId === '' ? null : access.personId, operation.id)
      return finish(await steps(new UnitWork(this.#factsOf(operation, caller, access, unit)), full as never), unit)
    })
    preparing?.succeeded()
    return stored
  }

  async #callInside({ facts }: UnitWork, operation: Operation, input: Input<unknown, unknown, unknown>): Promise<unknown> {
    const compiled = this.compiled(operation.id)
    if (facts.unit === undefined && !compiled.reads) throw new Error(`${facts.action} calls ${operation.id}, which writes, outside a unit`)
    const access = this.judge(compiled, facts.caller)
    const given = this.#checked(compiled, structuredClone(input) as RawInput)
    return replyOf(compiled, await this.#run(compiled, facts.caller, access, given, facts.unit)).body
  }

  /**
   * The hot way: no unit, no promise when hook and membership answer at once.
   * @returns whether the append stands in the queue (or has failed) by now
   */
  #append(operation: CompiledOperation, steps: AppendSteps, caller: Caller, access: Access, input: RawInput, done: Done): boolean {
    const given = this.#checked(operation, input)
    const work = new UnitWork(this.#factsOf(operation, caller, access, undefined))
    let placed = true
    const fail = (error: unknown): void => {
      this.#noteRefusal(operation, caller, given, error)
      done(error, undefined)
    }
    const enqueue = (values: RawRow): void => {
      this.#options.db.append(steps.log, values, access.personId, operation.id, (error, appended) => {
        if (appended === undefined) return fail(error)
        let reply: Reply
        try {
          reply = replyOf(operation, steps.reply(appended.row as never, appended.fresh))
        } catch (fault) {
          return fail(fault)
        }
        work.succeeded()
        done(undefined, reply)
      })
    }
    const describe = (ready: unknown): void => {
      const values = this.#described(steps, work, given, ready)
      const allowed = this.#mayAppend(operation, steps, access, values)
      if (allowed === true) return enqueue(values)
      placed = false
      this.#admitAppend(operation, steps, access, values, allowed)
        .then(() => enqueue(values))
        .catch(fail)
    }
    try {
      const ready: unknown = steps.prepare?.(work, given as never)
      if (isThenable(ready)) {
        placed = false
        ready.then(describe).then(undefined, fail)
      } else {
        describe(ready)
      }
    } catch (error) {
      fail(error)
    }
    return placed
  }

  #described(steps: AppendSteps, work: UnitWork, given: Given, ready: unknown): RawRow {
    return { createdAt: work.now, ...(steps.append(work, { ...given, ready } as never) as RawRow) }
  }

  #mayAppend(operation: CompiledOperation, { log }: AppendSteps, access: Access, values: RawRow): boolean | Promise<boolean> {
    return this.#options.appendCheck.mayAppend(access, permissionOf(operation), log, values[log.log.stream] as string)
  }

  /** @throws what tells why not: 404 for a stream that may not be seen, else 403 */
  async #admitAppend(
    operation: CompiledOperation,
    { log }: AppendSteps,
    access: Access,
    values: RawRow,
    allowed: boolean | Promise<boolean>,
  ): Promise<void> {
    if (await allowed) return
    throw await this.#options.appendCheck.refusal(access, permissionOf(operation), log, values[log.log.stream] as string)
  }

  async #appendInside(
    operation: CompiledOperation,
    steps: AppendSteps,
    caller: Caller,
    access: Access,
    given: Given,
    unit: WriteUnit,
  ): Promise<unknown> {
    const work = new UnitWork(this.#factsOf(operation, caller, access, unit))
    const values = this.#described(steps, work, given, await steps.prepare?.(work, given as never))
    await this.#admitAppend(operation, steps, access, values, this.#mayAppend(operation, steps, access, values))
    const { row, fresh }: Appended = await unit.append(steps.log, values)
    return steps.reply(row as never, fresh)
  }

  /** Refusals of people who are signed in leave a trace, with ids alone. */
  #noteRefusal(operation: CompiledOperation, caller: Caller, given: Given | undefined, error: unknown): void {
    const actorId = caller.access?.personId
    if (actorId === undefined || !isProblem(error)) return
    if (error.status !== 403 && error.type !== notFound.type) return
    const [rowId = ''] = Object.values((given?.params ?? {}) as Record<string, unknown>)
    this.#options.db.refused({
      actorId,
      action: `${operation.id}:denied`,
      kind: operation.permissionKey ?? operation.id,
      rowId: String(rowId),
      detail: { problem: error.type, ...(caller.origin !== undefined && { traceId: caller.origin.traceId }) },
    })
  }

  #noteSystem({ access, action }: WorkFacts, reason: string): void {
    this.#options.db.refused({
      actorId: access.personId === '' ? null : access.personId,
      action: `${action}:as-system`,
      kind: 'system',
      rowId: reason,
      detail: {},
    })
  }
}
