import type { Input, Operation } from '../contract/operation.ts'
import { connectionLost } from './data/api-client.ts'
import type { Problem } from '../contract/problem.ts'
import type { ConnectionState, RealtimeConnection, TopicListener } from './connection.ts'
import { type Live, live } from './live.ts'
import { RealtimeCalls } from './realtime-calls.ts'
import { RealtimeTopics } from './realtime-topics.ts'

/** What is used of a WebSocket; the browser's own and `ws` both fit. */
export interface SocketLike {
  readonly readyState: number
  send(text: string): void
  close(code?: number, reason?: string): void
  addEventListener(type: 'open', listener: () => void): void
  addEventListener(type: 'close', listener: (event: { readonly code: number }) => void): void
  addEventListener(type: 'error', listener: () => void): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
}

export interface RealtimeClientOptions {
  /** Opens a socket. Default: `/api/realtime` of the page's own origin with its cookie; who embeds fetches a ticket here. */
  readonly open?: () => SocketLike | Promise<SocketLike>
  /** The session is over: no more attempts until `connect`. */
  readonly onSignedOut?: () => void
  /** Viewing as somebody else has ended: no more attempts until `connect`. */
  readonly onViewEnded?: () => void
  /** Where `online` and `offline` are told; default: the window */
  readonly network?: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>
  /** How long a call waits for its answer, in ms; default 20 s */
  readonly timeoutMs?: number
  /** First pause before another attempt, in ms; it doubles up to 30 s, each cut by chance so that not all come at once. Default 500 */
  readonly retryMs?: number
  readonly random?: () => number
}

const longestPause = 30_000
/** Silence after which the server is asked for a sign of life, and how long it has for it, in ms */
const silenceMs = 25_000
const answerMs = 10_000
/** Close codes of the server: the session ended; viewing as somebody else did */
const signedOut = 4401
const viewEnded = 4403
const isOpen = 1

/** The page's one socket: connects again by itself, subscribes again from where it was, closes gaps. */
export class RealtimeClient implements RealtimeConnection {
  readonly #state = live<ConnectionState>('connecting')
  readonly #options: RealtimeClientOptions
  readonly #topics = new RealtimeTopics((frame) => this.#send(frame))
  readonly #calls: RealtimeCalls
  #socket: SocketLike | undefined
  #isWanted = false
  #attempts = 0
  /** Tells an attempt that another has begun meanwhile */
  #generation = 0
  #retry: ReturnType<typeof setTimeout> | undefined
  #silence: ReturnType<typeof setTimeout> | undefined

  constructor(options: RealtimeClientOptions = {}) {
    this.#options = options
    this.#calls = new RealtimeCalls({ send: (frame) => this.#send(frame), timeoutMs: options.timeoutMs ?? 20_000 })
  }

  get state(): Live<ConnectionState> {
    return this.#state
  }

  /** Begins, or begins again after a sign-in. */
  connect(): void {
    if (this.#isWanted) return
    this.#isWanted = true
    this.#state.set('connecting')
    this.#network?.addEventListener('online', this.#online)
    this.#network?.addEventListener('offline', this.#offline)
    void this.#attempt()
  }

  /** Ends it for good; `connect` begins again. */
  close(): void {
    this.#isWanted = false
    this.#network?.removeEventListener('online', this.#online)
    this.#network?.removeEventListener('offline', this.#offline)
    this.#drop()
    this.#state.set('offline')
  }

  subscribe(topic: string, listener: TopicListener, after?: number): () => void {
    return this.#topics.follow(topic, listener, after)
  }

  async call<P, Q, B, R>(operation: Operation<P, Q, B, R>, input: Input<P, Q, B>): Promise<R> {
    if (this.#state.value === 'offline') throw connectionLost()
    return (await this.#calls.call(operation.id, input)) as R
  }

  get #network(): RealtimeClientOptions['network'] {
    return this.#options.network ?? (typeof globalThis.addEventListener === 'function' ? globalThis : undefined)
  }

  readonly #online = (): void => {
    this.#attempts = 0
    if (this.#socket === undefined) void this.#attempt()
    else this.#ask()
  }

  readonly #offline = (): void => {
    this.#drop()
    this.#lost()
  }

  async #attempt(): Promise<void> {
    clearTimeout(this.#retry)
    const generation = ++this.#generation
    try {
      const socket = await (this.#options.open ?? openOwn)()
      if (generation !== this.#generation || !this.#isWanted) return socket.close()
      this.#socket = socket
      socket.addEventListener('open', () => this.#opened(socket))
      socket.addEventListener('message', ({ data }) => this.#received(socket, data))
      socket.addEventListener('close', ({ code }) => this.#closed(socket, code))
      // A failure is followed by `close`, which is where it is dealt with.
      socket.addEventListener('error', () => undefined)
    } catch {
      // No ticket, no network: as good as a connection that failed.
      if (generation === this.#generation) this.#lost()
    }
  }

  #opened(socket: SocketLike): void {
    if (socket !== this.#socket) return
    this.#attempts = 0
    this.#state.set('open')
    this.#heard()
    this.#topics.connected()
    this.#calls.connected()
  }

  #closed(socket: SocketLike, code: number): void {
    if (socket !== this.#socket) return
    this.#drop()
    if (code === signedOut) {
      this.close()
      this.#options.onSignedOut?.()
    } else if (code === viewEnded) {
      this.close()
      this.#options.onViewEnded?.()
    } else this.#lost()
  }

  /** Tries again after a while; later and later. */
  #lost(): void {
    this.#state.set('offline')
    if (!this.#isWanted) return
    const pause = Math.min(longestPause, (this.#options.retryMs ?? 500) * 2 ** this.#attempts++)
    clearTimeout(this.#retry)
    this.#retry = setTimeout(() => void this.#attempt(), pause * (0.5 + (this.#options.random ?? Math.random)() / 2))
  }

  #drop(): void {
    const socket = this.#socket
    this.#socket = undefined
    this.#generation++
    clearTimeout(this.#retry)
    clearTimeout(this.#silence)
    this.#topics.disconnected()
    this.#calls.disconnected()
    socket?.close()
  }

  #send(frame: object): boolean {
    if (this.#socket?.readyState !== isOpen) return false
    this.#socket.send(JSON.stringify(frame))
    return true
  }

  /** The server is there; asked again after a while of silence. */
  #heard(): void {
    clearTimeout(this.#silence)
    this.#silence = setTimeout(() => this.#ask(), silenceMs)
  }

  #ask(): void {
    clearTimeout(this.#silence)
    this.#send({ type: 'ping' })
    this.#silence = setTimeout(() => {
      this.#drop()
      this.#lost()
    }, answerMs)
  }

  #received(socket: SocketLike, data: unknown): void {
    if (socket !== this.#socket || typeof data !== 'string') return
    this.#heard()
    const frame = JSON.parse(data) as ServerFrame
    switch (frame.type) {
      case 'event':
        return this.#topics.event(frame.topic, frame)
      case 'result':
        return this.#calls.result(frame.id, frame.body)
      case 'subscribed':
        return this.#topics.subscribed(frame.topic, frame.seq)
      case 'refetch':
        return this.#topics.refetch(frame.topic, frame.seq)
      case 'problem':
        if (frame.topic !== undefined) this.#topics.refused(frame.topic, problemFrom(frame.problem))
        else if (frame.id !== null) this.#calls.problem(frame.id, problemFrom(frame.problem))
        return
      case 'pong':
    }
  }
}

type ServerFrame =
  | { readonly type: 'event'; readonly topic: string; readonly name: string; readonly seq?: number; readonly data: unknown }
  | { readonly type: 'result'; readonly id: string; readonly body: unknown }
  | { readonly type: 'subscribed' | 'refetch'; readonly topic: string; readonly seq: number }
  | { readonly type: 'problem'; readonly id: string | null; readonly topic?: string; readonly problem: ProblemDocument }
  | { readonly type: 'pong' }

interface ProblemDocument {
  readonly type: string
  readonly title: string
  readonly status: number
}

function problemFrom({ type, title, status, ...members }: ProblemDocument): Problem {
  return Object.assign(new Error(title), { type: type.replace(/^urn:liaison:problem:/, ''), status, members })
}

function openOwn(): SocketLike {
  const address = new URL('/api/realtime', location.href)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  return new WebSocket(address, 'liaison.v1') as SocketLike
}
