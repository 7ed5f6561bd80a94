import { listAudit, startView } from '@liaison/sdk/platform'
import type { TestPerson } from '@liaison/sdk/testing'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { aGroup, databases, say, aWorld, type World } from './world.ts'
import type { Channel } from '../src/contract.ts'

describe.each(databases)('viewing as somebody else on %s', (database) => {
  let world: World
  let viewer: TestPerson
  let shared: Channel
  let foreign: Channel
  beforeAll(async () => {
    world = await aWorld(database)
    viewer = await world.host.person({ name: '系统', roles: ['administrator', 'project-member'] })
    shared = await aGroup(world.lin, [world.zhao, viewer], '大家')
    foreign = await aGroup(world.lin, [world.zhao], '薪酬')
    await say(world.lin, foreign, '明年的薪酬方案')
    await say(world.lin, shared, '大家好')
  })
  afterAll(() => world.host.stop())

  const view = async () => (await viewer.does(startView, { body: { personId: world.lin.id, reason: '看不到消息' } })).id
  const ask = (id: string, path: string) => viewer.http('GET', `/api/im${path}`, { headers: { 'view-as': id } })

  it('opens the conversations in which both take part, and no others', async () => {
    const id = await view()
    const { items } = (await ask(id, '/channels')).body as { items: { id: string }[] }
    expect(items.map((channel) => channel.id)).toEqual([shared.id])
    expect((await ask(id, `/channels/${shared.id}/messages`)).status).toBe(200)
    for (const path of [`/channels/${foreign.id}`, `/channels/${foreign.id}/messages`, `/channels/${foreign.id}/members`]) {
      const refused = await ask(id, path)
      expect([path, refused.status]).toEqual([path, 404])
      expect(refused.text).not.toContain('薪酬')
    }
  })

  it('hears over a socket what both hear, and changes nothing', async () => {
    const socket = await viewer.socket(await view())
    await socket.subscribe(`im.channel:${shared.id}`)
    await expect(socket.subscribe(`im.channel:${foreign.id}`)).rejects.toMatchObject({ status: 404 })
    await expect(socket.subscribe(`person:${world.lin.id}`)).rejects.toMatchObject({ status: 404 })
    await say(world.lin, shared, '新消息')
    expect(await socket.next({ type: 'event', topic: `im.channel:${shared.id}` })).toMatchObject({ topic: `im.channel:${shared.id}` })
    socket.send({
      type: 'call',
      id: 'c',
      operation: 'im.sendMessage',
      params: { channelId: shared.id },
      body: { text: '冒充', clientId: crypto.randomUUID() },
    })
    expect(await socket.next({ id: 'c' })).toMatchObject({ problem: { type: 'urn:liaison:problem:view-as-is-read-only' } })
    await vi.waitFor(async () => {
      const { items } = await viewer.does(listAudit, { query: { action: 'realtime.subscribe:viewed' } })
      expect(items[0]).toMatchObject({ actor: { id: viewer.id }, resource: { type: 'im.channel', id: shared.id } })
    }, 3_000)
    await socket.close()
  })

  it('ends on the socket within a second of its end', async () => {
    const id = await view()
    const socket = await viewer.socket(id)
    await socket.subscribe(`im.channel:${shared.id}`)
    await viewer.http('DELETE', `/api/access/views/${id}`)
    expect(await socket.next({ type: 'problem' })).toMatchObject({ problem: { type: 'urn:liaison:problem:view-as-has-ended' } })
    await expect(viewer.socket(id)).rejects.toThrow('403')
    await expect(world.zhao.socket(await view())).rejects.toThrow('403')
  })
})
