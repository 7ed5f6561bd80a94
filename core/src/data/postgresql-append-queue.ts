import { AsyncLocalStorage } from 'node:async_hooks'
import type { AnyLog } from '@liaison/sdk/server'
import type { RawRow } from './database.ts'
import type { PendingAppend } from './append-burst.ts'
import type { AppendListeners } from './append-listeners.ts'
import type { AppendOutcome, PostgresqlLogAppend } from './postgresql-log-append.ts'

const gatherMs = 1
/** Rows of one statement at most */
const largestBurst = 1000

export interface AppendQueueParts {
  readonly listeners: AppendListeners
  /** Bursts under way at once; each takes a connection */
  readonly concurrency: number
  appendOf(log: AnyLog): PostgresqlLogAppend
  /** One statement, one transaction */
  perform(append: PostgresqlLogAppend, items: readonly PendingAppend[]): Promise<AppendOutcome>
  /** Tells the process what its own bursts stored. */
  tell(log: AnyLog, rows: readonly RawRow[]): void
}

/**
 * Gathers appends into bursts, one statement each. Several bursts may be under way, but never two that touch one stream: what
 * a client sent first gets the lower number.
 */
export class PostgresqlAppendQueue {
  readonly #parts: AppendQueueParts
  #waiting: PendingAppend[] = []
  readonly #busyStreams = new Set<string>()
  #running = 0
  #seen = 0
  #since = 0
  #armed = false
  #idle: (() => void)[] = []

  constructor(parts: AppendQueueParts) {
    this.#parts = parts
  }

  add(item: PendingAppend): void {
    this.#waiting.push(item)
    if (!this.#armed && this.#running < this.#parts.concurrency) this.#arm()
  }

  /** Resolves when nothing waits and nothing runs. */
  idle(): Promise<void> {
    if (this.#running === 0 && this.#waiting.length === 0) return Promise.resolve()
    return new Promise((resolve) => this.#idle.push(resolve))
  }

  #arm(): void {
    this.#armed = true
    setImmediate(this.#flush)
  }

  // whoever happened to wake the queue is no part of what the others wait for
  readonly #flush = AsyncLocalStorage.bind((): void => {
    this.#armed = false
    if (this.#waiting.length === 0 || this.#running >= this.#parts.concurrency) return
    if (this.#stillComing()) return this.#arm()
    this.#seen = 0
    for (const [log, items] of this.#takeFree()) this.#start(log, items)
  })

  #stillComing(): boolean {
    if (this.#waiting.length === this.#seen) return false
    const now = performance.now()
    if (this.#seen === 0) this.#since = now
    if (now - this.#since >= gatherMs) return false
    this.#seen = this.#waiting.length
    return true
  }

  /** Takes what touches no stream that is under way; what must wait keeps its order. */
  #takeFree(): ReadonlyMap<AnyLog, PendingAppend[]> {
    const free = new Map<AnyLog, PendingAppend[]>()
    const kept: PendingAppend[] = []
    let taken = 0
    for (const item of this.#waiting) {
      if (taken >= largestBurst || this.#busyStreams.has(streamOf(item))) {
        kept.push(item)
        continue
      }
      taken += 1
      const ofLog = free.get(item.log)
      if (ofLog) ofLog.push(item)
      else free.set(item.log, [item])
    }
    this.#waiting = kept
    return free
  }

  #start(log: AnyLog, items: readonly PendingAppend[]): void {
    const streams = new Set(items.map(streamOf))
    for (const stream of streams) this.#busyStreams.add(stream)
    this.#running += 1
    void this.#perform(log, items).finally(() => {
      for (const stream of streams) this.#busyStreams.delete(stream)
      this.#running -= 1
      if (this.#waiting.length > 0 && !this.#armed) this.#arm()
      if (this.#running === 0 && this.#waiting.length === 0) for (const resolve of this.#idle.splice(0)) resolve()
    })
  }

  /** A batch that fails is performed one by one: only the bad one fails. */
  async #perform(log: AnyLog, items: readonly PendingAppend[]): Promise<void> {
    const { listeners } = this.#parts
    try {
      const outcome = await this.#parts.perform(this.#parts.appendOf(log), items)
      items.forEach((item, index) => {
        const appended = outcome.appended[index]
        listeners.safely('an answer to a write failed', () =>
          appended instanceof Error ? item.done(appended, undefined) : item.done(undefined, appended),
        )
      })
      this.#parts.tell(log, outcome.fresh)
      listeners.endBurst()
    } catch (error) {
      if (items.length > 1) for (const item of items) await this.#perform(log, [item])
      else listeners.safely('an answer to a write failed', () => items[0]?.done(error, undefined))
    }
  }
}

const streamOf = ({ log, values }: PendingAppend): string => `${log.table}\u0000${String(values[log.log.stream])}`
