/** Frames of one socket for each second, and how many may come at once */
const perSecond = 500
const burst = 1_000

/** Counts the frames of one socket; time is looked at only when the budget is spent. */
export class CallBudget {
  #left = burst
  #since = performance.now()

  /** @returns false when the socket asks too often */
  take(): boolean {
    if (this.#left > 0) {
      this.#left--
      return true
    }
    const now = performance.now()
    const earned = Math.floor(((now - this.#since) / 1_000) * perSecond)
    if (earned === 0) return false
    this.#since = now
    this.#left = Math.min(earned, burst) - 1
    return true
  }
}

/** `LIAISON_RATE_LIMIT=off` */
export const unlimited = { take: () => true }
