import type { Database } from '../data/database.ts'
import { readRows } from '../rooms/read-rows.ts'
import { type Reading, SharedMemory } from '../rooms/shared-memory.ts'
import type { AnyWork } from '../rooms/unit-of.ts'
import { loadPatterns } from './patterns.ts'
import { RuleEntity, type RuleRow } from './rule-entity.ts'
import { RuleSet } from './rule-set.ts'

export type RuleChange = { readonly rule: RuleRow } | { readonly removedId: string }

/** The rules in force, compiled, the same on every process: a change travels with its commit. */
export class RuleMemory {
  readonly #db: Database
  readonly #shared: SharedMemory<null>
  #rows = new Map<string, RuleRow>()
  #rules = new RuleSet([])

  constructor(db: Database) {
    this.#db = db
    this.#shared = new SharedMemory(db, 'content-rules', { read: this.#read, hear: () => this.#read })
  }

  /** Reads and compiles everything, and follows what changes. @returns ends following */
  start(failed: (error: unknown) => void): Promise<() => void> {
    return this.#shared.start(failed)
  }

  get rules(): RuleSet {
    return this.#rules
  }

  all(): Iterable<RuleRow> {
    return this.#rows.values()
  }

  /** Tells every process with the commit of the unit, this one before the reply. */
  announce(work: AnyWork, change: RuleChange): void {
    this.#shared.announce(work, null, () => {
      if ('removedId' in change) this.#rows.delete(change.removedId)
      else this.#rows.set(change.rule.id, change.rule)
      this.#compile()
    })
  }

  readonly #read: Reading = async () => {
    const rows = await readRows(this.#db, RuleEntity)
    if (rows.some(({ kind }) => kind === 'pattern')) await loadPatterns()
    return () => {
      this.#rows = new Map(rows.map((row) => [row.id, row]))
      this.#compile()
    }
  }

  #compile(): void {
    const inForce = [...this.#rows.values()].filter(({ enabled }) => enabled)
    this.#rules = new RuleSet(inForce.toSorted((one, other) => (one.id < other.id ? -1 : 1)))
  }
}
