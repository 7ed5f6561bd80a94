import type { Database, Executor, RawRow } from './database.ts'

/** Where a subscriber is: everything up to here was heard, or is parked for another try. */
export interface OutboxPosition {
  /** Transaction id on PostgreSQL, `0` on SQLite */
  readonly xid: string
  readonly id: number
}

/** One stored event, or a range of a log's rows that stands for theirs. */
export interface OutboxRow extends OutboxPosition {
  /** Event name, or the log's table when `range` is there */
  readonly name: string
  readonly about: string
  readonly payload: unknown
  readonly range: { readonly from: number; readonly to: number } | undefined
}

/** An event that a subscriber could not take yet; later ones about the same thing wait behind it. */
export interface ParkedRow {
  readonly outboxId: number
  readonly about: string
  readonly attempts: number
  /** Milliseconds since 1970 */
  readonly nextAt: number
  readonly event: string
}

const toRow = (row: RawRow): OutboxRow => ({
  xid: String(row.xid),
  id: Number(row.id),
  name: String(row.name),
  about: String(row.about),
  payload: row.payload === null ? null : (JSON.parse(String(row.payload)) as unknown),
  range: row.from_seq === null ? undefined : { from: Number(row.from_seq), to: Number(row.to_seq) },
})

/** The outbox's tables. */
export class OutboxStore {
  readonly #db: Database
  readonly #sqlite: boolean

  constructor(db: Database) {
    this.#db = db
    this.#sqlite = db.dialect === 'sqlite'
  }

  /** What was committed after a position, up to what no transaction that still runs can get before; in the order of the commits' locks. */
  async after(position: OutboxPosition, limit: number): Promise<readonly OutboxRow[]> {
    const rows = this.#sqlite
      ? await this.#db.read.all(`select *, '0' as xid from core_outbox where id > ? order by id limit ?`, [position.id, limit])
      : await this.#db.read.all(
          `select *, xid::text as xid from core_outbox where (xid, id) > ($1::xid8, $2::bigint) and xid < pg_snapshot_xmin(pg_current_snapshot()) order by core_outbox.xid, id limit $3`,
          [position.xid, position.id, limit],
        )
    return rows.map(toRow)
  }

  async byIds(ids: readonly number[]): Promise<readonly OutboxRow[]> {
    if (ids.length === 0) return []
    const rows = this.#sqlite
      ? await this.#db.read.all(`select *, '0' as xid from core_outbox where id in (select value from json_each(?)) order by id`, [
          JSON.stringify(ids),
        ])
      : await this.#db.read.all(`select *, xid::text as xid from core_outbox where id = any($1::bigint[]) order by id`, [ids])
    return rows.map(toRow)
  }

  /** The end of what may be delivered now: where a new subscriber begins. */
  async end(): Promise<OutboxPosition> {
    const [last] = this.#sqlite
      ? await this.#db.read.all(`select '0' as xid, id from core_outbox order by id desc limit 1`, [])
      : await this.#db.read.all(
          `select xid::text as xid, id from core_outbox where xid < pg_snapshot_xmin(pg_current_snapshot()) order by core_outbox.xid desc, id desc limit 1`,
          [],
        )
    return last ? { xid: String(last.xid), id: Number(last.id) } : { xid: '0', id: 0 }
  }

  async positions(): Promise<ReadonlyMap<string, OutboxPosition>> {
    const rows = await this.#db.read.all('select subscriber, xid, outbox_id from core_outbox_position', [])
    return new Map(rows.map((row) => [String(row.subscriber), { xid: String(row.xid), id: Number(row.outbox_id) }]))
  }

  async parked(): Promise<ReadonlyMap<string, readonly ParkedRow[]>> {
    const rows = await this.#db.read.all('select * from core_outbox_retry order by outbox_id', [])
    const parked = new Map<string, ParkedRow[]>()
    for (const row of rows) {
      const one = {
        outboxId: Number(row.outbox_id),
        about: String(row.about),
        attempts: Number(row.attempts),
        nextAt: Number(row.next_at),
        event: String(row.event),
      }
      const mine = parked.get(String(row.subscriber))
      if (mine) mine.push(one)
      else parked.set(String(row.subscriber), [one])
    }
    return parked
  }

  async savePosition(run: Executor, subscriber: string, { xid, id }: OutboxPosition): Promise<void> {
    const [a, b, c] = this.#names(3)
    await run.run(
      `insert into core_outbox_position (subscriber, xid, outbox_id) values (${a}, ${b}, ${c}) on conflict (subscriber) do update set xid = excluded.xid, outbox_id = excluded.outbox_id`,
      [subscriber, xid, id],
    )
  }

  async park(run: Executor, subscriber: string, { outboxId, about, attempts, nextAt, event }: ParkedRow): Promise<void> {
    const [a, b, c, d, e, f] = this.#names(6)
    await run.run(
      `insert into core_outbox_retry (subscriber, outbox_id, about, attempts, next_at, event) values (${a}, ${b}, ${c}, ${d}, ${e}, ${f})
on conflict (subscriber, outbox_id) do update set attempts = excluded.attempts, next_at = excluded.next_at`,
      [subscriber, outboxId, about, attempts, nextAt, event],
    )
  }

  async unpark(run: Executor, subscriber: string, outboxId: number): Promise<void> {
    const [a, b] = this.#names(2)
    await run.run(`delete from core_outbox_retry where subscriber = ${a} and outbox_id = ${b}`, [subscriber, outboxId])
  }

  /** Age of an event in milliseconds since 1970; undefined when there is none after the position */
  async firstAt({ xid, id }: OutboxPosition): Promise<number | undefined> {
    const [row] = this.#sqlite
      ? await this.#db.read.all('select at from core_outbox where id > ? order by id limit 1', [id])
      : await this.#db.read.all('select at from core_outbox where (xid, id) > ($1::xid8, $2::bigint) order by xid, id limit 1', [xid, id])
    return row && Number(row.at)
  }

  /** Removes what is older than `before` and was heard by everybody; the newest stays, so that ids never begin anew. */
  async prune(run: Executor, heard: OutboxPosition, before: number): Promise<number> {
    const kept = 'id not in (select outbox_id from core_outbox_retry) and id < (select max(id) from core_outbox)'
    if (this.#sqlite) return run.run(`delete from core_outbox where id <= ? and at < ? and ${kept}`, [heard.id, before])
    return run.run(`delete from core_outbox where (xid, id) <= ($1::xid8, $2::bigint) and at < $3 and ${kept}`, [
      heard.xid,
      heard.id,
      before,
    ])
  }

  #names(count: number): string[] {
    return Array.from({ length: count }, (_value, index) => (this.#sqlite ? '?' : `$${index + 1}`))
  }
}

export const isBehind = (one: OutboxPosition, other: OutboxPosition): boolean => {
  const difference = BigInt(one.xid) - BigInt(other.xid)
  return difference < 0n || (difference === 0n && one.id < other.id)
}
