import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { isProblem, type Problem } from '../contract/problem.ts'
import { unexpectedAnswer } from './data/api-client.ts'

/** Something a person sets off: pending while it runs, a problem when it failed. Started again while pending, it is not. */
export class Action<Arguments extends readonly unknown[] = []> implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #run: (...args: Arguments) => Promise<unknown>
  #pending = false
  #problem: Problem | undefined

  constructor(host: ReactiveControllerHost, run: (...args: Arguments) => Promise<unknown>) {
    this.#host = host
    this.#run = run
    host.addController(this)
  }

  get pending(): boolean {
    return this.#pending
  }
  get problem(): Problem | undefined {
    return this.#problem
  }

  /** @returns whether it was done. A bug is reported as one and shown as unexpectedAnswer. */
  readonly start = async (...args: Arguments): Promise<boolean> => {
    if (this.#pending) return false
    this.#change(true, undefined)
    try {
      await this.#run(...args)
      this.#change(false, undefined)
      return true
    } catch (error) {
      if (!isProblem(error)) reportError(error)
      this.#change(false, isProblem(error) ? error : unexpectedAnswer())
      return false
    }
  }
  /** Forgets the problem: what was typed has changed. */
  readonly reset = (): void => {
    if (this.#problem !== undefined) this.#change(this.#pending, undefined)
  }

  hostConnected(): void {}

  #change(pending: boolean, problem: Problem | undefined) {
    this.#pending = pending
    this.#problem = problem
    this.#host.requestUpdate()
  }
}
