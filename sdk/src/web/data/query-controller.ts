import { QueryObserver, type QueryKey } from '@tanstack/query-core'
import type { ReactiveElement } from 'lit'
import type { Input, Operation } from '../../contract/operation.ts'
import { isProblem, type Problem } from '../../contract/problem.ts'
import { ContextController } from '../context-controller.ts'
import { unexpectedAnswer } from './api-client.ts'

/**
 * Shows what an operation answers, shared with every other element that asks the same.
 * @param ask - asked before each drawing; undefined asks for nothing (yet)
 */
export class QueryController<P, Q, B, R> extends ContextController<'queries'> {
  readonly #operation: Operation<P, Q, B, R>
  readonly #ask: () => Input<P, Q, B> | undefined
  #observer: QueryObserver<unknown, Error, unknown, unknown, QueryKey> | undefined
  #stop: (() => void) | undefined

  constructor(host: ReactiveElement, operation: Operation<P, Q, B, R>, ask: () => Input<P, Q, B> | undefined) {
    super(host, 'queries')
    this.#operation = operation
    this.#ask = ask
  }

  /** Undefined while nothing is there yet */
  get data(): R | undefined {
    return this.#observer?.getCurrentResult().data as R | undefined
  }
  /** Nothing is there yet, and it is on its way: draw the skeleton. */
  get pending(): boolean {
    return this.#observer?.getCurrentResult().isLoading ?? true
  }
  /** Why it could not be had; what was there before is still in `data`. */
  get problem(): Problem | undefined {
    const error = this.#observer?.getCurrentResult().error ?? undefined
    return error === undefined || isProblem(error) ? error : unexpectedAnswer()
  }
  readonly refetch = async (): Promise<void> => {
    await this.#observer?.refetch()
  }

  protected override found() {
    this.host.requestUpdate()
  }

  hostUpdate(): void {
    const queries = this.foundService
    const input = this.#ask()
    if (queries === undefined || input === undefined) return this.#leave()
    const options = queries.optionsOf(this.#operation, input) as never
    if (this.#observer !== undefined) return this.#observer.setOptions(options)
    this.#observer = new QueryObserver(queries.client, options)
    this.#stop = this.#observer.subscribe(() => this.host.requestUpdate())
  }

  override hostConnected(): void {
    this.host.requestUpdate()
  }
  hostDisconnected(): void {
    this.#leave()
  }

  #leave() {
    this.#stop?.()
    this.#stop = undefined
    this.#observer = undefined
  }
}
