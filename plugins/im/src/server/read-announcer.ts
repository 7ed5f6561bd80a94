import { channelTopicOf, readMoved } from '../contract.ts'
import type { ImWork } from './im-work.ts'
import type { ReadPosition } from './read-positions.ts'

/** In larger channels only the number of readers is told: a thousand people reading one message would be a million events. */
const namedUpTo = 50
/** Least time between two announcements of one channel, ms */
const interval = 1_000

interface Waiting {
  readonly moved: Map<string, ReadPosition>
  readonly timer: NodeJS.Timeout
  publish: ImWork['publish']
  memberCount: number
}

/** Tells a channel who has read how far: at once when it is quiet, otherwise together once a second. */
export class ReadAnnouncer {
  readonly #waiting = new Map<string, Waiting>()

  announce(work: ImWork, channelId: string, moved: { personId: string; position: ReadPosition; memberCount: number }): void {
    const { personId, position, memberCount } = moved
    const publish: ImWork['publish'] = (topic, event, data) => work.publish(topic, event, data)
    const waiting = this.#waiting.get(channelId)
    if (waiting !== undefined) {
      waiting.moved.set(personId, position)
      Object.assign(waiting, { publish, memberCount })
      return
    }
    tell(publish, channelId, new Map([[personId, position]]), memberCount)
    const timer = setTimeout(() => this.#flush(channelId), interval).unref()
    this.#waiting.set(channelId, { moved: new Map(), timer, publish, memberCount })
  }

  dispose(): void {
    for (const { timer } of this.#waiting.values()) clearTimeout(timer)
    this.#waiting.clear()
  }

  #flush(channelId: string): void {
    const waiting = this.#waiting.get(channelId)
    if (waiting === undefined) return
    this.#waiting.delete(channelId)
    const { moved, publish, memberCount } = waiting
    if (moved.size === 0) return
    tell(publish, channelId, moved, memberCount)
    const timer = setTimeout(() => this.#flush(channelId), interval).unref()
    this.#waiting.set(channelId, { moved: new Map(), timer, publish, memberCount })
  }
}

function tell(publish: ImWork['publish'], channelId: string, moved: ReadonlyMap<string, ReadPosition>, memberCount: number): void {
  const readers =
    memberCount > namedUpTo ? [] : [...moved].map(([personId, { seq, at }]) => ({ personId, seq, at: at.toISOString() }))
  publish(channelTopicOf(channelId), readMoved, { channelId, readers, moved: moved.size })
}
