import { createHash } from 'node:crypto'
import { invalidInput } from '@liaison/sdk'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Access } from '../access/access.ts'
import type { CompiledOperation } from './compiled-operation.ts'
import type { OwnedDispatcher } from './create-dispatcher.ts'
import type { Caller, RawInput, Reply } from './dispatcher.ts'
import type { RateLimit } from './rate-limit.ts'
import { type AccessOf, callerOf } from './request-caller.ts'
import { requireSameOrigin } from './same-origin.ts'
import type { Headers } from './security-headers.ts'
import type { Sessions } from './sessions.ts'

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null
    access: Access | null
  }
}

export interface RouteFloor {
  readonly dispatcher: OwnedDispatcher
  readonly sessions: Sessions
  readonly accessOf: AccessOf
  readonly rateLimit: RateLimit | undefined
  readonly publicUrl: string | undefined
  readonly headers: Headers
  /** Told after each reply, for the metrics. @param seconds - from the first byte to the last */
  finished(operationId: string, status: number, seconds: number): void
}

const defaultBodyLimit = 256 * 1024

/** `"3"` and `W/"3"` are versions; `*` asks for nothing in particular. */
function expectedVersion(header: string | undefined): number | undefined {
  if (header === undefined || header === '*') return undefined
  const version = /^(?:W\/)?"(\d{1,15})"$/.exec(header.trim())?.[1]
  if (version === undefined) throw invalidInput({ errors: [{ pointer: '/headers/if-match', message: 'must be the ETag of a reply' }] })
  return Number(version)
}

function idempotencyOf(request: FastifyRequest): RawInput['idempotency'] {
  const key = request.headers['idempotency-key']
  if (key === undefined || request.method !== 'POST') return undefined
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key))
    throw invalidInput({ errors: [{ pointer: '/headers/idempotency-key', message: 'must be 1–200 visible ASCII characters' }] })
  return {
    key,
    digest: createHash('sha256')
      .update(request.url)
      .update('\n')
      .update(JSON.stringify(request.body) ?? '')
      .digest('base64'),
  }
}

function inputOf(request: FastifyRequest): RawInput {
  const { params, query, body, headers } = request
  const version = expectedVersion(headers['if-match'])
  const idempotency = idempotencyOf(request)
  if (version === undefined && idempotency === undefined) return { params, query, body }
  return {
    params,
    query,
    body,
    ...(version !== undefined && { expectedVersion: version }),
    ...(idempotency !== undefined && { idempotency }),
  }
}

/** Registers the address of one operation. Judged before the body is read: where from, who, how often, may he. */
export function addOperationRoute(app: FastifyInstance, operation: CompiledOperation, floor: RouteFloor): void {
  const { dispatcher, sessions, accessOf, rateLimit, publicUrl, headers, finished } = floor
  const { method, path, bodyLimit = defaultBodyLimit } = operation.operation

  const admit = (request: FastifyRequest, caller: Caller): void => {
    if (rateLimit !== undefined) {
      if (caller.access === undefined) rateLimit.take('address', request.ip)
      else rateLimit.take('person', caller.access.personId)
    }
    request.caller = caller
    request.access = dispatcher.judge(operation, caller)
  }

  const send = (reply: FastifyReply, answer: Reply): void => {
    reply.code(answer.status).headers(headers)
    if (answer.headers !== undefined) reply.headers(answer.headers as Record<string, string | string[]>)
    const version = operation.versioned ? (answer.body as { version?: unknown } | null | undefined)?.version : undefined
    if (version !== undefined) reply.header('etag', `"${String(version)}"`)
    if (operation.operation.schema.reply === undefined) return void reply.send()
    reply.header('content-type', 'application/json; charset=utf-8').send(operation.write(answer.body))
  }

  app.route({
    method,
    url: `/api${path}`,
    bodyLimit,
    onRequest(request, _reply, next) {
      try {
        if (!operation.reads && request.headers.authorization === undefined) requireSameOrigin(request, publicUrl)
        const caller = callerOf(request, sessions, accessOf)
        if (caller instanceof Promise) {
          caller.then((found) => admit(request, found)).then(() => next(), next)
        } else {
          admit(request, caller)
          next()
        }
      } catch (error) {
        next(error as Error)
      }
    },
    handler(request, reply) {
      dispatcher
        .perform(operation, request.caller!, request.access!, inputOf(request))
        .then((answer) => send(reply, answer))
        .catch((error: unknown) => reply.send(error))
    },
    onResponse(_request, reply, next) {
      finished(operation.id, reply.statusCode, reply.elapsedTime / 1_000)
      next()
    },
  })
}
