import { isDeepStrictEqual } from 'node:util'
import type { TestSocket } from '@liaison/sdk/testing'
import { WebSocket } from 'ws'

type Frame = Readonly<Record<string, unknown>>
interface Waiting {
  readonly match: Frame
  resolve(frame: Frame): void
}

const patience = 5_000
const matches = (frame: Frame, match: Frame): boolean =>
  Object.entries(match).every(([name, value]) => isDeepStrictEqual(frame[name], value))

/** A socket that keeps what came until somebody asks for it. */
export async function openSocket(address: string, headers: Record<string, string>, viewAs?: string): Promise<TestSocket> {
  const query = viewAs === undefined ? '' : `?view=${viewAs}`
  const socket = new WebSocket(`${address.replace(/^http/, 'ws')}/api/realtime${query}`, { headers })
  const kept: Frame[] = []
  const waiting = new Set<Waiting>()
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data)) as Frame
    for (const one of waiting) {
      if (!matches(frame, one.match)) continue
      waiting.delete(one)
      return one.resolve(frame)
    }
    kept.push(frame)
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })

  const next = (match: Frame = {}): Promise<Frame> => {
    const at = kept.findIndex((frame) => matches(frame, match))
    if (at >= 0) return Promise.resolve(kept.splice(at, 1)[0]!)
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(one)
        reject(new Error(`no frame like ${JSON.stringify(match)} came within ${patience} ms; kept: ${JSON.stringify(kept)}`))
      }, patience)
      const one: Waiting = {
        match,
        resolve(frame) {
          clearTimeout(timer)
          resolve(frame)
        },
      }
      waiting.add(one)
    })
  }
  let count = 0
  return {
    send: (frame) => socket.send(JSON.stringify(frame)),
    next,
    async subscribe(topic, after) {
      const id = `subscribe-${++count}`
      socket.send(JSON.stringify({ type: 'subscribe', id, topic, ...(after !== undefined && { after }) }))
      const answer = await next({ id })
      if (answer['type'] === 'problem') throw Object.assign(new Error('subscription refused'), answer['problem'])
      return answer
    },
    async close() {
      if (socket.readyState === WebSocket.CLOSED) return
      const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
      socket.close()
      await closed
    },
  }
}
