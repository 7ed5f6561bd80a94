import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { AnchorFile, auditEnd } from '../src/data/audit-anchor.ts'
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

  const tampered = async (db: Database, statement: string): Promise<void> => {
    await db.write(async ({ run }) => void (await run.run(statement, [])))
  }

  it.each([
    ['an edited actor', `update core_audit set actor_id = 'nobody' where id = 2`, { fault: 'changed', firstBadId: 2 }],
    ['an edited time', 'update core_audit set at = at - 60000 where id = 1', { fault: 'changed', firstBadId: 1 }],
    ['an edited detail', `update core_audit set detail = '{}' where id = 3`, { fault: 'changed', firstBadId: 3 }],
    ['an edited hash', `update core_audit set hash = 'forged' where id = 2`, { fault: 'missing', firstBadId: 2 }],
    [
      'a forged proof',
      `update core_audit set mac = (select mac from core_audit where id = 1) where id = 2`,
      { fault: 'changed', firstBadId: 2 },
    ],
  ])('names the entry with %s', async (_what, statement, verdict) => {
    const { db } = await open(setup)
    await aRoomWithHistory(db)
    await sealed(db)
    await tampered(db, statement)
    expect(await verifyAudit(db, key)).toEqual({ ok: false, entries: 3, ...verdict })
  })

  it('names where an entry was removed', async () => {
    const { db } = await open(setup)
    await aRoomWithHistory(db)
    await sealed(db)
    await tampered(db, 'delete from core_audit where id = 2')
    // a chain breaks at the entry behind the gap; a seal knows which one it held
    const firstBadId = db.dialect === 'sqlite' ? 3 : 2
    expect(await verifyAudit(db, key)).toEqual({ ok: false, entries: 2, fault: 'missing', firstBadId })
  })

  it('names where entries were exchanged', async () => {
    const { db } = await open(setup)
    await aRoomWithHistory(db)
    await sealed(db)
    const columns = ['at', 'actor_id', 'action', 'kind', 'row_id', 'detail', 'mac', 'hash']
    const other = (column: string) => `${column} = (select o.${column} from core_audit o where o.id = 3 - core_audit.id)`
    await tampered(db, `update core_audit set ${columns.map(other).join(', ')} where id in (1, 2)`)
    expect(await verifyAudit(db, key)).toMatchObject({ ok: false, fault: 'missing', firstBadId: 1 })
  })

  it('names a cut end against an anchor that was kept, also when the trail went on', async () => {
    const { db } = await open(setup)
    await aRoomWithHistory(db)
    await sealed(db)
    const anchor = (await auditEnd(db))!
    expect(await verifyAudit(db, key, [anchor])).toMatchObject({ ok: true })
    const cut =
      db.dialect === 'sqlite'
        ? ['delete from core_audit where id > 1']
        : [
            'delete from core_audit where id in (select unnest(ids) from core_audit_seal where seq >= ?)',
            'delete from core_audit_seal where seq >= ?',
          ]
    for (const statement of cut) await tampered(db, statement.replace('?', String(anchor.last)))
    expect(await verifyAudit(db, key)).toMatchObject({ ok: true })
    expect(await verifyAudit(db, key, [anchor])).toMatchObject({ ok: false, fault: 'cut' })
  })

  it('keeps its end in a file beside the database, and no longer when the trail was cut', async () => {
    const { db } = await open(setup)
    const folder = mkdtempSync(join(tmpdir(), 'liaison-anchor-'))
    const file = new AnchorFile(folder, key)
    await aRoomWithHistory(db)
    await sealed(db)
    const end = await file.keep(db)
    expect(await file.read()).toEqual(end)
    expect(await file.keep(db)).toBeUndefined()
    expect(await new AnchorFile(folder, 'another key').read()).toBeUndefined()
    await tampered(db, db.dialect === 'sqlite' ? 'delete from core_audit where id = 3' : 'delete from core_audit_seal')
    await expect(file.keep(db)).rejects.toThrow('no longer holds its earlier end')
    expect(await file.read()).toEqual(end)
    rmSync(folder, { recursive: true })
  })
})

const aRoom2 = (db: Database): Promise<void> =>
  db.write(async ({ em }) => {
    em.persist(em.create(Room.schema, { id: 'second', name: '二', createdAt: at, updatedAt: at } as never))
  })
