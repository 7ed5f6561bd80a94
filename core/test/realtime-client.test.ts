import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { openTestDatabase, type TestDatabase } from './database.ts'
import { anInstallation, type Installation, type RealtimeHost, realtimeSetup, startRealtimeHost } from './realtime-host.ts'
import { ping, say } from './realtime-sample.ts'

interface Heard {
  readonly seqs: unknown[]
  readonly refetched: number[]
  readonly refused: string[]
}
interface Listener {
  event(event: { name: string; seq?: number; data: unknown }): void
  refetch(seq: number): void
  refused(problem: { type: string }): void
}
/** As far as it is used here: the browser's types are another world than the server's. */
interface Client {
  readonly state: { readonly value: string; subscribe(listener: (state: string) => void): () => void }
  connect(): void
  close(): void
  subscribe(topic: string, listener: Listener, after?: number): () => void
  call(operation: object, input: object): Promise<unknown>
}
const web = '@liaison/sdk/web'
const { RealtimeClient } = (await import(web)) as { RealtimeClient: new (options: object) => Client }

/** A line between client and server that can be cut. */
class Line {
  readonly #server: Server
  readonly #open = new Set<Socket>()
  #isCut = false

  constructor(port: number) {
    this.#server = createServer((near) => {
      if (this.#isCut) return near.destroy()
      const far = connect(port, '127.0.0.1')
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#open.add(from)
        from.pipe(to)
        from.on('error', () => to.destroy())
        from.on('close', () => to.destroy())
      }
    })
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => void this.#server.listen(0, '127.0.0.1', resolve))
    return `ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}/api/realtime`
  }

  cut(): void {
    this.#isCut = true
    for (const socket of this.#open) socket.destroy()
    this.#open.clear()
  }

  mend(): void {
    this.#isCut = false
  }

  close(): void {
    this.cut()
    this.#server.close()
  }
}

describe('the browser’s realtime client', () => {
  let database: TestDatabase
  let installation: Installation
  let host: RealtimeHost
  let line: Line
  let address: string
  const clients: Client[] = []

  beforeAll(async () => {
    database = await openTestDatabase('sqlite', realtimeSetup)
    installation = anInstallation()
    host = await startRealtimeHost(database.db, installation, { rateLimit: false })
    line = new Line(Number(new URL(host.address).port))
    address = await line.listen()
  })
  afterAll(async () => {
    for (const client of clients) client.close()
    line.close()
    await host.stop()
    await database.close()
  })

  const start = (personId: string, to = address, options: object = {}): Client => {
    const open = () => new WebSocket(to, 'liaison.v1', { headers: { authorization: `Bearer ${personId}` } })
    const client = new RealtimeClient({ open, retryMs: 5, network: new EventTarget(), ...options })
    clients.push(client)
    client.connect()
    return client
  }
  const until = async (client: Client, state: string): Promise<void> => {
    if (client.state.value === state) return
    await new Promise<void>((resolve) => {
      const stop = client.state.subscribe((now) => {
        if (now !== state) return
        stop()
        resolve()
      })
    })
  }
  /** Listens and waits for what is told. */
  const listen = (client: Client, topic: string, after?: number) => {
    const heard: Heard = { seqs: [], refetched: [], refused: [] }
    const waiting = new Set<() => void>()
    const note = (): void => [...waiting].forEach((look) => look())
    const stop = client.subscribe(
      topic,
      {
        event: ({ seq }) => (heard.seqs.push(seq), note()),
        refetch: (seq) => (heard.refetched.push(seq), note()),
        refused: ({ type }) => (heard.refused.push(type), note()),
      },
      after,
    )
    const wait = (fits: () => boolean): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!fits()) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      })
    return { heard, stop, wait, seq: (seq: number) => wait(() => heard.seqs.includes(seq)) }
  }
  const write = async (client: Client, roomId: string, count: number): Promise<void> => {
    for (let done = 0; done < count; done++) await client.call(say, { params: { roomId }, body: { clientId: host.newId(), text: '喂' } })
  }
  const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index)

  it('calls operations before it is open, and rejects with the problem', async () => {
    const lin = host.person()
    const client = start(lin)
    await expect(client.call(ping, {})).resolves.toEqual({ pong: true })
    await expect(
      client.call(say, { params: { roomId: await host.room() }, body: { clientId: host.newId(), text: '喂' } }),
    ).rejects.toMatchObject({ type: 'not-found', status: 404 })
  })

  it('tells what was missed while the line was cut, once and in order', async () => {
    const [lin, zhao] = [host.person(), host.person()]
    const room = await host.room(lin, zhao)
    const [writer, reader] = [start(lin, host.address), start(zhao)]
    const topic = listen(reader, `talk.room:${room}`, 0)
    await write(writer, room, 3)
    await topic.seq(3)
    line.cut()
    await until(reader, 'offline')
    await expect(reader.call(ping, {})).rejects.toMatchObject({ type: 'web/connection-lost' })
    await write(writer, room, 4)
    line.mend()
    await until(reader, 'open')
    await write(writer, room, 3)
    await topic.seq(10)
    expect(topic.heard).toEqual({ seqs: range(1, 10), refetched: [], refused: [] })
  })

  it('asks to fetch anew when it was away too long, and counts on from there', async () => {
    const [lin, zhao] = [host.person(), host.person()]
    const room = await host.room(lin, zhao)
    const [writer, reader] = [start(lin, host.address), start(zhao)]
    const topic = listen(reader, `talk.room:${room}`, 0)
    await write(writer, room, 1)
    await topic.seq(1)
    line.cut()
    await until(reader, 'offline')
    await Promise.all(range(1, 510).map(() => write(writer, room, 1)))
    line.mend()
    await topic.wait(() => topic.heard.refetched.length > 0)
    await write(writer, room, 1)
    await topic.seq(512)
    expect(topic.heard).toEqual({ seqs: [1, 512], refetched: [511], refused: [] })
  })

  it('serves a second listener from where it is, and the first none twice', async () => {
    const lin = host.person()
    const room = await host.room(lin)
    const client = start(lin)
    await write(client, room, 3)
    const first = listen(client, `talk.room:${room}`, 2)
    await first.seq(3)
    const second = listen(client, `talk.room:${room}`, 0)
    await second.seq(3)
    await write(client, room, 1)
    await Promise.all([first.seq(4), second.seq(4)])
    expect(first.heard.seqs).toEqual([3, 4])
    expect(second.heard.seqs).toEqual([1, 2, 3, 4])
  })

  it('says when a topic may not be followed', async () => {
    const client = start(host.person())
    const topic = listen(client, `talk.room:${await host.room()}`)
    await topic.wait(() => topic.heard.refused.length > 0)
    expect(topic.heard.refused).toEqual(['not-found'])
  })

  it('stops and tells when the session has ended', async () => {
    const lin = host.person()
    let ended = 0
    const client = start(lin, address, { onSignedOut: () => ended++ })
    await until(client, 'open')
    installation.ended.add(lin)
    host.realtime.disconnect({ sessionId: lin })
    await until(client, 'offline')
    expect(ended).toBe(1)
  })

  it('follows the browser’s word about the network', async () => {
    const network = new EventTarget()
    const client = start(host.person(), address, { network, retryMs: 60_000 })
    await until(client, 'open')
    network.dispatchEvent(new Event('offline'))
    expect(client.state.value).toBe('offline')
    network.dispatchEvent(new Event('online'))
    await until(client, 'open')
  })

  it('comes back after a restart of the server', async () => {
    const lin = host.person()
    const first = await startRealtimeHost(database.db, installation)
    let port = first.address
    const client = new RealtimeClient({
      open: () => new WebSocket(port, { headers: { authorization: `Bearer ${lin}` } }),
      retryMs: 5,
      network: new EventTarget(),
    })
    clients.push(client)
    client.connect()
    await until(client, 'open')
    await first.stop()
    const second = await startRealtimeHost(database.db, installation)
    port = second.address
    await until(client, 'open')
    await expect(client.call(ping, {})).resolves.toEqual({ pong: true })
    client.close()
    await second.stop()
  })
})
