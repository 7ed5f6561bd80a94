import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { Database, WriteUnit } from '../src/data/database.ts'
import { chatEntities, chatMigrations, Room } from './data-sample.ts'
import { forEachDatabase } from './database.ts'

const setup = { entities: chatEntities, plugins: [{ id: 'chat', migrations: chatMigrations }], options: { unitBudgetMs: 200 } }
const at = new Date('2026-03-01T08:00:00.000Z')

const createRoom = (unit: WriteUnit, id: string, name = id): void => {
  unit.em.persist(unit.em.create(Room.schema, { id, name, settings: { tags: ['群'] }, createdAt: at, updatedAt: at } as never))
}
const roomIds = async (db: Database): Promise<unknown[]> =>
  (await db.read.all('select id from chat_room order by id', [])).map((row) => row.id)

forEachDatabase('a unit of work', (open) => {
  it('stores what it changed, and reads the same values back on both databases', async () => {
    const { db } = await open(setup)
    await db.write(async (unit) => createRoom(unit, 'a', '大厅'))
    const [row] = await db.read.all('select * from chat_room', [])
    expect(db.revive(Room, row!)).toEqual({
      id: 'a',
      name: '大厅',
      open: true,
      settings: { tags: ['群'] },
      lastSeq: 0,
      lastNo: 0,
      lastAt: null,
      createdAt: at,
      updatedAt: at,
      version: 1,
    })
    await db.write(async ({ em }) => {
      const room = (await em.findOneOrFail(Room.schema, { id: 'a' } as never)) as {
        settings: unknown
        createdAt: Date
        open: boolean
        version: number
      }
      expect(room).toMatchObject({ settings: { tags: ['群'] }, createdAt: at, open: true, version: 1 })
      room.open = false
    })
    expect(db.revive(Room, (await db.read.all('select * from chat_room', []))[0]!)).toMatchObject({ open: false, version: 2 })
  })

  it('takes only itself away when it fails', async () => {
    const { db } = await open(setup)
    const outcomes = await Promise.allSettled([
      db.write(async (unit) => createRoom(unit, 'a')),
      db.write(async (unit) => {
        createRoom(unit, 'b')
        await unit.em.flush()
        throw new Error('not this one')
      }),
      db.write(async (unit) => createRoom(unit, 'c')),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await roomIds(db)).toEqual(['a', 'c'])
  })

  it('leaves nothing of events, signals and audit when it fails', async () => {
    const { db } = await open(setup)
    const heard: unknown[] = []
    db.onSignal('rooms', (message) => heard.push(message))
    const failing = db.write(async (unit) => {
      unit.emit('chat.room.opened', 'a', {})
      unit.signal('rooms', 'a')
      unit.audit({ actorId: 'lin', action: 'chat.open', kind: 'chat_room', rowId: 'a', detail: {} })
      unit.afterCommit(() => heard.push('after'))
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(heard).toEqual([])
    expect(await db.read.all('select id from core_outbox union all select id from core_audit', [])).toEqual([])
  })

  it('refuses a unit inside a unit, and says what to use instead', async () => {
    const { db } = await open(setup)
    await expect(db.write(async () => db.write(async () => undefined))).rejects.toThrow('use work.call')
    await db.write(async (unit) => createRoom(unit, 'a'))
    expect(await roomIds(db)).toEqual(['a'])
  })

  it('may be followed by another one from the same asynchronous context', async () => {
    const { db } = await open(setup)
    await db.write(async (unit) => createRoom(unit, 'a'))
    await new Promise<void>((resolve, reject) => {
      void db.write(async (unit) =>
        unit.afterCommit(() => void db.write(async (next) => createRoom(next, 'b')).then(() => resolve(), reject)),
      )
    })
    expect(await roomIds(db)).toEqual(['a', 'b'])
  })

  it('is ended when it takes too long, and what it does afterwards reaches nobody', async () => {
    const { db } = await open(setup)
    let late: unknown
    const slow = db.write(async (unit) => {
      createRoom(unit, 'slow')
      await unit.em.flush()
      await setTimeout(300)
      late = await unit.run
        .run(
          `insert into chat_room (id, name, open, last_seq, last_no, created_at, updated_at) values ('late', 'x', ${db.dialect === 'sqlite' ? 1 : true}, 0, 0, null, null)`,
          [],
        )
        .catch((error: unknown) => error)
    })
    await expect(slow).rejects.toThrow('200 ms')
    await db.write(async (unit) => createRoom(unit, 'next'))
    await setTimeout(150)
    expect(late).toMatchObject({ message: 'the unit of work is over' })
    expect(await roomIds(db)).toEqual(['next'])
  })

  it('tells after the commit: signals, then jobs, then whoever waits', async () => {
    const { db } = await open(setup)
    const heard: unknown[] = []
    db.onSignal('rooms', (message) => heard.push(message))
    await db.write(async (unit) => {
      unit.afterCommit(() => heard.push('after'))
      unit.signal('rooms', 'a')
      createRoom(unit, 'a')
    })
    expect(heard).toEqual(['a', 'after'])
  })

  it('does not let a job after the commit harm anybody', async () => {
    const { db, errors } = await open(setup)
    await db.write(async (unit) =>
      unit.afterCommit(() => {
        throw new Error('a cache broke')
      }),
    )
    expect(errors.map(({ message }) => message)).toEqual(['a job after the commit failed'])
  })

  it('keeps optimistic locks: a stale version is refused', async () => {
    const { db } = await open(setup)
    await db.write(async (unit) => createRoom(unit, 'a'))
    const rename = (name: string, version: number): Promise<void> =>
      db.write(async ({ em }) => {
        const room = em.merge(
          Room.schema,
          { id: 'a', name: 'a', version, open: true, lastSeq: 0, lastNo: 0 } as never,
          { refresh: true } as never,
        )
        em.assign(room as never, { name } as never)
      })
    await rename('一', 1)
    await expect(rename('二', 1)).rejects.toMatchObject({ name: 'OptimisticLockError' })
  })

  it('streams rows one by one outside units', async () => {
    const { db } = await open(setup)
    await db.write(
      async (unit) => {
        for (let index = 0; index < 1200; index += 1) createRoom(unit, String(index).padStart(4, '0'))
      },
      { budgetMs: 20_000 },
    )
    let count = 0
    for await (const row of db.read.iterate('select id from chat_room order by id', [])) {
      if (count === 3) expect(row.id).toBe('0003')
      count += 1
      if (count === 1100) break
    }
    expect(count).toBe(1100)
    expect(await roomIds(db)).toHaveLength(1200)
  })
})
