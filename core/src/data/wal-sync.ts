import type Sqlite from 'better-sqlite3'
import { closeSync, fdatasync, fdatasyncSync, fstatSync, openSync } from 'node:fs'

const measureEvery = 1000
const checkpointBytes = 16 << 20
/** Syncs between two looks at the size of the WAL: few while bursts are large, many while they are small */
const lookEvery = { least: 64, most: 2_048 }
const pageBytes = 4_096

/**
 * Makes committed transactions last: `synchronous=NORMAL` plus a sync of the `-wal` file before anybody is told gives what
 * FULL gives. A fast disk is synced inline (cheaper than two thread switches), a slow one off the loop; so is any disk while
 * there is something to do meanwhile.
 */
export class WalSync {
  readonly #database: Sqlite.Database
  readonly #fatal: (error: unknown) => void
  readonly #inlineBelowMs: number
  readonly #meanwhile: () => (() => void) | undefined
  #descriptor: number | undefined
  #averageMs = 0
  #syncs = 0
  #lookEvery = lookEvery.least

  /**
   * @param fatal - a failed sync: nothing after it can be trusted, so the process has to end
   * @param options.inlineBelowMs - syncs that take less on average are made inline; default 1
   * @param options.meanwhile - asked for something to do during a sync; it must not throw
   */
  constructor(
    database: Sqlite.Database,
    fatal: (error: unknown) => void,
    { inlineBelowMs = 1, meanwhile = () => undefined }: { inlineBelowMs?: number; meanwhile?: () => (() => void) | undefined } = {},
  ) {
    this.#database = database
    this.#fatal = fatal
    this.#inlineBelowMs = inlineBelowMs
    this.#meanwhile = meanwhile
  }

  /** Calls `told` once everything committed so far is on disk: at once on a fast disk, later on a slow one. */
  sync(told: () => void): void {
    this.#syncs += 1
    try {
      const descriptor = this.#open()
      if (this.#syncs % this.#lookEvery === 0) this.#checkpointIfLarge(descriptor)
      const work = this.#meanwhile()
      if (work !== undefined || (this.#averageMs >= this.#inlineBelowMs && this.#syncs % measureEvery !== 0)) {
        fdatasync(descriptor, (error) => (error ? this.#fatal(error) : told()))
        return work?.()
      }
      const start = performance.now()
      fdatasyncSync(descriptor)
      this.#averageMs += (performance.now() - start - this.#averageMs) * 0.1
    } catch (error) {
      return this.#fatal(error)
    }
    told()
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor)
    this.#descriptor = undefined
  }

  // the file is there after the first write, and stays as long as the connection is open
  #open(): number {
    this.#descriptor ??= openSync(`${this.#database.name}-wal`, 'r+')
    return this.#descriptor
  }

  /** The file keeps its size when it is written anew from its beginning: only the checkpoint tells how much of it was in use. */
  #checkpointIfLarge(descriptor: number): void {
    if (fstatSync(descriptor).size < checkpointBytes) return
    const [{ log: pages } = { log: 0 }] = this.#database.pragma('wal_checkpoint(PASSIVE)') as { log: number }[]
    const wasLarge = pages * pageBytes >= checkpointBytes
    this.#lookEvery = wasLarge ? Math.max(lookEvery.least, this.#lookEvery / 2) : Math.min(lookEvery.most, this.#lookEvery * 2)
  }
}
