import type { AnyLog, Logger } from '@liaison/sdk/server'
import type { RawRow } from './database.ts'
import type { Growth } from './append-burst.ts'

const rememberedStreams = 20_000

interface Told {
  /** Undefined until it is clear where this process begins to tell the stream */
  last: number | undefined
  /** Own rows of a stream that was not told yet, until a notice shows where it begins */
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
   * one, so that what others stored a moment before is told before.
   */
  own(log: AnyLog, stream: string, rows: readonly RawRow[]): void {
    const told = this.#toldOf(log, stream)
    const first = seqOf(rows[0])
    if (told.last === undefined && first > 1 && this.#parts.arriving()) {
      told.held.push(...rows)
      return
    }
    told.last ??= first - 1
    if (!told.busy && first === told.last + 1) return this.#tell(log, stream, told, rows)
    this.#later(log, told, async () => {
      const last = told.last ?? 0
      if (first > last + 1) await this.#read(log, stream, told, last + 1, first - 1)
      this.#tell(
        log,
        stream,
        told,
        rows.filter((row) => seqOf(row) > (told.last ?? 0)),
      )
    })
  }

  /** A notice of a range, own or of another process. */
  noticed(log: AnyLog, stream: string, range: { readonly from: number; readonly to: number; readonly own: boolean }): void {
    const told = this.#toldOf(log, stream)
    told.last ??= range.from - 1
    if (!range.own)
      this.#later(log, told, async () => {
        const last = told.last ?? 0
        if (range.to > last) await this.#read(log, stream, told, last + 1, range.to)
      })
    this.#release(log, stream, told)
  }

  /** Notices may be lost: nobody waits for one. */
  releaseAll(logOf: (table: string) => AnyLog | undefined): void {
    for (const [key, told] of this.#told) {
      const [table = '', stream = ''] = key.split('\u0000')
      const log = logOf(table)
      if (!log || told.held.length === 0) continue
      told.last ??= seqOf(told.held[0]) - 1
      this.#release(log, stream, told)
    }
  }

  /** Streams that were told before, with the last `seq` told */
  known(): readonly { readonly table: string; readonly stream: string; readonly last: number }[] {
    return [...this.#told].flatMap(([key, { last }]) => {
      const [table = '', stream = ''] = key.split('\u0000')
      return last === undefined ? [] : [{ table, stream, last }]
    })
  }

  #release(log: AnyLog, stream: string, told: Told): void {
    const held = told.held.splice(0)
    if (held.length === 0) return
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
    told.last = Math.max(told.last ?? 0, seqOf(rows.at(-1)))
    this.#parts.tell({ log, stream, rows: [...rows] })
  }

  #toldOf(log: AnyLog, stream: string): Told {
    const key = `${log.table}\u0000${stream}`
    let told = this.#told.get(key)
    if (!told) {
      const oldest = this.#told.size >= rememberedStreams ? this.#told.keys().next().value : undefined
      if (oldest !== undefined) this.#told.delete(oldest)
      this.#told.set(key, (told = { last: undefined, held: [], busy: undefined }))
    }
    return told
  }
}
