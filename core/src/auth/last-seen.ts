import type { Database } from '../data/database.ts'
import { tables } from '../rooms/read-rows.ts'
import type { HeldSession } from './held-session.ts'

const atMostEvery = 60_000
const gathered = 1_000

/** Writes down when sessions and tokens were last used: each at most once a minute, those of a second together. */
export class LastSeen {
  readonly #db: Database
  readonly #failed: (error: unknown) => void
  readonly #written = new WeakMap<HeldSession, number>()
  #waiting = new Set<HeldSession>()
  #timer: NodeJS.Timeout | undefined

  constructor(db: Database, failed: (error: unknown) => void) {
    this.#db = db
    this.#failed = failed
  }

  used(session: HeldSession, at: number): void {
    const written = this.#written.get(session) ?? session.facts.lastSeenAt
    session.lastSeenAt = at
    if (at - written < atMostEvery) return
    this.#written.set(session, at)
    this.#waiting.add(session)
    this.#timer ??= setTimeout(() => this.flush().catch(this.#failed), gathered).unref()
  }

  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const sessions = [...this.#waiting]
    this.#waiting = new Set()
    if (sessions.length === 0) return
    await this.#db.write(async (unit) => {
      for (const { id, lastSeenAt, facts } of sessions) {
        const [table, column] =
          facts.kind === 'session' ? (['core_session', 'lastSeenAt'] as const) : (['core_token', 'lastUsedAt'] as const)
        const { sql, parameters } = this.#db.compile(
          tables
            .updateTable(table)
            .set({ [column]: new Date(lastSeenAt) })
            .where('id', '=', id)
            .toOperationNode(),
        )
        await unit.run.run(sql, parameters)
      }
    })
  }
}
