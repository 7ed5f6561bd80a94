import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** A value that changes, and those who want to know: unread counts, the connection's state, the theme. */
export interface Live<T> {
  readonly value: T
  /** Is called after each change, not at once. @returns stops it */
  subscribe(listener: (value: T) => void): () => void
}
export interface WritableLive<T> extends Live<T> {
  set(value: T): void
}

/** Makes a live value; setting the same value again tells nobody. */
export function live<T>(initial: T): WritableLive<T> {
  let value = initial
  const listeners = new Set<(value: T) => void>()
  return {
    get value() {
      return value
    },
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const listener of [...listeners]) listener(value)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Draws the element again when the value changes. @param find - asked when the element connects; undefined waits for nothing */
export class LiveController<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #find: () => Live<T> | undefined
  #live: Live<T> | undefined
  #stop: (() => void) | undefined

  constructor(host: ReactiveControllerHost, find: () => Live<T> | undefined) {
    this.#host = host
    this.#find = find
    host.addController(this)
  }

  get value(): T | undefined {
    return this.#live?.value
  }

  hostUpdate() {
    const found = this.#find()
    if (found === this.#live) return
    this.#stop?.()
    this.#live = found
    this.#stop = found?.subscribe(() => this.#host.requestUpdate())
  }

  hostConnected() {
    this.#host.requestUpdate()
  }

  hostDisconnected() {
    this.#stop?.()
    this.#stop = undefined
    this.#live = undefined
  }
}
