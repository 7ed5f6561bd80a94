import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addMember, changeMessage, channelTopicOf, readChannel, recallMessage, removeMember, startTyping } from '../src/contract.ts'
import { aGroup, at, aWorld, databases, say, type World } from './world.ts'

const event = (name: string) => ({ type: 'event', name })

describe.each(databases)('live conversations on %s', (database) => {
  let world: World
  beforeAll(async () => (world = await aWorld(database)))
  afterAll(() => world.host.stop())

  it('tell members what is said, changed and recalled, in order', async () => {
    const { lin, zhao } = world
    const channel = await aGroup(lin, [zhao])
    const socket = await zhao.socket()
    await socket.subscribe(channelTopicOf(channel.id), 0)
    const message = await say(lin, channel, '原文')
    await lin.does(changeMessage, { params: { messageId: message.id }, body: { text: '改过' } })
    expect(await socket.next(event('im.message.created'))).toMatchObject({ seq: 1, data: { id: message.id, text: '原文' } })
    expect(await socket.next(event('im.message.changed'))).toMatchObject({ seq: 2, data: { text: '改过' } })
    await lin.does(recallMessage, { params: { messageId: message.id } })
    expect(await socket.next(event('im.message.recalled'))).toMatchObject({ seq: 3, data: { id: message.id } })
    await socket.close()
  })

  it('replay what was missed, without what was recalled meanwhile', async () => {
    const { lin, zhao } = world
    const channel = await aGroup(lin, [zhao])
    await say(lin, channel, '一')
    const secret = await say(lin, channel, '发错的话')
    await lin.does(recallMessage, { params: { messageId: secret.id } })
    const socket = await zhao.socket()
    expect(await socket.subscribe(channelTopicOf(channel.id), 1)).toMatchObject({ seq: 3 })
    const replayed = [await socket.next({ type: 'event', seq: 2 }), await socket.next({ type: 'event', seq: 3 })]
    expect(JSON.stringify(replayed)).not.toContain('发错的话')
    await socket.close()
  })

  it('take sends over the socket, and answer before they tell', async () => {
    const { lin, zhao } = world
    const channel = await aGroup(lin, [zhao])
    const socket = await lin.socket()
    await socket.subscribe(channelTopicOf(channel.id))
    socket.send({
      type: 'call',
      id: 'c1',
      operation: 'im.sendMessage',
      params: { channelId: channel.id },
      body: { clientId: randomUUID(), text: '从插座来' },
    })
    expect(await socket.next({ type: 'result', id: 'c1' })).toMatchObject({ status: 201, body: { seq: 1 } })
    expect(await socket.next(event('im.message.created'))).toMatchObject({ data: { text: '从插座来' } })
    await socket.close()
  })

  it('tell who reads and who types', async () => {
    const { lin, zhao } = world
    const channel = await aGroup(lin, [zhao])
    const message = await say(lin, channel, '一')
    const socket = await lin.socket()
    await socket.subscribe(channelTopicOf(channel.id))
    await zhao.does(readChannel, { ...at(channel), body: { seq: message.seq } })
    expect(await socket.next(event('im.read'))).toMatchObject({ data: { readers: [{ personId: zhao.id, seq: 1 }], moved: 1 } })
    await zhao.does(startTyping, at(channel))
    expect(await socket.next(event('im.typing'))).toMatchObject({ data: { personId: zhao.id } })
    await socket.close()
  })

  it('tell the reading of many together', async () => {
    const { lin, zhao, zhou } = world
    const channel = await aGroup(lin, [zhao, zhou])
    const message = await say(lin, channel, '一')
    const socket = await lin.socket()
    await socket.subscribe(channelTopicOf(channel.id))
    for (const person of [zhao, zhou]) await person.does(readChannel, { ...at(channel), body: { seq: message.seq } })
    expect(await socket.next(event('im.read'))).toMatchObject({ data: { readers: [{ personId: zhao.id }] } })
    expect(await socket.next(event('im.read'))).toMatchObject({ data: { readers: [{ personId: zhou.id }] } })
    await socket.close()
  })

  it('tell a person that he was added or removed, and end with the membership', async () => {
    const { lin, zhao, zhou } = world
    const socket = await zhou.socket()
    await socket.subscribe(`person:${zhou.id}`)
    const channel = await aGroup(lin, [zhao])
    await expect(socket.subscribe(channelTopicOf(channel.id))).rejects.toMatchObject({ status: 404 })
    const member = { params: { channelId: channel.id, personId: zhou.id } }
    await lin.does(addMember, member)
    expect(await socket.next(event('im.channel.changed'))).toMatchObject({ data: { channelId: channel.id, what: 'added' } })
    await socket.subscribe(channelTopicOf(channel.id))
    await lin.does(removeMember, member)
    expect(await socket.next(event('im.channel.changed'))).toMatchObject({ data: { what: 'removed' } })
    await socket.close()
  })
})
