import type { Access } from '../access/access.ts'
import type { AppendCheck } from '../access/append-check.ts'
import type { Database, WriteUnit } from '../data/database.ts'
import { AppendPath } from './append-path.ts'
import type { CompiledOperation } from './compiled-operation.ts'
import type { Caller, RawInput, Reply } from './dispatcher.ts'
import { Idempotency } from './idempotency.ts'
import { type Done, type Given, isThenable, replyOf } from './performing.ts'
import type { WorkMaker } from './work-maker.ts'

export interface PerformerOptions {
  readonly db: Database
  readonly works: WorkMaker
  readonly appendCheck: AppendCheck
  /** The installation's secret; stored replies are encrypted with a key made from it. */
  readonly secret: string
  now(): Date
}

/** Performs operations whose caller was judged: checks the input, opens the unit, runs the handler. */
export class Performer {
  readonly #db: Database
  readonly #works: WorkMaker
  readonly #appends: AppendPath
  readonly #idempotency: Idempotency

  constructor({ db, works, appendCheck, secret, now }: PerformerOptions) {
    this.#db = db
    this.#works = works
    this.#appends = new AppendPath({ db, works, check: appendCheck })
    this.#idempotency = new Idempotency({ db, now, secret })
  }

  /**
   * Without promises where the handler answers at once.
   * @param done - called once; may be called before this returns
   * @returns false while something is awaited before an append has its place in the order
   */
  perform(operation: CompiledOperation, caller: Caller, access: Access, input: RawInput, done: Done): boolean {
    let given: Given
    try {
      given = checked(operation, input)
    } catch (error) {
      done(error, undefined)
      return true
    }
    if (operation.append !== undefined) return this.#appends.join({ operation, steps: operation.append, caller, access, given }, done)
    if (operation.reads && operation.plain !== undefined) this.#read(operation, operation.plain, caller, access, given, done)
    else
      this.#perform(operation, caller, access, given, input).then(
        (reply) => done(undefined, reply),
        (error: unknown) => done(error, undefined),
      )
    return true
  }

  /** For a work at hand: in its unit, when it has one. */
  async inside(
    operation: CompiledOperation,
    caller: Caller,
    access: Access,
    input: RawInput,
    unit: WriteUnit | undefined,
  ): Promise<unknown> {
    const given = checked(operation, input)
    if (unit !== undefined && operation.append !== undefined)
      return this.#appends.inside({ operation, steps: operation.append, caller, access, given }, unit)
    return replyOf(operation, await this.#run(operation, caller, access, given, unit)).body
  }

  #read(
    operation: CompiledOperation,
    plain: NonNullable<CompiledOperation['plain']>,
    caller: Caller,
    access: Access,
    given: Given,
    done: Done,
  ): void {
    const work = this.#works.forOperation(operation, caller, access, undefined)
    let result: unknown
    try {
      result = plain(work, given as never)
    } catch (error) {
      return done(error, undefined)
    }
    const finish = (value: unknown): void => {
      work.succeeded()
      done(undefined, replyOf(operation, value))
    }
    if (isThenable(result)) result.then(finish, (error: unknown) => done(error, undefined))
    else finish(result)
  }

  async #perform(operation: CompiledOperation, caller: Caller, access: Access, given: Given, { idempotency }: RawInput): Promise<Reply> {
    if (operation.reads) return replyOf(operation, await this.#run(operation, caller, access, given, undefined))
    // somebody unknown cannot be told from somebody else who is, so his replies are not kept
    if (idempotency === undefined || access.personId === '')
      return this.#write(operation, caller, access, given, (result) => replyOf(operation, result))
    const attempt = { ...idempotency, operationId: operation.id, personId: access.personId, write: operation.write }
    return this.#idempotency.once(attempt, (remember) =>
      this.#write(operation, caller, access, given, (result, unit) => remember(replyOf(operation, result), unit)),
    )
  }

  /** Everything in the unit given, or reading. */
  async #run(operation: CompiledOperation, caller: Caller, access: Access, given: Given, unit: WriteUnit | undefined): Promise<unknown> {
    const work = this.#works.forOperation(operation, caller, access, unit)
    const { plain, prepared } = operation
    const result: unknown =
      plain !== undefined
        ? await plain(work, given as never)
        : await prepared!.write(work, { ...given, ready: (await prepared!.prepare(work, given as never)) as unknown } as never)
    work.succeeded()
    return result
  }

  /**
   * Prepares outside and writes inside one unit.
   * @param finish - still inside the unit: what it stores is stored with the rest
   */
  async #write<T>(
    operation: CompiledOperation,
    caller: Caller,
    access: Access,
    given: Given,
    finish: (result: unknown, unit: WriteUnit) => T | Promise<T>,
  ): Promise<T> {
    const { prepared, plain } = operation
    const preparing = prepared === undefined ? undefined : this.#works.forOperation(operation, caller, access, undefined)
    const full = preparing === undefined ? given : { ...given, ready: (await prepared!.prepare(preparing, given as never)) as unknown }
    const steps = plain ?? prepared!.write
    const stored = await this.#db.write(
      async (unit) => {
        unit.attribute(access.personId === '' ? null : access.personId, operation.id, caller.origin?.address)
        return finish(await steps(this.#works.forOperation(operation, caller, access, unit), full as never), unit)
      },
      prepared?.budgetMs === undefined ? {} : { budgetMs: prepared.budgetMs },
    )
    preparing?.succeeded()
    return stored
  }
}

function checked(operation: CompiledOperation, input: RawInput): Given {
  const given = operation.check(input)
  return input.expectedVersion === undefined ? given : { ...given, expectedVersion: input.expectedVersion }
}
