import type { Input, Operation } from '../../contract/operation.ts'
import { isProblem, notFound } from '../../contract/problem.ts'

type Handler = (input: Input<unknown, unknown, unknown>) => unknown
interface Answering {
  readonly operation: Operation
  readonly pattern: URLPattern
  readonly handler: Handler
}

/** What a page in a test asks instead of a server: each operation has an answer, or is a 404. */
export class TestServer {
  readonly #answers: Answering[] = []
  #isReachable = true
  /** Ids of the operations that were called, in order */
  readonly calls: string[] = []

  /** Answers an operation; a later answer replaces an earlier one. A thrown Problem is sent as one. */
  on<P, Q, B, R>(operation: Operation<P, Q, B, R>, handler: (input: { params: P; query: Q; body: B }) => R | Promise<R>): this {
    const pattern = new URLPattern({ pathname: `/api${operation.path}` })
    this.#answers.unshift({ operation: operation as Operation, pattern, handler: handler as Handler })
    return this
  }
  /** Cuts or mends the line. */
  reachable(isReachable: boolean): void {
    this.#isReachable = isReachable
  }

  readonly fetch = async (address: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    if (!this.#isReachable) throw new TypeError('Failed to fetch')
    const url = new URL(String(address), location.href)
    const found = this.#answers.find(
      ({ operation, pattern }) => operation.method === (init.method ?? 'GET') && pattern.test({ pathname: url.pathname }),
    )
    try {
      if (found === undefined) throw notFound({ detail: `nothing answers ${init.method ?? 'GET'} ${url.pathname}` })
      const { operation, pattern, handler } = found
      this.calls.push(operation.id)
      const params = pattern.exec({ pathname: url.pathname })?.pathname.groups
      const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
      const reply = await handler({ params, query: Object.fromEntries(url.searchParams), body })
      return reply === undefined ? new Response(null, { status: 204 }) : Response.json(reply, { status: operation.status })
    } catch (error) {
      if (!isProblem(error)) throw error
      const { type, status, message, members } = error
      const document = { type: `urn:liaison:problem:${type}`, title: message, status, ...members }
      return Response.json(document, { status, headers: { 'content-type': 'application/problem+json' } })
    }
  }
}
