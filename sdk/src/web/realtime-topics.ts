import type { Problem } from '../contract/problem.ts'
import type { TopicListener } from './connection.ts'

interface Follower {
  readonly listener: TopicListener
  /** Newest `seq` that it knows; undefined until it is told where the topic stands */
  known: number | undefined
}

interface Followed {
  readonly followers: Set<Follower>
  /** Newest `seq` that came since the subscription; undefined while it is being made */
  cursor: number | undefined
  /** `after` of the subscription under way */
  asked: number | undefined
}

/** Topics in one subscribe frame: it stays well below what the server takes */
const mostInOneFrame = 400

/**
 * What a page follows: one subscription a topic, however many listen. Each listener hears each lasting event once and in
 * order; a gap is closed by subscribing again from the last that came.
 */
export class RealtimeTopics {
  readonly #followed = new Map<string, Followed>()
  readonly #wanted = new Set<string>()
  readonly #send: (frame: object) => boolean
  #scheduled = false
  #frames = 0

  /** @param send - false when there is no connection; everything is subscribed anew when there is one */
  constructor(send: (frame: object) => boolean) {
    this.#send = send
  }

  follow(topic: string, listener: TopicListener, after?: number): () => void {
    const follower: Follower = { listener, known: after }
    let followed = this.#followed.get(topic)
    const isNew = followed === undefined
    if (followed === undefined) this.#followed.set(topic, (followed = { followers: new Set(), cursor: undefined, asked: undefined }))
    followed.followers.add(follower)
    const isUpToDate = !isNew && followed.cursor !== undefined && (after === undefined || after >= followed.cursor)
    if (isUpToDate) {
      follower.known = followed.cursor
      queueMicrotask(() => listener.subscribed?.(followed.cursor ?? 0))
    } else this.#want(topic)
    return () => this.#leave(topic, follower)
  }

  /** There is a connection again: everything is subscribed, from where it was left. */
  connected(): void {
    for (const [topic, followed] of this.#followed) {
      followed.cursor = undefined
      this.#want(topic)
    }
    this.#subscribe()
  }

  /** The connection is gone. */
  disconnected(): void {
    for (const followed of this.#followed.values()) followed.cursor = undefined
  }

  subscribed(topic: string, seq: number): void {
    const followed = this.#followed.get(topic)
    if (followed === undefined) return
    followed.cursor = followed.asked ?? seq
    for (const follower of [...followed.followers]) {
      follower.known ??= seq
      follower.listener.subscribed?.(seq)
    }
  }

  refetch(topic: string, seq: number): void {
    const followed = this.#followed.get(topic)
    if (followed === undefined) return
    followed.cursor = seq
    for (const follower of [...followed.followers]) {
      follower.known = seq
      follower.listener.refetch?.(seq)
    }
  }

  event(topic: string, event: { readonly name: string; readonly seq?: number; readonly data: unknown }): void {
    const followed = this.#followed.get(topic)
    if (followed === undefined) return
    const { seq } = event
    if (seq === undefined) {
      for (const { listener } of [...followed.followers]) listener.event(event)
      return
    }
    // While the subscription is being made anew, what comes is told again by the replay.
    if (followed.cursor === undefined || seq <= followed.cursor) return
    if (seq > followed.cursor + 1) {
      followed.cursor = undefined
      this.#want(topic)
      return
    }
    followed.cursor = seq
    for (const follower of [...followed.followers]) {
      if (follower.known !== undefined && seq <= follower.known) continue
      follower.known = seq
      follower.listener.event(event)
    }
  }

  /** May not be followed, or no longer. It is tried again with the next connection. */
  refused(topic: string, problem: Problem): void {
    const followed = this.#followed.get(topic)
    if (followed === undefined) return
    followed.cursor = undefined
    for (const { listener } of [...followed.followers]) listener.refused?.(problem)
  }

  #leave(topic: string, follower: Follower): void {
    const followed = this.#followed.get(topic)
    if (followed === undefined || !followed.followers.delete(follower) || followed.followers.size > 0) return
    this.#followed.delete(topic)
    this.#wanted.delete(topic)
    this.#send({ type: 'unsubscribe', topic })
  }

  /** What is wanted in one turn goes in one frame. */
  #want(topic: string): void {
    this.#wanted.add(topic)
    if (this.#scheduled) return
    this.#scheduled = true
    queueMicrotask(() => {
      this.#scheduled = false
      this.#subscribe()
    })
  }

  #subscribe(): void {
    const topics = [...this.#wanted]
    for (let at = 0; at < topics.length; at += mostInOneFrame) {
      const pairs = topics.slice(at, at + mostInOneFrame).map((topic) => [topic, this.#after(topic)] as const)
      const frame = {
        type: 'subscribe',
        id: `s${this.#frames++}`,
        topics: pairs.map(([topic, after]) => (after === undefined ? [topic] : [topic, after])),
      }
      if (!this.#send(frame)) return
      for (const [topic, after] of pairs) {
        this.#wanted.delete(topic)
        Object.assign(this.#followed.get(topic)!, { asked: after, cursor: undefined })
      }
    }
  }

  /** From where all who listen are served: the least that one of them knows. */
  #after(topic: string): number | undefined {
    const known = [...this.#followed.get(topic)!.followers].map((follower) => follower.known).filter((seq) => seq !== undefined)
    return known.length === 0 ? undefined : Math.min(...known)
  }
}
