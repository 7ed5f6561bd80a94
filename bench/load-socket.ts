import { createHash, randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

/** Unasked, empty, masked with zeros */
const pong = Buffer.from([0x8a, 0x80, 0, 0, 0, 0])

/**
 * A WebSocket client that does next to nothing, so that a thousand of them do not cost more than the server they load:
 * it counts bytes, and cuts frames only when somebody wants to read them.
 */
export class LoadSocket {
  bytes = 0
  /** Sees the payload of each frame; undefined: bytes are only counted */
  onFrame: ((payload: Buffer) => void) | undefined
  /** Frames are cut also while nobody reads them: whoever reads again must begin where a frame does */
  followsFrames = false
  readonly #socket: Socket
  readonly #alive: NodeJS.Timeout
  #rest: Buffer | undefined

  private constructor(socket: Socket) {
    this.#socket = socket
    // Pings are not looked for among frames that nobody cuts: this says before one comes that somebody is there.
    this.#alive = setInterval(() => socket.write(pong), 10_000).unref()
  }

  /** @throws when the upgrade is refused */
  static async open(port: number, path: string, bearer?: string): Promise<LoadSocket> {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    const opened = new LoadSocket(socket)
    const key = randomBytes(16).toString('base64')
    socket.write(
      [
        `GET ${path} HTTP/1.1`,
        `Host: 127.0.0.1:${port}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        `Sec-WebSocket-Key: ${key}`,
        ...(bearer === undefined ? [] : [`Authorization: Bearer ${bearer}`]),
        '\r\n',
      ].join('\r\n'),
    )
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject)
      socket.once('data', (head) => {
        const text = head.toString('latin1')
        const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64')
        const end = text.indexOf('\r\n\r\n') + 4
        if (!text.startsWith('HTTP/1.1 101') || !text.includes(accept)) return reject(new Error(text.slice(0, 200)))
        socket.on('data', opened.#received)
        if (end < head.length) opened.#received(head.subarray(end))
        resolve()
      })
    })
    return opened
  }

  /** One text frame, masked with zeros: allowed, and nothing to compute. */
  send(text: string): void {
    const length = Buffer.byteLength(text)
    const head = length < 126 ? 6 : 8
    const frame = Buffer.alloc(head + length)
    frame[0] = 0x81
    if (length < 126) frame[1] = 0x80 | length
    else {
      frame[1] = 0x80 | 126
      frame.writeUInt16BE(length, 2)
    }
    frame.write(text, head)
    this.#socket.write(frame)
  }

  close(): void {
    clearInterval(this.#alive)
    this.#socket.destroy()
  }

  readonly #received = (chunk: Buffer): void => {
    this.bytes += chunk.length
    if (this.onFrame === undefined && !this.followsFrames) return
    let data = this.#rest === undefined ? chunk : Buffer.concat([this.#rest, chunk])
    for (;;) {
      const frame = firstFrame(data)
      if (frame === undefined) break
      if (frame.opcode === 1) this.onFrame?.(frame.payload)
      data = data.subarray(frame.end)
    }
    this.#rest = data.length === 0 ? undefined : data
  }
}

function firstFrame(data: Buffer): { opcode: number; payload: Buffer; end: number } | undefined {
  if (data.length < 2) return undefined
  const short = data[1]! & 127
  const head = short < 126 ? 2 : short === 126 ? 4 : 10
  if (data.length < head) return undefined
  const length = short < 126 ? short : short === 126 ? data.readUInt16BE(2) : Number(data.readBigUInt64BE(2))
  const end = head + length
  return data.length < end ? undefined : { opcode: data[0]! & 15, payload: data.subarray(head, end), end }
}
