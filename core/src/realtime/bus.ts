/** What processes of one installation tell each other beside the database's own rows. Nothing in it is kept. */
export type BusMessage =
  /** A passing event; `data` is JSON already */
  | { readonly kind: 'event'; readonly topic: string; readonly event: string; readonly data: string }
  | { readonly kind: 'disconnect'; readonly sessionId?: string; readonly personId?: string }
  /** People who came to the sending process, or left it; both empty: the process is still there */
  | { readonly kind: 'presence'; readonly online: readonly string[]; readonly offline: readonly string[] }
  | { readonly kind: 'presence-asked' }
  | { readonly kind: 'gone' }

/** To the other processes of the installation. Drivers: none (one process), PostgreSQL. */
export interface Bus {
  /** Sent soon, in order; must not throw. */
  send(message: BusMessage): void
  /** @param listener.from - id of the sending process, never this one */
  onMessage(listener: (message: BusMessage, from: string) => void): void
  /** Some messages may have been lost. */
  onLost(listener: () => void): void
  /** Sends what waits. */
  close(): Promise<void>
}
