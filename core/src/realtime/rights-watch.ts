import type { Logger } from '@liaison/sdk/server'
import type { AccessCache } from '../access/access-cache.ts'
import type { Memberships } from '../access/memberships.ts'
import { viewOf, type Views } from '../http/views.ts'
import type { Connection } from './connection.ts'
import type { DeclaredTopic } from './declared-topics.ts'
import type { SocketView } from './socket-view.ts'
import type { Sockets } from './sockets.ts'

/** Sockets whose rights are asked for at once when anybody's may have changed */
const slice = 50
/** How often subscriptions are asked again that hang on rows which nobody reports, in ms */
const sweepEvery = 1_000

/**
 * Ends what a socket listens to when the right to it is withdrawn: at once when a person's access or the members of a row
 * change; within a second for the other rows, whose columns decide, and for what begins and ends by the clock.
 */
export class RightsWatch {
  readonly #sockets: Sockets
  readonly #topics: ReadonlyMap<string, DeclaredTopic>
  readonly #logger: Logger
  readonly #views: Views | undefined
  readonly #stops: readonly (() => void)[]
  readonly #sweeping: NodeJS.Timeout
  #sweep: Promise<void> | undefined

  constructor(options: {
    sockets: Sockets
    topics: ReadonlyMap<string, DeclaredTopic>
    logger: Logger
    access: Pick<AccessCache, 'onChange'>
    memberships: Pick<Memberships, 'onChange'>
    views: Views | undefined
  }) {
    this.#views = options.views
    this.#sockets = options.sockets
    this.#topics = options.topics
    this.#logger = options.logger
    this.#stops = [
      options.access.onChange((personId) => void this.#refreshAll(personId)),
      options.memberships.onChange((table, rowId) => void this.#membersChanged(table, rowId)),
    ]
    this.#sweeping = setInterval(() => {
      void this.#refreshEach([...this.#sockets.of(undefined)].filter(({ isOverdue }) => isOverdue))
      if (this.#sweep === undefined) this.#sweep = this.#sweepRows().finally(() => (this.#sweep = undefined))
    }, sweepEvery).unref()
  }

  close(): void {
    clearInterval(this.#sweeping)
    for (const stop of this.#stops) stop()
  }

  #refreshAll(personId: string | undefined): Promise<void> {
    return this.#refreshEach([...this.#sockets.of(personId)])
  }

  async #refreshEach(connections: readonly Connection[]): Promise<void> {
    for (let at = 0; at < connections.length; at += slice) {
      await Promise.all(connections.slice(at, at + slice).map((connection) => this.#refresh(connection)))
    }
  }

  async #membersChanged(table: string | undefined, rowId: string | undefined): Promise<void> {
    if (rowId === undefined) return this.#refreshAll(undefined)
    for (const [name, { topic }] of this.#topics) {
      if (topic.entity?.table !== table) continue
      const full = `${name}:${rowId}`
      const listening = [...this.#sockets.of(undefined)].filter(({ topics }) => topics.has(full))
      await Promise.all(listening.map((connection) => this.#refresh(connection, full)))
    }
  }

  /** A view may be ended in another process, and the rights of either person change: both are looked for again. */
  async #sweepView(connection: Connection, { id }: SocketView): Promise<void> {
    try {
      if ((await viewOf(this.#views, id, connection.session)) === undefined) connection.endView()
      else await connection.refresh()
    } catch (error) {
      this.#logger.error({ err: error }, 'whether a view lasts could not be found out')
      connection.close(1011, 'try again')
    }
  }

  /** Rows whose own columns, shares or parents decide: asked again in turn, those that nobody listens to cost nothing. */
  async #sweepRows(): Promise<void> {
    for (const connection of this.#sockets.of(undefined)) {
      if (connection.view !== undefined) await this.#sweepView(connection, connection.view)
      for (const name of connection.topics.keys()) if (this.#hangsOnRow(name)) await this.#refresh(connection, name)
    }
  }

  #hangsOnRow(name: string): boolean {
    const entity = this.#topics.get(name.slice(0, name.indexOf(':')))?.topic.entity
    return entity !== undefined && !('members' in entity.rule)
  }

  async #refresh(connection: Connection, onlyTopic?: string): Promise<void> {
    try {
      await connection.refresh(onlyTopic)
    } catch (error) {
      this.#logger.error({ err: error }, 'the rights of a socket could not be found out')
      connection.close(1011, 'try again')
    }
  }
}
