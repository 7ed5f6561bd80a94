import { defineProblem } from '@liaison/sdk'
import { definePlugin } from '@liaison/sdk/server'
import { aHost, type TestHost, type TestPerson } from '@liaison/sdk/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addMember, changeMessage, createChannel, getChannel, type Message } from '../src/contract.ts'
import { channelCreating, memberAdding, messageChanging, messageSending, messageSent } from '../src/hooks.ts'
import im from '../src/plugin.ts'
import { aGroup, at, databases, say } from './world.ts'

const secretFound = defineProblem('filter/secret-found', 409, { 'zh-CN': '含有涉密内容', en: 'Holds a secret' })
const told: Message[] = []

/** What somebody else's plugin does with the hooks of conversations. */
const filter = definePlugin({
  id: 'filter',
  version: '1.0.0',
  title: { 'zh-CN': '内容过滤', en: 'Filter' },
  requires: { sdk: '^0.1.0', plugins: { im: '^0.1.0' } },
  problems: [secretFound],
  setup({ tap }) {
    tap(messageSending, (message) => {
      if (message.text.includes('绝密')) throw secretFound()
      if (message.text === '坏了') throw new Error('the filter is broken')
      return { ...message, text: message.text.replaceAll('电话', '**') }
    })
    tap(messageChanging, ({ text }) => {
      if (text.includes('绝密')) throw secretFound()
    })
    tap(messageSent, (message) => void told.push(message))
    tap(channelCreating, async (channel) => ({ ...channel, name: channel.name && `【${channel.name}】` }))
    tap(memberAdding, () => {
      throw secretFound()
    })
  },
})

describe.each(databases)('other plugins take part on %s', (database) => {
  let host: TestHost
  let lin: TestPerson
  let zhao: TestPerson
  beforeAll(async () => {
    host = await aHost([im, filter], { database })
    lin = await host.person({ roles: ['project-member'] })
    zhao = await host.person({ roles: ['project-member'] })
  })
  afterAll(() => host.stop())

  it('change a message on its way, and hear of it', async () => {
    const channel = await aGroup(lin, [zhao])
    const sent = await say(lin, channel, '我的电话')
    expect(sent.text).toBe('我的**')
    expect(told.at(-1)).toEqual(sent)
  })

  it('refuse a message, also by an edit', async () => {
    const channel = await aGroup(lin, [zhao])
    await expect(say(lin, channel, '绝密')).rejects.toMatchObject({ type: 'filter/secret-found' })
    const message = await say(lin, channel, '平常')
    await expect(lin.does(changeMessage, { params: { messageId: message.id }, body: { text: '绝密' } })).rejects.toMatchObject({
      type: 'filter/secret-found',
    })
    expect((await lin.does(getChannel, at(channel))).lastSeq).toBe(1)
  })

  it('let nothing through while a filter is broken', async () => {
    const channel = await aGroup(lin, [zhao])
    await expect(say(lin, channel, '坏了')).rejects.toBeInstanceOf(Error)
    expect((await lin.does(getChannel, at(channel))).lastSeq).toBe(0)
  })

  it('name a channel, and keep people out of it', async () => {
    const channel = await lin.does(createChannel, { body: { kind: 'group', name: '名', memberIds: [] } })
    expect(channel.name).toBe('【名】')
    await expect(lin.does(addMember, { params: { channelId: channel.id, personId: zhao.id } })).rejects.toMatchObject({
      type: 'filter/secret-found',
    })
  })
})
