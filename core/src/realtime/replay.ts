import type { AnyLog } from '@liaison/sdk/server'
import type { RootOperationNode } from 'kysely'
import { describing } from '../access/describe.ts'
import { snakeCase } from '../access/snake-case.ts'
import type { Database, RawRow } from '../data/database.ts'

/** A client that missed more than this fetches anew instead. */
export const replayLimit = 500

/** What the log tells again: the rows themselves are the log, there is no second one. */
export interface Replay {
  /** Newest `seq` of a stream, 0 when it has no rows */
  newest(log: AnyLog, stream: string): Promise<number>
  /** Rows that follow `after`, oldest first, at most `limit` */
  rows(log: AnyLog, stream: string, after: number, limit: number): Promise<RawRow[]>
  /** The rows that `rows` change, as they are now */
  targets(log: AnyLog, rows: readonly RawRow[]): Promise<ReadonlyMap<string, RawRow>>
}

export const noTargets: ReadonlyMap<string, RawRow> = new Map()

export function createReplay(db: Database): Replay {
  const run = async (query: { toOperationNode(): RootOperationNode }): Promise<RawRow[]> => {
    const { sql, parameters } = db.compile(query.toOperationNode())
    return db.read.all(sql, parameters)
  }
  return {
    async newest(log, stream) {
      const [row] = await run(
        describing
          .selectFrom(log.table)
          .select((eb) => eb.fn.max('seq').as('newest'))
          .where(snakeCase(log.log.stream), '=', stream),
      )
      return Number(row?.newest ?? 0)
    },
    async rows(log, stream, after, limit) {
      const rows = await run(
        describing
          .selectFrom(log.table)
          .selectAll()
          .where(snakeCase(log.log.stream), '=', stream)
          .where('seq', '>', after)
          .orderBy('seq')
          .limit(limit),
      )
      return rows.map((row) => db.revive(log, row))
    },
    async targets(log, rows) {
      const { target } = log.log
      if (target === undefined) return noTargets
      const ids = [...new Set(rows.map((row) => row[target]).filter((id) => id !== null && id !== undefined))]
      if (ids.length === 0) return noTargets
      const found = await run(describing.selectFrom(log.table).selectAll().where('id', 'in', ids))
      return new Map(found.map((row) => [row.id as string, db.revive(log, row)]))
    },
  }
}

/** The texts of a stream's rows as events; `prefix` names the topic. */
export function textsOf(
  log: AnyLog,
  topic: { readonly prefix: string; readonly serialisers: ReadonlyMap<string, (data: unknown) => string> },
  rows: readonly RawRow[],
  targets: ReadonlyMap<string, RawRow>,
): string[] {
  return rows.map((row) => {
    const { event, data } = log.log.event(row, targets)
    const serialise = topic.serialisers.get(event.name)
    if (serialise === undefined) throw new Error(`Topic ${log.log.topic} does not declare the event ${event.name}`)
    return `${topic.prefix}"seq":${row.seq as number},"name":"${event.name}","data":${serialise(data)}}`
  })
}
