import { type AnyLog, isLog, type Logger } from '@liaison/sdk/server'
import type { Executor, RawRow } from './database.ts'
import { Grown, type Growth } from './append-burst.ts'
import type { AppendListeners } from './append-listeners.ts'
import type { LogPlan } from './log-plan.ts'
import { NoticeConnection } from './notice-connection.ts'
import type { Notice } from './notices.ts'
import type { Orm } from './orm.ts'
import type { SignalListeners } from './signals.ts'
import { StreamTeller } from './stream-teller.ts'

export interface TellingParts {
  readonly url: string
  /** Marks the notices of this process */
  readonly origin: string
  readonly orm: Orm
  readonly read: Executor
  readonly listeners: AppendListeners
  readonly signals: SignalListeners
  readonly log: Logger
  planOf(log: AnyLog): LogPlan
}

/** Tells this process what it and the others stored, and what they signal. */
export class PostgresqlTelling {
  readonly #parts: TellingParts
  readonly #teller: StreamTeller
  readonly #notices: NoticeConnection

  constructor(parts: TellingParts) {
    this.#parts = parts
    const { listeners, log, url } = parts
    this.#teller = new StreamTeller({
      log,
      arriving: () => this.arriving,
      read: (of, stream, from, to) => this.#rows(of, stream, from, to),
      tell: (growth) => listeners.tell([growth]),
      endBurst: () => listeners.endBurst(),
    })
    this.#notices = new NoticeConnection(url, { notice: (notice) => this.#heard(notice), lost: () => this.#lost() }, log)
  }

  get arriving(): boolean {
    return this.#notices.arriving
  }

  open(): Promise<void> {
    return this.#notices.open()
  }

  close(): Promise<void> {
    return this.#notices.close()
  }

  /** What this process stored. */
  own(grown: Iterable<Growth>): void {
    for (const { log, stream, rows } of grown) this.#teller.own(log, stream, rows)
  }

  /** The same for rows of one log, by stream. */
  ownRows(log: AnyLog, rows: readonly RawRow[]): void {
    const { stream } = this.#parts.planOf(log)
    const grown = new Grown()
    for (const [id, ofStream] of Map.groupBy(rows, (row) => String(row[stream]))) grown.add(log, id, ofStream)
    this.own(grown)
  }

  #heard(notice: Notice): void {
    const own = notice.origin === this.#parts.origin
    if (notice.kind === 'signal') return own ? undefined : this.#parts.signals.tell(notice.channel, notice.message)
    const log = this.#logOf(notice.table)
    if (log) this.#teller.noticed(log, notice.stream, { from: notice.from, to: notice.to, own })
  }

  #lost(): void {
    const { signals, log } = this.#parts
    this.#teller.releaseAll((table) => this.#logOf(table))
    signals.tellLost()
    if (this.arriving) this.#catchUp().catch((error: unknown) => log.error({ err: error }, 'what was missed could not be read'))
  }

  /** Looks how far the streams are that were told before. */
  async #catchUp(): Promise<void> {
    const { read, planOf } = this.#parts
    for (const [table, known] of Map.groupBy(this.#teller.known(), (one) => one.table)) {
      const log = this.#logOf(table)
      if (!log) continue
      const { stream } = planOf(log).names
      const ends = await read.all(
        `select ${stream} as stream, max(seq) as last from ${table} where ${stream} = any($1::text[]) group by 1`,
        [known.map((one) => one.stream)],
      )
      const told = new Map(known.map((one) => [one.stream, one.last]))
      for (const end of ends) {
        const from = (told.get(String(end.stream)) ?? 0) + 1
        if (Number(end.last) >= from) this.#teller.noticed(log, String(end.stream), { from, to: Number(end.last), own: false })
      }
    }
  }

  async #rows(log: AnyLog, stream: string, from: number, to: number): Promise<readonly RawRow[]> {
    const { map, names, table } = this.#parts.planOf(log)
    const rows = await this.#parts.read.all(`select * from ${table} where ${names.stream} = $1 and seq between $2 and $3 order by seq`, [
      stream,
      from,
      to,
    ])
    return rows.map((row) => map.revive(row))
  }

  #logOf(table: string): AnyLog | undefined {
    const entity = this.#parts.orm.maps.get(table)?.entity
    return entity && isLog(entity) ? entity : undefined
  }
}
