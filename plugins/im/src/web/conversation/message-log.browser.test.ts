import { notFound } from '@liaison/sdk'
import { aPage, focused, TestServer } from '@liaison/sdk/testing/web'
import { html } from 'lit'
import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { type Channel, getChannel, getMessage, listChannels, listMembers, listMessages, type Message } from '../../contract.ts'
import im from '../index.ts'
import { channelLink } from '../resource-link.ts'
import { startConversations } from '../state/conversations-controller.ts'
import './conversation.ts'

const idOf = (kind: string, n: number) => `019a0000-0000-7000-8000-${kind}${String(n).padStart(12 - kind.length, '0')}`
const zhou = { id: idOf('a', 1), name: '周敏', kind: 'internal' as const, affiliation: '市场部', disabled: false }
const lastSeq = 600
const messageAt = (seq: number): Message => ({
  ...{ id: idOf('b', seq), channelId: channel.id, seq, no: seq, kind: 'message', senderId: zhou.id, clientId: idOf('c', seq) },
  ...{ text: `第${seq}条`, mentions: [], replyToId: null, threadId: null, fileIds: [], system: null },
  ...{ createdAt: '2026-03-01T08:00:00.000Z', editedAt: null, recalledAt: null, version: 1 },
})
const channel = {
  ...{ id: idOf('d', 1), kind: 'group', name: '新品上市', topic: null, projectId: null, external: false, person: null, online: false },
  ...{ memberCount: 2, role: 'owner', muted: false, unread: 0, mentions: 0, lastMessage: null, lastSender: null, createdById: zhou.id },
  ...{ lastSeq, lastNo: lastSeq, readSeq: lastSeq, readNo: lastSeq, version: 1 },
  ...{ lastAt: '2026-03-01T08:00:00.000Z', createdAt: '2026-03-01T08:00:00.000Z' },
} as Channel

let stop: () => void
async function drawn(messageId: string | undefined) {
  const server = new TestServer()
    .on(listChannels, () => ({ items: [channel], next: null }))
    .on(getChannel, () => channel)
    .on(listMembers, () => ({ items: [], next: null }))
    .on(getMessage, ({ params }) => {
      const seq = Number(params.messageId.slice(-6))
      if (params.messageId !== idOf('b', seq)) throw notFound()
      return messageAt(seq)
    })
    .on(listMessages, ({ query: { before = lastSeq + 1, after, limit = 50 } }) => {
      const from = after === undefined ? Math.max(1, before - limit) : after + 1
      const end = after === undefined ? before : Math.min(after + 1 + limit, lastSeq + 1)
      const items = Array.from({ length: end - from }, (_, at) => messageAt(from + at))
      return { items, next: (after === undefined ? from > 1 : end <= lastSeq) ? 'on' : null, quoted: [], people: [zhou] }
    })
  const { root, services } = await aPage(html``, { server, plugins: [im], me: { grants: { 'im.read': 'all', 'im.send': 'all' } } })
  stop = startConversations(services)
  const sought = messageId === undefined ? undefined : { messageId }
  const conversation = Object.assign(document.createElement('ln-im-conversation'), { channelId: channel.id, sought })
  root.append(Object.assign(document.createElement('main'), { id: 'place' }))
  const place = root.querySelector('main') as HTMLElement
  place.style.setProperty('display', 'flex')
  place.style.setProperty('height', '500px')
  conversation.style.setProperty('display', 'contents')
  place.append(conversation)
  return { services, conversation: conversation as HTMLElement & { sought: { messageId: string } | undefined } }
}
afterEach(() => stop())

const at = (seq: number) => page.getByText(`第${seq}条`, { exact: true })

describe('a message that the address names', () => {
  it.each([590, 480, 20])('is brought into view with the focus, marked (%i of 600)', async (seq) => {
    await drawn(idOf('b', seq))
    await expect.poll(() => focused()?.getAttribute('data-id')).toBe(idOf('b', seq))
    await expect.element(at(seq)).toBeInViewport()
  })

  it('is sought again each time the address is gone to', async () => {
    const { conversation } = await drawn(idOf('b', 590))
    await expect.poll(() => focused()?.getAttribute('data-id')).toBe(idOf('b', 590))
    ;(page.getByRole('textbox').element() as HTMLElement).focus()
    conversation.sought = { messageId: idOf('b', 590) }
    await expect.poll(() => focused()?.getAttribute('data-id')).toBe(idOf('b', 590))
  })

  it('that is not there, or not for me, leaves the conversation as it is, and says so', async () => {
    const { services } = await drawn(idOf('f', 1))
    await expect.poll(() => services.toasts.shown.value.map(({ text }) => text)).toEqual(['这条消息不存在，或你无法查看。'])
    await expect.element(at(lastSeq)).toBeInViewport()
  })
})

describe('the address of a thing', () => {
  it('is that of the message, where its channel is known', () => {
    const message = { type: 'im.message', id: idOf('b', 1) }
    expect(channelLink.href(message, { type: 'im.channel', id: channel.id })).toBe(`/im/${channel.id}?message=${message.id}`)
    expect(channelLink.href(message, null)).toBe(undefined)
    expect(channelLink.href({ type: 'im.channel', id: channel.id }, null)).toBe(`/im/${channel.id}`)
  })
})
