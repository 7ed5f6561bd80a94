import { tooManyRequests } from '@liaison/sdk'

const windowMs = 15 * 60_000
/** Failures before the first wait, and the longest wait. Behind one address a whole office may sit: it never waits for long. */
const ofAccount: Limit = { allowed: 5, longestWaitMs: 15 * 60_000 }
const ofAddress: Limit = { allowed: 50, longestWaitMs: 60_000 }
const remembered = 50_000

export interface Limit {
  /** Failures before the first wait */
  readonly allowed: number
  readonly longestWaitMs: number
}
interface Failures {
  count: number
  /** ms since the epoch */
  last: number
}

/**
 * Counts failed sign-ins by account and address, and by address. Nobody locks a victim out: failures from elsewhere do not
 * count for the victim's address, and a browser on which the account has signed in before (`trusted`) is counted apart.
 * Each process counts for itself.
 */
export class SignInThrottle {
  readonly #failures = new Map<string, Failures>()
  readonly #everywhere: Limit | undefined

  /**
   * @param options.everywhere - of an account from all addresses together, but for browsers that it knows: for codes short
   * enough to be guessed by many machines
   */
  constructor({ everywhere }: { everywhere?: Limit } = {}) {
    this.#everywhere = everywhere
  }

  /** Asked when the attempt arrives and again when its turn comes, so that many at once are no way round. @throws tooManyRequests (429) */
  check(attempt: Attempt, now: Date): void {
    const wait = Math.max(...this.#keysOf(attempt).map(([key, limit]) => this.#waitOf(key, limit, now.getTime())))
    if (wait > 0) throw tooManyRequests({ retryAfter: Math.ceil(wait / 1000) })
  }

  failed(attempt: Attempt, now: Date): void {
    for (const [key] of this.#keysOf(attempt)) this.#count(key, now.getTime())
  }

  /** The account's own failures are forgotten; those of the address stay. */
  succeeded(attempt: Attempt): void {
    this.#failures.delete(this.#keysOf(attempt)[0]![0])
  }

  #keysOf(attempt: Attempt): readonly (readonly [string, Limit])[] {
    const everywhere = this.#everywhere
    return everywhere === undefined || attempt.trusted
      ? keysOf(attempt)
      : [...keysOf(attempt), [`everywhere ${attempt.account}`, everywhere]]
  }

  /** From the first too many on, each failure doubles the wait, from 30 s up to the longest. */
  #waitOf(key: string, { allowed, longestWaitMs }: Limit, now: number): number {
    const failures = this.#failures.get(key)
    if (failures === undefined || failures.count < allowed || now - failures.last > windowMs) return 0
    const wait = Math.min(30_000 * 2 ** (failures.count - allowed), longestWaitMs)
    return failures.last + wait - now
  }

  #count(key: string, now: number): void {
    const failures = this.#failures.get(key)
    const isRecent = failures !== undefined && now - failures.last <= windowMs
    this.#failures.delete(key)
    this.#failures.set(key, { count: isRecent ? failures.count + 1 : 1, last: now })
    if (this.#failures.size > remembered) this.#failures.delete(this.#failures.keys().next().value!) // the longest unheard of
  }
}

export interface Attempt {
  readonly account: string
  readonly address: string
  /** The browser has proved that the account signed in on it before. */
  readonly trusted: boolean
}

const keysOf = ({ account, address, trusted }: Attempt): readonly (readonly [string, Limit])[] =>
  trusted
    ? [[`trusted ${account} ${address}`, ofAccount]]
    : [
        [`account ${account} ${address}`, ofAccount],
        [`address ${address}`, ofAddress],
      ]
