import type { Permission } from '@liaison/sdk'
import type { Access } from '../access/access.ts'
import type { AppendCheck } from '../access/append-check.ts'
import type { Appended, Database, RawRow, WriteUnit } from '../data/database.ts'
import type { AppendSteps, CompiledOperation } from './compiled-operation.ts'
import type { Caller, Reply } from './dispatcher.ts'
import { type Done, type Given, isThenable, replyOf } from './performing.ts'
import type { UnitWork } from './unit-work.ts'
import type { WorkMaker } from './work-maker.ts'

export interface AppendPathOptions {
  readonly db: Database
  readonly works: WorkMaker
  readonly check: AppendCheck
}

export interface Append {
  readonly operation: CompiledOperation
  readonly steps: AppendSteps
  readonly caller: Caller
  readonly access: Access
  readonly given: Given
}

function permissionOf({ id, operation }: CompiledOperation): Permission {
  if (operation.permission === undefined) throw new Error(`${id} appends to a log and needs a permission`)
  return operation.permission
}

const described = (steps: AppendSteps, work: UnitWork, given: Given, ready: unknown): RawRow => ({
  createdAt: work.now,
  ...(steps.append(work, { ...given, ready } as never) as RawRow),
})

/** A repeated client id found its row in another stream, which its author may not see any more. */
const isElsewhere = ({ log }: AppendSteps, values: RawRow, { row, fresh }: Appended): boolean =>
  !fresh && row[log.log.stream] !== values[log.log.stream]

/** How one row gets into a log: the hot way, which joins the burst, and the way inside a unit of somebody else. */
export class AppendPath {
  readonly #db: Database
  readonly #works: WorkMaker
  readonly #check: AppendCheck

  constructor({ db, works, check }: AppendPathOptions) {
    this.#db = db
    this.#works = works
    this.#check = check
  }

  /**
   * No unit, and no promise when hook and membership answer at once.
   * @returns whether the append stands in the queue (or has failed) by now
   */
  join(append: Append, done: Done): boolean {
    const { operation, steps, caller, access, given } = append
    const work = this.#works.forOperation(operation, caller, access, undefined)
    let placed = true
    const fail = (error: unknown): void => done(error, undefined)
    const describe = (ready: unknown): void => {
      const values = described(steps, work, given, ready)
      const allowed = this.#mayAppend(append, values)
      if (allowed === true) return this.#enqueue(append, work, { values, ready }, done)
      placed = false
      this.#refuseUnless(allowed, append, values)
        .then(() => this.#enqueue(append, work, { values, ready }, done))
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

  async inside(append: Append, unit: WriteUnit): Promise<unknown> {
    const { operation, steps, caller, access, given } = append
    const work = this.#works.forOperation(operation, caller, access, unit)
    const ready: unknown = await steps.prepare?.(work, given as never)
    const values = described(steps, work, given, ready)
    await this.#refuseUnless(this.#mayAppend(append, values), append, values)
    const appended = await unit.append(steps.log, values)
    if (isElsewhere(steps, values, appended)) await this.#refuseUnless(this.#mayAppend(append, appended.row), append, appended.row)
    return steps.reply(appended.row as never, appended.fresh, ready as never)
  }

  #enqueue(append: Append, work: UnitWork, { values, ready }: { values: RawRow; ready: unknown }, done: Done): void {
    const { operation, steps, access } = append
    const answer = ({ row, fresh }: Appended): void => {
      let reply: Reply
      try {
        reply = replyOf(operation, steps.reply(row as never, fresh, ready as never))
      } catch (fault) {
        return done(fault, undefined)
      }
      work.succeeded()
      done(undefined, reply)
    }
    this.#db.append(steps.log, values, access.personId, operation.id, (error, appended) => {
      if (appended === undefined) return done(error, undefined)
      if (!isElsewhere(steps, values, appended)) return answer(appended)
      this.#refuseUnless(this.#mayAppend(append, appended.row), append, appended.row).then(
        () => answer(appended),
        (refusal: unknown) => done(refusal, undefined),
      )
    })
  }

  #mayAppend({ operation, steps: { log }, access }: Append, values: RawRow): boolean | Promise<boolean> {
    return this.#check.mayAppend(access, permissionOf(operation), log, values[log.log.stream] as string)
  }

  /** @throws what tells why not: 404 for a stream that may not be seen, else 403 */
  async #refuseUnless(allowed: boolean | Promise<boolean>, { operation, steps: { log }, access }: Append, values: RawRow): Promise<void> {
    if (await allowed) return
    throw await this.#check.refusal(access, permissionOf(operation), log, values[log.log.stream] as string)
  }
}
