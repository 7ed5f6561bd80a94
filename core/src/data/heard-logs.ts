import type { AnyLog } from '@liaison/sdk/server'

/** Logs of which ranges go into the outbox. All of them until it is known who listens. */
export class HeardLogs {
  #heard: ReadonlySet<AnyLog> | undefined

  only(logs: Iterable<AnyLog>): void {
    this.#heard = new Set(logs)
  }

  has(log: AnyLog): boolean {
    return this.#heard?.has(log) ?? true
  }
}
