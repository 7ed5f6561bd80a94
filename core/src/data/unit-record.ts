import type { AnyEntity } from '@liaison/sdk/server'
import type { AuditEntry, RawRow } from './database.ts'

/** Tells the outbox that a unit left events. */
export const outboxSignal = 'core.outbox'

export interface EmittedEvent {
  readonly name: string
  readonly about: string
  readonly payload: unknown
}

export interface SentSignal {
  readonly channel: string
  readonly message: string
}

/** Every change touches these; naming them would say nothing. */
const unnamed: ReadonlySet<string> = new Set(['id', 'version', 'createdAt', 'updatedAt'])

/** What a unit leaves beside its rows: audit entries, events, signals, jobs for after the commit. */
export class UnitRecord {
  readonly entries: AuditEntry[] = []
  readonly events: EmittedEvent[] = []
  readonly signals: SentSignal[] = []
  readonly afterCommit: (() => void)[] = []
  /** Closed units refuse every statement: their transaction is over. */
  open = true
  readonly #tables: ReadonlyMap<string, { readonly entity: AnyEntity }>
  #actorId: string | null = null
  #action = 'core.system'
  #address: string | undefined

  constructor(tables: ReadonlyMap<string, { readonly entity: AnyEntity }>) {
    this.#tables = tables
  }

  attribute(actorId: string | null, action: string, address?: string): void {
    this.#address = address ?? this.#address
    this.#actorId = actorId
    this.#action = action
  }

  emit(name: string, about: string, payload: unknown): void {
    if (this.events.length === 0) this.signals.push({ channel: outboxSignal, message: '' })
    this.events.push({ name, about, payload })
  }

  /** Notes what is no change set; where it came from is known here. */
  note(entry: AuditEntry): void {
    const address = this.#address
    this.entries.push(address === undefined || 'address' in entry.detail ? entry : { ...entry, detail: { ...entry.detail, address } })
  }

  /** Notes a change set of the ORM: which fields, and values only of those that the entity lists. */
  changed(type: string, table: string, rowId: string, fields: RawRow, before: RawRow): void {
    const options = this.#tables.get(table)?.entity.options
    const untracked = options?.untracked ?? []
    const names = Object.keys(fields).filter((name) => !unnamed.has(name) && !untracked.includes(name))
    if (type === 'update' && names.length === 0) return
    const kept = names.filter((name) => options?.auditedValues?.includes(name))
    const values = Object.fromEntries(
      kept.map((name) => [name, type === 'update' ? [before[name] ?? null, fields[name] ?? null] : [fields[name] ?? null]]),
    )
    const detail = {
      ...(names.length > 0 && { fields: names }),
      ...(kept.length > 0 && { values }),
      ...(this.#address !== undefined && { address: this.#address }),
    }
    this.entries.push({ actorId: this.#actorId, action: `${this.#action}:${type}`, kind: table, rowId, detail })
  }

  assertOpen(): void {
    if (!this.open) throw new Error('the unit of work is over')
  }
}
