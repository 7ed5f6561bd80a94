import { ContextController, type RealtimeConnection, type WebServices } from '@liaison/sdk/web'
import type { ReactiveElement } from 'lit'
import { Conversations } from './conversations.ts'

/** One for each signed-in person of the page, found by the one connection that all elements share. */
const byConnection = new WeakMap<RealtimeConnection, Conversations>()

/** Begins to follow the person's conversations. @returns ends it */
export function startConversations(services: WebServices): () => void {
  const conversations = new Conversations(services)
  byConnection.set(services.realtime, conversations)
  conversations.start()
  return () => {
    conversations.stop()
    byConnection.delete(services.realtime)
  }
}

export function conversationsOf(realtime: RealtimeConnection): Conversations {
  const found = byConnection.get(realtime)
  if (found === undefined) throw new Error('conversations were not started: the plugin’s `start` comes first')
  return found
}

/** Draws the element again when conversations change. */
export class ConversationsController extends ContextController<'realtime'> {
  #stop: (() => void) | undefined
  #state: Conversations | undefined

  constructor(host: ReactiveElement) {
    super(host, 'realtime')
  }

  /** Stays for an element that has left the page: what it still hears (a scroll, a blur) comes after sign-out has ended the rest. */
  get state(): Conversations {
    return (this.#state ??= conversationsOf(this.service))
  }
  get isOffline(): boolean {
    return this.service.state.value === 'offline'
  }

  protected override found(): void {
    this.hostDisconnected()
    const connection = this.foundService
    if (connection === undefined) return
    this.#state = conversationsOf(connection)
    const redraw = () => this.host.requestUpdate()
    const stops = [this.#state.revision.subscribe(redraw), connection.state.subscribe(redraw)]
    this.#stop = () => stops.forEach((stop) => stop())
    redraw()
  }
  override hostConnected(): void {
    this.found()
  }
  hostDisconnected(): void {
    this.#stop?.()
    this.#stop = undefined
  }
}
