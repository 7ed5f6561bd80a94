import { randomUUID } from 'node:crypto'
import type { Row } from '@liaison/sdk/server'
import { type CompiledQuery, sql } from 'kysely'
import type { Database, WriteUnit } from '../data/database.ts'
import { tables } from '../rooms/read-rows.ts'
import type { Sealed } from '../rooms/sealed.ts'
import { JobEntity } from './job-entity.ts'

interface Described {
  toOperationNode(): Parameters<Database['compile']>[0]
}
export type JobRow = Row<typeof JobEntity>
export interface FreshJob {
  readonly id: string
  readonly kind: string
  readonly data: unknown
  readonly at: Date
  readonly dedupe: string | null
  readonly actsFor?: string | null
  readonly now: Date
}

/** What the table of jobs is told: plain statements, since neither scope nor audit trail concerns the machinery. */
export class JobStore {
  readonly #db: Database
  readonly #sealed: Sealed

  constructor(db: Database, sealed: Sealed) {
    this.#db = db
    this.#sealed = sealed
  }

  /** @returns whether it is new: a job with the same `dedupe` may be there */
  async add(unit: WriteUnit, { id, kind, data, at, dedupe, actsFor = null, now }: FreshJob): Promise<boolean> {
    const insert = tables
      .insertInto('core_job')
      .values({
        ...{ id, kind, dedupe, actsFor, createdAt: now, updatedAt: now, version: 1 },
        ...{ data: this.#sealed.seal(JSON.stringify(data ?? null)), state: 'waiting', runAt: at, attempts: 0, runId: null, error: null },
      })
      .onConflict((conflict) => conflict.column('dedupe').doNothing())
    return (await this.#run(unit, insert)) > 0
  }

  /** What waits or is dead; what is done keeps its key. */
  async takeBack(unit: WriteUnit, dedupe: string): Promise<void> {
    await this.#run(unit, tables.deleteFrom('core_job').where('dedupe', '=', dedupe).where('state', '<>', 'done'))
  }

  dataOf(job: JobRow): unknown {
    return JSON.parse(this.#sealed.open(job.data)) as unknown
  }

  /** Due jobs, leased: nobody else takes them before `until`. */
  async take(kinds: readonly string[], limit: number, now: Date, until: Date): Promise<readonly JobRow[]> {
    if (kinds.length === 0 || !(await this.#isAnyDue(kinds, now))) return []
    return this.#db.write(async (unit) => {
      let due = tables
        .selectFrom('core_job')
        .select('id')
        .where('state', '=', 'waiting')
        .where('runAt', '<=', now)
        .where('kind', 'in', kinds)
        .orderBy('runAt')
        .limit(limit)
      if (this.#db.dialect === 'postgresql') due = due.forUpdate().skipLocked()
      const update = tables
        .updateTable('core_job')
        .set({ runAt: until, runId: randomUUID(), updatedAt: now, attempts: sql`attempts + 1` })
        .where('id', 'in', due)
        .returningAll()
      const { sql: statement, parameters } = this.#compiled(update)
      const rows = await unit.run.all(statement, parameters)
      return rows.map((row) => this.#db.revive(JobEntity, row) as JobRow)
    })
  }

  /** @returns whether the run still holds the job */
  async extend({ id, runId }: JobRow, until: Date): Promise<boolean> {
    return this.#change(id, runId, { runAt: until })
  }

  async done({ id, runId }: JobRow, now: Date): Promise<void> {
    await this.#change(id, runId, { state: 'done', data: '', runAt: now, updatedAt: now, runId: null, error: null })
  }

  async failed({ id, runId }: JobRow, error: string, again: Date | undefined, now: Date): Promise<void> {
    const next = again === undefined ? { state: 'dead', runAt: now } : { runAt: again }
    await this.#change(id, runId, { ...next, runId: null, error, updatedAt: now })
  }

  /** A run that was stopped has not counted. */
  async giveBack({ id, runId, attempts }: JobRow, now: Date): Promise<void> {
    await this.#change(id, runId, { runAt: now, runId: null, attempts: attempts - 1 })
  }

  async forgetDone(before: Date): Promise<void> {
    await this.#db.write((unit) => this.#run(unit, tables.deleteFrom('core_job').where('state', '=', 'done').where('runAt', '<', before)))
  }

  async #isAnyDue(kinds: readonly string[], now: Date): Promise<boolean> {
    const look = tables.selectFrom('core_job').select('id').where('state', '=', 'waiting').where('runAt', '<=', now)
    const { sql: statement, parameters } = this.#compiled(look.where('kind', 'in', kinds).limit(1))
    return (await this.#db.read.all(statement, parameters)).length > 0
  }

  async #change(id: string, runId: string | null, values: Record<string, unknown>): Promise<boolean> {
    const update = tables.updateTable('core_job').set(values).where('id', '=', id).where('runId', '=', runId)
    return (await this.#db.write((unit) => this.#run(unit, update))) > 0
  }

  #run(unit: WriteUnit, query: Described): Promise<number> {
    const { sql: statement, parameters } = this.#compiled(query)
    return unit.run.run(statement, parameters)
  }

  #compiled(query: Described): Pick<CompiledQuery, 'sql' | 'parameters'> {
    return this.#db.compile(query.toOperationNode())
  }
}
