/** Tokens of one kind: so many at once, so many more each second. Time is looked at only when they are spent. */
export class Budget {
  readonly #perSecond: number
  readonly #burst: number
  #left: number
  #since = performance.now()

  constructor({ perSecond, burst }: { perSecond: number; burst: number }) {
    this.#perSecond = perSecond
    this.#burst = burst
    this.#left = burst
  }

  /** @returns false when there are too few; none is taken then */
  take(cost = 1): boolean {
    if (this.#left < cost) this.#earn()
    if (this.#left < cost) return false
    this.#left -= cost
    return true
  }

  #earn(): void {
    const now = performance.now()
    const earned = Math.floor(((now - this.#since) / 1_000) * this.#perSecond)
    if (earned === 0) return
    this.#since = now
    this.#left = Math.min(this.#left + earned, this.#burst)
  }
}

/** What one person may ask by all sockets together, so that more sockets are no way to ask for more. */
export interface Allowance {
  /** Frames of any kind */
  readonly frames: Pick<Budget, 'take'>
  /** Topics subscribed to: each is looked up, and one frame may hold a thousand */
  readonly topics: Pick<Budget, 'take'>
}

export const anAllowance = (): Allowance => ({
  frames: new Budget({ perSecond: 1_000, burst: 2_000 }),
  topics: new Budget({ perSecond: 500, burst: 5_000 }),
})

const without = { take: () => true }
/** `LIAISON_RATE_LIMIT=off` */
export const unlimited: Allowance = { frames: without, topics: without }
