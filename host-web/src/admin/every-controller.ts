import { type Input, isProblem, type Operation, type Page, type Problem } from '@liaison/sdk'
import { ContextController, unexpectedAnswer } from '@liaison/sdk/web'
import type { ReactiveElement } from 'lit'

interface Paged {
  readonly limit?: number
  readonly cursor?: string
}

/**
 * The whole of a list that is read page by page, for what only makes sense whole: a tree, the choices of a field.
 * @param ask - asked before each drawing; undefined asks for nothing (yet)
 */
export class EveryController<T, P, Q extends Paged, B> extends ContextController<'queries'> {
  readonly #operation: Operation<P, Q, B, Page<T>>
  readonly #ask: () => Input<P, Q, B> | undefined
  #key: string | undefined
  #data: readonly T[] | undefined
  #problem: Problem | undefined

  constructor(host: ReactiveElement, operation: Operation<P, Q, B, Page<T>>, ask: () => Input<P, Q, B> | undefined) {
    super(host, 'queries')
    this.#operation = operation
    this.#ask = ask
  }

  /** Undefined while it is on its way for the first time */
  get data(): readonly T[] | undefined {
    return this.#data
  }
  get problem(): Problem | undefined {
    return this.#problem
  }

  protected override found() {
    this.host.requestUpdate()
  }
  override hostConnected(): void {
    this.#key = undefined
    this.host.requestUpdate()
  }

  hostUpdate(): void {
    const input = this.#ask()
    const key = input === undefined ? undefined : JSON.stringify(input)
    if (this.foundService === undefined || key === this.#key) return
    this.#key = key
    this.#data = undefined
    if (input !== undefined) void this.#load(input, key)
  }

  /** Asks again, and keeps what is shown meanwhile. */
  readonly reload = async (): Promise<void> => {
    const input = this.#ask()
    if (input === undefined) return
    await this.service.invalidate(this.#operation)
    await this.#load(input, this.#key)
  }

  async #load(input: Input<P, Q, B>, key: string | undefined) {
    try {
      const items: T[] = []
      for (let cursor: string | undefined; ;) {
        const query = { ...(input as { query?: Q }).query, limit: 200, ...(cursor !== undefined && { cursor }) }
        const page: Page<T> = await this.service.fetch(this.#operation, { ...input, query })
        items.push(...page.items)
        if (page.next === null) break
        cursor = page.next
      }
      if (key !== this.#key) return
      this.#data = items
      this.#problem = undefined
    } catch (error) {
      if (key !== this.#key) return
      if (!isProblem(error)) reportError(error)
      this.#problem = isProblem(error) ? error : unexpectedAnswer()
    }
    this.host.requestUpdate()
  }
}
