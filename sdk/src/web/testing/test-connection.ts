import type { Input, Operation } from '../../contract/operation.ts'
import { type ConnectionState, type RealtimeConnection, type TopicEvent, type TopicListener } from '../connection.ts'
import type { ApiClient } from '../data/api-client.ts'
import { live } from '../live.ts'

/** The socket of a page in a test: the test says what happens. */
export class TestConnection implements RealtimeConnection {
  readonly #api: ApiClient
  readonly #listeners = new Map<string, Set<TopicListener>>()
  readonly state = live<ConnectionState>('open')

  constructor(api: ApiClient) {
    this.#api = api
  }

  subscribe(topic: string, listener: TopicListener): () => void {
    const listeners = this.#listeners.get(topic) ?? new Set()
    this.#listeners.set(topic, listeners.add(listener))
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) this.#listeners.delete(topic)
    }
  }
  call<P, Q, B, R>(operation: Operation<P, Q, B, R>, input: Input<P, Q, B>): Promise<R> {
    return this.#api.call(operation, ...([input] as never))
  }

  /** Topics that somebody on the page follows now */
  get topics(): readonly string[] {
    return [...this.#listeners.keys()]
  }
  emit(topic: string, event: TopicEvent): void {
    for (const listener of this.#listeners.get(topic) ?? []) listener.event(event)
  }
}
