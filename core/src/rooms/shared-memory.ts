import { randomUUID } from 'node:crypto'
import type { Database } from '../data/database.ts'
import { type AnyWork, unitOf } from './unit-of.ts'

interface Heard<Change> {
  /** The memory of the process that made the change */
  readonly by: string
  readonly change: Change
}

/** @returns puts what was read in the place of what is known */
export type Reading = () => Promise<() => void>

export interface Kept<Change> {
  /** Of everything */
  readonly read: Reading
  /** What another process changed. @returns what has to be read again because the change says too little */
  hear(change: Change): Reading | undefined
}

/**
 * Keeps what a room holds in memory the same on every process: a change travels with its commit, and is known here before the
 * reply. What is read is thrown away and read again where a change of this process overtook it.
 */
export class SharedMemory<Change> {
  readonly #db: Database
  readonly #channel: string
  readonly #kept: Kept<Change>
  readonly #self = randomUUID()
  #changes = 0
  #busy: Promise<void> = Promise.resolve()

  /** @param channel - of the signals, one for each memory */
  constructor(db: Database, channel: string, kept: Kept<Change>) {
    this.#db = db
    this.#channel = channel
    this.#kept = kept
  }

  /** Reads everything, and follows what changes. @returns ends following */
  async start(failed: (error: unknown) => void): Promise<() => void> {
    const stop = this.#db.onSignal(this.#channel, (message) => {
      const heard = message === undefined ? undefined : (JSON.parse(message) as Heard<Change>)
      // what this process changed it knows already; hearing it late would undo what it changed since
      if (heard?.by === this.#self) return
      this.#busy = this.#busy.then(() => this.#hear(heard?.change)).catch(failed)
    })
    this.#busy = this.#read(this.#kept.read)
    await this.#busy
    return stop
  }

  /**
   * Tells every process with the commit of the unit, this one before the reply.
   * @param change - a small thing: it travels as a signal
   * @param here - makes the change in this process
   */
  announce(work: AnyWork, change: Change, here: () => void): void {
    unitOf(work).signal(this.#channel, JSON.stringify({ by: this.#self, change } satisfies Heard<Change>))
    work.afterCommit(() => {
      this.#changes += 1
      here()
    })
  }

  /** @param change - undefined: signals may have been lost */
  async #hear(change: Change | undefined): Promise<void> {
    const reading = change === undefined ? this.#kept.read : this.#kept.hear(change)
    if (reading !== undefined) await this.#read(reading)
  }

  async #read(reading: Reading): Promise<void> {
    for (;;) {
      const before = this.#changes
      const keep = await reading()
      if (before === this.#changes) return keep()
    }
  }
}
