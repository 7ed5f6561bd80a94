import type { AnyLog } from '@liaison/sdk/server'
import type { Appended, AuditEntry, RawRow } from './database.ts'

/** An append that waits for its burst. */
export interface PendingAppend {
  readonly log: AnyLog
  readonly values: RawRow
  readonly actorId: string
  readonly action: string
  done(error: unknown, appended: Appended | undefined): void
}

/** Rows that a transaction added to a stream, in order of `seq`. */
export interface Growth {
  readonly log: AnyLog
  readonly stream: string
  readonly rows: RawRow[]
}

/** What a burst appended, by log and stream, to be told after the sync. */
export class Grown {
  readonly #byLog = new Map<AnyLog, Map<string, Growth>>()

  add(log: AnyLog, stream: string, rows: readonly RawRow[]): void {
    let streams = this.#byLog.get(log)
    if (!streams) this.#byLog.set(log, (streams = new Map()))
    const growth = streams.get(stream)
    if (growth) growth.rows.push(...rows)
    else streams.set(stream, { log, stream, rows: [...rows] })
  }

  addAll(others: Iterable<Growth>): void {
    for (const { log, stream, rows } of others) this.add(log, stream, rows)
  }

  *[Symbol.iterator](): IterableIterator<Growth> {
    for (const streams of this.#byLog.values()) yield* streams.values()
  }
}

/** Who appended what: a digest for each row, so that one entry serves a whole burst. */
export class AppendTrail {
  readonly #log: AnyLog
  readonly #streams = new Map<string, number>()
  readonly #actors = new Map<string, number>()
  readonly #actions = new Set<string>()
  readonly #rows: (number | string)[][] = []

  constructor(log: AnyLog) {
    this.#log = log
  }

  /** @param ref - `seq` where it is known before the write, else the row's id */
  add(stream: string, ref: number | string, actorId: string, action: string, digest: string): void {
    this.#actions.add(action)
    this.#rows.push([indexIn(this.#streams, stream), ref, indexIn(this.#actors, actorId), digest])
  }

  /**
   * `detail.rows` holds `[index of the stream, seq or id, index of the actor, digest]`. Actor and stream stand in columns of
   * their own only where one person wrote: an entry for many would cost a page of each index and be found by nobody.
   */
  entry(): AuditEntry {
    const [actor = null] = this.#actors.keys()
    const streams = [...this.#streams.keys()]
    const isOne = this.#actors.size === 1
    return {
      actorId: isOne ? actor : null,
      action: `${[...this.#actions].join(',')}:append`,
      kind: this.#log.table,
      rowId: isOne && streams.length === 1 ? (streams[0] ?? '') : '',
      detail: { streams, actors: [...this.#actors.keys()], rows: this.#rows },
    }
  }
}

function indexIn(known: Map<string, number>, value: string): number {
  let index = known.get(value)
  if (index === undefined) known.set(value, (index = known.size))
  return index
}
