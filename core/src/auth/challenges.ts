import type { Database } from '../data/database.ts'
import { Sealed } from '../rooms/sealed.ts'
import { type AnyWork, unitOf } from '../rooms/unit-of.ts'
import { hashOf } from './secrets.ts'
import { statement } from './statement.ts'

export type ChallengePurpose = 'second-factor' | 'authenticator' | 'passkey' | 'passkey-sign-in'

/** What a challenge was issued for; `personId` is empty when that is not known yet. */
export interface Challenge {
  readonly personId: string
  /** ms since the epoch */
  readonly issuedAt: number
  readonly until: number
  readonly data: string
}

/**
 * Challenges that carry what they are about, sealed: nothing is stored for those that nobody answers, so that strangers fill no
 * table. One that was answered is written down until it is over, so that it is answered once, on every process.
 */
export class Challenges {
  readonly #db: Database
  readonly #sealed: Sealed

  constructor(db: Database, secret: string) {
    this.#db = db
    this.#sealed = new Sealed(secret, 'challenges')
  }

  /** @param about.lifeMs - how long it may be answered. @returns base64url: authenticators sign its bytes */
  issue(purpose: ChallengePurpose, about: { personId: string; now: Date; lifeMs: number; data?: string }): string {
    const issuedAt = about.now.getTime()
    const sealed = this.#sealed.seal(JSON.stringify([purpose, about.personId, issuedAt, issuedAt + about.lifeMs, about.data ?? '']))
    return Buffer.from(sealed).toString('base64url')
  }

  /** Undefined for what was not issued for this purpose, was altered, or is over. */
  open(purpose: ChallengePurpose, challenge: string, now: Date): Challenge | undefined {
    const text = this.#opened(challenge)
    if (text === undefined) return undefined
    const [issuedFor, personId, issuedAt, until, data] = JSON.parse(text) as [string, string, number, number, string]
    return issuedFor === purpose && now.getTime() < until ? { personId, issuedAt, until, data } : undefined
  }

  /** In the unit that acts on the answer. @returns false when it was answered before */
  async spend(work: AnyWork, challenge: string, { until }: Challenge): Promise<boolean> {
    const { run } = unitOf(work)
    const { dialect } = this.#db
    await run.run(statement(dialect, 'delete from core_spent_challenge where expires_at <= ?'), [this.#db.bind(work.now)])
    const insert = 'insert into core_spent_challenge (hash, expires_at) values (?, ?) on conflict do nothing'
    return (await run.run(statement(dialect, insert), [hashOf(challenge), this.#db.bind(new Date(until))])) > 0
  }

  #opened(challenge: string): string | undefined {
    try {
      return this.#sealed.open(Buffer.from(challenge, 'base64url').toString())
    } catch {
      return undefined // a stranger made it up: it is judged like one that is over
    }
  }
}
