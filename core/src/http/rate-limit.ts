import { tooManyRequests } from '@liaison/sdk'

interface Bucket {
  tokens: number
  at: number
}
interface Rate {
  readonly perSecond: number
  readonly burst: number
}

/** Never below 500 a second for somebody who is signed in; an address may stand for a whole office that is signing in. */
const rates = { person: { perSecond: 1_000, burst: 2_000 }, address: { perSecond: 100, burst: 500 } } as const
const capacity = 50_000

/** Token buckets by person and, for those who are not signed in, by address. Bounded: when full, all start afresh. */
export class RateLimit {
  readonly #buckets = new Map<string, Bucket>()

  /** @throws tooManyRequests (429) with `retryAfter` in seconds */
  take(kind: keyof typeof rates, key: string, now = performance.now()): void {
    const rate: Rate = rates[kind]
    let bucket = this.#buckets.get(key)
    if (bucket === undefined) {
      if (this.#buckets.size >= capacity) this.#buckets.clear()
      this.#buckets.set(key, (bucket = { tokens: rate.burst, at: now }))
    }
    bucket.tokens = Math.min(rate.burst, bucket.tokens + ((now - bucket.at) / 1_000) * rate.perSecond)
    bucket.at = now
    if (bucket.tokens < 1) throw tooManyRequests({ retryAfter: 1 })
    bucket.tokens--
  }
}
