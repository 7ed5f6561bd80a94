import type { AnyLog, Logger } from '@liaison/sdk/server'
import type { RawRow } from './database.ts'
import type { Growth } from './append-burst.ts'

const rememberedStreams = 20_000

interface Told {
  first: number
  last: number
  /** What waits for rows that are being read */
  busy: Promise<void> | undefined
}

export interface StreamTellerParts {
  readonly log: Logger
  /** Rows of a stream from one `seq` to another, in order */
  read(log: AnyLog, stream: string, from: number, to: number): Promise<readonly RawRow[]>
  tell(growth: Growth): void
  /** After rows that came later than the burst they belong to */
  endBurst(): void
}

/**
 * Tells the rows of each stream once and in order of `seq`, whether this process stored them or another one: what is missing
 * in between is read first.
 */
export class StreamTeller {
  readonly #parts: StreamTellerParts
  readonly #told = new Map<string, Told>()

  constructor(parts: StreamTellerParts) {
    this.#parts = parts
  }

  /** Rows of one stream that this process stored. */
  own(log: AnyLog, stream: string, rows: readonly RawRow[]): void {
    const told = this.#toldOf(log, stream)
    const from = rows[0]?.seq as number
    if (!told.busy && (told.last === 0 || from === told.last + 1)) return this.#tell(log, stream, told, rows)
    this.#later(log, told, async () => {
      if (told.last > 0 && from > told.last + 1) await this.#read(log, stream, told, told.last + 1, from - 1)
      this.#tell(log, stream, told, rows.filter((row) => (row.seq as number) > told.last))
    })
  }

  /** A range that another process stored. */
  foreign(log: AnyLog, stream: string, from: number, to: number): void {
    const told = this.#toldOf(log, stream)
    this.#later(log, told, async () => {
      // told late, but told: the process knew the stream only from a later row on
      if (told.last > 0 && to < told.first) return this.#read(log, stream, told, from, to)
      if (to > told.last) await this.#read(log, stream, told, told.last === 0 ? from : told.last + 1, to)
    })
  }

  /** Streams that were told before, with the last `seq` told */
  known(): readonly { readonly table: string; readonly stream: string; readonly last: number }[] {
    return [...this.#told].map(([key, { last }]) => {
      const [table = '', stream = ''] = key.split('\u0000')
      return { table, stream, last }
    })
  }

  #later(log: AnyLog, told: Told, job: () => Promise<void>): void {
    const mine: Promise<void> = (told.busy ?? Promise.resolve())
      .then(job)
      .catch((error: unknown) => this.#parts.log.error({ err: error, table: log.table }, 'rows of another process could not be read'))
      .then(() => {
        if (told.busy === mine) told.busy = undefined
        this.#parts.endBurst()
      })
    told.busy = mine
  }

  async #read(log: AnyLog, stream: string, told: Told, from: number, to: number): Promise<void> {
    this.#tell(log, stream, told, await this.#parts.read(log, stream, from, to))
  }

  #tell(log: AnyLog, stream: string, told: Told, rows: readonly RawRow[]): void {
    if (rows.length === 0) return
    const first = rows[0]?.seq as number
    told.first = told.first === 0 ? first : Math.min(told.first, first)
    told.last = Math.max(told.last, rows.at(-1)?.seq as number)
    this.#parts.tell({ log, stream, rows: [...rows] })
  }

  #toldOf(log: AnyLog, stream: string): Told {
    const key = `${log.table}\u0000${stream}`
    let told = this.#told.get(key)
    if (!told) {
      const oldest = this.#told.size >= rememberedStreams ? this.#told.keys().next().value : undefined
      if (oldest !== undefined) this.#told.delete(oldest)
      this.#told.set(key, (told = { first: 0, last: 0, busy: undefined }))
    }
    return told
  }
}
