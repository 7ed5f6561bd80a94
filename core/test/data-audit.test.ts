import { expect, it, vi } from 'vitest'
import { verifyAudit } from '../src/data/audit-verification.ts'
import type { Database } from '../src/data/database.ts'
import { chatEntities, chatMigrations, Line, Member, Room } from './data-sample.ts'
import { forEachDatabase } from './database.ts'

const setup = { entities: chatEntities, plugins: [{ id: 'chat', migrations: chatMigrations }] }
const key = 'audit key of the tests'
const at = new Date('2026-03-01T08:00:00.000Z')

const trail = async (db: Database) =>
  (await db.read.all('select actor_id, action, kind, row_id, detail from core_audit order by id', [])).map((row) => ({
    ...row,
    detail: JSON.parse(String(row.detail)) as unknown,
  }))

const sealed = (db: Database): Promise<void> =>
  vi.waitFor(async () => expect(await db.read.all('select id from core_audit where hash is null', [])).toEqual([]), {
    timeout: 5000,
    interval: 50,
  })

async function aRoomWithHistory(db: Database): Promise<void> {
  await db.write(async (unit) => {
    unit.attribute('lin', 'chat.open')
    unit.em.persist(unit.em.create(Room.schema, { id: 'hall', name: '大厅', createdAt: at, updatedAt: at } as never))
    unit.em.persist(unit.em.create(Member.schema, { id: 'm1', roomId: 'hall', personId: 'lin', createdAt: at, updatedAt: at } as never))
  })
  await db.write(async (unit) => {
    unit.attribute('wu', 'chat.rename')
    const room = await unit.em.findOneOrFail(Room.schema, { id: 'hall' } as never)
    unit.em.assign(room as never, { name: '小厅', open: false } as never)
  })
}

forEachDatabase('the audit trail', (open) => {
  it('names who changed which fields; values only of those that the entity lists', async () => {
    const { db } = await open(setup)
    await aRoomWithHistory(db)
    expect(await trail(db)).toEqual([
      {
        actor_id: 'lin',
        action: 'chat.open:create',
        kind: 'chat_room',
        row_id: 'hall',
        detail: { fields: ['name', 'open'], values: { name: ['大厅'] } },
      },
      { actor_id: 'lin', action: 'chat.open:create', kind: 'chat_member', row_id: 'm1', detail: { fields: ['roomId', 'personId'] } },
      {
        actor_id: 'wu',
        action: 'chat.rename:update',
        kind: 'chat_room',
        row_id: 'hall',
        detail: { fields: ['name', 'open'], values: { name: ['大厅', '小厅'] } },
      },
    ])
  })

  it('says nothing of columns that are not tracked', async () => {
    const { db } = await open(setup)
    await aRoomWithHistory(db)
    const before = (await trail(db)).length
    await db.write(async ({ em }) => {
      em.assign((await em.findOneOrFail(Member.schema, { id: 'm1' } as never)) as never, { readSeq: 3 } as never)
    })
    expect(await trail(db)).toHaveLength(before)
  })

  it('keeps refusals although the unit that was refused leaves nothing', async () => {
    const { db } = await open(setup)
    await db
      .write(async () => {
        db.refused({ actorId: 'wu', action: 'chat.read:denied', kind: 'chat_room', rowId: 'hall', detail: {} })
        throw new Error('forbidden')
      })
      .catch(() => undefined)
    await vi.waitFor(async () => expect(await trail(db)).toMatchObject([{ actor_id: 'wu', action: 'chat.read:denied' }]))
  })

  it('proves itself whole', async () => {
    const { db, again } = await open(setup)
    await aRoomWithHistory(db)
    await new Promise<void>((resolve) => {
      db.append(Line, { roomId: 'hall', authorId: 'lin', clientId: 'c1', text: '好' }, 'lin', 'chat.say', () => resolve())
    })
    expect(await verifyAudit(db, key)).toEqual({ ok: true, entries: 4 })
    await db.close()
    const later = await again()
    await aRoom2(later)
    expect(await verifyAudit(later, key)).toEqual({ ok: true, entries: 5 })
    expect(await verifyAudit(later, 'another key')).toMatchObject({ ok: false, firstBadId: 1 })
  })

  it.each([
    ['an edited entry', `update core_audit set actor_id = 'nobody' where id = 2`, 2],
    ['an edited detail', `update core_audit set detail = '{}' where id = 3`, 3],
    ['a missing entry', 'delete from core_audit where id = 2', undefined],
    ['exchanged entries', 'update core_audit set id = case id when 1 then 901 else 902 end where id in (1, 2)', undefined],
  ])('shows %s', async (_what, statement, firstBadId) => {
    const { db } = await open(setup)
    await aRoomWithHistory(db)
    if (db.dialect === 'postgresql') await sealed(db)
    await db.write(
      async ({ run }) =>
        void (await run.run(
          db.dialect === 'postgresql' && statement.includes('901') ? 'delete from core_audit where id = 1' : statement,
          [],
        )),
    )
    const verification = await verifyAudit(db, key)
    expect(verification.ok).toBe(false)
    if (firstBadId !== undefined) expect(verification.firstBadId).toBe(firstBadId)
  })
})

const aRoom2 = (db: Database): Promise<void> =>
  db.write(async ({ em }) => {
    em.persist(em.create(Room.schema, { id: 'second', name: '二', createdAt: at, updatedAt: at } as never))
  })
