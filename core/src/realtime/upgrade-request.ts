import type { IncomingMessage } from 'node:http'
import { signInNeeded } from '@liaison/sdk'
import type { Origin } from '@liaison/sdk/server'
import { crossOrigin, type ProblemDocument } from '../http/problem-document.ts'
import { type Session, sessionCookie, type Sessions } from '../http/sessions.ts'
import { subProtocol, ticketPrefix } from './protocol.ts'
import { viewAsHeader, viewAsParameter, viewOf, type Views } from '../http/views.ts'
import { viewAsHasEnded } from '@liaison/sdk/platform'
import type { SocketView } from './socket-view.ts'
import type { Tickets } from './tickets.ts'

/** Who may open a socket, and as whom. */
export interface Doorkeeper {
  readonly sessions: Sessions
  readonly tickets: Tickets
  readonly views: Views | undefined
  /** The platform's own origin behind a proxy; undefined: what the `Host` header says */
  readonly publicOrigin: string | undefined
}

/**
 * The session behind a request for a socket: by ticket, `Authorization`, or cookie.
 * @throws signInNeeded (401), crossOrigin (403) for a cookie that another site's page sends
 */
export async function sessionOf(request: IncomingMessage, { sessions, tickets, publicOrigin }: Doorkeeper): Promise<Session> {
  const ticket = offeredProtocols(request).find((name) => name.startsWith(ticketPrefix))
  if (ticket !== undefined) {
    const sessionId = await tickets.redeem(ticket.slice(ticketPrefix.length))
    return orThrow(sessionId && (await sessions.byId(sessionId)))
  }
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (bearer !== undefined) return orThrow(await sessions.find({ bearer }))
  const cookie = cookiesOf(request)[sessionCookie]
  if (cookie === undefined) throw signInNeeded()
  if (!isOwnOrigin(request, publicOrigin)) throw crossOrigin()
  return orThrow(await sessions.find({ cookie }))
}

/**
 * Whom the socket views as; undefined: nobody. A browser can say it in the address only; a client that sends the header must not
 * go on as itself.
 * @throws viewAsHasEnded (403)
 */
export async function viewAskedBy(request: IncomingMessage, session: Session, views: Views | undefined): Promise<SocketView | undefined> {
  const named = new URL(request.url ?? '', 'ws://host').searchParams.getAll(viewAsParameter)
  const ids = new Set([...named, ...[request.headers[viewAsHeader] ?? []].flat()])
  const [id] = ids
  if (id === undefined) return undefined
  const view = ids.size === 1 ? await viewOf(views, id, session) : undefined
  if (view === undefined) throw viewAsHasEnded()
  return { id, ...view }
}

function orThrow(session: Session | undefined | ''): Session {
  if (!session) throw signInNeeded()
  return session
}

/** A browser always says where the page is from; who says nothing is no browser and has the cookie by itself. */
function isOwnOrigin(request: IncomingMessage, publicOrigin: string | undefined): boolean {
  const { origin, host } = request.headers
  if (origin === undefined || origin === publicOrigin) return true
  return URL.canParse(origin) && new URL(origin).host === host
}

export const offeredProtocols = (request: IncomingMessage): string[] =>
  (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim())

/** What a client that offers sub-protocols is answered; a ticket is never repeated. */
export const chosenProtocol = (offered: ReadonlySet<string>): string | false => (offered.has(subProtocol) ? subProtocol : false)

function cookiesOf(request: IncomingMessage): Record<string, string | undefined> {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => {
    const at = pair.indexOf('=')
    return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const
  })
  return Object.fromEntries(pairs.filter(([name]) => name !== ''))
}

export const originOf = (request: IncomingMessage, traceId: string): Origin => ({
  address: request.socket.remoteAddress ?? '',
  site: `${'encrypted' in request.socket ? 'https' : 'http'}://${request.headers.host ?? ''}`,
  userAgent: request.headers['user-agent'] ?? '',
  traceId,
  cookies: {},
})

/** The answer to a request that gets no socket, as it goes over the wire. */
export function refusal(problem: ProblemDocument): string {
  const body = JSON.stringify(problem)
  const reasons: Readonly<Record<number, string>> = {
    400: 'Bad Request',
    401: 'Unauthorized',
    403: 'Forbidden',
    404: 'Not Found',
    429: 'Too Many Requests',
    503: 'Service Unavailable',
  }
  return [
    `HTTP/1.1 ${problem.status} ${reasons[problem.status] ?? 'Error'}`,
    'Connection: close',
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n')
}
