import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

/** The cable between one person and the product. It can be cut, with everything that is on it. */
export class Line {
  readonly #open = new Set<Socket>()
  readonly #server: Server
  #isCut = false

  private constructor(target: number) {
    this.#server = createServer((near) => {
      if (this.#isCut) return near.destroy()
      const far = connect(target, 'localhost')
      for (const socket of [near, far]) {
        this.#open.add(socket)
        socket.once('close', () => this.#open.delete(socket))
        socket.on('error', () => {
          near.destroy()
          far.destroy()
        })
      }
      near.pipe(far).pipe(near)
    })
  }

  static async to(target: number): Promise<Line> {
    const line = new Line(target)
    await new Promise<void>((resolve) => line.#server.listen(0, resolve))
    return line
  }

  get url(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`
  }
  cut(): void {
    this.#isCut = true
    for (const socket of this.#open) socket.destroy()
  }
  mend(): void {
    this.#isCut = false
  }
  close(): void {
    this.cut()
    this.#server.close()
  }
}
