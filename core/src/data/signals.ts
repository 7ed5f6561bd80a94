import type { Logger } from '@liaison/sdk/server'

type SignalListener = (message: string | undefined) => void

/** Who listens to which signals in this process. A listener that throws is logged, the others still hear. */
export class SignalListeners {
  readonly #byChannel = new Map<string, Set<SignalListener>>()
  readonly #log: Logger

  constructor(log: Logger) {
    this.#log = log
  }

  on(channel: string, listener: SignalListener): () => void {
    let listeners = this.#byChannel.get(channel)
    if (!listeners) this.#byChannel.set(channel, (listeners = new Set()))
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  tell(channel: string, message: string | undefined): void {
    for (const listener of this.#byChannel.get(channel) ?? []) this.#safely(channel, () => listener(message))
  }

  /** Some signals may have been lost. */
  tellLost(): void {
    for (const channel of this.#byChannel.keys()) this.tell(channel, undefined)
  }

  #safely(channel: string, job: () => void): void {
    try {
      job()
    } catch (error) {
      this.#log.error({ err: error, channel }, 'a listener to a signal failed')
    }
  }
}
