import { InfiniteQueryObserver } from '@tanstack/query-core'
import type { ReactiveElement } from 'lit'
import type { Input, Operation } from '../../contract/operation.ts'
import { isProblem, type Problem } from '../../contract/problem.ts'
import type { Page } from '../../contract/shapes.ts'
import { ContextController } from '../context-controller.ts'
import { unexpectedAnswer } from './api-client.ts'
import type { Pages } from './queries.ts'

interface Paged {
  readonly cursor?: string
}

/**
 * A list that is read page by page as the person asks for more. What makes it stale makes all pages that are shown stale: they
 * are asked for again, as many as there were.
 */
export class PagesController<T, P, Q extends Paged, B> extends ContextController<'queries'> {
  readonly #operation: Operation<P, Q, B, Page<T>>
  readonly #ask: () => Input<P, Q, B> | undefined
  #observer: InfiniteQueryObserver<Page<T>, Error, Pages<T>> | undefined
  #stop: (() => void) | undefined

  /** @param ask - asked before each drawing; undefined asks for nothing (yet). Another answer begins with its first page. */
  constructor(host: ReactiveElement, operation: Operation<P, Q, B, Page<T>>, ask: () => Input<P, Q, B> | undefined) {
    super(host, 'queries')
    this.#operation = operation
    this.#ask = ask
  }

  /** Of all pages so far; undefined while nothing is there yet */
  get items(): readonly T[] | undefined {
    return this.#result?.data?.pages.flatMap(({ items }) => items)
  }
  get hasMore(): boolean {
    return this.#result?.hasNextPage ?? false
  }
  /** The next page is on its way. */
  get isLoadingMore(): boolean {
    return this.#result?.isFetchingNextPage ?? false
  }
  /** Why it could not be had; what was there before is still in `items`. */
  get problem(): Problem | undefined {
    return this.#result?.isFetchNextPageError === true ? undefined : this.#fault
  }
  /** Why the next page could not be had */
  get moreProblem(): Problem | undefined {
    return this.#result?.isFetchNextPageError === true ? this.#fault : undefined
  }

  readonly more = async (): Promise<void> => {
    await this.#observer?.fetchNextPage()
  }
  readonly refetch = async (): Promise<void> => {
    await this.#observer?.refetch()
  }

  protected override found() {
    this.host.requestUpdate()
  }
  override hostConnected(): void {
    this.host.requestUpdate()
  }
  hostUpdate(): void {
    const queries = this.foundService
    const input = this.#ask()
    if (queries === undefined || input === undefined) return this.#leave()
    const options = queries.pagesOf(this.#operation, input)
    if (this.#observer !== undefined) return this.#observer.setOptions(options)
    this.#observer = new InfiniteQueryObserver(queries.client, options)
    this.#stop = this.#observer.subscribe(() => this.host.requestUpdate())
  }
  hostDisconnected(): void {
    this.#leave()
  }

  get #result() {
    return this.#observer?.getCurrentResult()
  }
  get #fault(): Problem | undefined {
    const error = this.#result?.error ?? undefined
    return error === undefined || isProblem(error) ? error : unexpectedAnswer()
  }
  #leave() {
    this.#stop?.()
    this.#stop = undefined
    this.#observer = undefined
  }
}
