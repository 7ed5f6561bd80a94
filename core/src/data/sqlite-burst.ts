import type { AnyLog } from '@liaison/sdk/server'
import { Grown, type PendingAppend } from './append-burst.ts'
import type { RawRow } from './database.ts'
import { type Burst, finishAppends, type PendingUnit, type SqliteItem, type SqliteParts } from './sqlite-parts.ts'
import { performUnit } from './sqlite-unit.ts'
import type { BurstPerformer, Tell } from './write-queue.ts'

const isUnit = (item: SqliteItem): item is PendingUnit => item !== 'positions' && 'unit' in item
const isAppend = (item: SqliteItem): item is PendingAppend => item !== 'positions' && !('unit' in item)

/** The transaction ended by itself (disk full, input/output error): nothing of the burst is kept. */
class TransactionLost extends Error {}

/**
 * Performs bursts on the one writing connection: one transaction, a savepoint for each unit and each run of appends between
 * units. Appends alone need none, and no copy of the pages they change: if one fails, the burst is done again with savepoints.
 */
export class SqliteBurst implements Pick<BurstPerformer<SqliteItem>, 'perform' | 'failed'> {
  readonly #parts: SqliteParts
  #dataVersion: number | undefined

  constructor(parts: SqliteParts) {
    this.#parts = parts
  }

  perform(items: readonly SqliteItem[]): Tell | Promise<Tell> {
    const appends = items.filter(isAppend)
    if (items.some(isUnit)) return this.#withSavepoints(items)
    try {
      this.#begin(items)
      return this.#commit(this.#appendTogether(appends))
    } catch {
      this.#rollBack()
      return this.#withSavepoints(items)
    }
  }

  failed(error: unknown): void {
    this.#parts.log.error({ err: error }, 'a burst of writes failed')
  }

  async #withSavepoints(items: readonly SqliteItem[]): Promise<Tell> {
    const burst: Burst = { outcomes: [], grown: new Grown() }
    try {
      this.#begin(items)
      let appends: PendingAppend[] = []
      for (const item of items) {
        if (isAppend(item)) appends.push(item)
        if (!isUnit(item)) continue
        this.#appendAll(appends, burst)
        appends = []
        await performUnit(this.#parts, item, burst, (error) => this.#undo('unit', error))
      }
      this.#appendAll(appends, burst)
      return this.#commit(burst)
    } catch (error) {
      return this.#lost(items, error)
    }
  }

  #begin(items: readonly SqliteItem[]): void {
    this.#parts.statements.prepare('begin immediate').run()
    this.#noticeOthers()
    if (items.includes('positions')) this.#writePositions()
  }

  /** Somebody else wrote to the file (a restore, a second process): what memory knew of it may be wrong. */
  #noticeOthers(): void {
    const { statements, appends, trail } = this.#parts
    const { data_version: version } = statements.prepare('pragma data_version').get() as { data_version: number }
    if (version === this.#dataVersion) return
    this.#dataVersion = version
    appends.forget()
    trail.forget()
  }

  #commit({ outcomes, grown }: Burst): Tell {
    const { statements, listeners, positions } = this.#parts
    statements.prepare('commit').run()
    positions.written()
    return () => {
      for (const { log, stream, rows } of grown) this.#advanceAuthors(log, stream, rows)
      for (const tell of outcomes) listeners.safely('an answer to a write failed', tell)
      listeners.tell(grown)
      listeners.endBurst()
    }
  }

  /** Whoever wrote has read as far: kept with the other positions, since it costs a page for each author. */
  #advanceAuthors(log: AnyLog, stream: string, rows: readonly RawRow[]): void {
    const { author, cursor } = log.log
    if (!cursor) return
    for (const row of rows)
      this.#parts.advance(log, stream, row[author] as string, {
        seq: row.seq as number,
        no: row.no as number,
        at: row.createdAt as Date,
      })
  }

  #writePositions(): void {
    const { statements, positions, appends, log } = this.#parts
    const moved = positions.take()
    statements.prepare('savepoint positions').run()
    try {
      for (const { log: of, stream, personId, position } of moved) appends.of(of).move(stream, personId, position)
      statements.prepare('release positions').run()
    } catch (error) {
      log.error({ err: error }, 'reading positions could not be stored')
      this.#undo('positions', error)
    }
  }

  /** A run of appends in a savepoint; when one of them fails, each gets a savepoint of its own. */
  #appendAll(items: readonly PendingAppend[], burst: Burst): void {
    if (items.length === 0) return
    const { statements } = this.#parts
    statements.prepare('savepoint appends').run()
    try {
      const { outcomes, grown } = this.#appendTogether(items)
      statements.prepare('release appends').run()
      burst.outcomes.push(...outcomes)
      burst.grown.addAll(grown)
    } catch (error) {
      this.#undo('appends', error)
      if (items.length > 1) for (const item of items) this.#appendAll([item], burst)
      else burst.outcomes.push(() => items[0]?.done(error, undefined))
    }
  }

  #appendTogether(items: readonly PendingAppend[]): Burst {
    const { appends, clock } = this.#parts
    const now = clock.now()
    const touched = new Set<AnyLog>()
    const outcomes: Tell[] = []
    for (const item of items) {
      touched.add(item.log)
      const appended = appends.of(item.log).append(item.values, item, now)
      outcomes.push(() => item.done(undefined, appended))
    }
    return { outcomes, grown: finishAppends(this.#parts, touched, now) }
  }

  #undo(savepoint: string, error: unknown): void {
    const { database, statements, appends, trail } = this.#parts
    appends.forget()
    trail.forget()
    if (!database.inTransaction) throw new TransactionLost('the transaction was lost', { cause: error })
    statements.prepare(`rollback to ${savepoint}`).run()
    statements.prepare(`release ${savepoint}`).run()
  }

  /** After this nothing of the burst is kept. */
  #rollBack(): void {
    const { database, statements, appends, trail, positions } = this.#parts
    if (database.inTransaction) statements.prepare('rollback').run()
    appends.forget()
    trail.forget()
    positions.failed()
  }

  /** Nothing of the burst was kept: everybody in it is told so. */
  #lost(items: readonly SqliteItem[], error: unknown): Tell {
    this.#rollBack()
    const { listeners } = this.#parts
    return () => {
      for (const item of items) {
        if (isUnit(item)) item.reject(error)
        else if (isAppend(item)) listeners.safely('an answer to a write failed', () => item.done(error, undefined))
      }
      listeners.endBurst()
    }
  }
}
