import type { ReactiveElement } from 'lit'
import type { ConnectionState, TopicListener } from './connection.ts'
import { ContextController } from './context-controller.ts'

/** Follows topics for as long as the element is on the page. */
export class RealtimeController extends ContextController<'realtime'> {
  readonly #topics: () => readonly string[]
  readonly #listener: (topic: string) => TopicListener
  readonly #followed = new Map<string, () => void>()
  #stopState: (() => void) | undefined

  /**
   * @param topics - asked before each drawing: what is new is followed, what is gone is left
   * @param listener - made once for each topic
   */
  constructor(
    host: ReactiveElement,
    topics: () => readonly string[] = () => [],
    listener: (topic: string) => TopicListener = () => ({ event() {} }),
  ) {
    super(host, 'realtime')
    this.#topics = topics
    this.#listener = listener
  }

  /** `connecting` while there is no connection yet */
  get state(): ConnectionState {
    return this.foundService?.state.value ?? 'connecting'
  }

  protected override found() {
    this.hostDisconnected()
    this.#stopState = this.foundService?.state.subscribe(() => this.host.requestUpdate())
    this.host.requestUpdate()
  }

  hostUpdate(): void {
    const realtime = this.foundService
    if (realtime === undefined) return
    const wanted = new Set(this.#topics())
    for (const [topic, stop] of this.#followed) {
      if (wanted.has(topic)) continue
      stop()
      this.#followed.delete(topic)
    }
    for (const topic of wanted) if (!this.#followed.has(topic)) this.#followed.set(topic, realtime.subscribe(topic, this.#listener(topic)))
  }

  override hostConnected(): void {
    this.host.requestUpdate()
  }

  hostDisconnected(): void {
    for (const stop of this.#followed.values()) stop()
    this.#followed.clear()
    this.#stopState?.()
    this.#stopState = undefined
  }
}
