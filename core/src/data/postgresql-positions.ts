import type { AnyLog, Logger } from '@liaison/sdk/server'
import type { Executor } from './database.ts'
import type { LogPlan } from './log-plan.ts'
import type { MovedPosition, ReadingPositions } from './reading-positions.ts'

const writeBehindMs = 1000

export interface PositionWriterParts {
  readonly positions: ReadingPositions
  readonly run: Executor
  readonly log: Logger
  planOf(log: AnyLog): LogPlan
}

/** Writes positions behind, once a second at most. */
export class PositionWriter {
  readonly #parts: PositionWriterParts
  #due: NodeJS.Timeout | undefined
  #writing: Promise<void> | undefined

  constructor(parts: PositionWriterParts) {
    this.#parts = parts
  }

  soon(): void {
    this.#due ??= setTimeout(() => void this.#write(), writeBehindMs)
  }

  /** Writes what waits. */
  async stop(): Promise<void> {
    clearTimeout(this.#due)
    await this.#writing
    await this.#write()
    clearTimeout(this.#due)
  }

  #write(): Promise<void> {
    this.#due = undefined
    this.#writing ??= this.#writeAll().finally(() => (this.#writing = undefined))
    return this.#writing
  }

  async #writeAll(): Promise<void> {
    const { positions, run, planOf, log } = this.#parts
    if (!positions.any) return
    const moved = positions.take()
    try {
      await writePositions(run, planOf, moved)
      positions.written()
    } catch (error) {
      positions.failed()
      log.error({ err: error }, 'reading positions could not be stored; they are tried again')
      this.soon()
    }
  }
}

/** Writes reading positions, those of a log in one statement; never backwards. Rows are locked in one order everywhere. */
async function writePositions(run: Executor, planOf: (log: AnyLog) => LogPlan, moved: readonly MovedPosition[]): Promise<void> {
  for (const [log, positions] of Map.groupBy(moved, (one) => one.log)) {
    const { cursor } = planOf(log)
    if (!cursor) continue
    await run.run(
      `with given as (select * from unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::timestamptz[]) as g(stream, person, seq, no, at)),
reading as (
  select c.${cursor.stream} as stream, c.${cursor.person} as person from ${cursor.table} c
  join given g on g.stream = c.${cursor.stream} and g.person = c.${cursor.person} order by 1, 2 for update of c
)
update ${cursor.table} c set ${cursor.seq} = g.seq, ${cursor.no} = g.no, ${cursor.at} = g.at
from given g join reading r on r.stream = g.stream and r.person = g.person
where c.${cursor.stream} = g.stream and c.${cursor.person} = g.person and c.${cursor.seq} < g.seq`,
      [
        positions.map((one) => one.stream),
        positions.map((one) => one.personId),
        positions.map((one) => one.position.seq),
        positions.map((one) => one.position.no),
        positions.map((one) => one.position.at),
      ],
    )
  }
}
