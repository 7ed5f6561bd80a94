import type { Event } from '@liaison/sdk'

/** What other floors may ask of the sockets. */
export interface Realtime {
  /** An event without `seq` to the topic's sockets on every process. `data` is serialised through the event's schema, once. */
  publish(topic: string, event: Event, data: unknown): void
  /** Cuts the sockets of a session, or of a person (disabled, signed out everywhere). */
  disconnect(who: { sessionId?: string; personId?: string }): void
  isOnline(personId: string): boolean
  /** Open sockets now */
  readonly connections: number
}
