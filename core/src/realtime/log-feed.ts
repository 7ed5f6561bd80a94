import type { AnyLog, Logger } from '@liaison/sdk/server'
import type { RawRow } from '../data/database.ts'
import type { DeclaredTopic } from './declared-topics.ts'
import type { Hub, HubTopic } from './hub.ts'
import { noTargets, type Replay, textsOf } from './replay.ts'

/** Rows read at once to close a gap */
const slice = 500

/**
 * Tells the sockets of a topic the rows of its log, each once and in order of `seq`. Rows come as they are synced, of this
 * process and of others; when one does not follow the last, or needs rows that it changes, they are read from the log.
 */
export class LogFeed {
  readonly #hub: Hub
  readonly #replay: Replay
  readonly #topics: ReadonlyMap<string, DeclaredTopic>
  readonly #logger: Logger

  constructor(options: { hub: Hub; replay: Replay; topics: ReadonlyMap<string, DeclaredTopic>; logger: Logger }) {
    this.#hub = options.hub
    this.#replay = options.replay
    this.#topics = options.topics
    this.#logger = options.logger
  }

  /** Hears what was appended. */
  appended = (log: AnyLog, stream: string, rows: readonly RawRow[]): void => {
    const topic = this.#hub.find(`${log.log.topic}:${stream}`)
    if (topic === undefined || rows.length === 0) return
    const last = rows.at(-1)!.seq as number
    if (topic.outlets.size === 0) {
      // Somebody is about to join: he is replayed up to here, or hears what follows.
      topic.told = Math.max(topic.told ?? 0, last)
      return
    }
    if (last <= topic.told!) return
    if (topic.filling !== undefined) {
      topic.heard = Math.max(topic.heard, last)
      return
    }
    const fresh = (rows[0]!.seq as number) > topic.told! ? rows : rows.filter((row) => (row.seq as number) > topic.told!)
    const follows = (fresh[0]!.seq as number) === topic.told! + 1
    if (!follows || changesOthers(log, fresh)) this.fill(topic, log, stream).catch(this.#failed(topic))
    else this.#tell(topic, log, fresh, noTargets)
  }

  /** Tells what the log has beyond what was told; waits for a filling that is under way, and looks once more. */
  async fill(topic: HubTopic, log: AnyLog, stream: string): Promise<void> {
    if (topic.filling !== undefined) await topic.filling
    topic.filling ??= this.#fill(topic, log, stream).finally(() => (topic.filling = undefined))
    await topic.filling
  }

  /** Every topic of a log: after signals of other processes may have been lost. */
  fillAll(): void {
    for (const topic of this.#hub.topics()) {
      const [name = '', stream = ''] = topic.name.split(':')
      const log = this.#topics.get(name)?.log
      if (log !== undefined && topic.told !== undefined) this.fill(topic, log, stream).catch(this.#failed(topic))
    }
  }

  async #fill(topic: HubTopic, log: AnyLog, stream: string): Promise<void> {
    for (;;) {
      const rows = await this.#replay.rows(log, stream, topic.told ?? 0, slice)
      const targets = await this.#replay.targets(log, rows)
      if (rows.length > 0) this.#tell(topic, log, rows, targets)
      // What was heard while the rows were on their way may have come too late for them.
      if (rows.length < slice && (rows.length === 0 || topic.told! >= topic.heard)) return
    }
  }

  #tell(topic: HubTopic, log: AnyLog, rows: readonly RawRow[], targets: ReadonlyMap<string, RawRow>): void {
    const { serialisers, plugin } = this.#topics.get(log.log.topic)!
    topic.told = rows.at(-1)!.seq as number
    if (!plugin.enabled) return
    try {
      for (const text of textsOf(log, { prefix: topic.prefix, serialisers }, rows, targets)) this.#hub.publish(topic, text)
    } catch (error) {
      // A plugin's `event` failed. The rows are stored: readers see the gap in `seq` and fetch them.
      this.#failed(topic)(error)
    }
  }

  #failed(topic: HubTopic) {
    return (error: unknown): void => this.#logger.error({ err: error, topic: topic.name }, 'rows of a log could not be told')
  }
}

function changesOthers(log: AnyLog, rows: readonly RawRow[]): boolean {
  const { target } = log.log
  return target !== undefined && rows.some((row) => row[target] !== null && row[target] !== undefined)
}
