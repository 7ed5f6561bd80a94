import type Sqlite from 'better-sqlite3'
import type { AuditEntry } from './database.ts'
import { keyedMac, sealEntry } from './audit-mac.ts'
import type { EmittedEvent } from './unit-record.ts'

/** Writes the audit chain and the outbox of the one writer. Each entry's hash covers the one before it. */
export class SqliteTrail {
  readonly #database: Sqlite.Database
  readonly #key: string
  #head: string | undefined
  #statements: { readonly audit: Sqlite.Statement; readonly outbox: Sqlite.Statement } | undefined

  constructor(database: Sqlite.Database, key: string) {
    this.#database = database
    this.#key = key
  }

  audit(entry: AuditEntry, at: Date): void {
    const sealed = sealEntry(this.#key, entry, at.getTime())
    this.#head ??= this.#storedHead()
    const hash = keyedMac(this.#key, 'chain', this.#head, sealed.mac)
    this.#prepared().audit.run(sealed.at, sealed.actorId, sealed.action, sealed.kind, sealed.rowId, sealed.detail, sealed.mac, hash)
    this.#head = hash
  }

  event({ name, about, payload }: EmittedEvent, at: Date): void {
    this.#prepared().outbox.run(at.getTime(), name, about, null, null, JSON.stringify(payload ?? null))
  }

  /** Rows of a log: a range stands for them, the log itself has what they say. */
  range(table: string, stream: string, from: number, to: number, at: Date): void {
    this.#prepared().outbox.run(at.getTime(), table, stream, from, to, null)
  }

  /** After a rollback the chain ends where the stored one does. */
  forget(): void {
    this.#head = undefined
  }

  #storedHead(): string {
    const last = this.#database.prepare('select hash from core_audit order by id desc limit 1').get() as { hash: string } | undefined
    return last?.hash ?? ''
  }

  #prepared() {
    return (this.#statements ??= {
      audit: this.#database.prepare(
        'insert into core_audit (at, actor_id, action, kind, row_id, detail, mac, hash) values (?, ?, ?, ?, ?, ?, ?, ?)',
      ),
      outbox: this.#database.prepare('insert into core_outbox (at, name, about, from_seq, to_seq, payload) values (?, ?, ?, ?, ?, ?)'),
    })
  }
}
