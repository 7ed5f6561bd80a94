import type { Row } from '@liaison/sdk/server'
import type { Database } from '../data/database.ts'
import type { Credentials, Session, Sessions } from '../http/sessions.ts'
import { readRows } from '../rooms/read-rows.ts'
import { type AnyWork, unitOf } from '../rooms/unit-of.ts'
import { SessionEntity, TokenEntity } from './auth-entities.ts'
import { type HeldBy, HeldSession, type SessionFacts } from './held-session.ts'
import { hashOf } from './secrets.ts'

const channel = 'sessions'
const mostHeld = 50_000

/** Whose sessions end: those named, or all of a person but one. */
export interface Ended {
  readonly sessionIds?: readonly string[]
  readonly personId?: string
  readonly exceptId?: string | undefined
  /** With the person's API tokens */
  readonly tokens?: boolean
}

export interface SessionLimits {
  readonly idleMs: number
  readonly absoluteMs: number
}

/** Sessions and API tokens from memory; what ends is dropped on every process with the commit. */
export class SessionMemory implements Sessions {
  readonly #db: Database
  readonly #limits: SessionLimits
  readonly #by: HeldBy
  readonly #now: () => Date
  readonly #byHash = new Map<string, HeldSession>()
  readonly #byId = new Map<string, HeldSession>()
  readonly #hashes = new WeakMap<Credentials, string>()
  #drops = 0
  /** Told with each end, for the sockets */
  onEnd: (ended: { sessionId?: string; personId?: string }) => void = () => {}

  constructor(options: { db: Database; limits: SessionLimits; by: HeldBy; now: () => Date }) {
    this.#db = options.db
    this.#limits = options.limits
    this.#by = options.by
    this.#now = options.now
  }

  /** Follows what other processes end. @returns ends following */
  follow(failed: (error: unknown) => void): () => void {
    return this.#db.onSignal(channel, (message) => {
      if (message === undefined) this.#recheck().catch(failed)
      else this.#drop(JSON.parse(message) as Ended)
    })
  }

  find(credentials: Credentials): Session | undefined | Promise<Session | undefined> {
    const { cookie, bearer } = credentials
    const secret = bearer ?? cookie
    if (secret === undefined || secret.length > 200) return undefined
    const kind = bearer === undefined ? 'session' : 'token'
    let hash = this.#hashes.get(credentials)
    if (hash === undefined) this.#hashes.set(credentials, (hash = hashOf(secret)))
    const held = this.#byHash.get(hash)
    if (held === undefined || !this.#db.signalsArrive) return this.#read(kind, { hash })
    if (held.facts.kind !== kind) return undefined
    const now = this.#now()
    if (held.isLive(now)) return held
    // another process may have seen it since
    return held.isIdle(now.getTime()) ? this.#read(kind, { hash }) : undefined
  }

  byId(sessionId: string): Session | undefined | Promise<Session | undefined> {
    const held = this.#byId.get(sessionId)
    if (held !== undefined && this.#db.signalsArrive) return held.isLive(this.#now()) ? held : undefined
    return this.#readById(sessionId)
  }

  /** What stands behind the id of a request's session, once it was found. */
  known(sessionId: string | undefined): SessionFacts | undefined {
    return sessionId === undefined ? undefined : this.#byId.get(sessionId)?.facts
  }

  /** Ends them on every process with the commit; the rows are the caller's. */
  announce(work: AnyWork, ended: Ended): void {
    unitOf(work).signal(channel, JSON.stringify(ended))
    work.afterCommit(() => this.#drop(ended))
  }

  async #readById(sessionId: string): Promise<Session | undefined> {
    return (await this.#read('session', { id: sessionId })) ?? (await this.#read('token', { id: sessionId }))
  }

  async #read(kind: 'session' | 'token', key: { hash: string } | { id: string }): Promise<Session | undefined> {
    for (;;) {
      const drops = this.#drops
      const facts =
        kind === 'session'
          ? (await readRows(this.#db, SessionEntity, key)).map((row) => factsOfSession(row, this.#limits.absoluteMs))[0]
          : (await readRows(this.#db, TokenEntity, key)).map(factsOfToken)[0]
      if (drops !== this.#drops) continue // something ended meanwhile: what was read may be it
      if (facts === undefined) return undefined
      const held = this.#keep(facts)
      return held.isLive(this.#now()) ? held : undefined
    }
  }

  #keep(facts: SessionFacts): HeldSession {
    const before = this.#byHash.get(facts.hash)
    if (before !== undefined) {
      before.lastSeenAt = Math.max(before.lastSeenAt, facts.lastSeenAt)
      return before
    }
    const held = new HeldSession(facts, this.#by)
    this.#byHash.set(facts.hash, held)
    this.#byId.set(facts.id, held)
    if (this.#byHash.size > mostHeld) this.#forget(this.#byHash.values().next().value!)
    return held
  }

  #forget(held: HeldSession): void {
    this.#byHash.delete(held.facts.hash)
    this.#byId.delete(held.facts.id)
  }

  #drop({ sessionIds = [], personId, exceptId, tokens = false }: Ended): void {
    this.#drops += 1
    const named = sessionIds.flatMap((id) => this.#byId.get(id) ?? [])
    const ofPerson =
      personId === undefined
        ? []
        : [...this.#byHash.values()].filter(
            ({ facts }) => facts.personId === personId && facts.id !== exceptId && (tokens || facts.kind === 'session'),
          )
    for (const held of [...named, ...ofPerson]) {
      held.end()
      this.#forget(held)
      this.onEnd({ sessionId: held.id })
    }
    for (const sessionId of sessionIds) this.onEnd({ sessionId })
    if (personId !== undefined && exceptId === undefined && tokens) this.onEnd({ personId })
  }

  /** Signals were lost: whatever ended meanwhile ends here. */
  async #recheck(): Promise<void> {
    const held = [...this.#byId.values()]
    const ids = held.map(({ id }) => id)
    const [sessions, tokens] =
      ids.length === 0
        ? [[], []]
        : await Promise.all([readRows(this.#db, SessionEntity, { id: ids }), readRows(this.#db, TokenEntity, { id: ids })])
    const present = new Set([...sessions, ...tokens].map(({ id }) => id))
    this.#drop({ sessionIds: ids.filter((id) => !present.has(id)) })
  }
}

const factsOfSession = ({ id, personId, hash, createdAt, lastSeenAt }: Row<typeof SessionEntity>, absoluteMs: number): SessionFacts => ({
  ...{ id, personId, hash, kind: 'session' },
  lastSeenAt: lastSeenAt.getTime(),
  expiresAt: createdAt.getTime() + absoluteMs,
  permissions: undefined,
})

const factsOfToken = ({ id, personId, hash, expiresAt, lastUsedAt, permissions }: Row<typeof TokenEntity>): SessionFacts => ({
  ...{ id, personId, hash, kind: 'token' },
  lastSeenAt: lastUsedAt?.getTime() ?? 0,
  expiresAt: expiresAt.getTime(),
  permissions: permissions === null ? undefined : new Set(permissions),
})
