import { expect, it } from 'vitest'
import { verifyAudit } from '../src/data/audit-verification.ts'
import type { Database } from '../src/data/database.ts'
import { startProcess } from './data-process.ts'
import { chatEntities, chatMigrations, Line, Room } from './data-sample.ts'
import { forEachDatabase } from './database.ts'

const setup = { entities: chatEntities, plugins: [{ id: 'chat', migrations: chatMigrations }] }
const at = new Date('2026-03-01T08:00:00.000Z')
const rooms = ['room-0', 'room-1', 'room-2']

const createRooms = (db: Database): Promise<void> =>
  db.write(async ({ em }) =>
    rooms.forEach((id) => em.persist(em.create(Room.schema, { id, name: id, createdAt: at, updatedAt: at } as never))),
  )

async function expectContiguous(db: Database): Promise<ReadonlyMap<string, string>> {
  const stored = new Map<string, string>()
  const next = new Map(rooms.map((room) => [room, 1]))
  for (const row of await db.read.all('select room_id, client_id, seq from chat_line order by room_id, seq', [])) {
    expect([row.room_id, row.seq]).toEqual([row.room_id, next.get(String(row.room_id))])
    next.set(String(row.room_id), Number(row.seq) + 1)
    stored.set(String(row.client_id), `${String(row.room_id)} ${String(row.client_id)} ${String(row.seq)}`)
  }
  for (const { id, last_seq } of await db.read.all('select id, last_seq from chat_room', []))
    expect(last_seq).toBe((next.get(String(id)) ?? 1) - 1)
  return stored
}

forEachDatabase('a process that is killed while it appends', (open, dialect) => {
  it('leaves every acknowledged row, once, under its number, and an audit trail that is whole', async () => {
    const database = await open(setup)
    await createRooms(database.db)
    await database.db.close()
    const acknowledged: string[] = []
    for (const name of ['first', 'second']) {
      const process = startProcess('append-for-ever', database.url, name)
      await process.lines(1500)
      acknowledged.push(...(await process.kill()))
    }
    const db = await database.again()
    const stored = await expectContiguous(db)
    expect(acknowledged.length).toBeGreaterThanOrEqual(3000)
    expect(acknowledged.filter((line) => stored.get(line.split(' ')[1] ?? '') !== line)).toEqual([])
    expect(await verifyAudit(db, 'audit key of the tests')).toMatchObject({ ok: true })
    await new Promise<void>((resolve, reject) => {
      db.append(Line, { roomId: 'room-0', authorId: 'after', clientId: 'after', text: '…' }, 'after', 'chat.say', (error) =>
        error ? reject(error as Error) : resolve(),
      )
    })
    await expectContiguous(db)
  })

  if (dialect === 'postgresql') {
    it('does not disturb another one that appends to the same streams', async () => {
      const database = await open(setup)
      await createRooms(database.db)
      const dying = startProcess('append-for-ever', database.url, 'dying')
      const living = startProcess('append-for-ever', database.url, 'living')
      await Promise.all([dying.lines(500), living.lines(500)])
      const told = [...(await dying.kill())]
      await living.lines(1500)
      told.push(...(await living.kill()))
      const stored = await expectContiguous(database.db)
      expect(told.filter((line) => stored.get(line.split(' ')[1] ?? '') !== line)).toEqual([])
    })

    it('stores what two processes send under one client id once, and answers both alike', async () => {
      const database = await open(setup)
      await createRooms(database.db)
      const [one, other] = await Promise.all([
        startProcess('race', database.url, 'one').output,
        startProcess('race', database.url, 'other').output,
      ])
      const parse = (output: string) =>
        output
          .trim()
          .split(' ')
          .map((part) => part.split(':'))
      const [mine, theirs] = [parse(one), parse(other)]
      expect(mine.map(([count, seq, id]) => [count, seq, id])).toEqual(theirs.map(([count, seq, id]) => [count, seq, id]))
      expect(mine.filter(([, , , fresh], index) => fresh === theirs[index]?.[3])).toEqual([])
      expect((await expectContiguous(database.db)).size).toBe(200)
    })
  }
})
