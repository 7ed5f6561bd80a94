import { type AnyLog, isLog, type Topic } from '@liaison/sdk/server'
import type { Database, RawRow } from './database.ts'
import type { OutboxRow } from './outbox-store.ts'

/** Which stored rows are which events: an emitted one is itself, a range of a log is what the log's rule makes of each row. */
export class OutboxEvents {
  readonly #db: Database
  readonly #logs: ReadonlyMap<string, { readonly log: AnyLog; readonly events: ReadonlySet<string> }>

  /** @param topics - they list the events that a log's rows may be */
  constructor(db: Database, topics: readonly Topic[]) {
    this.#db = db
    const listed = new Map(topics.map((topic) => [topic.name, new Set(topic.events.map((event) => event.name))]))
    const none: ReadonlySet<string> = new Set()
    this.#logs = new Map(db.entities.filter(isLog).map((log) => [log.table, { log, events: listed.get(log.log.topic) ?? none }]))
  }

  /** Logs of which a row may be one of the events. */
  logsOf(events: Iterable<string>): readonly AnyLog[] {
    const asked = new Set(events)
    return [...this.#logs.values()].filter((known) => !known.events.isDisjointFrom(asked)).map(({ log }) => log)
  }

  mayBe(row: OutboxRow, event: string): boolean {
    return row.range ? (this.#logs.get(row.name)?.events.has(event) ?? false) : row.name === event
  }

  /** Payloads of an event in a stored row, in order. */
  async payloads(row: OutboxRow, event: string): Promise<readonly unknown[]> {
    if (!row.range) return row.name === event ? [row.payload] : []
    const log = this.#logs.get(row.name)?.log
    if (!log) return []
    const rows = await this.#rows(log, row.about, row.range)
    const targets = await this.#targets(log, rows)
    return rows.map((one) => log.log.event(one, targets)).flatMap((told) => (told.event.name === event ? [told.data] : []))
  }

  async #rows(log: AnyLog, stream: string, { from, to }: { from: number; to: number }): Promise<RawRow[]> {
    const column = this.#column(log, log.log.stream)
    const [a, b, c] = this.#db.dialect === 'sqlite' ? ['?', '?', '?'] : ['$1', '$2', '$3']
    const rows = await this.#db.read.all(`select * from ${log.table} where ${column} = ${a} and seq between ${b} and ${c} order by seq`, [
      stream,
      from,
      to,
    ])
    return rows.map((row) => this.#db.revive(log, row))
  }

  async #targets(log: AnyLog, rows: readonly RawRow[]): Promise<ReadonlyMap<string, RawRow>> {
    const { target } = log.log
    const ids = target === undefined ? [] : rows.flatMap((row) => (row[target] ? [String(row[target])] : []))
    if (ids.length === 0) return new Map()
    const found =
      this.#db.dialect === 'sqlite'
        ? await this.#db.read.all(`select * from ${log.table} where id in (select value from json_each(?))`, [JSON.stringify(ids)])
        : await this.#db.read.all(`select * from ${log.table} where id = any($1::text[])`, [ids])
    return new Map(found.map((row) => [String(row.id), this.#db.revive(log, row)]))
  }

  #column(log: AnyLog, property: string): string {
    return this.#db.columns(log)[this.#db.properties(log).indexOf(property)] ?? property
  }
}
