import type { Answer } from '@liaison/sdk/server'
import type { CompiledOperation } from './compiled-operation.ts'
import type { Reply } from './dispatcher.ts'

/** Checked input of an operation. */
export interface Given {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  readonly expectedVersion?: number
}
/** Called once, with an error or a reply. */
export type Done = (error: unknown, reply: Reply | undefined) => void

export const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof (value as { then?: unknown } | undefined | null)?.then === 'function'

/** What a handler returned, as a reply. */
export function replyOf({ operation }: CompiledOperation, result: unknown): Reply {
  const answer = result as Answer<unknown> | undefined | null
  if (typeof answer === 'object' && answer !== null && answer['~answer'] === true) {
    return {
      status: answer.status ?? operation.status,
      body: answer.body,
      ...(answer.headers !== undefined && { headers: answer.headers }),
    }
  }
  return { status: operation.status, body: result }
}
