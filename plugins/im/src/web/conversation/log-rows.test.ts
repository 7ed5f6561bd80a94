import { describe, expect, it } from 'vitest'
import type { Message } from '../../contract.ts'
import { logRows } from './log-rows.ts'

const message = (seq: number, senderId: string, createdAt: string, more: Partial<Message> = {}): Message => ({
  id: `m${seq}`,
  channelId: 'c',
  seq,
  no: seq,
  kind: 'message',
  senderId,
  clientId: `k${seq}`,
  text: `${seq}`,
  mentions: [],
  replyToId: null,
  threadId: null,
  fileIds: [],
  system: null,
  createdAt,
  editedAt: null,
  recalledAt: null,
  version: 1,
  ...more,
})
const rowsOf = (messages: Message[], newAfter = Number.POSITIVE_INFINITY) => logRows({ messages, pending: [], newAfter, me: 'me' })
const noon = (minutes: number) => `2026-03-01T12:${String(minutes).padStart(2, '0')}:00.000Z`

describe('the lines of a conversation', () => {
  it('puts messages of one person within five minutes together', () => {
    const rows = rowsOf([message(1, 'a', noon(0)), message(2, 'a', noon(4)), message(3, 'a', noon(20)), message(4, 'b', noon(21))])
    expect(rows.map((row) => (row.kind === 'message' ? row.starts : row.kind))).toEqual(['day', true, false, true, true])
  })

  it('begins each day with its mark', () => {
    const rows = rowsOf([message(1, 'a', '2026-03-01T04:00:00.000Z'), message(2, 'a', '2026-03-03T04:00:00.000Z')])
    expect(rows.map(({ kind }) => kind)).toEqual(['day', 'message', 'day', 'message'])
  })

  it('marks where what is new begins, before the first message of somebody else', () => {
    const rows = rowsOf([message(1, 'a', noon(0)), message(2, 'me', noon(1)), message(3, 'a', noon(2))], 1)
    expect(rows.map(({ kind }) => kind)).toEqual(['day', 'message', 'message', 'new', 'message'])
  })

  it('makes notes of what was recalled and of what the system says', () => {
    const joined = { what: 'joined' as const, personIds: ['b'], name: null }
    const rows = rowsOf([
      message(1, 'a', noon(0), { recalledAt: noon(1), text: null }),
      message(2, 'a', noon(1), { kind: 'system', system: joined }),
    ])
    expect(rows.map(({ kind }) => kind)).toEqual(['day', 'note', 'note'])
  })

  it('keeps a row the same one when the server has stored what was pending', () => {
    const pending = { clientId: 'k1', channelId: 'c', text: '1', mentions: [], replyToId: null, at: Date.parse(noon(0)) }
    const before = logRows({ messages: [], pending: [pending], newAfter: Number.POSITIVE_INFINITY, me: 'me' }).at(-1)
    expect(before).toMatchObject({ kind: 'pending', key: 'k1' })
    expect(rowsOf([message(1, 'me', noon(0))]).at(-1)).toMatchObject({ kind: 'message', key: 'k1' })
  })
})
