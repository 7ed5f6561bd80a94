import { accessChanged, invalidInput, signInNeeded, tooManyRequests } from '@liaison/sdk'
import { viewAsHasEnded } from '@liaison/sdk/platform'
import type { Access } from '../access/access.ts'
import type { Caller, RawInput, Reply } from '../http/dispatcher.ts'
import { accessOfView } from '../http/views.ts'
import { isFree, type Session } from '../http/sessions.ts'
import type { Allowance } from './allowance.ts'
import { personTopicName } from './declared-topics.ts'
import type { HubTopic } from './hub.ts'
import { Outlet } from './outlet.ts'
import {
  type BadFrame,
  type CallFrame,
  type ClientFrame,
  closing,
  type FrameId,
  pong,
  problemText,
  readFrame,
  resultText,
} from './protocol.ts'
import type { ConnectionContext } from './connection-context.ts'
import type { SocketView } from './socket-view.ts'
import type { Listener } from './subscriptions.ts'

/** Calls under way before the socket is read no further */
const mostCallsAtOnce = 256
/** How long nothing is read from a socket that asked too much, ms */
const holdFor = 1_000
/** Bad frames before the socket is closed */
const patience = 50

/**
 * One open socket of a session. Calls run side by side, appends to logs in the order they came; subscriptions are worked off
 * one after the other.
 */
export class Connection implements Listener {
  readonly outlet: Outlet
  readonly session: Session
  readonly view: SocketView | undefined
  readonly topics = new Map<string, HubTopic>()
  /** Something was heard since the last ping */
  isAlive = true
  open = true
  caller: Caller
  readonly #context: ConnectionContext
  readonly #socket: ConnectionContext['socket']
  readonly #allowance: Allowance
  /** Frames that wait until the person's access is known again, or until more is read from the socket */
  #inbox: string[] | undefined
  /** Appends that wait for the one before them to take its place */
  #lane: CallFrame[] | undefined
  #calls = 0
  /** Why nothing is read from the socket: too many calls under way, too many frames */
  #pauses = 0
  #bad = 0
  #subscribing: Promise<void> = Promise.resolve()

  /** @param admitted.view - whom the session views as; `access` is then what both reach */
  constructor(context: ConnectionContext, { session, access, view }: { session: Session; access: Access; view?: SocketView | undefined }) {
    this.#context = context
    this.#socket = context.socket
    this.#allowance = context.allowance
    this.session = session
    this.view = view
    this.caller = this.#callerWith(access)
    this.outlet = new Outlet(context.stream, () => context.socket.terminate())
  }

  /** What the person may changed by the clock, and nobody has looked since. */
  get isOverdue(): boolean {
    const until = this.caller.access?.until
    return until !== undefined && this.#context.clock.now().getTime() >= until
  }

  get callsUnderWay(): number {
    return this.#calls
  }

  receive(text: string): void {
    this.isAlive = true
    if (!this.open) return
    if (this.#inbox !== undefined) {
      this.#inbox.push(text)
      return
    }
    if (!isFree(this.session, this.#context.clock.now())) return this.end()
    const access = this.#access()
    if (access instanceof Promise) this.#waitFor(access, text)
    else if (this.#isUnder(access)) this.#handle(text)
  }

  /** Compiles the person's access anew, after it was changed; what it no longer covers ends. */
  async refresh(onlyTopic?: string): Promise<void> {
    const access = await this.#access()
    if (this.open && this.#isUnder(access)) await this.#context.subscriptions.recheck(this, onlyTopic)
  }

  /** The session is over: nothing more is told. */
  end(): void {
    if (!this.open) return
    this.refuse({}, signInNeeded())
    this.close(closing.signedOut, 'sign in first')
  }

  /** Viewing as somebody else is over; the session goes on. */
  endView(): void {
    if (!this.open) return
    this.refuse({}, viewAsHasEnded())
    this.close(closing.viewEnded, 'viewing has ended')
  }

  close(code: number, reason: string): void {
    if (!this.open) return
    this.gone()
    this.#context.hub.flush()
    this.#socket.close(code, reason)
  }

  /** The socket is closed; idempotent. */
  gone(): void {
    this.open = false
    this.#context.subscriptions.leaveAll(this)
  }

  answer(text: string): void {
    this.#context.hub.answer(this.outlet, text)
  }

  /** Tells a problem with a frame or a topic. */
  refuse(about: { id?: FrameId | null; topic?: string }, error: unknown, during = 'frame'): void {
    this.answer(problemText(about, this.#context.failures.document(error, this.#context.locale, during)))
  }

  #waitFor(access: Promise<Access | undefined>, text: string): void {
    this.#inbox = [text]
    access
      .then((known) => {
        const waiting = this.#inbox ?? []
        this.#inbox = undefined
        if (!this.open || !this.#isUnder(known)) return
        this.#handle(waiting[0]!)
        for (const next of waiting.slice(1)) this.receive(next)
      })
      .catch((error: unknown) => {
        this.#context.logger.error({ err: error }, 'the access of a socket could not be compiled')
        this.close(1011, 'try again')
      })
  }

  #access(): Access | undefined | Promise<Access | undefined> {
    const own = this.#context.accessOf(this.session.personId)
    if (this.view === undefined) return own
    const { personId, expiresAt } = this.view
    if (expiresAt <= this.#context.clock.now()) return undefined
    return Promise.all([this.#context.accessOf(personId), own]).then(([viewed, viewer]) => accessOfView(viewed, viewer))
  }

  /** @returns false when the person may no longer be here */
  #isUnder(access: Access | undefined): boolean {
    if (access === undefined) {
      if (this.view === undefined) this.end()
      else this.endView()
    } else if (access !== this.caller.access) {
      const before = this.caller.access
      this.caller = this.#callerWith(access)
      if (!isSame(before?.off, access.off)) this.#tellSwitched()
    }
    return access !== undefined
  }

  /** On the person's own topic: modules or features were switched for him. */
  #tellSwitched(): void {
    const own = this.topics.get(`${personTopicName}:${this.session.personId}`)
    if (own !== undefined) this.answer(`${own.prefix}"name":"${accessChanged.name}","data":{}}`)
  }

  #callerWith(access: Access): Caller {
    const { id, tokenPermissions } = this.session
    const { origin } = this.#context
    const viewing = this.view === undefined ? {} : { viewerId: this.session.personId }
    return { access, sessionId: id, origin, ...viewing, ...(tokenPermissions !== undefined && { tokenPermissions }) }
  }

  #handle(text: string): void {
    const frame = readFrame(text)
    if (this.#mayAsk(frame)) return this.#perform(frame)
    this.refuse('id' in frame ? { id: frame.id } : {}, tooManyRequests({ retryAfter: holdFor / 1_000 }))
    this.#hold()
  }

  #mayAsk(frame: ClientFrame | BadFrame): boolean {
    const { frames, topics } = this.#allowance
    return frames.take() && (frame.type !== 'subscribe' || topics.take(frame.topics.length))
  }

  /** Nothing is read for a moment: to refuse one frame after the other would cost as much as to perform it. */
  #hold(): void {
    this.#inbox ??= []
    this.#pause()
    setTimeout(() => {
      this.#goOn()
      const waiting = this.#inbox ?? []
      this.#inbox = undefined
      for (const next of waiting) this.receive(next)
    }, holdFor).unref()
  }

  #pause(): void {
    if (this.#pauses++ === 0) this.#socket.pause()
  }

  #goOn(): void {
    if (--this.#pauses === 0) this.#socket.resume()
  }

  #perform(frame: ClientFrame | BadFrame): void {
    switch (frame.type) {
      case 'call':
        return this.#call(frame)
      case 'subscribe':
        return frame.topics.forEach(([topic, after]) =>
          this.#inTurn(() => this.#context.subscriptions.subscribe(this, frame.id, topic, after), frame.id, topic),
        )
      case 'unsubscribe':
        return this.#inTurn(async () => this.#context.subscriptions.leave(this, frame.topic), null, frame.topic)
      case 'ping':
        return this.answer(pong)
      case 'bad':
        this.refuse({ id: frame.id }, invalidInput({ errors: [{ pointer: frame.pointer, message: frame.message }] }))
        if (++this.#bad >= patience) this.close(closing.policy, 'too many bad frames')
    }
  }

  #inTurn(step: () => Promise<void>, id: FrameId | null, topic: string): void {
    this.#subscribing = this.#subscribing.then(step).catch((error: unknown) => this.refuse({ id, topic }, error))
  }

  #call(frame: CallFrame): void {
    if (++this.#calls === mostCallsAtOnce) this.#pause()
    const isAppend = this.#context.isAppend(frame.operation)
    if (isAppend && this.#lane !== undefined) this.#lane.push(frame)
    else if (isAppend) this.#append(frame)
    else {
      this.#context.dispatcher.dispatch(frame.operation, this.caller, inputOf(frame)).then(
        (reply) => this.#answered(frame, undefined, reply),
        (error: unknown) => this.#answered(frame, error, undefined),
      )
    }
  }

  #append(frame: CallFrame): void {
    let isDone = false
    const hasPlace = this.#context.dispatcher.dispatchFast(frame.operation, this.caller, inputOf(frame), (error, reply) => {
      isDone = true
      this.#answered(frame, error, reply)
      if (this.#lane !== undefined && this.#lane[0] === frame) this.#nextInLane()
    })
    // The frame itself stands at the head of the lane while it is awaited.
    if (!hasPlace && !isDone) this.#lane = [frame, ...(this.#lane ?? [])]
  }

  #nextInLane(): void {
    const waiting = this.#lane!.slice(1)
    this.#lane = undefined
    while (waiting.length > 0 && this.#lane === undefined) this.#append(waiting.shift()!)
    if (this.#lane !== undefined) (this.#lane as CallFrame[]).push(...waiting)
  }

  #answered(frame: CallFrame, error: unknown, reply: Reply | undefined): void {
    if (this.#calls-- === mostCallsAtOnce) this.#goOn()
    if (!this.open) return
    if (reply === undefined) return this.refuse({ id: frame.id }, error, frame.operation)
    try {
      this.answer(resultText(frame.id, reply.status, this.#context.serialise(frame.operation, reply.body)))
    } catch (fault) {
      // It was done; only what the handler answered does not fit its schema.
      this.refuse({ id: frame.id }, fault, frame.operation)
    }
  }
}

const isSame = (one: ReadonlySet<string> | undefined, other: ReadonlySet<string> | undefined): boolean =>
  one === other || (one !== undefined && other !== undefined && one.symmetricDifference(other).size === 0)

const inputOf = ({ params, query, body, version }: CallFrame): RawInput =>
  version === undefined ? { params, query, body } : { params, query, body, expectedVersion: version }
