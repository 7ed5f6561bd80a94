import type { ReadingPosition } from '@liaison/sdk/server'
import { channelTopicOf, readMoved } from '../contract.ts'
import type { Publish } from './im-work.ts'

/** In larger channels only the number of readers is told: a thousand people reading one message would be a million events. */
const namedUpTo = 50
/** Least time between two announcements of one channel, ms */
const interval = 1_000

interface Waiting {
  readonly moved: Map<string, ReadingPosition>
  readonly timer: NodeJS.Timeout
  memberCount: number
}

/** Tells a channel who has read how far: at once when it is quiet, otherwise together once a second. */
export class ReadAnnouncer {
  readonly #waiting = new Map<string, Waiting>()
  readonly #publish: Publish

  constructor(publish: Publish) {
    this.#publish = publish
  }

  announce(channelId: string, moved: { personId: string; position: ReadingPosition; memberCount: number }): void {
    const { personId, position, memberCount } = moved
    const waiting = this.#waiting.get(channelId)
    if (waiting !== undefined) {
      waiting.moved.set(personId, position)
      waiting.memberCount = memberCount
      return
    }
    this.#tell(channelId, new Map([[personId, position]]), memberCount)
  }

  dispose(): void {
    for (const { timer } of this.#waiting.values()) clearTimeout(timer)
    this.#waiting.clear()
  }

  #flush(channelId: string): void {
    const waiting = this.#waiting.get(channelId)
    if (waiting === undefined) return
    this.#waiting.delete(channelId)
    if (waiting.moved.size > 0) this.#tell(channelId, waiting.moved, waiting.memberCount)
  }

  #tell(channelId: string, moved: ReadonlyMap<string, ReadingPosition>, memberCount: number): void {
    const named = memberCount > namedUpTo ? [] : [...moved]
    const readers = named.map(([personId, { seq, at }]) => ({ personId, seq, at: at.toISOString() }))
    this.#publish(channelTopicOf(channelId), readMoved, { channelId, readers, moved: moved.size })
    const timer = setTimeout(() => this.#flush(channelId), interval).unref()
    this.#waiting.set(channelId, { moved: new Map(), timer, memberCount })
  }
}
