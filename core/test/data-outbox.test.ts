import { expect, it, vi } from 'vitest'
import type { Database } from '../src/data/database.ts'
import { type Outbox, type OutboxListener, startOutbox } from '../src/data/outbox.ts'
import { chatEntities, chatMigrations, Line, Room } from './data-sample.ts'
import { forEachDatabase, type TestDatabase } from './database.ts'

const setup = { entities: chatEntities, plugins: [{ id: 'chat', migrations: chatMigrations }] }
const at = new Date('2026-03-01T08:00:00.000Z')
const roomTopic = { name: 'chat.room', events: [{ name: 'chat.line.written', schema: {} as never }] }

const emit = (db: Database, about: string, ...payloads: readonly unknown[]): Promise<void> =>
  db.write(async (unit) => payloads.forEach((payload) => unit.emit('chat.room.renamed', about, payload)))

/** A listener that keeps what it hears and fails as long as it is told to. */
function aListener(subscriber: string, event = 'chat.room.renamed') {
  const heard: unknown[] = []
  const failing = new Set<unknown>()
  const listener: OutboxListener = {
    subscriber,
    event,
    async handle(payload, about) {
      if (failing.has(payload)) throw new Error('not now')
      heard.push([about, payload])
    },
  }
  return { listener, heard, failing }
}

async function start({ db, clock }: Pick<TestDatabase, 'db' | 'clock'>, ...listeners: readonly OutboxListener[]): Promise<Outbox> {
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  return startOutbox({ db, listeners, topics: [roomTopic], clock, log })
}

forEachDatabase('the outbox', (open) => {
  it('tells every listener of an event, in order', async () => {
    const database = await open(setup)
    const one = aListener('one')
    const other = aListener('other')
    const deaf = aListener('deaf', 'chat.room.closed')
    const outbox = await start(database, one.listener, other.listener, deaf.listener)
    await emit(database.db, 'a', 1, 2)
    await emit(database.db, 'a', 3)
    await outbox.settled()
    expect(one.heard).toEqual([
      ['a', 1],
      ['a', 2],
      ['a', 3],
    ])
    expect(other.heard).toEqual(one.heard)
    expect(deaf.heard).toEqual([])
    await outbox.stop()
  })

  it('wakes by itself when something is stored', async () => {
    const database = await open(setup)
    const one = aListener('one')
    const outbox = await start(database, one.listener)
    await emit(database.db, 'a', 1)
    await vi.waitFor(() => expect(one.heard).toEqual([['a', 1]]))
    await outbox.stop()
  })

  it('says nothing of what was stored before a listener first came', async () => {
    const database = await open(setup)
    const before = await start(database, aListener('another').listener)
    await emit(database.db, 'a', 'old')
    await before.settled()
    await before.stop()
    const one = aListener('one')
    const outbox = await start(database, one.listener)
    await emit(database.db, 'a', 'new')
    await outbox.settled()
    expect(one.heard).toEqual([['a', 'new']])
    await outbox.stop()
  })

  it('tells again what was not taken; about the same thing in order, other things meanwhile', async () => {
    const database = await open(setup)
    database.clock.set(at)
    const one = aListener('one')
    one.failing.add(1)
    const outbox = await start(database, one.listener)
    await emit(database.db, 'a', 1, 2)
    await emit(database.db, 'b', 3)
    await outbox.settled()
    expect(one.heard).toEqual([['b', 3]])
    expect(await outbox.lagSeconds()).toBe(0)
    database.clock.set(new Date(at.getTime() + 1500))
    expect(await outbox.lagSeconds()).toBe(1.5)
    await outbox.settled()
    expect(one.heard).toEqual([['b', 3]])
    one.failing.clear()
    await emit(database.db, 'a', 4)
    await outbox.settled()
    database.clock.set(new Date(at.getTime() + 60_000))
    await outbox.settled()
    expect(one.heard).toEqual([
      ['b', 3],
      ['a', 1],
      ['a', 2],
      ['a', 4],
    ])
    expect(await database.db.read.all('select * from core_outbox_retry', [])).toEqual([])
    await outbox.stop()
  })

  it('goes on after a restart where each listener was, parked events too', async () => {
    const database = await open(setup)
    database.clock.set(at)
    const one = aListener('one')
    one.failing.add(2)
    const outbox = await start(database, one.listener)
    await emit(database.db, 'a', 1, 2)
    await outbox.settled()
    await outbox.stop()
    await emit(database.db, 'b', 3)
    await database.db.close()
    database.clock.set(new Date(at.getTime() + 60_000))
    const next = aListener('one')
    const db = await database.again()
    const later = await start({ db, clock: database.clock }, next.listener)
    await later.settled()
    expect(one.heard).toEqual([['a', 1]])
    expect(next.heard.toSorted()).toEqual([
      ['a', 2],
      ['b', 3],
    ])
    await later.stop()
  })

  it('tells the rows of a log as the events that they are', async () => {
    const database = await open(setup)
    const one = aListener('one', 'chat.line.written')
    const outbox = await start(database, one.listener)
    await database.db.write(
      async ({ em }) => void em.persist(em.create(Room.schema, { id: 'hall', name: 'h', createdAt: at, updatedAt: at } as never)),
    )
    const say = (clientId: string): Promise<void> =>
      new Promise((resolve, reject) => {
        database.db.append(Line, { roomId: 'hall', authorId: 'lin', clientId, text: clientId }, 'lin', 'chat.say', (error) =>
          error ? reject(error as Error) : resolve(),
        )
      })
    await Promise.all([say('一'), say('二')])
    await say('三')
    await outbox.settled()
    expect(one.heard.map((heard) => (heard as [string, { text: string }])[1].text)).toEqual(['一', '二', '三'])
    await outbox.stop()
  })

  it('forgets what everybody has heard, after seven days', async () => {
    const database = await open(setup)
    database.clock.set(at)
    const one = aListener('one')
    const outbox = await start(database, one.listener)
    await emit(database.db, 'a', 1)
    await outbox.settled()
    database.clock.set(new Date(at.getTime() + 8 * 24 * 60 * 60_000))
    await emit(database.db, 'a', 2)
    await outbox.settled()
    await outbox.settled()
    expect((await database.db.read.all('select payload from core_outbox', [])).map((row) => row.payload)).toEqual(['2'])
    await outbox.stop()
  })
})
