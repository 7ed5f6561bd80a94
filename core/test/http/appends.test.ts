import { conflict, Id, operation } from '@liaison/sdk'
import { bind, definePlugin } from '@liaison/sdk/server'
import type { TestPerson } from '@liaison/sdk/testing'
import { Type } from 'typebox'
import { afterAll, describe, expect, it } from 'vitest'
import { startTestHost } from '../../src/testing/index.ts'
import { createTalkPlugin, Line, Member, Room, say } from '../realtime-sample.ts'

const relay = operation({
  id: 'relay.say',
  method: 'POST',
  path: '/relay/:roomId',
  access: 'signed-in',
  params: Type.Object({ roomId: Id }),
  body: Type.Object({ clientIds: Type.Array(Id), fails: Type.Boolean() }),
})

/** Another plugin that says several things in one unit. */
const relayPlugin = definePlugin({
  id: 'relay',
  version: '1.0.0',
  title: { 'zh-CN': '转发', en: 'Relay' },
  requires: { plugins: { talk: '^1.0.0' } },

  operations: [relay],
  setup({ bind: bindAll }) {
    bindAll([
      bind(relay, async ({ call }, { params, body }) => {
        for (const clientId of body.clientIds) await call(say, { params, body: { clientId, text: 'relayed' } })
        if (body.fails) throw conflict()
      }),
    ])
  },
})

describe.each(['sqlite', 'postgresql'] as const)('appending to a log, on %s', async (database) => {
  const host = await startTestHost([createTalkPlugin()], { database })
  afterAll(() => host.stop())
  const { db } = host.platform
  let ids = 0
  const newId = () => `01890000-0000-7000-8000-${(++ids).toString(16).padStart(12, '0')}`
  const grants = { 'talk.read': 'all', 'talk.say': 'all' } as const

  async function aRoom(...members: readonly TestPerson[]): Promise<string> {
    const roomId = newId()
    await db.write(async ({ em }) => {
      const at = { createdAt: new Date(), updatedAt: new Date() }
      em.create(Room.schema, { id: roomId, lastSeq: 0, lastNo: 0, lastAt: null, ...at } as never)
      for (const { id: personId } of members)
        em.create(Member.schema, { id: newId(), roomId, personId, readSeq: 0, readNo: 0, readAt: null, ...at } as never)
      await em.flush()
    })
    return roomId
  }
  const linesOf = async (roomId: string) => {
    const rows = await db.read.all(`select * from talk_line where room_id = ${database === 'sqlite' ? '?' : '$1'} order by seq`, [roomId])
    return rows.map((row) => db.revive(Line, row))
  }
  const asking = async ({ id }: TestPerson) => ({ access: await host.platform.access.get(id) })

  it('numbers what arrives together, without a gap, in the order of arrival', async () => {
    const lin = await host.person({ grants })
    const roomId = await aRoom(lin)
    const said = await Promise.all(
      Array.from({ length: 20 }, () => lin.does(say, { params: { roomId }, body: { clientId: newId(), text: '早' } })),
    )
    expect(said.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1))
  })

  it('answers the same append again with the stored row', async () => {
    const lin = await host.person({ grants })
    const roomId = await aRoom(lin)
    const body = { clientId: newId(), text: '一次' }
    const first = await lin.does(say, { params: { roomId }, body })
    expect(await lin.does(say, { params: { roomId }, body })).toEqual({ ...first, fresh: false })
    expect(await linesOf(roomId)).toHaveLength(1)
  })

  it('is refused where the stream may not be seen, as if it were not there', async () => {
    const lin = await host.person({ grants })
    const roomId = await aRoom()
    await expect(lin.does(say, { params: { roomId }, body: { clientId: newId(), text: 'a' } })).rejects.toMatchObject({ type: 'not-found' })
    await expect(lin.does(say, { params: { roomId: newId() }, body: { clientId: newId(), text: 'a' } })).rejects.toMatchObject({
      type: 'not-found',
    })
  })

  it('tells what is stored under a repeated client id elsewhere to those who see it there', async () => {
    const lin = await host.person({ grants })
    const [own, other, left] = [await aRoom(lin), await aRoom(lin), await aRoom()]
    const saying = (roomId: string, clientId: string) => lin.does(say, { params: { roomId }, body: { clientId, text: 'a' } })
    const [seen, clientId] = [newId(), newId()]
    const said = await saying(other, seen)
    expect(await saying(own, seen)).toEqual({ ...said, fresh: false })

    await new Promise<void>((resolve, reject) =>
      db.append(
        Line,
        { roomId: left, authorId: lin.id, clientId, text: 'b', targetId: null, createdAt: new Date() },
        lin.id,
        say.id,
        (error) => (error === undefined || error === null ? resolve() : reject(error as Error)),
      ),
    )
    await expect(saying(own, clientId)).rejects.toMatchObject({ type: 'not-found' })
  })

  it('takes its place at once when hook and membership answer at once, and says when it has to wait', async () => {
    const lin = await host.person({ grants })
    const roomId = await aRoom(lin)
    const caller = await asking(lin)
    const fast = (text: string) => {
      let placed = false
      const done = new Promise<void>((resolve, reject) => {
        placed = host.platform.dispatcher.dispatchFast(say.id, caller, { params: { roomId }, body: { clientId: newId(), text } }, (error) =>
          error === undefined || error === null ? resolve() : reject(error as Error),
        )
      })
      return { placed, done }
    }
    await fast('who is in the room is known after this').done
    const atOnce = fast('now')
    const later = fast('slowly')
    expect([atOnce.placed, later.placed]).toEqual([true, false])
    await Promise.all([atOnce.done, later.done])
  })

  it('is stored at the time of the work, also in the past', async () => {
    const lin = await host.person({ grants })
    const roomId = await aRoom(lin)
    const now = new Date('2025-03-01T08:00:00.000Z')
    await host.platform.dispatcher.call(
      say,
      { ...(await asking(lin)), now },
      { params: { roomId }, body: { clientId: newId(), text: 'long ago' } },
    )
    expect(await linesOf(roomId)).toMatchObject([{ createdAt: now }])
  })
})

describe.each(['sqlite', 'postgresql'] as const)('appending inside the unit of another operation, on %s', async (database) => {
  const host = await startTestHost([createTalkPlugin(), relayPlugin], { database })
  afterAll(() => host.stop())

  it('stores all of it or nothing', async () => {
    const lin = await host.person({ grants: { 'talk.read': 'all', 'talk.say': 'all' } })
    const { db } = host.platform
    const [roomId, memberId, first, second, third] = Array.from({ length: 5 }, (_, at) => `01890000-0000-7000-9000-00000000000${at}`) as [
      string,
      string,
      string,
      string,
      string,
    ]
    await db.write(async ({ em }) => {
      const at = { createdAt: new Date(), updatedAt: new Date() }
      em.create(Room.schema, { id: roomId, lastSeq: 0, lastNo: 0, lastAt: null, ...at } as never)
      em.create(Member.schema, { id: memberId, roomId, personId: lin.id, readSeq: 0, readNo: 0, readAt: null, ...at } as never)
      await em.flush()
    })
    await expect(lin.does(relay, { params: { roomId }, body: { clientIds: [first, second], fails: true } })).rejects.toMatchObject({
      type: 'conflict',
    })
    await lin.does(relay, { params: { roomId }, body: { clientIds: [first, second], fails: false } })
    expect(await lin.does(say, { params: { roomId }, body: { clientId: third, text: 'after' } })).toMatchObject({ seq: 3, fresh: true })
  })
})
