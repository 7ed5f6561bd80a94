import { expect, inject, it, vi } from 'vitest'
import pg from 'pg'
import type { Database } from '../src/data/database.ts'
import { startOutbox } from '../src/data/outbox.ts'
import { chatEntities, chatMigrations, Line, Member, Room } from './data-sample.ts'
import { openTestDatabase, type TestDatabase } from './database.ts'

const setup = { entities: chatEntities, plugins: [{ id: 'chat', migrations: chatMigrations }] }
const at = new Date('2026-03-01T08:00:00.000Z')

/** Two openings of one PostgreSQL, as two processes have them. */
async function twoProcesses(): Promise<{ database: TestDatabase; one: Database; other: Database }> {
  const database = await openTestDatabase('postgresql', setup)
  const other = await database.again()
  await database.db.write(async ({ em }) => {
    em.persist(em.create(Room.schema, { id: 'hall', name: 'h', createdAt: at, updatedAt: at } as never))
    em.persist(em.create(Member.schema, { id: 'm', roomId: 'hall', personId: 'lin', createdAt: at, updatedAt: at } as never))
  })
  return { database, one: database.db, other }
}
const say = (db: Database, clientId: string): Promise<number> =>
  new Promise((resolve, reject) => {
    db.append(Line, { roomId: 'hall', authorId: 'lin', clientId, text: clientId }, 'lin', 'chat.say', (error, appended) =>
      appended ? resolve(appended.row.seq as number) : reject(error as Error),
    )
  })
function listen(db: Database): number[] {
  const heard: number[] = []
  db.onAppended((_log, _stream, rows) => heard.push(...rows.map((row) => row.seq as number)))
  return heard
}
/** Cuts the connections that listen, as a network does. */
async function cutListeners(database: TestDatabase): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresqlUrl') })
  await client.connect()
  await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'liaison-notices' and datname = $1`, [
    new URL(database.url).pathname.slice(1),
  ])
  await client.end()
}

it('tells both processes every row once and in order, whoever stored it', async () => {
  const { database, one, other } = await twoProcesses()
  const [heard, heardThere] = [listen(one), listen(other)]
  await Promise.all(Array.from({ length: 120 }, (_value, index) => say(index % 2 ? one : other, `c${index}`)))
  const all = Array.from({ length: 120 }, (_value, index) => index + 1)
  await vi.waitFor(() => expect([heard.length, heardThere.length]).toEqual([120, 120]), { timeout: 5000 })
  expect(heard).toEqual(all)
  expect(heardThere).toEqual(all)
  await database.close()
})

it('tells signals to both, to the own process before the unit is answered', async () => {
  const { database, one, other } = await twoProcesses()
  const heard: unknown[] = []
  const heardThere: unknown[] = []
  one.onSignal('access', (message) => heard.push(message))
  other.onSignal('access', (message) => heardThere.push(message))
  await one.write(async (unit) => unit.signal('access', 'lin\nwith a second line'))
  expect(heard).toEqual(['lin\nwith a second line'])
  await vi.waitFor(() => expect(heardThere).toEqual(['lin\nwith a second line']))
  expect(heard).toHaveLength(1)
  await database.close()
})

it('says that signals may be lost, reads what was missed, and comes back by itself', async () => {
  const { database, one, other } = await twoProcesses()
  const heard: unknown[] = []
  other.onSignal('access', (message) => heard.push(message))
  const rows = listen(other)
  await say(one, 'c1')
  await vi.waitFor(() => expect(rows).toEqual([1]))
  await cutListeners(database)
  await vi.waitFor(() => expect(heard).toContain(undefined))
  expect(other.signalsArrive).toBe(false)
  await say(one, 'c2')
  await vi.waitFor(() => expect(other.signalsArrive).toBe(true), { timeout: 5000 })
  await vi.waitFor(() => expect(rows).toEqual([1, 2]))
  await say(one, 'c3')
  await vi.waitFor(() => expect(rows).toEqual([1, 2, 3]))
  await database.close()
})

it('refuses a signal that carries content instead of ids', async () => {
  const { database, one } = await twoProcesses()
  await expect(one.write(async (unit) => unit.signal('access', 'x'.repeat(9000)))).rejects.toThrow('send ids, not content')
  await database.close()
})

it('gives a lease to one process, and to the next when it is let go', async () => {
  const { database, one, other } = await twoProcesses()
  const mine = await one.lease('jobs')
  expect(mine?.held).toBe(true)
  expect(await other.lease('jobs')).toBeUndefined()
  await mine?.release()
  const theirs = await other.lease('jobs')
  expect(theirs?.held).toBe(true)
  await theirs?.release()
  await database.close()
})

it('delivers stored events from one process at a time, and from the other when that one ends', async () => {
  const { database, one, other } = await twoProcesses()
  const heard: string[] = []
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  const start = (db: Database, name: string) =>
    startOutbox({
      db,
      clock: database.clock,
      log,
      listeners: [
        { subscriber: 'chat/opened', event: 'chat.room.opened', handle: async (payload) => void heard.push(`${name} ${String(payload)}`) },
      ],
    })
  const first = await start(one, 'one')
  await first.settled()
  const second = await start(other, 'other')
  await other.write(async (unit) => unit.emit('chat.room.opened', 'hall', 1))
  await vi.waitFor(() => expect(heard).toEqual(['one 1']), { timeout: 5000 })
  await first.stop()
  await one.write(async (unit) => unit.emit('chat.room.opened', 'hall', 2))
  await vi.waitFor(() => expect(heard).toEqual(['one 1', 'other 2']), { timeout: 5000 })
  await second.stop()
  await database.close()
})
