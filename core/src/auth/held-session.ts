import type { Duty } from '../http/duty.ts'
import type { Session } from '../http/sessions.ts'

export interface SessionFacts {
  readonly id: string
  readonly kind: 'session' | 'token'
  readonly personId: string
  readonly hash: string
  /** ms since the epoch, like all times here */
  readonly lastSeenAt: number
  readonly expiresAt: number
  readonly permissions: ReadonlySet<string> | undefined
}

export interface HeldBy {
  /** ms without use after which a session ends; tokens have no such limit */
  readonly idleMs: number
  mayUse(personId: string): boolean
  dutyOf(personId: string): Duty | undefined
  /** Told on every use: writes it down now and then. */
  used(session: HeldSession, at: number): void
}

/** Somebody signed in, as long as anybody on this process knows of it. */
export class HeldSession implements Session {
  readonly facts: SessionFacts
  declare readonly tokenPermissions?: ReadonlySet<string>
  readonly #by: HeldBy
  lastSeenAt: number
  #isEnded = false

  constructor(facts: SessionFacts, by: HeldBy) {
    this.facts = facts
    if (facts.permissions !== undefined) this.tokenPermissions = facts.permissions
    this.lastSeenAt = facts.lastSeenAt
    this.#by = by
  }

  get id(): string {
    return this.facts.id
  }
  get personId(): string {
    return this.facts.personId
  }
  get isToken(): boolean {
    return this.facts.kind === 'token'
  }
  /** Programs have none: an API token stands for a person who signed in. */
  get duty(): Duty | undefined {
    return this.facts.kind === 'token' ? undefined : this.#by.dutyOf(this.facts.personId)
  }

  end(): void {
    this.#isEnded = true
  }

  /** Asking is using: it counts against idleness. */
  isLive(now: Date): boolean {
    const at = now.getTime()
    if (this.#isEnded || at >= this.facts.expiresAt || !this.#by.mayUse(this.facts.personId)) return false
    if (this.isIdle(at)) return false
    this.#by.used(this, at)
    return true
  }

  isIdle(at: number): boolean {
    return this.facts.kind === 'session' && at - this.lastSeenAt >= this.#by.idleMs
  }
}
