import type { AnyLog } from '@liaison/sdk/server'

export interface Position {
  readonly seq: number
  readonly no: number
  readonly at: Date
}
type Streams = Map<string, Map<string, Position>>

/** One position to be written. */
export interface MovedPosition {
  readonly log: AnyLog
  readonly stream: string
  readonly personId: string
  readonly position: Position
}

/** Reading positions that moved and are not written yet: the furthest of each person, whatever came between. */
export class ReadingPositions {
  #pending = new Map<AnyLog, Streams>()
  #writing = new Map<AnyLog, Streams>()

  get any(): boolean {
    return this.#pending.size > 0
  }

  advance(log: AnyLog, stream: string, personId: string, to: Position): void {
    let streams = this.#pending.get(log)
    if (!streams) this.#pending.set(log, (streams = new Map()))
    let people = streams.get(stream)
    if (!people) streams.set(stream, (people = new Map()))
    const known = people.get(personId)
    if (known === undefined || known.seq < to.seq) people.set(personId, to)
  }

  /** By person; also those that are just being written. */
  of(log: AnyLog, stream: string): ReadonlyMap<string, Position> | undefined {
    const pending = this.#pending.get(log)?.get(stream)
    const writing = this.#writing.get(log)?.get(stream)
    if (!pending || !writing) return pending ?? writing
    const both = new Map(writing)
    for (const [personId, position] of pending) if ((both.get(personId)?.seq ?? 0) < position.seq) both.set(personId, position)
    return both
  }

  /** Takes all that wait; `written` or `failed` follows. */
  take(): readonly MovedPosition[] {
    this.#writing = this.#pending
    this.#pending = new Map()
    const moved: MovedPosition[] = []
    for (const [log, streams] of this.#writing)
      for (const [stream, people] of streams) for (const [personId, position] of people) moved.push({ log, stream, personId, position })
    return moved
  }

  written(): void {
    this.#writing = new Map()
  }

  failed(): void {
    const back = this.#writing
    this.#writing = new Map()
    for (const [log, streams] of back)
      for (const [stream, people] of streams) for (const [personId, position] of people) this.advance(log, stream, personId, position)
  }
}
