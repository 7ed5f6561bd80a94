/**
 * What the message path is measured against: bare `ws` (or `node:http`) and bare better-sqlite3 doing the same work and nothing else. No sign-in,
 * no permission, no hooks, no audit; one table, one index. The group commit waits for bursts as ours does.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import Database from 'better-sqlite3'
import { WebSocketServer } from 'ws'
import { serveParent } from './child.ts'

const [file = ':memory:'] = process.argv.slice(2)
const db = new Database(file)
db.pragma('journal_mode = wal')
db.pragma('synchronous = full')
db.exec(
  'create table message (id text primary key, channel text, seq integer, sender text, client_id text, text text, at integer) without rowid',
)
db.exec('create unique index message_seq on message (channel, seq)')
const insert = db.prepare('insert into message values (?, ?, ?, ?, ?, ?, ?)')
const begin = db.prepare('begin immediate')
const commit = db.prepare('commit')

interface Sent {
  answer(seq: number): void
  readonly channel: string
  readonly sender: string
  readonly clientId: string
  readonly text: string
}
interface Body {
  readonly clientId: string
  readonly text: string
}
const members = new Set<Duplex>()
let queue: Sent[] = []
let isArmed = false
let seen = 0
let since = 0
let seq = 0

function add(channel: string, { clientId, text }: Body, answer: (seq: number) => void): void {
  queue.push({ answer, channel, sender: 'somebody', clientId, text })
  if (!isArmed) arm()
}

function arm(): void {
  isArmed = true
  setImmediate(flush)
}

function flush(): void {
  isArmed = false
  if (queue.length !== seen) {
    const now = performance.now()
    if (seen === 0) since = now
    if (now - since < 1) {
      seen = queue.length
      return arm()
    }
  }
  seen = 0
  const batch = queue
  queue = []
  begin.run()
  const at = Date.now()
  const events = batch.map((sent) => {
    const id = sent.clientId
    insert.run(id, sent.channel, ++seq, sent.sender, sent.clientId, sent.text, at)
    const { channel, sender, clientId, text } = sent
    const data = { id, channelId: channel, seq, senderId: sender, clientId, text, createdAt: at }
    return {
      sent,
      seq,
      frame: frameOf(JSON.stringify({ type: 'event', topic: `im.channel:${channel}`, seq, name: 'im.message.created', data })),
    }
  })
  commit.run()
  for (const event of events) event.sent.answer(event.seq)
  const together = Buffer.concat(events.map(({ frame }) => frame))
  for (const member of members) member.write(together)
}

function frameOf(text: string): Buffer {
  const length = Buffer.byteLength(text)
  const head = length < 126 ? 2 : 4
  const frame = Buffer.allocUnsafe(head + length)
  frame[0] = 0x81
  if (length < 126) frame[1] = length
  else {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  }
  frame.write(text, head)
  return frame
}

const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const body = JSON.parse(Buffer.concat(chunks).toString()) as Body
    const channel = request.url!.split('/').at(-2)!
    add(channel, body, (seq) => {
      const text = JSON.stringify({ id: body.clientId, seq })
      response.writeHead(201, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text)
    })
  })
})
// senders pause while the other server has its turn
server.keepAliveTimeout = 0
server.on('upgrade', (request, stream, head) => {
  sockets.handleUpgrade(request, stream, head, (socket) => {
    members.add(stream)
    socket.on('close', () => members.delete(stream))
    socket.on('message', (data: Buffer) => {
      const frame = JSON.parse(data.toString()) as {
        type: string
        id: string
        params: { channelId: string }
        body: Body
      }
      if (frame.type !== 'call') return socket.send(JSON.stringify({ type: 'subscribed', id: frame.id, topic: '', seq }))
      const { id, params, body } = frame
      add(params.channelId, body, (seq) =>
        socket.send(JSON.stringify({ type: 'result', id, status: 201, body: { id: body.clientId, seq } })),
      )
    })
  })
})
server.listen(0, '127.0.0.1', () => serveParent((server.address() as AddressInfo).port, async () => void server.close()))
