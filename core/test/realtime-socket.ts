import { type ClientOptions, WebSocket } from 'ws'

export type Frame = Record<string, unknown> & { readonly type: string }

/** A plain client that keeps what it is told, for tests of the protocol itself. */
export class TestSocket {
  readonly frames: Frame[] = []
  readonly closed: Promise<number>
  readonly socket: WebSocket
  readonly #waiting = new Set<() => void>()
  #ids = 0

  private constructor(socket: WebSocket) {
    this.socket = socket
    this.closed = new Promise((resolve) => void socket.on('close', resolve))
    socket.on('error', () => undefined)
    socket.on('message', (data: Buffer) => {
      this.frames.push(JSON.parse(data.toString()) as Frame)
      for (const look of this.#waiting) look()
    })
  }

  /** @throws the status as an Error when the upgrade is refused */
  static async open(address: string, personId?: string, options: ClientOptions = {}, protocols: string[] = []): Promise<TestSocket> {
    const headers = { ...(personId !== undefined && { authorization: `Bearer ${personId}` }), ...options.headers }
    const socket = new WebSocket(address, protocols, { ...options, headers })
    const opened = new TestSocket(socket)
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve)
      socket.once('unexpected-response', (_request, response) => reject(new Error(String(response.statusCode))))
      socket.once('error', reject)
    })
    return opened
  }

  send(frame: object): void {
    this.socket.send(JSON.stringify(frame))
  }

  /** The first frame, of those there and those to come, that fits. */
  async heard(fits: (frame: Frame) => boolean): Promise<Frame> {
    for (;;) {
      const found = this.frames.find(fits)
      if (found !== undefined) return found
      await new Promise<void>((resolve) => {
        const look = (): void => {
          this.#waiting.delete(look)
          resolve()
        }
        this.#waiting.add(look)
      })
    }
  }

  /** Calls and waits for the answer. */
  async call(operation: { readonly id: string }, input: object = {}): Promise<Frame> {
    const id = `c${this.#ids++}`
    this.send({ type: 'call', id, operation: operation.id, ...input })
    return this.heard((frame) => frame.id === id)
  }

  async subscribe(topic: string, after?: unknown): Promise<Frame> {
    const id = `s${this.#ids++}`
    this.send({ type: 'subscribe', id, topic, ...(after !== undefined && { after }) })
    return this.heard((frame) => frame.id === id)
  }

  /** Everything that was sent before has been dealt with. */
  async settled(): Promise<void> {
    const before = this.count('pong')
    this.send({ type: 'ping' })
    await this.heard(() => this.count('pong') > before)
  }

  count(type: string): number {
    return this.frames.filter((frame) => frame.type === type).length
  }

  events(name?: string): Frame[] {
    return this.frames.filter((frame) => frame.type === 'event' && (name === undefined || frame.name === name))
  }

  /** `seq`s of the lasting events, in the order they came */
  seqs(topic: string): unknown[] {
    return this.events()
      .filter((frame) => frame.topic === topic && frame.seq !== undefined)
      .map((frame) => frame.seq)
  }

  async seq(topic: string, seq: number): Promise<Frame> {
    return this.heard((frame) => frame.type === 'event' && frame.topic === topic && frame.seq === seq)
  }

  close(): void {
    this.socket.terminate()
  }
}
