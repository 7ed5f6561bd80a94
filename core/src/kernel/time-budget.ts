interface Waiting {
  readonly end: number
  expired(): void
}

/**
 * Watches answers that are still to come. One timer sweeps all of them every 50 ms while there are any: a timer each would cost
 * more than most taps do.
 */
export class TimeBudget {
  readonly #waiting = new Set<Waiting>()
  #sweeper: NodeJS.Timeout | undefined

  /** @param expired - called once, unless the returned function was called before */
  watch(milliseconds: number, expired: () => void): () => boolean {
    const entry: Waiting = { end: performance.now() + milliseconds, expired }
    this.#waiting.add(entry)
    this.#sweeper ??= setInterval(() => this.#sweep(), 50).unref()
    return () => this.#waiting.delete(entry)
  }

  #sweep(): void {
    const now = performance.now()
    for (const entry of this.#waiting) {
      if (now <= entry.end) continue
      this.#waiting.delete(entry)
      entry.expired()
    }
    if (this.#waiting.size > 0) return
    clearInterval(this.#sweeper)
    this.#sweeper = undefined
  }
}
