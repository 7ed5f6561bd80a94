import { encodeFrames } from './frames.ts'
import type { Outlet } from './outlet.ts'

/** A topic that somebody on this process listens to, or is about to. */
export class HubTopic {
  readonly name: string
  /** The text of its events begins with this */
  readonly prefix: string
  readonly outlets = new Set<Outlet>()
  out: string[] | undefined
  /** Subscriptions that are being authorised or replayed; they keep the topic known */
  joining = 0
  /** Newest `seq` that its sockets were told; undefined until it was read or told */
  told: number | undefined
  /** Rows are being read to close a gap; what arrives meanwhile is in the log, `heard` is the newest of it */
  filling: Promise<void> | undefined
  heard = 0

  constructor(name: string) {
    this.name = name
    this.prefix = `{"type":"event","topic":"${name}",`
  }
}

/** Events are gathered four times as long as the last delivery took: a fifth of the time at most is spent on delivering */
const gatherFactor = 4
/** … but no longer than anybody would notice, ms */
const longestGatherMs = 3
/** How long what is due waits for the next sync, ms */
const longestHoldMs = 1

/**
 * Topics and their sockets on this process. Everything for one socket leaves in one write: its answers first, then the
 * events; an event is encoded once, whoever hears it. Answers leave at once. So do events where few listen or little is said;
 * else they are gathered for a moment, since a write costs as much for one event as for ten, and leave with the next sync.
 */
export class Hub {
  readonly counted = { events: 0, writes: 0, dropped: 0 }
  readonly #topics = new Map<string, HubTopic>()
  #answered: Outlet[] = []
  #touched: HubTopic[] = []
  readonly #now: () => number
  #armed = false
  #dueAt = 0
  /** Due, and no sync came to deliver it meanwhile */
  #overdueAt = 0
  #gathering: NodeJS.Timeout | undefined

  /** @param now - milliseconds that never go back */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  find(name: string): HubTopic | undefined {
    return this.#topics.get(name)
  }

  /** Known from now on, until `release` finds it unused. */
  topic(name: string): HubTopic {
    let topic = this.#topics.get(name)
    if (topic === undefined) this.#topics.set(name, (topic = new HubTopic(name)))
    return topic
  }

  release(topic: HubTopic): void {
    if (topic.outlets.size === 0 && topic.joining === 0) this.#topics.delete(topic.name)
  }

  topics(): IterableIterator<HubTopic> {
    return this.#topics.values()
  }

  join(topic: HubTopic, outlet: Outlet): void {
    // What waits to be written belongs to those who are already there.
    if (topic.out !== undefined) this.#deliverNow()
    topic.outlets.add(outlet)
  }

  leave(topic: HubTopic, outlet: Outlet): void {
    topic.outlets.delete(outlet)
    this.release(topic)
  }

  /** Text for one socket */
  answer(outlet: Outlet, text: string): void {
    if (outlet.answers === undefined) {
      outlet.answers = [text]
      this.#answered.push(outlet)
      this.#arm()
    } else outlet.answers.push(text)
  }

  /** Text for all sockets of a topic */
  publish(topic: HubTopic, text: string): void {
    this.counted.events++
    if (topic.out === undefined) {
      topic.out = [text]
      this.#touched.push(topic)
      this.#arm()
    } else topic.out.push(text)
  }

  /** Writes the answers that wait, and the events if it is time. A burst calls it when all was told; else the turn of the loop does. */
  flush = (): void => {
    this.#armed = false
    if (this.#touched.length === 0) return this.#write([])
    const wait = this.#overdueAt - this.#now()
    if (wait <= 0) return this.#deliverNow()
    this.#gathering ??= setTimeout(this.#deliverNow, wait)
    this.#write([])
  }

  /** Events that are due leave while the disk is waited for: both take as long as one of them. */
  whileSyncing = (): (() => void) | undefined => (this.#touched.length > 0 && this.#now() >= this.#dueAt ? this.#deliverNow : undefined)

  readonly #deliverNow = (): void => {
    clearTimeout(this.#gathering)
    this.#gathering = undefined
    const touched = this.#touched
    this.#touched = []
    const start = this.#now()
    this.#write(touched)
    const end = this.#now()
    const gather = (end - start) * gatherFactor
    this.#dueAt = end + Math.min(gather, longestGatherMs)
    this.#overdueAt = this.#dueAt + Math.min(gather, longestHoldMs)
  }

  #write(touched: readonly HubTopic[]): void {
    const answered = this.#answered
    this.#answered = []
    for (const outlet of answered) {
      outlet.first = encodeFrames(outlet.answers!)
      outlet.answers = undefined
    }
    if (touched.length === 1) this.#deliver(touched[0]!)
    else if (touched.length > 1) this.#gather(touched, answered)
    for (const outlet of answered) this.#writeLeft(outlet)
  }

  #arm(): void {
    if (this.#armed) return
    this.#armed = true
    setImmediate(this.flush)
  }

  #deliver(topic: HubTopic): void {
    const events = encodeFrames(topic.out!)
    topic.out = undefined
    for (const outlet of topic.outlets) {
      const { first } = outlet
      outlet.first = undefined
      this.#count(first === undefined ? outlet.write(events) : outlet.writeAll([first, events]))
    }
  }

  #gather(touched: readonly HubTopic[], answered: Outlet[]): void {
    for (const topic of touched) {
      const events = encodeFrames(topic.out!)
      topic.out = undefined
      for (const outlet of topic.outlets) {
        if (outlet.rest !== undefined) outlet.rest.push(events)
        else {
          outlet.rest = [events]
          if (outlet.first === undefined) answered.push(outlet)
        }
      }
    }
  }

  #writeLeft(outlet: Outlet): void {
    const { first, rest } = outlet
    outlet.first = outlet.rest = undefined
    if (rest === undefined) {
      if (first !== undefined) this.#count(outlet.write(first))
    } else if (first === undefined && rest.length === 1) this.#count(outlet.write(rest[0]!))
    else this.#count(outlet.writeAll(first === undefined ? rest : [first, ...rest]))
  }

  #count(written: boolean): void {
    if (written) this.counted.writes++
    else this.counted.dropped++
  }
}
