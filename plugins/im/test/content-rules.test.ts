import { randomUUID } from 'node:crypto'
import { type ContentRuleWish, createContentRule, listContentFlags } from '@liaison/sdk/platform'
import type { TestPerson } from '@liaison/sdk/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeChannel, changeMessage, type Channel, createChannel, getChannel, getMessage } from '../src/contract.ts'
import { aGroup, at, aWorld, databases, say, type World } from './world.ts'

const blocked = { type: 'content-blocked', status: 422 }

describe.each(databases)('content rules in conversations on %s', (database) => {
  let world: World
  let keeper: TestPerson
  beforeAll(async () => {
    world = await aWorld(database)
    // an administrator who also talks
    keeper = await world.host.person({ roles: ['administrator', 'project-member'] })
    const rule = (name: string, wish: Omit<ContentRuleWish, 'name' | 'kind'>) =>
      keeper.does(createContentRule, { body: { name, kind: 'dictionary', ...wish } })
    await rule('报价', { action: 'block', terms: ['底价'] })
    await rule('对外', { action: 'block', terms: ['内部价'], reach: 'outside' })
    await rule('关注', { action: 'flag', terms: ['竞品'] })
  })
  afterAll(() => world.host.stop())

  const lastNoOf = async (person: TestPerson, channel: Pick<Channel, 'id'>) => (await person.does(getChannel, at(channel))).lastNo

  it('refuse a message, which is not stored', async () => {
    const { lin, zhao } = world
    const channel = await aGroup(lin, [zhao])
    await expect(say(lin, channel, '底价是多少')).rejects.toMatchObject({ ...blocked, members: { rule: '报价', from: 0, to: 2 } })
    await expect(say(lin, channel, '底价是多少', { mentions: [zhao.id] })).rejects.toMatchObject(blocked)
    expect(await lastNoOf(zhao, channel)).toBe(0)
  })

  it('refuse it over the socket as well, and take the next one', async () => {
    const { lin, zhao } = world
    const channel = await aGroup(lin, [zhao])
    const socket = await lin.socket()
    const send = (id: string, text: string) =>
      socket.send({
        type: 'call',
        id,
        operation: 'im.sendMessage',
        params: { channelId: channel.id },
        body: { clientId: randomUUID(), text },
      })
    send('1', '底 价')
    send('2', '看看竞品')
    send('3', '平常')
    expect(await socket.next({ id: '1' })).toMatchObject({
      type: 'problem',
      problem: { type: 'urn:liaison:problem:content-blocked', rule: '报价', from: 0, to: 3 },
    })
    expect(await socket.next({ id: '2' })).toMatchObject({ status: 201, body: { no: 1 } })
    expect(await socket.next({ id: '3' })).toMatchObject({ status: 201, body: { no: 2 } })
    await socket.close()
  })

  it('refuse what is edited in', async () => {
    const { lin, zhao } = world
    const channel = await aGroup(lin, [zhao])
    const message = await say(lin, channel, '平常')
    await expect(lin.does(changeMessage, { params: { messageId: message.id }, body: { text: '底价' } })).rejects.toMatchObject(blocked)
    expect((await lin.does(getMessage, { params: { messageId: message.id } })).text).toBe('平常')
  })

  it('refuse the name of a channel and what it is for', async () => {
    const { lin } = world
    const body = { kind: 'group' as const, memberIds: [] }
    await expect(lin.does(createChannel, { body: { ...body, name: '底价讨论' } })).rejects.toMatchObject({
      ...blocked,
      members: { pointer: '/body/name' },
    })
    const channel = await lin.does(createChannel, { body: { ...body, name: '讨论' } })
    await expect(lin.does(changeChannel, { ...at(channel), body: { topic: '定底价' } })).rejects.toMatchObject({
      ...blocked,
      members: { pointer: '/body/topic', from: 1 },
    })
  })

  it('look who reads along', async () => {
    const { lin, zhao, shen, project } = world
    const inside = await aGroup(lin, [zhao])
    expect(await say(lin, inside, '内部价')).toMatchObject({ no: 1 })
    const outside = await lin.does(createChannel, { body: { kind: 'project', projectId: project.id, name: '对接', memberIds: [shen.id] } })
    await expect(say(lin, outside, '内部价')).rejects.toMatchObject(blocked)
  })

  it('note a message for reviewers, who see it only where they are members', async () => {
    const { lin, zhao } = world
    const theirs = await aGroup(lin, [zhao])
    const shared = await aGroup(lin, [keeper])
    const hidden = await say(lin, theirs, '竞品一')
    const open = await say(lin, shared, '竞品二')
    const flagOf = async (id: string) => (await keeper.does(listContentFlags)).items.find(({ thing }) => thing?.id === id)
    await expect.poll(() => flagOf(hidden.id)).toMatchObject({ visible: false, place: { type: 'im.channel', id: theirs.id } })
    await expect.poll(() => flagOf(open.id)).toMatchObject({ visible: true, thing: { type: 'im.message' }, person: { id: lin.id } })
  })
})
