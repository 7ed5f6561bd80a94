import type { AnyOperation, Input, Operation } from '../../contract/operation.ts'
import { defineProblem, type Problem, type ProblemKind } from '../../contract/problem.ts'
import { addressOf } from './address.ts'
import { newId } from './new-id.ts'

/** The server was not reached; whether it did what was asked is unknown. */
export const connectionLost = defineProblem('web/connection-lost', 503, {
  'zh-CN': '网络已断开，请稍后重试',
  en: 'The connection is lost. Try again in a moment',
})
/** The server answered with something that is no problem document. */
export const unexpectedAnswer = defineProblem('web/unexpected-answer', 502, {
  'zh-CN': '服务器出现问题，请稍后重试',
  en: 'The server has a problem. Try again in a moment',
})

export interface CallOptions {
  readonly signal?: AbortSignal
  /** Makes a repeated create answer with the first; made anew for each POST when absent. */
  readonly idempotencyKey?: string
  /** Version that the change is based on; another one stored answers staleVersion (412). */
  readonly version?: number
}

/** What a call takes: the input may be left out when nothing in it is required. */
export type CallArguments<P, Q, B> =
  {} extends Input<P, Q, B> ? [input?: Input<P, Q, B>, options?: CallOptions] : [input: Input<P, Q, B>, options?: CallOptions]

export interface ApiClientOptions {
  /** Default `/api` of this page's origin */
  readonly baseUrl?: string
  readonly fetch?: typeof globalThis.fetch
  /** Further headers for each call: a token, the view-as id */
  readonly headers?: () => Readonly<Record<string, string>>
  /** Hears of every failed call, with the kinds that the operation declares. */
  readonly onProblem?: (problem: Problem, kinds: readonly ProblemKind[]) => void
}

/** Calls the platform's operations over HTTP. */
export class ApiClient {
  readonly #options: ApiClientOptions

  constructor(options: ApiClientOptions = {}) {
    this.#options = options
  }

  /**
   * Calls an operation.
   * @returns the reply, undefined when the operation has none
   * @throws Problem - what the server said, or connectionLost; AbortError when `signal` was aborted
   */
  async call<P, Q, B, R>(operation: Operation<P, Q, B, R>, ...[input, options]: CallArguments<P, Q, B>): Promise<R> {
    try {
      return (await this.#send(operation, (input ?? {}) as Input<unknown, unknown, unknown>, options ?? {})) as R
    } catch (error) {
      if (error instanceof Error && 'type' in error) this.#options.onProblem?.(error as Problem, operation.problems)
      throw error
    }
  }

  async #send(operation: AnyOperation, input: Input<unknown, unknown, unknown>, options: CallOptions): Promise<unknown> {
    const { baseUrl = '/api', headers, fetch = globalThis.fetch.bind(globalThis) } = this.#options
    const hasBody = input.body !== undefined
    const request: RequestInit = {
      method: operation.method,
      headers: {
        accept: 'application/json',
        ...(hasBody && { 'content-type': 'application/json' }),
        ...(operation.method === 'POST' && { 'idempotency-key': options.idempotencyKey ?? newId() }),
        ...(options.version !== undefined && { 'if-match': `"${options.version}"` }),
        ...headers?.(),
      },
      ...(hasBody && { body: JSON.stringify(input.body) }),
      ...(options.signal && { signal: options.signal }),
    }
    const response = await fetch(baseUrl + addressOf(operation, input), request).catch((error: unknown) => {
      throw options.signal?.aborted ? error : connectionLost({ cause: String(error) })
    })
    if (!response.ok) throw await problemOf(response)
    if (response.status === 204) return undefined
    return isJson(response) ? response.json() : response.text()
  }
}

/** A file that is taken out comes as its text. */
const isJson = (response: Response): boolean => (response.headers.get('content-type') ?? 'application/json').includes('json')

async function problemOf(response: Response): Promise<Problem> {
  const kind = response.headers.get('content-type') ?? ''
  if (!kind.includes('application/problem+json')) return unexpectedAnswer({ httpStatus: response.status })
  const { type, title, status, ...members } = (await response.json()) as Record<string, unknown>
  return Object.assign(new Error(String(title)), {
    type: String(type).replace(/^urn:liaison:problem:/, ''),
    status: Number(status ?? response.status),
    members: { title, ...members },
  })
}
