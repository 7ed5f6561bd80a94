import { connect, type Socket } from 'node:net'

/** A kept-alive HTTP/1.1 connection with one request at a time, again as cheap as it can be. */
export class LoadRequest {
  readonly #socket: Socket
  readonly #port: number
  #rest = ''
  #answered: ((status: number, body: string) => void) | undefined

  private constructor(socket: Socket, port: number) {
    this.#socket = socket
    this.#port = port
    socket.setEncoding('latin1')
    socket.on('data', (chunk: string) => this.#received(chunk))
    // a bench that waits for ever tells less than one that fails
    socket.on('close', () => {
      if (this.#answered !== undefined) throw new Error('a connection ended before its answer came')
    })
  }

  static async open(port: number): Promise<LoadRequest> {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve)
      socket.once('error', reject)
    })
    return new LoadRequest(socket, port)
  }

  /** @param answered - status and body (bytes as Latin-1) */
  send(request: { method: string; path: string; bearer?: string; body?: string }, answered: (status: number, body: string) => void): void {
    const { method, path, bearer, body = '' } = request
    this.#answered = answered
    const authorization = bearer === undefined ? '' : `Authorization: Bearer ${bearer}\r\n`
    const content = body === '' ? '' : `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n`
    this.#socket.write(`${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1:${this.#port}\r\n${authorization}${content}\r\n${body}`, 'utf8')
  }

  close(): void {
    this.#answered = undefined
    this.#socket.destroy()
  }

  #received(chunk: string): void {
    this.#rest += chunk
    const head = this.#rest.indexOf('\r\n\r\n')
    if (head < 0) return
    const length = Number(/content-length: (\d+)/i.exec(this.#rest.slice(0, head))?.[1] ?? 0)
    if (this.#rest.length < head + 4 + length) return
    const status = Number(this.#rest.slice(9, 12))
    const body = this.#rest.slice(head + 4, head + 4 + length)
    this.#rest = this.#rest.slice(head + 4 + length)
    const answered = this.#answered
    this.#answered = undefined
    answered?.(status, body)
  }
}
