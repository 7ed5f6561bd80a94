import { notFound, type Problem } from '@liaison/sdk'
import type { Logger } from '@liaison/sdk/server'
import type { Caller } from '../http/dispatcher.ts'
import type { DeclaredTopic } from './declared-topics.ts'
import type { Hub, HubTopic } from './hub.ts'
import { invalidAfter, tooManySubscriptions } from './realtime-problems.ts'
import type { LogFeed } from './log-feed.ts'
import type { Outlet } from './outlet.ts'
import { type FrameId, isCount, readTopic, refetchText, subscribedText } from './protocol.ts'
import { type Replay, replayLimit, textsOf } from './replay.ts'
import type { TopicGuard } from './topic-guard.ts'

/** Topics one socket may hear at once */
const mostTopics = 1_000

/** A socket, as far as it listens. */
export interface Listener {
  readonly outlet: Outlet
  readonly topics: Map<string, HubTopic>
  /** False once it is closed or its session ended */
  readonly open: boolean
  readonly caller: Caller
  refuse(about: { id?: FrameId | null; topic?: string }, error: unknown): void
}

/** Who listens to what: authorised, replayed from the log, and ended when the right to it is withdrawn. */
export class Subscriptions {
  readonly #hub: Hub
  readonly #feed: LogFeed
  readonly #replay: Replay
  readonly #guard: TopicGuard
  readonly #topics: ReadonlyMap<string, DeclaredTopic>
  readonly #logger: Logger

  constructor(options: {
    hub: Hub
    feed: LogFeed
    replay: Replay
    guard: TopicGuard
    topics: ReadonlyMap<string, DeclaredTopic>
    logger: Logger
  }) {
    this.#hub = options.hub
    this.#feed = options.feed
    this.#replay = options.replay
    this.#guard = options.guard
    this.#topics = options.topics
    this.#logger = options.logger
  }

  /** Answers `subscribed` with the newest `seq`, then what followed `after`; or a problem. */
  async subscribe(listener: Listener, frameId: FrameId, name: string, after: unknown): Promise<void> {
    const refuse = (problem: Problem): void => listener.refuse({ id: frameId, topic: name }, problem)
    if (after !== undefined && !isCount(after)) return refuse(invalidAfter())
    const read = readTopic(name)
    const declared = read && this.#topics.get(read.name)
    if (read === undefined || declared === undefined) return refuse(notFound())
    if (listener.topics.size >= mostTopics && !listener.topics.has(name)) return refuse(tooManySubscriptions({ limit: mostTopics }))
    if (!(await this.#guard.allows(declared, read.id, listener.caller))) return refuse(notFound())
    this.leave(listener, name)
    const topic = this.#hub.topic(name)
    topic.joining++
    try {
      const missed = await this.#missed(topic, declared, read.id, after)
      // Nothing is awaited from here on: what is told next finds the listener among the others.
      while (missed.upTo < (topic.told ?? 0)) await this.#add(missed, topic, declared, read.id)
      if (!listener.open) return
      this.#hub.answer(listener.outlet, subscribedText(frameId, name, topic.told ?? 0))
      if (missed.isLost) this.#hub.answer(listener.outlet, refetchText(name, topic.told ?? 0))
      for (const text of missed.texts) this.#hub.answer(listener.outlet, text)
      this.#hub.join(topic, listener.outlet)
      listener.topics.set(name, topic)
      this.#guard.heard(read.name, read.id, listener.caller)
    } finally {
      topic.joining--
      this.#hub.release(topic)
    }
  }

  leave(listener: Listener, name: string): void {
    const topic = listener.topics.get(name)
    if (topic === undefined) return
    listener.topics.delete(name)
    this.#hub.leave(topic, listener.outlet)
  }

  leaveAll(listener: Listener): void {
    for (const name of [...listener.topics.keys()]) this.leave(listener, name)
  }

  /** Asks again whether the listener may hear its topics (or one of them), and ends those that it may not. */
  async recheck(listener: Listener, only?: string): Promise<void> {
    const names = only === undefined ? [...listener.topics.keys()] : listener.topics.has(only) ? [only] : []
    for (const name of names) {
      const { name: kind, id } = readTopic(name)!
      if (listener.topics.has(name) && !(await this.#stillAllows(this.#topics.get(kind)!, id, listener.caller))) {
        this.leave(listener, name)
        listener.refuse({ topic: name }, notFound())
      }
    }
  }

  /** When it cannot be found out, nobody hears on. */
  async #stillAllows(declared: DeclaredTopic, id: string, caller: Caller): Promise<boolean> {
    try {
      return await this.#guard.allows(declared, id, caller)
    } catch (error) {
      this.#logger.error({ err: error, topic: declared.topic.name }, 'a subscription could not be authorised again')
      return false
    }
  }

  /** Finds out where the topic stands, and what of it the listener lacks. */
  async #missed(topic: HubTopic, { log }: DeclaredTopic, id: string, after: number | undefined): Promise<Missed> {
    // Passing events are not kept: whoever was away has to look again.
    if (log === undefined) return nothingMissed(after !== undefined)
    if (topic.told === undefined) {
      const newest = await this.#replay.newest(log, id)
      topic.told = Math.max(topic.told ?? 0, newest)
    }
    if (after === undefined) return nothingMissed(false)
    // Another process may have told the client more than this one has heard.
    if (after > topic.told) await this.#feed.fill(topic, log, id)
    if (after > topic.told || topic.told - after > replayLimit) return nothingMissed(true)
    return { texts: [], upTo: after, isLost: false }
  }

  async #add(missed: Missed, topic: HubTopic, declared: DeclaredTopic, id: string): Promise<void> {
    const log = declared.log!
    const rows = await this.#replay.rows(log, id, missed.upTo, replayLimit)
    const targets = await this.#replay.targets(log, rows)
    // A row may be stored already and yet not be told: it is told to all at once.
    const told = rows.filter((row) => (row.seq as number) <= topic.told!)
    missed.texts.push(...textsOf(log, { prefix: topic.prefix, serialisers: declared.serialisers }, told, targets))
    missed.upTo = (told.at(-1)?.seq as number | undefined) ?? Infinity
    if (told.length === 0 || missed.texts.length > replayLimit) Object.assign(missed, nothingMissed(true))
  }
}

/** What a listener is told again before it joins. */
interface Missed {
  texts: string[]
  /** Newest `seq` among what it has and `texts`; beyond all when nothing is told again */
  upTo: number
  /** Too much, or more than there is: the client fetches anew */
  isLost: boolean
}
const nothingMissed = (isLost: boolean): Missed => ({ texts: [], upTo: Infinity, isLost })
