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
import type { Views } from './views.ts'

/** What is known of a request to an operation while it is answered. */
export interface Call {
  readonly operation: CompiledOperation
  /** `performance.now()` at the start */
  readonly began: number
  caller: Caller | undefined
  access: Access | undefined
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Null for what is no operation */
    call: Call | null
  }
}

export interface RouteFloor {
  readonly dispatcher: OwnedDispatcher
  readonly sessions: Sessions
  readonly accessOf: AccessOf
  readonly views: Views
  readonly rateLimit: RateLimit | undefined
  readonly publicUrl: string | undefined
  readonly headers: Headers
  /** Told of each reply, for the metrics */
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

function idempotencyOf({ headers, url, body }: FastifyRequest): RawInput['idempotency'] {
  const key = headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw invalidInput({ errors: [{ pointer: '/headers/idempotency-key', message: 'must be 1–200 visible ASCII characters' }] })
  }
  const digest = createHash('sha256')
    .update(url)
    .update('\n')
    .update(JSON.stringify(body) ?? '')
    .digest('base64')
  return { key, digest }
}

function inputOf(request: FastifyRequest, { reads, operation }: CompiledOperation): RawInput {
  const { params, query, body } = request
  if (reads) return { params, query }
  const version = expectedVersion(request.headers['if-match'])
  const idempotency = operation.method === 'POST' ? idempotencyOf(request) : undefined
  return {
    params,
    query,
    body,
    ...(version !== undefined && { expectedVersion: version }),
    ...(idempotency !== undefined && { idempotency }),
  }
}

/** Text with a type of its own, e.g. a CSV file, goes out as it is. */
const isFile = (answer: Reply): answer is Reply & { body: string } =>
  answer.headers?.['content-type'] !== undefined && typeof answer.body === 'string'

/** Names and values in turn; a name that is there gets the new value. */
function replaceIn(list: (string | string[])[], headers: NonNullable<Reply['headers']>): void {
  for (const [name, value] of Object.entries(headers)) {
    const place = list.indexOf(name)
    const given = typeof value === 'string' ? value : [...value]
    if (place === -1) list.push(name, given)
    else list[place + 1] = given
  }
}

/** Registers the address of one operation. Judged before the body is read: where from, who, how often, may he. */
export function addOperationRoute(app: FastifyInstance, operation: CompiledOperation, floor: RouteFloor): void {
  const { dispatcher, sessions, accessOf, views, rateLimit, publicUrl, headers, finished } = floor
  const { method, path, bodyLimit = defaultBodyLimit, schema } = operation.operation
  const plain = Object.entries(headers).flat()
  const json = [...plain, 'content-type', 'application/json; charset=utf-8', 'content-length']

  const admit = (call: Call, request: FastifyRequest, caller: Caller): void => {
    if (rateLimit !== undefined) {
      if (caller.access === undefined) rateLimit.take('address', request.ip)
      else rateLimit.take('person', caller.access.personId)
    }
    call.caller = caller
    call.access = dispatcher.judge(operation, caller)
  }

  /** Written at once: what fastify does on the way (hooks, serialisers, streams) is of no use to a text that is ready. */
  const send = (reply: FastifyReply, { began }: Call, answer: Reply): void => {
    const text = schema.reply === undefined ? undefined : isFile(answer) ? answer.body : operation.write(answer.body)
    // as a list: a record of them would be copied, and looked up, for each reply
    const all: (string | string[])[] = text === undefined ? [...plain] : [...json, String(Buffer.byteLength(text))]
    if (answer.headers !== undefined) replaceIn(all, answer.headers)
    if (operation.versioned) all.push('etag', `"${(answer.body as { version: number }).version}"`)
    reply.hijack()
    reply.raw.writeHead(answer.status, all).end(text)
    finished(operation.id, answer.status, (performance.now() - began) / 1_000)
  }

  app.route({
    method,
    url: `/api${path}`,
    bodyLimit,
    onRequest(request, _reply, next) {
      const call: Call = { operation, began: performance.now(), caller: undefined, access: undefined }
      request.call = call
      try {
        if (!operation.reads && request.headers.authorization === undefined) requireSameOrigin(request, publicUrl)
        const caller = callerOf(request, sessions, accessOf, views)
        if (caller instanceof Promise) {
          caller.then((found) => admit(call, request, found)).then(() => next(), next)
          return
        }
        admit(call, request, caller)
      } catch (error) {
        return next(error as Error)
      }
      next()
    },
    handler(request, reply) {
      const call = request.call!
      dispatcher.perform(operation, call.caller!, call.access!, inputOf(request, operation), (error, answer) => {
        if (answer === undefined) return void reply.send(error)
        try {
          send(reply, call, answer)
        } catch (fault) {
          reply.send(fault)
        }
      })
    },
  })
}
