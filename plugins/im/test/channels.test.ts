import { randomUUID } from 'node:crypto'
import { deleteProjectMember, putProjectMember } from '@liaison/sdk/platform'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addMember,
  changeChannel,
  createChannel,
  getChannel,
  listChannels,
  listMembers,
  listMessages,
  muteChannel,
  removeMember,
} from '../src/contract.ts'
import { absent, aGroup, at, aWorld, databases, say, type World } from './world.ts'

describe.each(databases)('conversations on %s', (database) => {
  let world: World
  beforeAll(async () => (world = await aWorld(database)))
  afterAll(() => world.host.stop())

  describe('starting one', () => {
    it('makes a group with the caller as its owner', async () => {
      const { lin, zhao } = world
      const channel = await aGroup(lin, [zhao], '模具评审')
      expect(channel).toMatchObject({
        kind: 'group',
        name: '模具评审',
        role: 'owner',
        external: false,
        memberCount: 2,
        unread: 0,
        lastMessage: null,
        lastSeq: 0,
      })
      expect((await zhao.does(getChannel, at(channel))).role).toBe('member')
    })

    it('names an unnamed group after its members', async () => {
      const { lin, zhao, zhou } = world
      const channel = await lin.does(createChannel, { body: { kind: 'group', memberIds: [zhao.id, zhou.id] } })
      expect(channel.name).toBe('赵启航、周敏')
    })

    it('answers a second direct chat with the first, from either side', async () => {
      const { lin, zhao } = world
      const body = (other: { id: string }) => ({ kind: 'direct', memberIds: [other.id] })
      const first = await lin.http('POST', '/api/im/channels', { body: body(zhao) })
      const second = await zhao.http('POST', '/api/im/channels', { body: body(lin) })
      expect([first.status, second.status]).toEqual([201, 200])
      expect(second.body).toMatchObject({ id: (first.body as { id: string }).id, person: { id: lin.id } })
    })

    it('lets one talk to oneself', async () => {
      const channel = await world.lin.does(createChannel, { body: { kind: 'direct', memberIds: [] } })
      expect(channel).toMatchObject({ kind: 'direct', memberCount: 1, person: { id: world.lin.id } })
    })

    it('makes a project channel for members of the project only', async () => {
      const { lin, shen, stranger, project, host } = world
      const channel = await lin.does(createChannel, { body: { kind: 'project', name: 'L-1', projectId: project.id, memberIds: [shen.id] } })
      expect(channel).toMatchObject({ projectId: project.id, external: true })
      await expect(stranger.does(createChannel, { body: { kind: 'project', projectId: project.id, memberIds: [] } })).rejects.toMatchObject(
        { status: 400 },
      )
      const outsider = await host.person({ external: true, roles: ['external-customer'] })
      await expect(
        lin.does(createChannel, { body: { kind: 'project', projectId: project.id, memberIds: [outsider.id] } }),
      ).rejects.toMatchObject({ status: 400, members: { errors: [{ pointer: '/body/memberIds/0' }] } })
    })

    it('names the member who does not exist', async () => {
      const unknown = world.lin.does(createChannel, { body: { kind: 'group', memberIds: [randomUUID()] } })
      await expect(unknown).rejects.toMatchObject({ status: 400, members: { errors: [{ pointer: '/body/memberIds/0' }] } })
    })

    it('lets outside people start with those they know, and tells nothing of others', async () => {
      const { shen, lin, stranger } = world
      expect(await shen.does(createChannel, { body: { kind: 'direct', memberIds: [lin.id] } })).toMatchObject({ external: true })
      const errors = await Promise.all(
        [stranger.id, randomUUID()].map((id) =>
          shen.does(createChannel, { body: { kind: 'direct', memberIds: [id] } }).catch((error: { members: unknown }) => error.members),
        ),
      )
      expect(errors[0]).toEqual(errors[1])
    })
  })

  describe('members', () => {
    it('begin with nothing unread and see what was said before', async () => {
      const { lin, zhao, zhou } = world
      const channel = await aGroup(lin, [zhao])
      await say(lin, channel, '先前的话')
      await lin.does(addMember, { params: { channelId: channel.id, personId: zhou.id } })
      expect(await zhou.does(getChannel, at(channel))).toMatchObject({ unread: 0, memberCount: 3 })
      const { items } = await zhou.does(listMessages, at(channel))
      expect(items.map(({ text, system }) => text ?? system?.what)).toEqual(['先前的话', 'joined'])
    })

    it('stay as they are when they are added again', async () => {
      const { lin, zhao } = world
      const channel = await aGroup(lin, [zhao])
      await lin.does(addMember, { params: { channelId: channel.id, personId: zhao.id } })
      expect((await lin.does(listMembers, at(channel))).items).toHaveLength(2)
      expect((await lin.does(getChannel, at(channel))).lastSeq).toBe(0)
    })

    it('from outside make the channel external for as long as they are in it', async () => {
      const { lin, zhao, shen } = world
      const channel = await aGroup(lin, [zhao])
      const member = { params: { channelId: channel.id, personId: shen.id } }
      await lin.does(addMember, member)
      expect((await zhao.does(getChannel, at(channel))).external).toBe(true)
      await lin.does(removeMember, member)
      expect((await zhao.does(getChannel, at(channel))).external).toBe(false)
      await expect(shen.does(getChannel, at(channel))).rejects.toMatchObject(absent)
    })

    it('are removed by the owner alone, and leave by themselves', async () => {
      const { lin, zhao, zhou } = world
      const channel = await aGroup(lin, [zhao, zhou])
      await expect(zhao.does(removeMember, { params: { channelId: channel.id, personId: zhou.id } })).rejects.toMatchObject({ status: 403 })
      await zhao.does(removeMember, { params: { channelId: channel.id, personId: zhao.id } })
      await expect(zhao.does(listMessages, at(channel))).rejects.toMatchObject(absent)
      await lin.does(removeMember, { params: { channelId: channel.id, personId: lin.id } })
      expect((await zhou.does(getChannel, at(channel))).role).toBe('owner')
    })

    it('are not brought in by outside people', async () => {
      const { lin, shen, stranger } = world
      const channel = await aGroup(lin, [shen])
      await expect(shen.does(addMember, { params: { channelId: channel.id, personId: stranger.id } })).rejects.toMatchObject({
        status: 403,
      })
    })

    it('of a direct chat are two for good', async () => {
      const { lin, zhao, zhou } = world
      const channel = await lin.does(createChannel, { body: { kind: 'direct', memberIds: [zhao.id] } })
      const fixed = { status: 409, type: 'im/direct-is-fixed' }
      await expect(lin.does(addMember, { params: { channelId: channel.id, personId: zhou.id } })).rejects.toMatchObject(fixed)
      await expect(lin.does(removeMember, { params: { channelId: channel.id, personId: zhao.id } })).rejects.toMatchObject(fixed)
    })

    it('from outside go when they leave the project, inside people stay', async () => {
      const { host, lin, zhao, project } = world
      const guest = await host.person({ external: true, roles: ['external-customer'], projects: [project] })
      const administrator = await host.person({ roles: ['administrator'] })
      const channel = await lin.does(createChannel, { body: { kind: 'project', projectId: project.id, memberIds: [guest.id, zhao.id] } })
      for (const { id } of [guest, zhao]) await administrator.does(deleteProjectMember, { params: { id: project.id, personId: id } })
      await expect
        .poll(() =>
          guest.does(getChannel, at(channel)).then(
            () => 200,
            (error: { status: number }) => error.status,
          ),
        )
        .toBe(404)
      expect(await lin.does(getChannel, at(channel))).toMatchObject({ external: false, memberCount: 2 })
      await administrator.does(putProjectMember, { params: { id: project.id, personId: zhao.id }, body: {} })
    })
  })

  describe('details', () => {
    it('are changed by the owner, and noted in the channel', async () => {
      const { lin, zhao } = world
      const channel = await aGroup(lin, [zhao])
      await expect(zhao.does(changeChannel, { ...at(channel), body: { name: '别的' } })).rejects.toMatchObject({ status: 403 })
      expect(await lin.does(changeChannel, { ...at(channel), body: { name: '发布', topic: '12月18日前上市' } })).toMatchObject({
        name: '发布',
        topic: '12月18日前上市',
      })
      const { items } = await zhao.does(listMessages, at(channel))
      expect(items.map(({ system }) => system?.what)).toEqual(['renamed', 'described'])
    })

    it('are refused on a version that is not the present one', async () => {
      const { lin, zhao } = world
      const channel = await aGroup(lin, [zhao])
      const change = (name: string) =>
        lin.http('PATCH', `/api/im/channels/${channel.id}`, { body: { name }, headers: { 'if-match': `"${channel.version}"` } })
      expect((await change('一')).status).toBe(200)
      expect((await change('二')).status).toBe(412)
    })

    it('tell whether one wants to hear of it', async () => {
      const channel = await aGroup(world.lin, [world.zhao])
      await world.zhao.does(muteChannel, { ...at(channel), body: { muted: true } })
      expect((await world.zhao.does(getChannel, at(channel))).muted).toBe(true)
      expect((await world.lin.does(getChannel, at(channel))).muted).toBe(false)
    })
  })

  describe('the list', () => {
    it('shows one’s own, the most recently active first, in pages', async () => {
      const { host } = world
      const me = await host.person({ roles: ['project-member'] })
      const channels = []
      for (const name of ['甲', '乙', '丙']) {
        host.clock.advance(1_000)
        channels.push(await aGroup(me, [world.lin], name))
      }
      host.clock.advance(1_000)
      await say(me, channels[0]!, '顶上来')
      const first = await me.does(listChannels, { query: { limit: 2 } })
      const second = await me.does(listChannels, { query: { limit: 2, cursor: first.next! } })
      expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(['甲', '丙', '乙'])
      expect(second.next).toBeNull()
      await expect(me.does(listChannels, { query: { cursor: 'nonsense' } })).rejects.toMatchObject({ status: 400 })
    })

    it('holds nothing for a stranger', async () => {
      await aGroup(world.lin, [world.zhao])
      expect((await world.stranger.does(listChannels)).items).toEqual([])
    })
  })
})
