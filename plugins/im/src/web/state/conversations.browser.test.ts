import type { Me } from '@liaison/sdk'
import { type ConnectionState, live, Session, type TopicListener, type WebServices } from '@liaison/sdk/web'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Channel, Message } from '../../contract.ts'
import { Conversations } from './conversations.ts'

const me = { id: 'me', name: '陈思齐', kind: 'internal', grants: {} } as unknown as Me
const zhou = { id: 'zhou', name: '周敏', kind: 'internal' as const, affiliation: '市场部', disabled: false }
const message = (no: number, senderId: string, more: Partial<Message> = {}) =>
  ({
    id: `m${no}`,
    clientId: `k${no}`,
    channelId: 'c',
    seq: no,
    no,
    kind: 'message',
    senderId,
    text: `第${no}条`,
    mentions: [],
    version: 1,
    createdAt: `2026-03-01T08:00:0${no}.000Z`,
    recalledAt: null,
    ...more,
  }) as Message
const channel = (more: Partial<Channel> = {}) =>
  ({
    id: 'c',
    kind: 'group',
    name: '组',
    external: false,
    muted: false,
    unread: 1,
    mentions: 0,
    lastSeq: 1,
    lastNo: 1,
    readSeq: 0,
    readNo: 0,
    lastAt: '2026-03-01T08:00:01.000Z',
    lastMessage: message(1, 'zhou'),
    lastSender: zhou,
    person: null,
    online: false,
    version: 1,
    ...more,
  }) as Channel

let listed: Channel[]
let told: { operation: string; body: unknown }[]
let listeners: Map<string, { listener: TopicListener; after: number | undefined }>
let state: ReturnType<typeof live<ConnectionState>>
let conversations: Conversations

const hear = (name: string, data: unknown, seq?: number, topic = 'im.channel:c') =>
  listeners.get(topic)?.listener.event({ name, data, ...(seq !== undefined && { seq }) })
const say = (said: Message) => hear('im.message.created', said, said.seq)
const shown = () => conversations.get('c')

beforeEach(async () => {
  listed = [channel()]
  told = []
  listeners = new Map()
  state = live<ConnectionState>('open')
  const services = {
    session: new Session(me),
    outbox: { subscribe: () => () => {} },
    realtime: {
      state,
      subscribe: (topic: string, listener: TopicListener, after?: number) => {
        listeners.set(topic, { listener, after })
        return () => listeners.delete(topic)
      },
    },
    api: {
      call: async (operation: { id: string }, { body }: { body?: unknown } = {}) => {
        told.push({ operation: operation.id, body })
        return operation.id === 'im.listChannels' ? { items: listed, next: null } : operation.id === 'im.getChannel' ? listed[0] : {}
      },
    },
  } as unknown as WebServices
  conversations = new Conversations(services)
  conversations.start()
  await vi.waitUntil(() => conversations.isLoaded)
})

describe('the conversations of a person', () => {
  it('follow each channel from where the list stands', () => {
    expect(listeners.get('im.channel:c')?.after).toBe(1)
    expect(listeners.has('person:me')).toBe(true)
  })

  it('count what others say, and what speaks to me', async () => {
    say(message(2, 'zhou', { mentions: ['me'] }))
    say(message(3, 'zhou', { mentions: ['all'] }))
    expect(shown()).toMatchObject({ unread: 3, mentions: 2, lastSeq: 3, lastSender: zhou })
    await expect.poll(() => conversations.unread.value).toBe(3)
  })

  it('count a message that is told twice once, and edits not at all', () => {
    say(message(2, 'zhou'))
    say(message(2, 'zhou'))
    hear('im.message.changed', message(2, 'zhou', { text: '改过', version: 2 }), 3)
    expect(shown()).toMatchObject({ unread: 2, lastSeq: 3, lastNo: 2, lastMessage: { text: '改过' } })
  })

  it('have nothing unread once I have spoken', () => {
    say(message(2, 'me'))
    expect(shown()).toMatchObject({ unread: 0, readSeq: 2, readNo: 2 })
  })

  it('forget the text of a recalled message', () => {
    say(message(2, 'zhou'))
    hear('im.message.recalled', { id: 'm2', recalledAt: '2026-03-01T08:01:00.000Z' }, 3)
    expect(shown()?.lastMessage).toMatchObject({ text: null, recalledAt: '2026-03-01T08:01:00.000Z' })
  })

  it('tell the server once what was read, and show it at once', async () => {
    conversations.markRead('c')
    expect(shown()?.unread).toBe(0)
    await expect
      .poll(() => told.filter(({ operation }) => operation === 'im.readChannel'))
      .toEqual([{ operation: 'im.readChannel', body: { seq: 1 } }])
  })

  it('follow what I read on another device', () => {
    say(message(2, 'zhou'))
    hear('im.channel.changed', { channelId: 'c', what: 'read', readSeq: 2, readNo: 2 }, undefined, 'person:me')
    expect(shown()).toMatchObject({ unread: 0, readNo: 2 })
  })

  it('do not go back by an answer that was overtaken', async () => {
    say(message(2, 'zhou'))
    await conversations.fetch('c')
    expect(shown()).toMatchObject({ lastNo: 2, unread: 2 })
  })

  it('leave out a channel that I was removed from', () => {
    hear('im.channel.changed', { channelId: 'c', what: 'removed' }, undefined, 'person:me')
    expect(conversations.channels).toEqual([])
    expect(listeners.has('im.channel:c')).toBe(false)
  })

  it('ask again after a time without connection: who added me meanwhile is not told anew', async () => {
    listed = [channel(), channel({ id: 'd', name: '新的' })]
    state.set('offline')
    state.set('open')
    await expect.poll(() => conversations.get('d')?.name).toBe('新的')
  })
})
