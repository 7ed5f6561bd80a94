import type { Child } from './child.ts'
import { LoadRequest } from './load-request.ts'
import { LoadSocket } from './load-socket.ts'
import { newId } from './seed.ts'

/** What people write: 60 characters, mostly Chinese */
const words = '收到，我先把供应商的报价核对一遍，下午三点前发给大家确认；如果交期有变化我会在这里说明，谢谢 @周敏 帮忙跟进合同。'
/** Messages under way at once, as in all rows of the table */
const inFlight = 8

export interface Outcome {
  readonly sent: number
  /** Per second */
  readonly rate: number
  /** Microseconds of the server's CPU for each message */
  readonly cpu: number
  /** Milliseconds */
  readonly acknowledged: readonly number[]
  readonly delivered: readonly number[]
}

/** Members of one channel on a server, and what they do. */
export class MessageLoad {
  readonly #child: Child
  readonly #channelId: string
  readonly #tokens: readonly (string | undefined)[]
  readonly #sockets: LoadSocket[] = []
  #requests: LoadRequest[] = []

  constructor(child: Child, channelId: string, tokens: readonly (string | undefined)[]) {
    this.#child = child
    this.#channelId = channelId
    this.#tokens = tokens
  }

  /** Connects members until there are so many; all of them listen to the channel. */
  async connect(members: number): Promise<void> {
    while (this.#sockets.length < members) {
      const socket = await LoadSocket.open(this.#child.port, '/api/realtime', this.#tokens[this.#sockets.length])
      const subscribed = new Promise<void>((resolve, reject) => {
        socket.onFrame = (payload) => (payload.includes('"subscribed"') ? resolve() : reject(new Error(payload.toString())))
      })
      socket.send(JSON.stringify({ type: 'subscribe', id: 's', topic: `im.channel:${this.#channelId}` }))
      await subscribed
      socket.onFrame = undefined
      this.#sockets.push(socket)
    }
  }

  close(): void {
    for (const socket of this.#sockets) socket.close()
    for (const request of this.#requests) request.close()
  }

  /**
   * Sends for a while, eight at once, each by another member; the member who connected last looks at what arrives.
   * @param by - the door that sends go through; events always come over sockets
   */
  async run(milliseconds: number, by: 'socket' | 'http' = 'socket'): Promise<Outcome> {
    const senders = this.#sockets.slice(0, Math.min(inFlight, this.#sockets.length - 1))
    if (by === 'http') while (this.#requests.length < senders.length) this.#requests.push(await LoadRequest.open(this.#child.port))
    const started = new Map<string, number>()
    const acknowledged: number[] = []
    const delivered: number[] = []
    const before = await this.#child.usage()
    const begin = performance.now()
    const end = begin + milliseconds
    let sent = 0

    const listener = this.#sockets.at(-1)!
    for (const socket of [...senders, listener]) socket.followsFrames = true
    const allDelivered = new Promise<void>((resolve) => {
      listener.onFrame = (payload) => {
        const { data } = JSON.parse(payload.toString()) as { data: { clientId: string } }
        delivered.push(performance.now() - started.get(data.clientId)!)
        if (delivered.length === sent && performance.now() >= end) resolve()
      }
    })
    const next = (): { clientId: string; text: string } => {
      const clientId = newId()
      started.set(clientId, performance.now())
      sent++
      return { clientId, text: words }
    }
    const took = (clientId: string): void => void acknowledged.push(performance.now() - started.get(clientId)!)
    await Promise.all(
      senders.map(async (socket, index) => {
        while (performance.now() < end) {
          const body = next()
          await (by === 'http' ? this.#post(index, body) : this.#call(socket, body))
          took(body.clientId)
        }
      }),
    )
    const rate = (sent * 1_000) / (performance.now() - begin)
    if (delivered.length < sent) await allDelivered
    const after = await this.#child.usage()
    for (const socket of this.#sockets) socket.onFrame = undefined
    return { sent, rate, cpu: (after.cpu - before.cpu) / sent, acknowledged, delivered }
  }

  #call(socket: LoadSocket, body: { clientId: string; text: string }): Promise<void> {
    return new Promise((resolve, reject) => {
      socket.onFrame = (payload) => {
        // Answers begin with {"type":"result; what else comes is events.
        if (payload[9] === 0x72) resolve()
        else if (payload[9] === 0x70) reject(new Error(payload.toString()))
      }
      socket.send(
        `{"type":"call","id":"c","operation":"im.sendMessage","params":{"channelId":"${this.#channelId}"},"body":${JSON.stringify(body)}}`,
      )
    })
  }

  #post(index: number, body: { clientId: string; text: string }): Promise<void> {
    const bearer = this.#tokens[index]
    return new Promise((resolve, reject) => {
      this.#requests[index]!.send(
        {
          method: 'POST',
          path: `/api/im/channels/${this.#channelId}/messages`,
          body: JSON.stringify(body),
          ...(bearer !== undefined && { bearer }),
        },
        (status, answer) => (status === 201 ? resolve() : reject(new Error(`${status} ${answer}`))),
      )
    })
  }
}
