import type { Clock, Logger } from '@liaison/sdk/server'
import type { Database } from './database.ts'
import type { OutboxEvents } from './outbox-events.ts'
import { isBehind, type OutboxPosition, type OutboxRow, type OutboxStore, type ParkedRow } from './outbox-store.ts'

const batch = 200
const keptMs = 7 * 24 * 60 * 60_000
const firstPauseMs = 1000
const longestPauseMs = 10 * 60_000

export interface OutboxListener {
  /** Names who listens, e.g. `plugin/event`: what was heard is remembered under it, so it must not change */
  readonly subscriber: string
  /** Event name */
  readonly event: string
  /** Rejects when it has to be told again. */
  handle(payload: unknown, about: string): Promise<void>
}

export interface DeliveryParts {
  readonly db: Database
  readonly listeners: readonly OutboxListener[]
  readonly store: OutboxStore
  readonly events: OutboxEvents
  readonly clock: Clock
  readonly log: Logger
}

/** What one listener did with a batch. */
interface Heard {
  readonly listener: OutboxListener
  readonly parked: readonly ParkedRow[]
  readonly any: boolean
}

/** Pause before the next try, in milliseconds. */
const pause = (attempts: number): number => Math.min(longestPauseMs, firstPauseMs * 2 ** (attempts - 1))

/** Takes events to listeners and remembers how far each has heard. */
export class OutboxDelivery {
  readonly #parts: DeliveryParts
  #positions = new Map<string, OutboxPosition>()
  #parked = new Map<string, ParkedRow[]>()

  constructor(parts: DeliveryParts) {
    this.#parts = parts
  }

  /** Gives new listeners their place: after what is there. */
  async register(): Promise<void> {
    const { db, store, listeners } = this.#parts
    const known = await store.positions()
    const fresh = listeners.filter(({ subscriber }) => !known.has(subscriber))
    if (fresh.length === 0) return
    const end = await store.end()
    await db.write(async ({ run }) => {
      for (const { subscriber } of fresh) await store.savePosition(run, subscriber, end)
    })
  }

  /** Reads where everybody is; another process may have delivered meanwhile. */
  async load(): Promise<void> {
    const { store, listeners } = this.#parts
    const [positions, parked] = await Promise.all([store.positions(), store.parked()])
    this.#positions = new Map(listeners.map(({ subscriber }) => [subscriber, positions.get(subscriber) ?? { xid: '0', id: 0 }]))
    this.#parked = new Map(listeners.map(({ subscriber }) => [subscriber, [...(parked.get(subscriber) ?? [])]]))
  }

  /** Everything that is there, then what is due for another try. */
  async deliver(): Promise<void> {
    const { store, listeners } = this.#parts
    if (listeners.length === 0) return
    for (;;) {
      const rows = await store.after(this.#furthestBehind(), batch)
      const last = rows.at(-1)
      if (!last) break
      // conflicting transactions may have got their ids the other way round than their locks; the row's id tells the lock's order
      await this.#hand(
        rows.toSorted((one, other) => one.id - other.id),
        last,
      )
    }
    for (const listener of listeners) await this.#retry(listener)
  }

  /** Whether something is stored that was not handed on yet. */
  async isBehind(): Promise<boolean> {
    return this.#positions.size > 0 && (await this.#parts.store.firstAt(this.#furthestBehind())) !== undefined
  }

  /** Keeps everybody's place, also of those who had nothing to hear. */
  async save(): Promise<void> {
    const { db, store } = this.#parts
    await db.write(async ({ run }) => {
      for (const [subscriber, position] of this.#positions) await store.savePosition(run, subscriber, position)
    })
  }

  async prune(): Promise<void> {
    const { db, store, clock, listeners } = this.#parts
    await this.save()
    const heard = listeners.length === 0 ? await store.end() : this.#furthestBehind()
    await db.write(({ run }) => store.prune(run, heard, clock.now().getTime() - keptMs))
  }

  /** When the oldest event was stored that somebody has not heard; milliseconds since 1970 */
  async oldestAt(): Promise<number | undefined> {
    const { store, listeners } = this.#parts
    const [positions, parked] = await Promise.all([store.positions(), store.parked()])
    const behind = listeners.flatMap(({ subscriber }) => {
      const mine = this.#positions.get(subscriber) ?? positions.get(subscriber)
      return mine ? [mine] : []
    })
    const furthest = behind.toSorted((one, other) => (isBehind(one, other) ? -1 : 1))[0]
    return parked.size > 0 ? this.#firstParked(parked) : furthest && store.firstAt(furthest)
  }

  async #firstParked(parked: ReadonlyMap<string, readonly ParkedRow[]>): Promise<number | undefined> {
    const ids = [...parked.values()].flatMap((rows) => rows.map((row) => row.outboxId))
    return this.#parts.store.firstAt({ xid: '0', id: Math.min(...ids) - 1 })
  }

  #furthestBehind(): OutboxPosition {
    return [...this.#positions.values()].reduce((one, other) => (isBehind(other, one) ? other : one))
  }

  /** Listeners do not wait for each other within a batch. */
  async #hand(rows: readonly OutboxRow[], last: OutboxPosition): Promise<void> {
    const { db, store, listeners } = this.#parts
    const heard = await Promise.all(listeners.map((listener) => this.#hear(listener, rows)))
    const changed = heard.filter(({ any }) => any)
    if (changed.length > 0)
      await db.write(async ({ run }) => {
        for (const { listener, parked } of changed) {
          for (const row of parked) await store.park(run, listener.subscriber, row)
          await store.savePosition(run, listener.subscriber, last)
        }
      })
    for (const { listener, parked } of heard) {
      this.#parked.get(listener.subscriber)?.push(...parked)
      const mine = this.#positions.get(listener.subscriber)
      if (!mine || isBehind(mine, last)) this.#positions.set(listener.subscriber, last)
    }
  }

  async #hear(listener: OutboxListener, rows: readonly OutboxRow[]): Promise<Heard> {
    const position = this.#positions.get(listener.subscriber) ?? { xid: '0', id: 0 }
    const blocked = new Set(this.#parked.get(listener.subscriber)?.map((row) => row.about))
    const parked: ParkedRow[] = []
    let any = false
    for (const row of rows) {
      if (!isBehind(position, row) || !this.#parts.events.mayBe(row, listener.event)) continue
      any = true
      const told = !blocked.has(row.about) && (await this.#tell(listener, row, 1))
      if (told) continue
      const attempts = blocked.has(row.about) ? 0 : 1
      blocked.add(row.about)
      parked.push({
        outboxId: row.id,
        about: row.about,
        attempts,
        nextAt: this.#now() + pause(Math.max(1, attempts)),
        event: listener.event,
      })
    }
    return { listener, parked, any }
  }

  /** Parked events whose pause is over, in order for each thing; a thing whose first event fails again waits on. */
  async #retry(listener: OutboxListener): Promise<void> {
    const { store } = this.#parts
    const mine = this.#parked.get(listener.subscriber) ?? []
    const now = this.#now()
    for (const [about, waiting] of Map.groupBy(mine, (row) => row.about)) {
      if ((waiting[0]?.nextAt ?? Infinity) > now) continue
      const rows = new Map((await store.byIds(waiting.map((row) => row.outboxId))).map((row) => [row.id, row]))
      for (const parked of waiting) {
        const row = rows.get(parked.outboxId)
        const attempts = parked.attempts + 1
        if (row && !(await this.#tell(listener, row, attempts))) {
          await this.#parkAgain(listener, about, { ...parked, attempts, nextAt: this.#now() + pause(attempts) })
          break
        }
        await this.#unpark(listener, parked)
      }
    }
  }

  async #parkAgain({ subscriber }: OutboxListener, about: string, parked: ParkedRow): Promise<void> {
    const { db, store } = this.#parts
    await db.write(({ run }) => store.park(run, subscriber, parked))
    const rows = this.#parked.get(subscriber) ?? []
    this.#parked.set(
      subscriber,
      rows.map((row) => (row.about === about && row.outboxId === parked.outboxId ? parked : row)),
    )
  }

  async #unpark({ subscriber }: OutboxListener, parked: ParkedRow): Promise<void> {
    const { db, store } = this.#parts
    await db.write(({ run }) => store.unpark(run, subscriber, parked.outboxId))
    this.#parked.set(
      subscriber,
      (this.#parked.get(subscriber) ?? []).filter((row) => row.outboxId !== parked.outboxId),
    )
  }

  async #tell(listener: OutboxListener, row: OutboxRow, attempt: number): Promise<boolean> {
    try {
      for (const payload of await this.#parts.events.payloads(row, listener.event)) await listener.handle(payload, row.about)
      return true
    } catch (error) {
      this.#parts.log.warn(
        { err: error, subscriber: listener.subscriber, event: listener.event, about: row.about, attempt },
        'an event was not taken; it is told again later',
      )
      return false
    }
  }

  #now(): number {
    return this.#parts.clock.now().getTime()
  }
}
