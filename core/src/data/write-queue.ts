import { AsyncLocalStorage } from 'node:async_hooks'

const gatherMs = 1
/** Items of one transaction at most: the loop must not stand still for longer */
const largestBurst = 1000

/** What a burst leaves to do once it is safe: answers, events. */
export type Tell = () => void

export interface BurstPerformer<Item> {
  /** Everything that waits, in the order it came. A promise only when something in it has to be awaited. */
  perform(items: readonly Item[]): Tell | Promise<Tell>
  /** Calls back when what was committed is safe. */
  sync(told: () => void): void
  /** Something that no item could be blamed for; the items were told already. */
  failed(error: unknown): void
}

/**
 * The queue of the one writer: all that waits shares one transaction and one sync. A turn of the event loop that brought
 * more waits one more turn, 1 ms at most, so that a burst becomes one commit.
 */
export class WriteQueue<Item> {
  readonly #performer: BurstPerformer<Item>
  #waiting: Item[] = []
  #seen = 0
  #since = 0
  #armed = false
  #busy = false
  #idle: (() => void)[] = []

  constructor(performer: BurstPerformer<Item>) {
    this.#performer = performer
  }

  add(item: Item): void {
    this.#waiting.push(item)
    if (!this.#armed && !this.#busy) this.#arm()
  }

  /** Resolves when nothing waits and nothing runs. */
  idle(): Promise<void> {
    if (!this.#busy && this.#waiting.length === 0) return Promise.resolve()
    return new Promise((resolve) => this.#idle.push(resolve))
  }

  #arm(): void {
    this.#armed = true
    setImmediate(this.#flush)
  }

  // whoever happened to wake the queue is no part of what the others wait for
  readonly #flush = AsyncLocalStorage.bind((): void => {
    this.#armed = false
    if (this.#busy || this.#waiting.length === 0) return
    if (this.#stillComing()) return this.#arm()
    this.#seen = 0
    const items = this.#waiting.splice(0, largestBurst)
    this.#busy = true
    try {
      const performed = this.#performer.perform(items)
      if (typeof performed === 'function') this.#makeSafe(performed)
      else
        performed.then(
          (tell) => this.#makeSafe(tell),
          (error: unknown) => this.#done(error),
        )
    } catch (error) {
      this.#done(error)
    }
  })

  #stillComing(): boolean {
    if (this.#waiting.length === this.#seen) return false
    const now = performance.now()
    if (this.#seen === 0) this.#since = now
    if (now - this.#since >= gatherMs) return false
    this.#seen = this.#waiting.length
    return true
  }

  #makeSafe(tell: Tell): void {
    this.#performer.sync(() => {
      try {
        tell()
        this.#done(undefined)
      } catch (error) {
        this.#done(error)
      }
    })
  }

  #done(error: unknown): void {
    if (error !== undefined) this.#performer.failed(error)
    this.#busy = false
    if (this.#waiting.length > 0) return this.#arm()
    for (const resolve of this.#idle.splice(0)) resolve()
  }
}
