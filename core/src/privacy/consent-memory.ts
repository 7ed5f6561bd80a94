import { createToken } from '@liaison/sdk'
import type { ConsentText } from '@liaison/sdk/platform'
import type { Row } from '@liaison/sdk/server'
import type { Database } from '../data/database.ts'
import { readRows } from '../rooms/read-rows.ts'
import { type AnyWork, unitOf } from '../rooms/unit-of.ts'
import { ConsentEntity, ConsentTextEntity } from './privacy-entities.ts'
import { shippedNotice } from './shipped-notice.ts'

const channel = 'consents'

export interface GivenConsent {
  readonly version: string
  readonly at: Date
  readonly withdrawnAt: Date | null
}
type Change = { readonly personId: string; readonly version: string; readonly at: number; readonly withdrawnAt: number | null }

/** Which notice is in force, and who has agreed to what, the same on every process: asked on every request. */
export class ConsentMemory {
  readonly #db: Database
  readonly #requireShipped: boolean
  #texts: readonly ConsentText[] = [shippedNotice]
  readonly #given = new Map<string, GivenConsent>()
  #loading: Promise<void> = Promise.resolve()

  /** @param requireShipped - whether the notice that comes along is required, too */
  constructor(db: Database, requireShipped: boolean) {
    this.#db = db
    this.#requireShipped = requireShipped
  }

  /** Reads everything, and follows what changes. @returns ends following */
  async start(failed: (error: unknown) => void): Promise<() => void> {
    const stop = this.#db.onSignal(channel, (message) => {
      const heard = message === undefined || message === '' ? undefined : (JSON.parse(message) as Change)
      this.#loading = this.#loading.then(() => (heard === undefined ? this.#load() : this.#apply(heard))).catch(failed)
    })
    this.#loading = this.#load()
    await this.#loading
    return stop
  }

  /** Newest first; the last one came along */
  get texts(): readonly ConsentText[] {
    return this.#texts
  }
  get present(): ConsentText {
    return this.#texts[0]!
  }
  given(personId: string): GivenConsent | undefined {
    return this.#given.get(personId)
  }

  /** Whether somebody has to agree before anything else. */
  owes(personId: string): boolean {
    const given = this.#given.get(personId)
    if (given !== undefined && given.withdrawnAt !== null) return true
    const at = this.#texts.findIndex(({ required }) => required)
    // whoever agreed to a version since the newest required one need not agree again to what changed little
    return at >= 0 && (given === undefined || this.#texts.findIndex(({ version }) => version === given.version) > at)
  }

  /** Tells every process with the commit of the unit, this one before the reply. */
  announce(work: AnyWork, personId: string, { version, at, withdrawnAt }: GivenConsent): void {
    const change: Change = { personId, version, at: at.getTime(), withdrawnAt: withdrawnAt?.getTime() ?? null }
    unitOf(work).signal(channel, JSON.stringify(change))
    work.afterCommit(() => this.#apply(change))
  }
  announceText(work: AnyWork, text: ConsentText): void {
    unitOf(work).signal(channel, '')
    work.afterCommit(() => (this.#texts = [text, ...this.#texts]))
  }

  #apply({ personId, version, at, withdrawnAt }: Change): void {
    this.#given.set(personId, { version, at: new Date(at), withdrawnAt: withdrawnAt === null ? null : new Date(withdrawnAt) })
  }

  async #load(): Promise<void> {
    const [texts, consents] = await Promise.all([readRows(this.#db, ConsentTextEntity), readRows(this.#db, ConsentEntity)])
    this.#texts = [...texts.toSorted((a, b) => (a.id < b.id ? 1 : -1)).map(textOf), { ...shippedNotice, required: this.#requireShipped }]
    this.#given.clear()
    for (const { personId, textName, createdAt, withdrawnAt } of consents.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
      this.#given.set(personId, { version: textName, at: createdAt, withdrawnAt })
  }
}

export const textOf = (row: Row<typeof ConsentTextEntity>): ConsentText => ({
  version: row.name,
  publishedAt: row.createdAt.toISOString(),
  required: row.required,
  note: { 'zh-CN': row.noteChinese, en: row.noteEnglish },
  words: { 'zh-CN': row.chinese, en: row.english },
})

/** For the rooms that let people in. */
export const consentMemory = createToken<ConsentMemory>('core.ConsentMemory')
