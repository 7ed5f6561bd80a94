import { type AnyEntity, isLog } from '@liaison/sdk/server'
import { describing } from '../access/describe.ts'
import type { Platform } from '../platform.ts'
import { readRows, tables } from '../rooms/read-rows.ts'

type Parts = Pick<Platform, 'db' | 'kernel' | 'memberships' | 'access'>
type StoredRow = { readonly id: string } & Readonly<Record<string, unknown>>
type Values = Readonly<Record<string, unknown>>

/** Past every scope, for tests that compare what a door shows with what lies behind it. */
export class TestRows {
  readonly #parts: Parts
  #count = 0

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** All rows of a table, by property names. @throws for a table that no entity has */
  async stored(table: string): Promise<readonly StoredRow[]> {
    const { db } = this.#parts
    if (table !== shares) return (await readRows(db, this.#entity(table))) as unknown as StoredRow[]
    const { sql, parameters } = db.compile(tables.selectFrom(shares).selectAll().toOperationNode())
    return (await db.read.all(sql, parameters)).map(({ kind, row_id, subject_id, level, until }) => ({
      ...{ id: `${String(kind)}/${String(row_id)}/${String(subject_id)}`, kind, rowId: row_id, subjectId: subject_id, level },
      until: until === null ? null : new Date(until as number),
    }))
  }

  /** Puts a row there without asking anybody, and lets caches know. @returns its id */
  async store(table: string, values: Values): Promise<string> {
    const { db, memberships, access } = this.#parts
    const id = String(values['id'] ?? this.#id())
    await db.write(async (unit) => {
      if (table === shares) {
        const { kind, rowId: row_id, subjectId: subject_id, level, until = null } = values
        const row = { kind, row_id, subject_id, level, until }
        const { sql, parameters } = db.compile(describing.insertInto(shares).values(row).toOperationNode())
        await unit.run.run(sql, parameters)
        return
      }
      const entity = this.#entity(table)
      const now = new Date()
      unit.attribute(null, 'test:store')
      unit.em.create(entity.schema as never, { createdAt: now, updatedAt: now, ...values, id } as never)
      await unit.em.flush()
      memberships.written(unit, table, [values])
      access.changed(unit, '*')
    })
    return id
  }

  /** As the hot way does that messages take. */
  append(table: string, values: Values): Promise<void> {
    const log = this.#entity(table)
    if (!isLog(log)) throw new Error(`"${table}" is no log`)
    const author = String(values[log.log.author])
    return new Promise((resolve, reject) => {
      this.#parts.db.append(log, { createdAt: new Date(), ...values }, author, 'test:append', (error, appended) =>
        appended === undefined ? reject(error as Error) : resolve(),
      )
    })
  }

  /** UUIDv7-like, ascending */
  #id(): string {
    const at = Date.now().toString(16).padStart(12, '0')
    const count = (++this.#count).toString(16).padStart(6, '0')
    return `${at.slice(0, 8)}-${at.slice(8)}-7${count.slice(0, 3)}-8${count.slice(3)}-${crypto.randomUUID().slice(-12)}`
  }

  #entity(table: string): AnyEntity {
    for (const { owned } of this.#parts.kernel.plugins.values()) {
      const entity = owned.get(table)
      if (entity !== undefined) return entity
    }
    throw new Error(`there is no entity "${table}"`)
  }
}

const shares = 'core_share'
