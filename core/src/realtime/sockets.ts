import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { signInNeeded, tooManyRequests } from '@liaison/sdk'
import { viewAsHasEnded } from '@liaison/sdk/platform'
import { type WebSocket, WebSocketServer } from 'ws'
import { type Allowance, anAllowance, unlimited } from './allowance.ts'
import type { Access } from '../access/access.ts'
import { localeOf, stopping } from '../http/problem-document.ts'
import { dutyFirst } from '../http/duty.ts'
import { isFree, type Session } from '../http/sessions.ts'
import { accessOfView } from '../http/views.ts'
import { Connection } from './connection.ts'
import type { SharedContext } from './connection-context.ts'
import { pingFrame } from './frames.ts'
import { closing, frameLimit } from './protocol.ts'
import type { SocketView } from './socket-view.ts'
import { chosenProtocol, type Doorkeeper, originOf, refusal, sessionOf, viewAskedBy } from './upgrade-request.ts'

/** Time between two pings; a socket that was silent for a whole interval is dropped */
const pingEvery = 30_000
/** How often sessions are asked whether they are still good, in ms */
const sessionsEvery = 10_000
/** Sockets of one person at once, and when it is worth trying again, s */
const mostSockets = 1_000
const retryAfter = 10
/** How long a stop waits for calls under way, and then for the clients' goodbye, in ms */
const drainFor = 5_000
const goodbyeFor = 1_000

interface OfPerson {
  readonly connections: Set<Connection>
  readonly allowance: Allowance
}
interface Admitted {
  readonly session: Session
  readonly access: Access
  readonly view: SocketView | undefined
}

/** The open sockets of this process: who is let in, kept alive, cut and sent away. */
export class Sockets {
  readonly #server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: frameLimit,
    perMessageDeflate: false,
    handleProtocols: chosenProtocol,
  })
  readonly #connections = new Set<Connection>()
  readonly #byPerson = new Map<string, OfPerson>()
  readonly #sockets = new Map<Connection, WebSocket>()
  readonly #context: SharedContext
  readonly #doorkeeper: Doorkeeper
  readonly #limited: boolean
  readonly #came: (personId: string) => void
  readonly #left: (personId: string) => void
  readonly #timers: readonly NodeJS.Timeout[]
  #stopping = false

  constructor(options: {
    context: SharedContext
    doorkeeper: Doorkeeper
    limited: boolean
    came: (personId: string) => void
    left: (personId: string) => void
  }) {
    this.#context = options.context
    this.#doorkeeper = options.doorkeeper
    this.#limited = options.limited
    this.#came = options.came
    this.#left = options.left
    this.#timers = [setInterval(() => this.#ping(), pingEvery).unref(), setInterval(() => this.#endOldSessions(), sessionsEvery).unref()]
  }

  get size(): number {
    return this.#connections.size
  }

  /** Connections of a person, or all */
  of(personId: string | undefined): Iterable<Connection> {
    return [...(personId === undefined ? this.#connections : (this.#byPerson.get(personId)?.connections ?? []))]
  }

  /** Answers a request for a socket; everything is checked before the upgrade. */
  upgrade = (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    const traceId = this.#context.newId()
    // The client may hang up while it is looked up; there is nobody to tell then.
    stream.on('error', ignore)
    this.#admit(request).then(
      (admitted) => {
        stream.off('error', ignore)
        if (stream.destroyed) return
        this.#server.handleUpgrade(request, stream, head, (socket) => this.#open({ socket, stream, ...admitted, request, traceId }))
      },
      (error: unknown) => this.refuse(request, stream, error),
    )
  }

  /** Answers a request that gets no socket, and hangs up whether the client does or not. */
  refuse(request: IncomingMessage, stream: Duplex, error: unknown): void {
    stream.on('error', ignore)
    stream.once('finish', () => stream.destroy())
    stream.end(refusal(this.#context.failures.document(error, localeOf(request.headers['accept-language']), 'upgrade')))
  }

  /** Lets calls under way finish, then says goodbye to everybody. */
  async close(): Promise<void> {
    this.#stopping = true
    for (const timer of this.#timers) clearInterval(timer)
    const end = performance.now() + drainFor
    while ([...this.#connections].some(({ callsUnderWay }) => callsUnderWay > 0) && performance.now() < end) await pause(5)
    const sockets = [...this.#sockets.values()]
    for (const connection of this.#connections) connection.close(closing.restart, 'the server restarts')
    const gone = Promise.all(
      sockets.map(
        (socket) => new Promise<void>((resolve) => void (socket.readyState === socket.CLOSED ? resolve() : socket.once('close', resolve))),
      ),
    )
    await Promise.race([gone, pause(goodbyeFor)])
    for (const socket of sockets) socket.terminate()
    this.#server.close()
  }

  async #admit(request: IncomingMessage): Promise<Admitted> {
    if (this.#stopping) throw stopping()
    const session = await sessionOf(request, this.#doorkeeper)
    if (!session.isLive(this.#context.clock.now())) throw signInNeeded()
    if (session.duty !== undefined) throw dutyFirst(session.duty)
    const own = await this.#context.accessOf(session.personId)
    if (own === undefined) throw signInNeeded()
    const view = await viewAskedBy(request, session, this.#doorkeeper.views)
    const access = view === undefined ? own : accessOfView(await this.#context.accessOf(view.personId), own)
    if (access === undefined) throw viewAsHasEnded()
    if (this.#limited && (this.#byPerson.get(session.personId)?.connections.size ?? 0) >= mostSockets) throw tooManyRequests({ retryAfter })
    return { session, access, view }
  }

  #open(opened: Admitted & { socket: WebSocket; stream: Duplex; request: IncomingMessage; traceId: string }): void {
    const { socket, stream, session, access, view, request, traceId } = opened
    const own = this.#byPerson.get(session.personId) ?? {
      connections: new Set<Connection>(),
      allowance: this.#limited ? anAllowance() : unlimited,
    }
    const connection = new Connection(
      {
        ...this.#context,
        socket,
        stream,
        allowance: own.allowance,
        origin: originOf(request, traceId),
        locale: localeOf(request.headers['accept-language']),
      },
      { session, access, view },
    )
    this.#connections.add(connection)
    this.#sockets.set(connection, socket)
    own.connections.add(connection)
    this.#byPerson.set(session.personId, own)
    this.#came(session.personId)
    socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) connection.close(closing.unsupported, 'text only')
      else connection.receive(data.toString())
    })
    socket.on('pong', () => (connection.isAlive = true))
    // A frame that breaks the protocol or is too long: `ws` closes the socket with the code for it.
    socket.on('error', (error) => this.#context.logger.info({ reason: (error as NodeJS.ErrnoException).code, traceId }, 'a socket failed'))
    socket.on('close', () => this.#closed(connection, own))
  }

  #closed(connection: Connection, own: OfPerson): void {
    connection.gone()
    this.#connections.delete(connection)
    this.#sockets.delete(connection)
    own.connections.delete(connection)
    const { personId } = connection.session
    if (own.connections.size === 0 && this.#byPerson.get(personId) === own) this.#byPerson.delete(personId)
    this.#left(personId)
  }

  #ping(): void {
    for (const [connection, socket] of this.#sockets) {
      if (!connection.isAlive) socket.terminate()
      else {
        connection.isAlive = false
        connection.outlet.write(pingFrame)
      }
    }
  }

  #endOldSessions(): void {
    const now = this.#context.clock.now()
    for (const connection of this.of(undefined)) if (!isFree(connection.session, now)) connection.end()
  }
}

const ignore = (): void => undefined
const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms))
