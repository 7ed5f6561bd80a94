import { tooManyRequests } from '@liaison/sdk'

const windowMs = 3_600_000
const allowed = 20
const remembered = 20_000

/**
 * Counts how often an address asks for letters. The accounts that it names do not count: who asks for somebody else's keeps
 * nobody from asking for his own.
 */
export class ForgottenThrottle {
  readonly #asked = new Map<string, number[]>()

  /** @throws tooManyRequests (429) */
  take(address: string, now: Date): void {
    const at = now.getTime()
    const recent = (this.#asked.get(address) ?? []).filter((time) => at - time < windowMs)
    if (recent.length >= allowed) throw tooManyRequests({ retryAfter: Math.ceil((recent[0]! + windowMs - at) / 1000) })
    this.#asked.delete(address)
    this.#asked.set(address, [...recent, at])
    if (this.#asked.size > remembered) this.#asked.delete(this.#asked.keys().next().value!)
  }
}
