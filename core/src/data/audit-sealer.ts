import type { Logger } from '@liaison/sdk/server'
import type pg from 'pg'
import { keyedMac } from './audit-mac.ts'

const sealLock = 7_108_002
const everyMs = 500
const batch = 5000

export const sealHash = (key: string, before: string, entries: readonly { readonly id: number; readonly mac: string }[]): string =>
  keyedMac(key, 'seal', before, entries.map(({ id, mac }) => `${id}:${mac}`).join('\n'))

/**
 * Seals what was committed since the last time: a chain in the transactions themselves would line all writers up. One process
 * seals at a time, nobody waits for it.
 * @returns how many entries were sealed
 */
export async function sealAudit(pool: pg.Pool, key: string): Promise<number> {
  const client = await pool.connect()
  let broken = false
  try {
    await client.query('begin')
    const sealed = await sealBatch(client, key)
    await client.query('commit')
    return sealed
  } catch (error) {
    broken = true
    throw error
  } finally {
    client.release(broken)
  }
}

async function sealBatch(client: pg.PoolClient, key: string): Promise<number> {
  const lock = await client.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [sealLock])
  if (lock.rows[0]?.mine !== true) return 0
  const open = await client.query<{ id: number; mac: string }>('select id, mac from core_audit where hash is null order by id limit $1', [
    batch,
  ])
  if (open.rows.length === 0) return 0
  const last = await client.query<{ seq: number; hash: string }>('select seq, hash from core_audit_seal order by seq desc limit 1')
  const ids = open.rows.map((row) => row.id)
  const seq = (last.rows[0]?.seq ?? 0) + 1
  await client.query('insert into core_audit_seal (seq, ids, hash) values ($1, $2, $3)', [
    seq,
    ids,
    sealHash(key, last.rows[0]?.hash ?? '', open.rows),
  ])
  await client.query('update core_audit set hash = $2 where id = any($1::bigint[])', [ids, `seal:${seq}`])
  return ids.length
}

/** Seals twice a second as long as it runs. */
export class AuditSealer {
  readonly #pool: pg.Pool
  readonly #key: string
  readonly #log: Logger
  #timer: NodeJS.Timeout | undefined
  #sealing: Promise<void> | undefined

  constructor(pool: pg.Pool, key: string, log: Logger) {
    this.#pool = pool
    this.#key = key
    this.#log = log
  }

  start(): void {
    this.#timer = setInterval(() => void this.#seal(), everyMs)
    this.#timer.unref()
  }

  /** Seals what is there and ends. */
  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#sealing
    await this.#seal()
  }

  #seal(): Promise<void> {
    this.#sealing ??= this.#sealAll()
      .catch((error: unknown) => {
        if ((error as { code?: string }).code !== undefinedTable) this.#log.error({ err: error }, 'the audit trail could not be sealed')
      })
      .finally(() => (this.#sealing = undefined))
    return this.#sealing
  }

  async #sealAll(): Promise<void> {
    while ((await sealAudit(this.#pool, this.#key)) === batch);
  }
}

/** Before the first migration there is nothing to seal. */
const undefinedTable = '42P01'
