import type { Origin } from '@liaison/sdk/server'
import { viewAsHasEnded } from '@liaison/sdk/platform'
import type { FastifyRequest } from 'fastify'
import { type Access, nobody } from '../access/access.ts'
import type { Caller } from './dispatcher.ts'
import { type Credentials, type Session, sessionCookie, type Sessions } from './sessions.ts'
import { accessOfView, viewAsHeader, viewOf, type Views } from './views.ts'

type Awaitable<T> = T | Promise<T>
export type AccessOf = (personId: string) => Awaitable<Access | undefined>

/** A cookie by name, without reading the others. */
function cookieOf(header: string | undefined, name: string): string | undefined {
  if (header === undefined) return undefined
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return undefined
}

/** Where a request came from, read when somebody asks. */
export class RequestOrigin implements Origin {
  readonly #request: FastifyRequest
  constructor(request: FastifyRequest) {
    this.#request = request
  }
  get address(): string {
    return this.#request.ip
  }
  get site(): string {
    return `${this.#request.protocol}://${this.#request.host}`
  }
  get userAgent(): string {
    return (this.#request.headers['user-agent'] ?? '').slice(0, 400)
  }
  get traceId(): string {
    return this.#request.id
  }
  get cookies(): Readonly<Record<string, string | undefined>> {
    const { cookie } = this.#request.headers
    return new Proxy({}, { get: (_, name) => (typeof name === 'string' ? cookieOf(cookie, name) : undefined) })
  }
}

interface Presented {
  readonly authorization: string | undefined
  readonly cookie: string | undefined
  readonly credentials: Credentials | undefined
}
const presentedOn = new WeakMap<object, Presented>()

/** Clients present the same on a connection again and again: it stays the same object, so that what is worked out from it is kept. */
function credentialsOn(connection: object, { authorization, cookie }: FastifyRequest['headers']): Credentials | undefined {
  const before = presentedOn.get(connection)
  if (before !== undefined && before.authorization === authorization && before.cookie === cookie) return before.credentials
  const credentials = credentialsOf({ authorization, cookie })
  presentedOn.set(connection, { authorization, cookie, credentials })
  return credentials
}

export function credentialsOf(headers: {
  readonly cookie?: string | undefined
  readonly authorization?: string | undefined
}): Credentials | undefined {
  const { authorization, cookie } = headers
  if (authorization !== undefined) {
    const bearer = /^Bearer +([^\s]+)$/i.exec(authorization)?.[1]
    return bearer === undefined ? undefined : { bearer }
  }
  const value = cookieOf(cookie, sessionCookie)
  return value === undefined ? undefined : { cookie: value }
}

const callerFor = (session: Session, access: Access | undefined, origin: Origin): Caller => {
  if (access === undefined) return { access: undefined, origin }
  const { duty } = session
  return {
    access,
    sessionId: session.id,
    origin,
    ...(duty !== undefined && { duty }),
    ...(session.tokenPermissions !== undefined && { tokenPermissions: session.tokenPermissions }),
  }
}

/**
 * What both the viewed person and the viewer reach, and the viewer's session; a narrowed token stays narrowed.
 * @throws viewAsHasEnded (403)
 */
async function viewed({ session, viewId, views, accessOf, origin }: Viewing): Promise<Caller> {
  const view = await viewOf(views, viewId, session)
  const access = view === undefined ? undefined : accessOfView(await accessOf(view.personId), await accessOf(session.personId))
  if (access === undefined) throw viewAsHasEnded()
  return { ...callerFor(session, access, origin), viewerId: session.personId }
}
interface Viewing {
  readonly session: Session
  readonly viewId: string
  readonly views: Views
  readonly accessOf: AccessOf
  readonly origin: Origin
}

function strangerFrom(origin: Origin, accessOf: AccessOf): Awaitable<Caller> {
  const known = accessOf(nobody.personId)
  return known instanceof Promise
    ? known.then((stranger) => ({ access: undefined, stranger, origin }))
    : { access: undefined, stranger: known, origin }
}

/** Who a request comes from; a promise only where memory does not know the session or the person's access. */
export function callerOf(request: FastifyRequest, sessions: Sessions, accessOf: AccessOf, views: Views): Awaitable<Caller> {
  const origin = new RequestOrigin(request)
  const credentials = credentialsOn(request.raw.socket, request.headers)
  if (credentials === undefined) return strangerFrom(origin, accessOf)
  const withSession = (session: Session | undefined): Awaitable<Caller> => {
    if (session === undefined) return strangerFrom(origin, accessOf)
    const viewId = request.headers[viewAsHeader]
    if (viewId !== undefined) return viewed({ session, viewId: String(viewId), views, accessOf, origin })
    const access = accessOf(session.personId)
    return access instanceof Promise ? access.then((found) => callerFor(session, found, origin)) : callerFor(session, access, origin)
  }
  const session = sessions.find(credentials)
  return session instanceof Promise ? session.then(withSession) : withSession(session)
}
