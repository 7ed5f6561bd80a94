import type { Logger } from '@liaison/sdk/server'
import type { AuditEntry, Database } from './database.ts'
import { outsideUnits } from './unit-guard.ts'

const batchMs = 50
const kept = 10_000

/** Audit entries that must outlive a rollback: gathered for a moment and written in a unit of their own. */
export class Refusals {
  readonly #write: Database['write']
  readonly #log: Logger
  #waiting: AuditEntry[] = []
  #timer: NodeJS.Timeout | undefined
  #lost = 0

  constructor(write: Database['write'], log: Logger) {
    this.#write = write
    this.#log = log
  }

  add(entry: AuditEntry): void {
    if (this.#waiting.length >= kept) this.#lost += 1
    else this.#waiting.push(entry)
    this.#timer ??= setTimeout(() => void this.flush(), batchMs)
  }

  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const entries = this.#waiting.splice(0)
    if (entries.length === 0) return
    if (this.#lost > 0)
      entries.push({ actorId: null, action: 'core.audit:overflow', kind: 'core_audit', rowId: '', detail: { lost: this.#lost } })
    this.#lost = 0
    try {
      // oxlint-disable-next-line typescript/require-await -- the interface asks for a promise
      await outsideUnits(() => this.#write(async (unit) => entries.forEach((entry) => unit.audit(entry))))
    } catch (error) {
      this.#log.error({ err: error, entries: entries.length }, 'refusals could not be written to the audit trail')
    }
  }
}
