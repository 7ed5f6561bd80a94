import { exportMyData, handOver, listBelongings } from '@liaison/sdk/platform'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getChannel, listMembers, listMessages, removeMember } from '../src/contract.ts'
import { aGroup, at, aWorld, databases, say, type World } from './world.ts'

describe.each(databases)('leaving on %s', (database) => {
  let world: World
  beforeAll(async () => (world = await aWorld(database)))
  afterAll(() => world.host.stop())

  it('gives the conversations that somebody owned to a successor, who sees them, and everybody there reads that he came', async () => {
    const { host, lin, zhao, zhou } = world
    const administrator = await host.person({ roles: ['administrator'] })
    const joined = await aGroup(lin, [zhao], '两人都在')
    const fresh = await aGroup(lin, [zhou], '接手人不在')
    const foreign = await aGroup(zhou, [lin], '别人管理的')
    const params = { personId: lin.id }
    expect((await administrator.does(listBelongings, { params })).items).toContainEqual({
      ...{ kind: 'im', title: { 'zh-CN': '管理的会话', en: 'Conversations owned' }, count: 2 },
    })
    const { given } = await administrator.does(handOver, { params, body: { successorId: zhao.id } })
    expect(given).toContainEqual(expect.objectContaining({ kind: 'im', count: 2 }))
    for (const channel of [joined, fresh]) expect((await zhao.does(getChannel, at(channel))).role).toBe('owner')
    expect((await zhou.does(getChannel, at(foreign))).role).toBe('owner')
    const { items } = await zhou.does(listMembers, at(fresh))
    expect(Object.fromEntries(items.map(({ person, role }) => [person.id, role]))).toEqual({
      ...{ [lin.id]: 'member', [zhao.id]: 'owner', [zhou.id]: 'member' },
    })
    const notes = (await zhou.does(listMessages, at(fresh))).items.map(({ system }) => system)
    expect(notes).toContainEqual(expect.objectContaining({ what: 'joined', personIds: [zhao.id] }))
  })

  it('takes along what somebody wrote, also in conversations that he has left, and nothing of others', async () => {
    const { lin, zhao } = world
    const channel = await aGroup(zhao, [lin], '已退出')
    await say(lin, channel, '我写的')
    await say(zhao, channel, '别人写的')
    await lin.does(removeMember, { params: { channelId: channel.id, personId: lin.id } })
    const data = JSON.stringify(await lin.does(exportMyData))
    expect(data).toContain('我写的')
    expect(data).not.toContain('别人写的')
  })
})
