export interface ReadPosition {
  readonly seq: number
  readonly no: number
  readonly at: Date
}

/** Positions older than this are in the database by now; ms. */
const kept = 10_000

/**
 * Reading positions that moved a moment ago. They are written behind, and whoever asks in the meantime — the reader himself
 * foremost — is to see them.
 */
export class ReadPositions {
  readonly #byChannel = new Map<string, Map<string, ReadPosition>>()
  #sweptAt = 0

  /** @returns whether the position is further than the one noted before */
  note(channelId: string, personId: string, position: ReadPosition): boolean {
    this.#sweep(position.at.getTime())
    let people = this.#byChannel.get(channelId)
    if (people === undefined) this.#byChannel.set(channelId, (people = new Map()))
    const before = people.get(personId)
    if (before !== undefined && before.seq >= position.seq) return false
    people.set(personId, position)
    return true
  }

  /** Undefined when what is stored is the latest. */
  of(channelId: string, personId: string): ReadPosition | undefined {
    return this.#byChannel.get(channelId)?.get(personId)
  }

  /** Somebody left: a position of his old membership must not count for a new one. */
  forget(channelId: string, personId: string): void {
    this.#byChannel.get(channelId)?.delete(personId)
  }

  #sweep(now: number): void {
    if (now - this.#sweptAt < kept) return
    this.#sweptAt = now
    for (const [channelId, people] of this.#byChannel) {
      for (const [personId, { at }] of people) if (now - at.getTime() >= kept) people.delete(personId)
      if (people.size === 0) this.#byChannel.delete(channelId)
    }
  }
}
