import { randomUUID } from 'node:crypto'
import type { Database } from '../data/database.ts'
import { readRows } from '../rooms/read-rows.ts'
import { type AnyWork, unitOf } from '../rooms/unit-of.ts'
import { loadPatterns } from './patterns.ts'
import { RuleEntity, type RuleRow } from './rule-entity.ts'
import { RuleSet } from './rule-set.ts'

export type RuleChange = { readonly rule: RuleRow } | { readonly removedId: string }

const channel = 'content-rules'

/** The rules in force, compiled, the same on every process: a change travels with its commit. */
export class RuleMemory {
  readonly #db: Database
  readonly #self = randomUUID()
  #rows = new Map<string, RuleRow>()
  #rules = new RuleSet([])
  #loading: Promise<void> = Promise.resolve()

  constructor(db: Database) {
    this.#db = db
  }

  /** Reads and compiles everything, and follows what changes. @returns ends following */
  async start(failed: (error: unknown) => void): Promise<() => void> {
    const stop = this.#db.onSignal(channel, (by) => {
      if (by === this.#self) return // it knows already
      this.#loading = this.#loading.then(() => this.#load()).catch(failed)
    })
    this.#loading = this.#load()
    await this.#loading
    return stop
  }

  get rules(): RuleSet {
    return this.#rules
  }

  all(): Iterable<RuleRow> {
    return this.#rows.values()
  }

  /** Tells every process with the commit of the unit, this one before the reply. */
  announce(work: AnyWork, change: RuleChange): void {
    unitOf(work).signal(channel, this.#self)
    work.afterCommit(() => {
      if ('removedId' in change) this.#rows.delete(change.removedId)
      else this.#rows.set(change.rule.id, change.rule)
      this.#compile()
    })
  }

  async #load(): Promise<void> {
    const rows = await readRows(this.#db, RuleEntity)
    if (rows.some(({ kind }) => kind === 'pattern')) await loadPatterns()
    this.#rows = new Map(rows.map((row) => [row.id, row]))
    this.#compile()
  }

  #compile(): void {
    const inForce = [...this.#rows.values()].filter(({ enabled }) => enabled)
    this.#rules = new RuleSet(inForce.toSorted((one, other) => (one.id < other.id ? -1 : 1)))
  }
}
