import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addMember,
  changeMessage,
  type Channel,
  getChannel,
  getMessage,
  listMessages,
  listReaders,
  readChannel,
  recallMessage,
  removeMember,
  sendMessage,
  startTyping,
} from '../src/contract.ts'
import { absent, aGroup, at, aWorld, databases, say, type World } from './world.ts'

const of = ({ id }: { id: string }) => ({ params: { messageId: id } })

describe.each(databases)('messages on %s', (database) => {
  let world: World
  let channel: Channel
  beforeAll(async () => {
    world = await aWorld(database, { editMinutes: 60, recallMinutes: 60 })
  })
  afterAll(() => world.host.stop())
  const fresh = async () => (channel = await aGroup(world.lin, [world.zhao, world.zhou]))

  describe('sending', () => {
    it('stores the text exactly as it was sent, and numbers it', async () => {
      await fresh()
      const text = '  散热孔改到两侧\r\n\t𠮷 👩‍👩‍👧 Ａ é  '
      const sent = await say(world.lin, channel, text)
      expect(sent).toMatchObject({ text, seq: 1, no: 1, senderId: world.lin.id, createdAt: expect.any(String) })
      expect((await world.zhao.does(listMessages, at(channel))).items).toEqual([sent])
    })

    it('answers the same client id with the stored message, and takes no number for it', async () => {
      await fresh()
      const clientId = randomUUID()
      const send = () => world.lin.http('POST', `/api/im/channels/${channel.id}/messages`, { body: { clientId, text: '一次' } })
      const [first, second] = [await send(), await send()]
      expect([first.status, second.status]).toEqual([201, 200])
      expect(second.body).toEqual(first.body)
      expect(await say(world.lin, channel, '两次')).toMatchObject({ seq: 2, no: 2 })
    })

    it('keeps one of many that race with the same client id', async () => {
      await fresh()
      const clientId = randomUUID()
      const all = await Promise.all(Array.from({ length: 20 }, () => say(world.lin, channel, '抢', { clientId })))
      expect(new Set(all.map(({ id }) => id)).size).toBe(1)
      expect((await world.lin.does(getChannel, at(channel))).lastSeq).toBe(1)
    })

    it('gives contiguous numbers to what comes at once', async () => {
      await fresh()
      const people = [world.lin, world.zhao, world.zhou]
      const all = await Promise.all(Array.from({ length: 60 }, (_, index) => say(people[index % 3]!, channel, `${index}`)))
      expect(all.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1))
    })

    it.each([
      ['blank', '   \n'],
      ['empty', ''],
      ['with a control character', 'a\u0000b'],
      ['with half a character', 'a\ud800'],
      ['longer than 20,000 characters', '长'.repeat(20_001)],
    ])('refuses a text that is %s', async (_, text) => {
      await fresh()
      await expect(say(world.lin, channel, text)).rejects.toMatchObject({ status: 400, type: 'invalid-input' })
    })

    it('takes 20,000 characters, not bytes or code units', async () => {
      await fresh()
      const text = '𠮷'.repeat(20_000)
      expect((await say(world.lin, channel, text)).text).toBe(text)
    })

    it('speaks to members only', async () => {
      await fresh()
      const { mentions } = await say(world.lin, channel, '@赵启航 @顾晨', { mentions: [world.zhao.id, world.stranger.id, 'all'] })
      expect(mentions).toEqual([world.zhao.id, 'all'])
    })

    it('replies to messages of the same channel', async () => {
      await fresh()
      const elsewhere = await say(world.lin, channel, '别处')
      await fresh()
      const asked = await say(world.zhao, channel, '周四定稿吗？')
      await say(world.lin, channel, '是的', { replyToId: asked.id })
      const page = await world.zhou.does(listMessages, at(channel))
      expect(page.items[1]).toMatchObject({ replyToId: asked.id })
      expect(page.quoted).toMatchObject([{ id: asked.id, text: '周四定稿吗？' }])
      expect(page.people.map(({ id }) => id).toSorted()).toEqual([world.lin.id, world.zhao.id].toSorted())
      await expect(say(world.lin, channel, '?', { replyToId: elsewhere.id })).rejects.toMatchObject({ status: 400 })
    })
  })

  describe('pages', () => {
    it('are the newest, oldest first inside, and lead on both ways', async () => {
      await fresh()
      for (let index = 1; index <= 7; index++) await say(world.lin, channel, `${index}`)
      const page = async (query: object) => {
        const { items, next } = await world.zhao.does(listMessages, { ...at(channel), query: query as { limit: number } })
        return { texts: items.map(({ text }) => text), next }
      }
      const newest = await page({ limit: 3 })
      expect(newest.texts).toEqual(['5', '6', '7'])
      const older = await page({ limit: 3, cursor: newest.next })
      expect(older.texts).toEqual(['2', '3', '4'])
      expect(await page({ limit: 3, cursor: older.next })).toEqual({ texts: ['1'], next: null })
      expect((await page({ limit: 2, before: 4 })).texts).toEqual(['2', '3'])
      const forward = await page({ limit: 2, after: 3 })
      expect(forward.texts).toEqual(['4', '5'])
      expect(await page({ limit: 2, cursor: forward.next })).toEqual({ texts: ['6', '7'], next: null })
    })

    it('leave out the rows of changes', async () => {
      await fresh()
      const message = await say(world.lin, channel, '原文')
      await world.lin.does(changeMessage, { ...of(message), body: { text: '改过' } })
      const last = await say(world.lin, channel, '之后')
      expect(last).toMatchObject({ seq: 3, no: 2 })
      expect((await world.zhao.does(listMessages, at(channel))).items.map(({ seq }) => seq)).toEqual([1, 3])
    })
  })

  describe('changing', () => {
    it('is for the author, within the time limit', async () => {
      await fresh()
      const message = await say(world.lin, channel, '原文')
      await expect(world.zhao.does(changeMessage, { ...of(message), body: { text: '篡改' } })).rejects.toMatchObject({ status: 403 })
      expect(await world.lin.does(changeMessage, { ...of(message), body: { text: '新的' } })).toMatchObject({
        text: '新的',
        seq: 1,
        editedAt: expect.any(String),
      })
      world.host.clock.advance(61 * 60_000)
      await expect(world.lin.does(changeMessage, { ...of(message), body: { text: '太晚' } })).rejects.toMatchObject({
        status: 409,
        type: 'im/time-limit-over',
      })
    })

    it('counts nothing as unread', async () => {
      await fresh()
      const message = await say(world.lin, channel, '原文')
      await world.zhao.does(readChannel, { ...at(channel), body: { seq: 1 } })
      await world.lin.does(changeMessage, { ...of(message), body: { text: '新的' } })
      expect(await world.zhao.does(getChannel, at(channel))).toMatchObject({ unread: 0, lastMessage: { text: '新的' } })
    })
  })

  describe('recalling', () => {
    it('takes the text from the channel, quotes and the last message', async () => {
      await fresh()
      const secret = await say(world.lin, channel, '发错了的报价')
      await say(world.zhao, channel, '收到', { replyToId: secret.id })
      const last = await say(world.lin, channel, '也发错了')
      for (const message of [secret, last]) await world.lin.does(recallMessage, of(message))
      const page = await world.zhou.http('GET', `/api/im/channels/${channel.id}/messages`)
      const list = await world.zhou.http('GET', '/api/im/channels')
      const single = await world.zhou.http('GET', `/api/im/messages/${secret.id}`)
      for (const { text } of [page, list, single]) expect(text).not.toMatch(/发错了/)
      expect(await world.zhou.does(getMessage, of(secret))).toMatchObject({ text: null, recalledAt: expect.any(String) })
    })

    it('is for the author within the time limit, and for the owner at any time', async () => {
      await fresh()
      const [own, other] = [await say(world.zhao, channel, '我的'), await say(world.zhou, channel, '他的')]
      await expect(world.zhao.does(recallMessage, of(other))).rejects.toMatchObject({ status: 403 })
      world.host.clock.advance(61 * 60_000)
      await expect(world.zhao.does(recallMessage, of(own))).rejects.toMatchObject({ type: 'im/time-limit-over' })
      expect(await world.lin.does(recallMessage, of(own))).toMatchObject({ text: null })
    })

    it('changes nothing the second time, and no recalled message can be edited', async () => {
      await fresh()
      const message = await say(world.lin, channel, '一')
      const once = await world.lin.does(recallMessage, of(message))
      expect(await world.lin.does(recallMessage, of(message))).toEqual(once)
      await expect(world.lin.does(changeMessage, { ...of(message), body: { text: '二' } })).rejects.toMatchObject({
        type: 'im/already-recalled',
      })
    })
  })

  describe('reading', () => {
    it('counts what is unread, and what speaks to me', async () => {
      await fresh()
      await say(world.lin, channel, '一')
      await say(world.lin, channel, '@周敏 二', { mentions: [world.zhou.id] })
      await say(world.zhou, channel, '@所有人 三', { mentions: ['all'] })
      expect(await world.zhao.does(getChannel, at(channel))).toMatchObject({ unread: 3, mentions: 1 })
      // who sends has read what came before
      expect(await world.zhou.does(getChannel, at(channel))).toMatchObject({ unread: 0, mentions: 0 })
      expect(await world.lin.does(getChannel, at(channel))).toMatchObject({ unread: 1, mentions: 1 })
    })

    it('moves forward only, and not past the last message', async () => {
      await fresh()
      for (const text of ['一', '二', '三']) await say(world.lin, channel, text)
      const read = (seq: number) => world.zhao.does(readChannel, { ...at(channel), body: { seq } })
      expect(await read(2)).toMatchObject({ readSeq: 2, readNo: 2 })
      expect((await world.zhao.does(getChannel, at(channel))).unread).toBe(1)
      expect(await read(1)).toMatchObject({ readSeq: 2 })
      expect(await read(99)).toMatchObject({ readSeq: 3, readNo: 3 })
      expect(await world.zhao.does(getChannel, at(channel))).toMatchObject({ unread: 0, readSeq: 3 })
    })

    it('tells who has read a message and who has not, without the author', async () => {
      await fresh()
      const message = await say(world.lin, channel, '请确认')
      expect(await world.lin.does(listReaders, of(message))).toEqual({
        read: [],
        unread: expect.arrayContaining([{ personId: world.zhao.id }, { personId: world.zhou.id }]),
      })
      await world.zhao.does(readChannel, { ...at(channel), body: { seq: message.seq } })
      const { read, unread } = await world.zhou.does(listReaders, of(message))
      expect(read).toEqual([{ personId: world.zhao.id, at: expect.any(String) }])
      expect(unread).toEqual([{ personId: world.zhou.id }])
    })

    it('counts nobody for what was said before he came', async () => {
      await fresh()
      const message = await say(world.lin, channel, '早先')
      await world.lin.does(addMember, { params: { channelId: channel.id, personId: world.stranger.id } })
      const { read, unread } = await world.lin.does(listReaders, of(message))
      expect([...read, ...unread].map(({ personId }) => personId)).not.toContain(world.stranger.id)
      await world.lin.does(removeMember, { params: { channelId: channel.id, personId: world.stranger.id } })
    })
  })

  it('are not there for who is not in the channel', async () => {
    await fresh()
    const message = await say(world.lin, channel, '内部')
    const { stranger } = world
    const refused = [
      () => stranger.does(getChannel, at(channel)),
      () => stranger.does(listMessages, at(channel)),
      () => stranger.does(getMessage, of(message)),
      () => stranger.does(listReaders, of(message)),
      () => stranger.does(readChannel, { ...at(channel), body: { seq: 1 } }),
      () => stranger.does(changeMessage, { ...of(message), body: { text: 'x' } }),
      () => stranger.does(recallMessage, of(message)),
      () => stranger.does(startTyping, at(channel)),
      () => stranger.does(addMember, { params: { channelId: channel.id, personId: stranger.id } }),
      () => stranger.does(removeMember, { params: { channelId: channel.id, personId: world.lin.id } }),
      () => say(stranger, channel, '进来了'),
      () => say(stranger, channel, '进来了', { replyToId: message.id, mentions: [world.lin.id] }),
      () => stranger.does(sendMessage, { params: { channelId: randomUUID() }, body: { clientId: randomUUID(), text: 'x' } }),
    ]
    for (const door of refused) await expect(door()).rejects.toMatchObject(absent)
  })
})
