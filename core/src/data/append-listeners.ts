import type { Logger } from '@liaison/sdk/server'
import type { AppendedListener, RawRow } from './database.ts'
import type { Growth } from './append-burst.ts'

/** Who is told what the logs gained. Nothing that a listener throws reaches the writer. */
export class AppendListeners {
  readonly #appended: AppendedListener[] = []
  readonly #bursts: (() => void)[] = []
  readonly #syncs: (() => (() => void) | undefined)[] = []
  readonly #log: Logger

  constructor(log: Logger) {
    this.#log = log
  }

  onAppended(listener: AppendedListener): void {
    this.#appended.push(listener)
  }

  onBurst(listener: () => void): void {
    this.#bursts.push(listener)
  }

  onSync(listener: () => (() => void) | undefined): void {
    this.#syncs.push(listener)
  }

  /** Undefined when nobody has anything to do while the disk is waited for */
  readonly meanwhile = (): (() => void) | undefined => {
    const works = this.#syncs.flatMap((listener) => listener() ?? [])
    return works.length === 0 ? undefined : () => works.forEach((work) => this.safely('work during a sync failed', work))
  }

  tell(grown: Iterable<Growth>): void {
    for (const { log, stream, rows } of grown)
      for (const listener of this.#appended)
        this.safely('a listener to a log failed', () => listener(log, stream, rows as readonly RawRow[]))
  }

  endBurst(): void {
    for (const listener of this.#bursts) this.safely('a listener to bursts failed', listener)
  }

  safely(what: string, job: () => void): void {
    try {
      job()
    } catch (error) {
      this.#log.error({ err: error }, what)
    }
  }
}
