import { createToken } from '@liaison/sdk'
import type { ConsentText } from '@liaison/sdk/platform'
import type { Row } from '@liaison/sdk/server'
import type { Database } from '../data/database.ts'
import { readRows } from '../rooms/read-rows.ts'
import { type Reading, SharedMemory } from '../rooms/shared-memory.ts'
import type { AnyWork } from '../rooms/unit-of.ts'
import { ConsentEntity, ConsentTextEntity } from './privacy-entities.ts'
import { shippedNotice } from './shipped-notice.ts'

export interface GivenConsent {
  readonly version: string
  readonly at: Date
  readonly withdrawnAt: Date | null
}
/** What one person agreed to; null: another notice is in force */
type Change = null | { readonly personId: string; readonly version: string; readonly at: number; readonly withdrawnAt: number | null }

/** Which notice is in force, and who has agreed to what, the same on every process: asked on every request. */
export class ConsentMemory {
  readonly #db: Database
  readonly #requireShipped: boolean
  readonly #shared: SharedMemory<Change>
  #texts: readonly ConsentText[] = [shippedNotice]
  readonly #given = new Map<string, GivenConsent>()

  /** @param requireShipped - whether the notice that comes along is required, too */
  constructor(db: Database, requireShipped: boolean) {
    this.#db = db
    this.#requireShipped = requireShipped
    this.#shared = new SharedMemory(db, 'consents', {
      read: this.#read,
      hear: (change) => {
        if (change === null) return this.#read
        const { personId, version, at, withdrawnAt } = change
        this.#given.set(personId, { version, at: new Date(at), withdrawnAt: withdrawnAt === null ? null : new Date(withdrawnAt) })
        return undefined
      },
    })
  }

  /** Reads everything, and follows what changes. @returns ends following */
  start(failed: (error: unknown) => void): Promise<() => void> {
    return this.#shared.start(failed)
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
  announce(work: AnyWork, personId: string, given: GivenConsent): void {
    const { version, at, withdrawnAt } = given
    const change = { personId, version, at: at.getTime(), withdrawnAt: withdrawnAt?.getTime() ?? null }
    this.#shared.announce(work, change, () => void this.#given.set(personId, given))
  }
  announceText(work: AnyWork, text: ConsentText): void {
    this.#shared.announce(work, null, () => void (this.#texts = [text, ...this.#texts]))
  }

  readonly #read: Reading = async () => {
    const [texts, consents] = await Promise.all([readRows(this.#db, ConsentTextEntity), readRows(this.#db, ConsentEntity)])
    return () => {
      this.#texts = [...texts.toSorted((a, b) => (a.id < b.id ? 1 : -1)).map(textOf), { ...shippedNotice, required: this.#requireShipped }]
      this.#given.clear()
      for (const { personId, textName, createdAt, withdrawnAt } of consents.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
        this.#given.set(personId, { version: textName, at: createdAt, withdrawnAt })
    }
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
