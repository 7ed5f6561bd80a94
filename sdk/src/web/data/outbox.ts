import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'
import type { Input, Operation } from '../../contract/operation.ts'
import { isProblem, type Problem } from '../../contract/problem.ts'
import type { ApiClient } from './api-client.ts'
import { comesFirst } from './comes-first.ts'
import { newId } from './new-id.ts'

/** A call that waits to be sent. Calls of one lane (a channel) go out in order, one after the other. */
export interface OutboxEntry {
  readonly id: string
  readonly lane: string
  readonly operation: Pick<Operation, 'id' | 'method' | 'path' | 'status'>
  readonly input: Input<unknown, unknown, unknown>
  /** ms since 1970 */
  readonly at: number
}
/** What became of an entry: sent with the reply, or refused for good with the problem. */
export type OutboxOutcome =
  | { readonly entry: OutboxEntry; readonly reply: unknown }
  | { readonly entry: OutboxEntry; readonly problem: Problem }

interface Schema extends DBSchema {
  entries: { key: number; value: OutboxEntry; indexes: { lane: string } }
}

/** What tabs say to each other; an Error would lose its members on the way. */
type Told =
  | 'added'
  | { readonly entry: OutboxEntry; readonly reply: unknown }
  | { readonly entry: OutboxEntry; readonly problem: PlainProblem }
interface PlainProblem {
  readonly message: string
  readonly type: string
  readonly status: number
  readonly members: Problem['members']
}

const told = (outcome: OutboxOutcome): Told => {
  if (!('problem' in outcome)) return outcome
  const { message, type, status, members } = outcome.problem
  return { entry: outcome.entry, problem: { message, type, status, members } }
}
const heard = (said: Exclude<Told, 'added'>): OutboxOutcome =>
  'problem' in said ? { entry: said.entry, problem: Object.assign(new Error(said.problem.message), said.problem) } : said

const firstWait = 1_000
const longestWait = 30_000

/**
 * Calls that must not be lost: kept on the device until the server has them, through loss of connection and reload. Each
 * carries its id as `Idempotency-Key`, so that sent twice it is done once. One tab sends at a time.
 */
export class Outbox {
  readonly #api: ApiClient
  readonly #account: string
  readonly #listeners = new Set<(outcome: OutboxOutcome) => void>()
  /** The tabs of this account: one sends, all hear what becomes of it. */
  readonly #tabs: BroadcastChannel
  #database: Promise<IDBPDatabase<Schema>> | undefined
  #wake = Promise.withResolvers<void>()
  #stopped = false

  /** @param account - id of the person: each has his own box on this device */
  constructor(api: ApiClient, account: string) {
    this.#api = api
    this.#account = account
    this.#tabs = new BroadcastChannel(this.#name)
    this.#tabs.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      if (data === 'added') this.#wake.resolve()
      else this.#tell(heard(data))
    })
  }

  /** Starts sending. Call once. */
  start(): void {
    addEventListener('online', this.#onOnline)
    // Without TLS there are no locks: every tab sends then, and the ids see to it that it is done once.
    const locks = navigator.locks as LockManager | undefined
    const sending = locks === undefined ? this.#work() : locks.request(this.#name, () => this.#work())
    sending.catch((error: unknown) => {
      // What is stopped may find its database closed.
      if (!this.#stopped) reportError(error)
    })
  }
  stop(): void {
    this.#stopped = true
    removeEventListener('online', this.#onOnline)
    this.#wake.resolve()
    this.#tabs.close()
  }

  /** Keeps a call; it is sent as soon as may be. Resolves once it is safe on this device. */
  async add<P, Q, B, R>(lane: string, operation: Operation<P, Q, B, R>, input: Input<P, Q, B>, id: string = newId()): Promise<OutboxEntry> {
    const { id: operationId, method, path, status } = operation
    const entry: OutboxEntry = { id, lane, operation: { id: operationId, method, path, status }, input, at: Date.now() }
    await (await this.#open()).add('entries', entry)
    this.wake()
    return entry
  }
  /** What waits, oldest first. */
  async waiting(lane?: string): Promise<OutboxEntry[]> {
    const database = await this.#open()
    return lane === undefined ? database.getAll('entries') : database.getAllFromIndex('entries', 'lane', lane)
  }
  /** Takes an entry back that has not been sent. */
  async withdraw(id: string): Promise<void> {
    const database = await this.#open()
    for (
      let cursor = await database.transaction('entries', 'readwrite').store.openCursor();
      cursor !== null;
      cursor = await cursor.continue()
    ) {
      if (cursor.value.id === id) await cursor.delete()
    }
  }
  /** Hears what becomes of the entries of all tabs. @returns stops it */
  subscribe(listener: (outcome: OutboxOutcome) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  /** Tries again now: there is something to send, or the connection is back. */
  wake(): void {
    if (this.#stopped) return
    this.#wake.resolve()
    this.#tabs.postMessage('added' satisfies Told)
  }
  /** At sign-out: nothing of the account stays on the device. */
  async clear(): Promise<void> {
    this.stop()
    ;(await this.#database)?.close()
    await deleteDB(this.#name)
  }

  get #name() {
    return `liaison-outbox-${this.#account}`
  }
  readonly #onOnline = () => this.wake()

  #open() {
    this.#database ??= openDB<Schema>(this.#name, 1, {
      upgrade(database) {
        database.createObjectStore('entries', { autoIncrement: true }).createIndex('lane', 'lane')
      },
      // Another tab signs out and deletes it.
      blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
    })
    return this.#database
  }

  async #work() {
    let wait = firstWait
    while (!this.#stopped) {
      this.#wake = Promise.withResolvers()
      const allSent = await this.#sendAll()
      if (this.#stopped) return
      if (allSent) {
        wait = firstWait
        await this.#wake.promise
      } else {
        const timer = setTimeout(this.#onOnline, wait)
        wait = Math.min(wait * 2, longestWait)
        await this.#wake.promise
        clearTimeout(timer)
      }
    }
  }

  /** @returns false when a lane had to stop, and is to be tried again */
  async #sendAll(): Promise<boolean> {
    const database = await this.#open()
    const stuck = new Set<string>()
    for (const key of await database.getAllKeys('entries')) {
      const entry = await database.get('entries', key)
      if (this.#stopped) return false
      if (entry === undefined || stuck.has(entry.lane)) continue
      const outcome = await this.#send(entry)
      if (outcome === undefined) {
        stuck.add(entry.lane)
        continue
      }
      // What was sent while we stopped stays: sent again it is answered with the first, and then somebody is there to hear of it.
      if (this.#stopped) return false
      await database.delete('entries', key)
      this.#tabs.postMessage(told(outcome))
      this.#tell(outcome)
    }
    return stuck.size === 0
  }

  #tell(outcome: OutboxOutcome) {
    for (const listener of this.#listeners) listener(outcome)
  }

  /** @returns undefined when it is to be tried again */
  async #send(entry: OutboxEntry): Promise<OutboxOutcome | undefined> {
    try {
      const operation = { ...entry.operation, schema: {}, problems: [] }
      return { entry, reply: await this.#api.call(operation, entry.input, { idempotencyKey: entry.id }) }
    } catch (error) {
      if (!isProblem(error)) {
        reportError(error)
        return undefined
      }
      const isForNow = error.status >= 500 || error.status === 429 || error.status === 401 || comesFirst(error)
      return isForNow ? undefined : { entry, problem: error }
    }
  }
}
