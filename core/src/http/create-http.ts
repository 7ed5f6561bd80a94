import { isUtf8 } from 'node:buffer'
import { isProblem, notFound } from '@liaison/sdk'
import type { Logger } from '@liaison/sdk/server'
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Kernel } from '../kernel/kernel.ts'
import { guardFailed } from '../kernel/tap-guard.ts'
import type { OwnedDispatcher } from './create-dispatcher.ts'
import { keyReused } from './idempotency.ts'
import { refuseBroken } from './broken-request.ts'
import { addOperationRoute } from './operation-route.ts'
import { badRequest, localeOf, ProblemTitles, tooLarge, unsupportedMedia } from './problem-document.ts'
import { RateLimit } from './rate-limit.ts'
import type { AccessOf } from './request-caller.ts'
import { addReference } from './reference-page.ts'
import { dataHeaders, pageHeaders } from './security-headers.ts'
import type { Sessions } from './sessions.ts'
import type { Views } from './views.ts'
import { traceIds } from './trace-ids.ts'

export interface HttpOptions {
  readonly kernel: Kernel
  readonly dispatcher: OwnedDispatcher
  readonly sessions: Sessions
  readonly views: Views
  readonly accessOf: AccessOf
  readonly logger: Logger
  /** Of the installation and the platform, for the API's documents */
  readonly name: string
  readonly version: string
  readonly publicUrl: string | undefined
  readonly trustProxy: boolean
  readonly rateLimit: 'on' | 'off'
  finished?(operationId: string, status: number, seconds: number): void
}

export interface Http {
  readonly app: FastifyInstance
  readonly titles: ProblemTitles
}

/** What fastify itself refuses, as a problem of ours. */
function asProblem(error: unknown): unknown {
  if (isProblem(error)) return error
  const { statusCode, code } = error as Partial<FastifyError>
  if (statusCode === 413) return tooLarge()
  if (statusCode === 415) return unsupportedMedia()
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return badRequest({ detail: code === undefined ? 'the body is no JSON' : (error as Error).message })
  return error
}

/** The HTTP server with an address for each bound operation; every error is a problem document. */
export function createHttp(options: HttpOptions): Http {
  const { kernel, dispatcher, logger, publicUrl, trustProxy, finished = () => undefined } = options
  const titles = new ProblemTitles(kernel, [keyReused, guardFailed])
  const secure = publicUrl?.startsWith('https:') === true
  const headers = dataHeaders(secure)

  const answerProblem = (thrown: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    const error = asProblem(thrown)
    const document = titles.document(error, localeOf(request.headers['accept-language']), request.id)
    if (document.status >= 500)
      logger.error({ err: error, traceId: request.id, method: request.method, route: request.routeOptions?.url }, 'request failed')
    reply.code(document.status).headers(headers).header('content-type', 'application/problem+json; charset=utf-8')
    if (typeof document['retryAfter'] === 'number') reply.header('retry-after', String(Math.ceil(document['retryAfter'])))
    reply.send(JSON.stringify(document))
    const { call } = request
    if (call !== null && call !== undefined) finished(call.operation.id, document.status, (performance.now() - call.began) / 1_000)
  }

  const app = fastify({
    genReqId: traceIds(),
    trustProxy,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false },
    exposeHeadRoutes: false,
    requestTimeout: 30_000,
    keepAliveTimeout: 72_000,
    forceCloseConnections: 'idle',
    rewriteUrl: ({ url = '/' }) => (isMalformedPage(url) ? '/' : url),
    frameworkErrors: (error, request, reply) => answerProblem(error, request as FastifyRequest, reply as FastifyReply),
    clientErrorHandler: refuseBroken,
  }) as unknown as FastifyInstance
  app.setErrorHandler(answerProblem)
  app.setNotFoundHandler((request, reply) => answerProblem(notFound(), request, reply))
  app.decorateRequest('call', null)
  readJson(app)

  const floor = {
    dispatcher,
    sessions: options.sessions,
    views: options.views,
    accessOf: options.accessOf,
    rateLimit: options.rateLimit === 'on' ? new RateLimit() : undefined,
    publicUrl,
    headers,
    finished,
  }
  for (const id of kernel.bound.keys()) addOperationRoute(app, dispatcher.compiled(id), floor)
  addReference(app, kernel, options, { data: headers, page: pageHeaders(secure) })
  app.all('/api/*', (request, reply) => answerProblem(notFound(), request, reply))
  return { app, titles }
}

/** A page's address that cannot be read: the shell is to say that there is nothing, as for any other. */
function isMalformedPage(url: string): boolean {
  if (!url.includes('%') || url.startsWith('/api/')) return false
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '')
    return false
  } catch {
    return true
  }
}

/** JSON alone; no body at all is none, whatever the content type says. */
function readJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (body.length === 0) return done(null, undefined)
    // decoded as it comes, another encoding would be stored as question marks
    if (!isUtf8(body as Buffer)) return done(badRequest({ detail: 'the body is no UTF-8' }), undefined)
    void parse(request, body.toString(), done)
  })
}
