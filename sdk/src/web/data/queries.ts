import { type InfiniteData, QueryClient, type QueryKey } from '@tanstack/query-core'
import type { Input, Operation } from '../../contract/operation.ts'
import { isProblem } from '../../contract/problem.ts'
import type { Page } from '../../contract/shapes.ts'
import type { ApiClient } from './api-client.ts'

/** The pages of a list that are shown */
export type Pages<T> = InfiniteData<Page<T>>

/** Replies that are shown, shared by all elements: kept until an event or an act makes them stale, not by the clock. */
export class Queries {
  readonly client: QueryClient
  readonly #api: ApiClient

  constructor(api: ApiClient) {
    this.#api = api
    this.client = new QueryClient({
      defaultOptions: {
        queries: {
          staleTime: Number.POSITIVE_INFINITY,
          networkMode: 'always',
          refetchOnWindowFocus: false,
          retry: (failures, error) => failures < 3 && isProblem(error) && error.status >= 500,
        },
      },
    })
  }

  /** What `QueryController` asks for. */
  optionsOf<P, Q, B, R>(operation: Operation<P, Q, B, R>, input: Input<P, Q, B>) {
    return {
      queryKey: keyOf(operation, input),
      queryFn: ({ signal }: { signal: AbortSignal }) => this.#api.call(operation, ...([input, { signal }] as never)) as Promise<R>,
    }
  }
  /** What `PagesController` asks for; stale with the other replies of the operation. */
  pagesOf<T, P, Q, B>(operation: Operation<P, Q, B, Page<T>>, input: Input<P, Q, B>) {
    const { query } = input as { readonly query?: object }
    return {
      queryKey: [...keyOf(operation, input), 'pages'] as QueryKey,
      queryFn: ({ pageParam, signal }: { pageParam: unknown; signal: AbortSignal }): Promise<Page<T>> => {
        const page = pageParam === undefined ? input : { ...input, query: { ...query, cursor: pageParam } }
        return this.#api.call(operation, ...([page, { signal }] as never))
      },
      initialPageParam: undefined as unknown,
      getNextPageParam: ({ next }: Page<T>) => next ?? undefined,
    }
  }
  /** From memory when it is there, else asked for. */
  fetch<P, Q, B, R>(operation: Operation<P, Q, B, R>, input: Input<P, Q, B>): Promise<R> {
    return this.client.fetchQuery(this.optionsOf(operation, input))
  }
  known<P, Q, B, R>(operation: Operation<P, Q, B, R>, input: Input<P, Q, B>): R | undefined {
    return this.client.getQueryData<R>(keyOf(operation, input))
  }
  /** Puts in what an event or a reply told. `change` is not called for what nobody asked for yet. */
  patch<P, Q, B, R>(operation: Operation<P, Q, B, R>, input: Input<P, Q, B>, change: (known: R) => R): void {
    this.client.setQueryData<R>(keyOf(operation, input), (known) => (known === undefined ? undefined : change(known)))
  }
  /** Marks replies of an operation as stale: those on the page are asked for again now. @param input - default: all inputs */
  async invalidate<P, Q, B, R>(operation: Operation<P, Q, B, R>, input?: Input<P, Q, B>): Promise<void> {
    await this.client.invalidateQueries({ queryKey: input === undefined ? [operation.id] : keyOf(operation, input) })
  }

  /**
   * Shows a change before the server has agreed, and takes it back when it does not.
   * @returns what `run` answers
   * @throws Problem of `run`, after what was shown has been put back
   */
  async optimistic<P, Q, B, R, T>(
    operation: Operation<P, Q, B, R>,
    input: Input<P, Q, B>,
    change: (known: R) => R,
    run: () => Promise<T>,
  ): Promise<T> {
    const queryKey = keyOf(operation, input)
    await this.client.cancelQueries({ queryKey })
    const before = this.client.getQueryData<R>(queryKey)
    this.patch(operation, input, change)
    try {
      return await run()
    } catch (error) {
      this.client.setQueryData(queryKey, before)
      throw error
    }
  }

  /** At sign-out. */
  clear(): void {
    this.client.clear()
  }
}

const keyOf = (operation: { readonly id: string }, input: object): QueryKey => [operation.id, input]
