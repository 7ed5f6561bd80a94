import { hash, verify } from '@node-rs/argon2'

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane; about 20 ms of one core. */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
/** Of libuv's four threads two stay free for files and names. */
const atOnce = 2

/** argon2id on the thread pool, a few at a time. */
export class Passwords {
  #running = 0
  readonly #waiting: (() => void)[] = []
  #decoy: Promise<string> | undefined

  hash(password: string): Promise<string> {
    return this.#inTurn(() => hash(password, strength))
  }

  /**
   * @param passwordHash - undefined when there is none: it takes the same time, and is wrong
   * @param turn.admit - asked when the turn comes; what it throws is thrown
   * @param turn.judged - told before the next one's turn
   */
  async verify(
    passwordHash: string | undefined,
    password: string,
    turn: { admit(): void; judged(isRight: boolean): boolean },
  ): Promise<boolean> {
    const against = passwordHash ?? (await this.decoy())
    return this.#inTurn(async () => {
      turn.admit()
      return turn.judged((await verify(against, password)) && passwordHash !== undefined)
    })
  }

  /** Compares with a hash of one's own past: no attempt to sign in, so nothing counts it. */
  matches(passwordHash: string, password: string): Promise<boolean> {
    return this.#inTurn(() => verify(passwordHash, password))
  }

  /** A hash that nobody knows the password of; made ahead, so that the first unknown account costs what a known one does. */
  decoy(): Promise<string> {
    return (this.#decoy ??= this.hash(crypto.randomUUID()))
  }

  async #inTurn<T>(job: () => Promise<T>): Promise<T> {
    if (this.#running >= atOnce) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    else this.#running += 1
    try {
      return await job()
    } finally {
      const next = this.#waiting.shift()
      if (next === undefined) this.#running -= 1
      else next() // the turn goes over, the count stays
    }
  }
}
