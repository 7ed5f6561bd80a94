import { notFound } from '@liaison/sdk'
import type { WebServices } from '@liaison/sdk/web'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Message } from '../../contract.ts'
import { ChannelLog } from './channel-log.ts'

const lastSeq = 1_000
const message = (seq: number) =>
  ({
    ...{ id: `m${seq}`, clientId: `k${seq}`, channelId: 'c', seq, no: seq, kind: 'message', senderId: 'zhou', text: `${seq}` },
    ...{ mentions: [], version: 1, createdAt: '2026-03-01T08:00:00.000Z', recalledAt: null },
  }) as unknown as Message
const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, at) => message(from + at))

let asked: object[]
let log: ChannelLog
const seqs = () => log.messages.map(({ seq }) => seq)

beforeEach(async () => {
  asked = []
  interface Asked {
    readonly query: { readonly before?: number; readonly after?: number; readonly limit: number }
  }
  const pageOf = ({ query: { before, after, limit } }: Asked) => {
    asked.push({ before, after, limit })
    if (after !== undefined) {
      const items = range(after + 1, Math.min(after + 1 + limit, lastSeq + 1))
      return { items, next: after + limit < lastSeq ? 'on' : null }
    }
    const end = before ?? lastSeq + 1
    const items = range(Math.max(1, end - limit), end)
    return { items, next: end - limit > 1 ? 'on' : null }
  }
  const services = {
    outbox: { waiting: async () => [], add: async () => undefined },
    api: {
      call: async (operation: { id: string }, input: Asked & { params: { messageId: string } }) => {
        if (operation.id === 'im.listMessages') return { ...pageOf(input), quoted: [], people: [] }
        if (operation.id === 'im.getMessage' && input.params.messageId === 'gone') throw notFound()
        if (operation.id === 'im.getMessage') return message(Number(input.params.messageId.slice(1)))
        return { items: [], next: null }
      },
    },
  } as unknown as WebServices
  const people = new Map([['zhou', { id: 'zhou', name: '周敏', kind: 'internal' as const, affiliation: null, disabled: false }]])
  const refused = { of: () => [], add: () => undefined, remove: () => undefined } as never
  log = new ChannelLog('c', { services, people, refused, changed: () => undefined, came: () => undefined })
  await log.load()
  asked = []
})

describe('going to a message far back', () => {
  it('fetches what is around it, at once', async () => {
    expect(await log.reach('m100')).toBe(true)
    expect(asked).toEqual([{ before: 125, after: undefined, limit: 50 }])
    expect([seqs()[0], seqs().at(-1), log.hasNewer, log.hasOlder]).toEqual([75, 124, true, true])
  })

  it('fetches the way to it when it is near', async () => {
    expect(await log.reach('m800')).toBe(true)
    expect(asked).toHaveLength(1)
    expect([seqs()[0], seqs().at(-1), log.hasNewer]).toEqual([751, 1000, false])
  })

  it('leaves all as it is when there is no such message for the person', async () => {
    expect(await log.reach('gone')).toBe(false)
    expect([log.problem, asked, seqs().at(-1)]).toEqual([undefined, [], 1000])
  })

  it('goes on towards the newest without a gap', async () => {
    await log.reach('m930')
    await log.reach('m100')
    for (let turn = 0; turn < 30 && log.hasNewer; turn++) await log.loadNewer()
    expect(log.hasNewer).toBe(false)
    expect(seqs()).toEqual(range(75, 1001).map(({ seq }) => seq))
  })

  it('does not mix in what is said meanwhile', async () => {
    await log.reach('m100')
    log.heard('im.message.created', message(1001))
    expect(seqs().at(-1)).toBe(124)
  })

  it('comes back to the newest', async () => {
    await log.reach('m100')
    await log.toNewest()
    expect([seqs()[0], seqs().at(-1), log.hasNewer]).toEqual([951, 1000, false])
  })
})
