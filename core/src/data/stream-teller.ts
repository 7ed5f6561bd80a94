import type { AnyLog, Logger } from '@liaison/sdk/server'
import type { RawRow } from './database.ts'
import type { Growth } from './append-burst.ts'

const rememberedStreams = 20_000

interface Told {
  last: number
  /** How far the own notices have come back: whatever others stored before has been heard, too */
  echoed: number
  /** Own rows of a stream that was not told yet, until their notice is back */
  held: RawRow[]
  /** What waits for rows that are being read */
  busy: Promise<void> | undefined
}

const seqOf = (row: RawRow | undefined): number => Number(row?.seq ?? 0)

export interface StreamTellerParts {
  readonly log: Logger
  /** Whether notices arrive now, the own ones too */
  arriving(): boolean
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

  /**
   * Rows of one stream that this process stored. Notices come in the order of the commits: the first rows of a stream wait for
   * theirs, so that what others stored before is told before.
   */
  own(log: AnyLog, stream: string, rows: readonly RawRow[]): void {
    const told = this.#toldOf(log, stream)
    if (told.last === 0 && seqOf(rows[0]) > 1 && told.echoed < seqOf(rows.at(-1)) && this.#parts.arriving()) {
      told.held.push(...rows)
      return
    }
    if (!told.busy && (told.last === 0 || seqOf(rows[0]) === told.last + 1)) return this.#tell(log, stream, told, rows)
    this.#later(log, told, async () => {
      if (told.last > 0 && seqOf(rows[0]) > told.last + 1) await this.#read(log, stream, told, told.last + 1, seqOf(rows[0]) - 1)
      this.#tell(log, stream, told, rows.filter((row) => seqOf(row) > told.last))
    })
  }

  /** The notice of rows that this process stored is back. */
  echo(log: AnyLog, stream: string, to: number): void {
    const told = this.#toldOf(log, stream)
    told.echoed = Math.max(told.echoed, to)
    this.#release(log, stream, told)
  }

  /** Notices may be lost: nobody waits for one. */
  releaseAll(logOf: (table: string) => AnyLog | undefined): void {
    for (const [key, told] of this.#told) {
      const [table = '', stream = ''] = key.split('\u0000')
      const log = logOf(table)
      if (log) this.#release(log, stream, told)
    }
  }

  /** A range that another process stored. */
  foreign(log: AnyLog, stream: string, from: number, to: number): void {
    const told = this.#toldOf(log, stream)
    this.#later(log, told, async () => {
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

  #release(log: AnyLog, stream: string, told: Told): void {
    const held = told.held.splice(0)
    if (held.length === 0) return
    told.echoed = Math.max(told.echoed, seqOf(held.at(-1)))
    this.own(log, stream, held)
    this.#parts.endBurst()
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
    told.last = Math.max(told.last, seqOf(rows.at(-1)))
    this.#parts.tell({ log, stream, rows: [...rows] })
  }

  #toldOf(log: AnyLog, stream: string): Told {
    const key = `${log.table}\u0000${stream}`
    let told = this.#told.get(key)
    if (!told) {
      const oldest = this.#told.size >= rememberedStreams ? this.#told.keys().next().value : undefined
      if (oldest !== undefined) this.#told.delete(oldest)
      this.#told.set(key, (told = { last: 0, echoed: 0, held: [], busy: undefined }))
    }
    return told
  }
}
