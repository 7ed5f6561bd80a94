import type { AnyEntity, AnyLog } from '@liaison/sdk/server'
import type { OperationNode } from 'kysely'
import type { SqlEntityManager } from '@mikro-orm/sql'
import type { SensitiveValues } from './sensitive-values.ts'

export type Dialect = 'sqlite' | 'postgresql'
/** A row as the database gives it, by column name or alias. */
export type RawRow = Record<string, unknown>

/** Runs compiled statements; parameters are JavaScript values, converted in one place for each dialect. */
export interface Executor {
  all(statement: string, parameters: readonly unknown[]): Promise<RawRow[]>
  /** @returns how many rows were changed */
  run(statement: string, parameters: readonly unknown[]): Promise<number>
  iterate(statement: string, parameters: readonly unknown[]): AsyncIterable<RawRow>
}

/** One line of the audit trail. Names of changed fields, never message text; values only where the entity says so. */
export interface AuditEntry {
  readonly actorId: string | null
  /** operation id, and what it did: `tasks.update:change`, `im.read:denied` */
  readonly action: string
  /** table or resource type */
  readonly kind: string
  readonly rowId: string
  readonly detail: Readonly<Record<string, unknown>>
}

/** Inside one transaction (SQLite: one savepoint of the burst's transaction). */
export interface WriteUnit {
  readonly em: SqlEntityManager
  readonly run: Executor
  /** For the change sets of the entity manager: who does what; the address stays once it is known */
  attribute(actorId: string | null, action: string, address?: string): void
  audit(entry: AuditEntry): void
  /** To the outbox, in this transaction */
  emit(name: string, about: string, payload: unknown): void
  /** Told to every process of the installation with the commit (PostgreSQL: NOTIFY inside the transaction). */
  signal(channel: string, message: string): void
  /** After commit and sync; in order; must not throw */
  afterCommit(job: () => void): void
  /** Appends to a log inside this unit. `values` by property, without seq and no. */
  append(log: AnyLog, values: RawRow): Promise<Appended>
}

export interface Appended {
  /** By property name, `Date`s and booleans revived */
  readonly row: RawRow
  readonly fresh: boolean
}

/** Something that one process of the installation does at a time. It ends with the process, and when the database is lost. */
export interface Lease {
  readonly held: boolean
  release(): Promise<void>
}

/** What the log told after a burst was synced: rows of one stream, in order of `seq`. */
export type AppendedListener = (log: AnyLog, stream: string, rows: readonly RawRow[]) => void

export interface Database {
  readonly dialect: Dialect
  /** Reads outside units: read-only connections on SQLite, a pool of its own on PostgreSQL */
  readonly read: Executor
  compile(node: OperationNode): { sql: string; parameters: readonly unknown[] }
  /**
   * One unit of work: entirely or not at all; resolves after commit and sync. A unit inside a unit is an error.
   * @param options.budgetMs - how long it may take; default: the database's
   */
  write<T>(job: (unit: WriteUnit) => Promise<T>, options?: { readonly budgetMs?: number }): Promise<T>
  /** Keeps an audit entry in a unit of its own, soon: refusals, and what must outlive a rollback. Blocks nobody. */
  refused(entry: AuditEntry): void
  /**
   * The hot way into a log: joins the burst, one transaction for all that wait. The callback is called after the sync (or
   * with the error), in the order of the appends. `actorId` and `action` go into the burst's audit entry.
   */
  append(log: AnyLog, values: RawRow, actorId: string, action: string, done: (error: unknown, appended: Appended | undefined) => void): void
  /** Ranges of other logs' rows need not wait in the outbox: nobody listens to them. Default: every log is heard. */
  hearOnly(logs: Iterable<AnyLog>): void
  /** Called before the callbacks of the burst's appends return control to the loop; feeds sockets. */
  onAppended(listener: AppendedListener): void
  /** Called once after each burst was told: sockets are flushed here. */
  onBurst(listener: () => void): void
  /** Asked before the disk is waited for: what it gives is done meanwhile. It may tell what was synced before, nothing newer. */
  onSync(listener: () => (() => void) | undefined): void
  /** Moves a reading position (LogRule.cursor), written behind within 1 s. Never backwards. */
  advance(log: AnyLog, stream: string, personId: string, to: { seq: number; no: number; at: Date }): void
  /** Positions that wait to be written, for readers in the meantime: by person */
  pendingCursors(log: AnyLog, stream: string): ReadonlyMap<string, { seq: number; no: number; at: Date }> | undefined
  readonly entities: readonly AnyEntity[]
  /** Seals what entities call `sensitive`; their rows come opened */
  readonly sensitive: SensitiveValues
  /** Properties of an entity in column order */
  properties(entity: AnyEntity): readonly string[]
  /** The columns of the properties, in the same order */
  columns(entity: AnyEntity): readonly string[]
  /** How a column's stored value becomes its property's value; undefined: as it is */
  reviver(entity: AnyEntity, property: string): ((value: unknown) => unknown) | undefined
  /** Properties of a log's row from its columns */
  revive(entity: AnyEntity, row: RawRow): RawRow
  /** A JavaScript value as a parameter of this dialect */
  bind(value: unknown): unknown
  /** Signals of other processes and of this one, in order of commits; `undefined` message: some may have been lost */
  onSignal(channel: string, listener: (message: string | undefined) => void): () => void
  /** Whether signals of other processes arrive now; while false, caches must not keep what they compute. */
  readonly signalsArrive: boolean
  /** Undefined while another process of the installation holds the lease of that name. */
  lease(name: string): Promise<Lease | undefined>
  /** Writes what waits, checkpoints, closes. */
  close(): Promise<void>
}
