import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { defineProblem } from '@liaison/sdk'
import type { Kysely } from 'kysely'
import type { Database, Executor, RawRow, WriteUnit } from '../data/database.ts'
import { describe } from '../data/sql-description.ts'
import type { Reply } from './dispatcher.ts'

export const keyReused = defineProblem('idempotency-key-reused', 422, {
  'zh-CN': '同一个 Idempotency-Key 已用于另一个请求',
  en: 'This Idempotency-Key belongs to another request',
})

/** How long a reply is remembered, in ms. */
const lifetime = 24 * 60 * 60_000

interface Tables {
  core_idempotency: {
    person_id: string
    operation: string
    key: string
    request_hash: string
    status: number
    body: string
    created_at: unknown
  }
}
export interface Attempt {
  readonly key: string
  readonly digest: string
  readonly operationId: string
  readonly personId: string
  /** The reply's JSON through its schema */
  write(body: unknown): string
}
type Remember = (reply: Reply, unit: WriteUnit) => Promise<Reply>

class StoredMeanwhile extends Error {}

/**
 * A repeated create answers with the first reply, which is stored in the same unit as what it created. Replies may carry
 * secrets that are shown once, so they are stored encrypted.
 */
export class Idempotency {
  readonly #db: Database
  readonly #now: () => Date
  readonly #key: Buffer
  readonly #tables: Kysely<Tables>
  #prunedAt = 0

  constructor({ db, now, secret }: { db: Database; now(): Date; secret: string }) {
    this.#db = db
    this.#now = now
    this.#key = Buffer.from(hkdfSync('sha256', secret, '', 'liaison idempotency', 32))
    this.#tables = describe(db.dialect) as Kysely<Tables>
  }

  /** @throws keyReused (422) when the key came with another request before */
  async once(attempt: Attempt, perform: (remember: Remember) => Promise<Reply>): Promise<Reply> {
    const stored = await this.#find(attempt)
    if (stored !== undefined) return stored
    try {
      return await perform((reply, unit) => this.#remember(attempt, reply, unit))
    } catch (error) {
      const first = error instanceof StoredMeanwhile ? await this.#find(attempt) : undefined
      if (first === undefined) throw error
      return first
    }
  }

  async #find({ personId, operationId, key, digest }: Attempt): Promise<Reply | undefined> {
    const [row] = await this.#run(this.#db.read, (tables) =>
      tables
        .selectFrom('core_idempotency')
        .select(['request_hash', 'status', 'body'])
        .where('person_id', '=', personId)
        .where('operation', '=', operationId)
        .where('key', '=', key),
    )
    if (row === undefined) return undefined
    if (row['request_hash'] !== digest) throw keyReused()
    return { status: row['status'] as number, body: JSON.parse(this.#open(row['body'] as string)) }
  }

  async #remember({ personId, operationId, key, digest, write }: Attempt, reply: Reply, unit: WriteUnit): Promise<Reply> {
    if (reply.headers !== undefined) return reply
    const now = this.#now()
    const json = write(reply.body)
    const row = {
      person_id: personId,
      operation: operationId,
      key,
      request_hash: digest,
      status: reply.status,
      body: this.#seal(json === '' ? 'null' : json),
      created_at: now,
    }
    const { sql, parameters } = this.#compiled((tables) =>
      tables
        .insertInto('core_idempotency')
        .values(row)
        .onConflict((conflict) => conflict.doNothing()),
    )
    if ((await unit.run.run(sql, parameters)) === 0) throw new StoredMeanwhile()
    await this.#prune(now, unit)
    return reply
  }

  /** Once an hour, with whatever unit comes by. */
  async #prune(now: Date, unit: WriteUnit): Promise<void> {
    if (now.getTime() - this.#prunedAt < 60 * 60_000) return
    this.#prunedAt = now.getTime()
    const { sql, parameters } = this.#compiled((tables) =>
      tables.deleteFrom('core_idempotency').where('created_at', '<', new Date(now.getTime() - lifetime)),
    )
    await unit.run.run(sql, parameters)
  }

  #compiled(build: (tables: Kysely<Tables>) => { toOperationNode(): Parameters<Database['compile']>[0] }) {
    return this.#db.compile(build(this.#tables).toOperationNode())
  }

  #run(
    executor: Executor,
    build: (tables: Kysely<Tables>) => { toOperationNode(): Parameters<Database['compile']>[0] },
  ): Promise<RawRow[]> {
    const { sql, parameters } = this.#compiled(build)
    return executor.all(sql, parameters)
  }

  #seal(text: string): string {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce)
    return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64')
  }

  #open(sealed: string): string {
    const bytes = Buffer.from(sealed, 'base64')
    const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(0, 12))
    decipher.setAuthTag(bytes.subarray(-16))
    return decipher.update(bytes.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8')
  }
}
