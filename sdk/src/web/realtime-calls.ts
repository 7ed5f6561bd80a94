import type { Problem } from '../contract/problem.ts'
import { connectionLost } from './data/api-client.ts'

interface Pending {
  readonly frame: object
  isSent: boolean
  resolve(body: unknown): void
  reject(problem: Problem): void
  readonly timer: ReturnType<typeof setTimeout>
}

/** Calls over the socket that wait for their answer. */
export class RealtimeCalls {
  readonly #pending = new Map<string, Pending>()
  readonly #send: (frame: object) => boolean
  readonly #timeoutMs: number
  #count = 0

  constructor(options: { send: (frame: object) => boolean; timeoutMs: number }) {
    this.#send = options.send
    this.#timeoutMs = options.timeoutMs
  }

  /** @throws connectionLost when there is no answer in time: it may have been done all the same */
  call(operation: string, input: object): Promise<unknown> {
    const id = `c${this.#count++}`
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#settle(id)?.reject(connectionLost()), this.#timeoutMs)
      const frame = { type: 'call', id, operation, ...input }
      this.#pending.set(id, { frame, isSent: this.#send(frame), resolve, reject, timer })
    })
  }

  /** Sends what was called before there was a connection. */
  connected(): void {
    for (const call of this.#pending.values()) if (!call.isSent) call.isSent = this.#send(call.frame)
  }

  /** Nobody will answer any more. */
  disconnected(): void {
    for (const id of [...this.#pending.keys()]) this.#settle(id)?.reject(connectionLost())
  }

  result(id: string, body: unknown): void {
    this.#settle(id)?.resolve(body)
  }

  problem(id: string, problem: Problem): void {
    this.#settle(id)?.reject(problem)
  }

  #settle(id: string): Pending | undefined {
    const call = this.#pending.get(id)
    if (call === undefined) return undefined
    clearTimeout(call.timer)
    this.#pending.delete(id)
    return call
  }
}
