import { expect, it } from 'vitest'
import { verifyAudit } from '../src/data/audit-verification.ts'
import type { Appended, Database, RawRow } from '../src/data/database.ts'
import { chatEntities, chatMigrations, Line, type LineRow, Member, Room } from './data-sample.ts'
import { forEachDatabase } from './database.ts'

const setup = { entities: chatEntities, plugins: [{ id: 'chat', migrations: chatMigrations }] }
const at = new Date('2026-03-01T08:00:00.000Z')

async function aRoom(db: Database, id: string, ...people: readonly string[]): Promise<void> {
  await db.write(async ({ em }) => {
    em.persist(em.create(Room.schema, { id, name: id, createdAt: at, updatedAt: at } as never))
    for (const personId of people)
      em.persist(em.create(Member.schema, { id: `${id}-${personId}`, roomId: id, personId, createdAt: at, updatedAt: at } as never))
    await em.flush()
  })
}

const say = (db: Database, values: Partial<LineRow>, actorId = 'lin'): Promise<Appended> =>
  new Promise((resolve, reject) => {
    db.append(Line, { roomId: 'hall', authorId: actorId, text: '周五前确认上线清单', ...values }, actorId, 'chat.say', (error, appended) =>
      appended ? resolve(appended) : reject(error as Error),
    )
  })

const lines = async (db: Database, room = 'hall'): Promise<RawRow[]> =>
  (await db.read.all(`select * from chat_line where room_id = ${db.dialect === 'sqlite' ? '?' : '$1'} order by seq`, [room])).map((row) =>
    db.revive(Line, row),
  )

const only = async (db: Database, statement: string): Promise<RawRow> => (await db.read.all(statement, []))[0] as RawRow

forEachDatabase('appending to a log', (open) => {
  it('stores the whole row and numbers it in its stream', async () => {
    const { db, clock } = await open(setup)
    clock.set(at)
    await aRoom(db, 'hall', 'lin')
    const { row, fresh } = await say(db, { clientId: 'c1', mentions: ['wu', '吴'] })
    expect(fresh).toBe(true)
    expect(row).toMatchObject({ seq: 1, no: 1, version: 1, kind: 'line', createdAt: at, mentions: ['wu', '吴'], recalledAt: null })
    expect(await lines(db)).toEqual([row])
  })

  it('counts in no only what the log says', async () => {
    const { db } = await open(setup)
    await aRoom(db, 'hall', 'lin')
    const told = [await say(db, { clientId: 'c1' }), await say(db, { clientId: 'c2', kind: 'edit' }), await say(db, { clientId: 'c3' })]
    expect(told.map(({ row }) => [row.seq, row.no])).toEqual([
      [1, 1],
      [2, 1],
      [3, 2],
    ])
  })

  it('moves the head of the stream and the reading position of the author', async () => {
    const { db } = await open(setup)
    await aRoom(db, 'hall', 'lin', 'wu')
    await Promise.all([say(db, { clientId: 'c1', createdAt: at }), say(db, { clientId: 'c2', createdAt: at })])
    const room = db.revive(Room, await only(db, 'select * from chat_room'))
    expect(room).toMatchObject({ lastSeq: 2, lastNo: 2, lastAt: at })
    const positions = async () => {
      const members = (await db.read.all('select * from chat_member order by person_id', [])).map((row) => db.revive(Member, row))
      return members.map(({ personId, readSeq, readAt }) => [personId, readSeq, readAt])
    }
    // in one statement on PostgreSQL; on SQLite known at once and written behind
    const unstored = db.pendingCursors(Line, 'hall')
    if (db.dialect === 'sqlite') expect(unstored?.get('lin')).toEqual({ seq: 2, no: 2, at })
    await expect.poll(positions, { timeout: 5_000 }).toEqual([
      ['lin', 2, at],
      ['wu', 0, null],
    ])
  })

  it('answers a repeated append with the stored row, also inside one burst', async () => {
    const { db } = await open(setup)
    await aRoom(db, 'hall', 'lin')
    const [first, second, other] = await Promise.all([
      say(db, { clientId: 'c1', text: '一' }),
      say(db, { clientId: 'c1', text: '二' }),
      say(db, { clientId: 'c2' }),
    ])
    expect([first.fresh, second.fresh, other.fresh]).toEqual([true, false, true])
    expect(second.row).toEqual(first.row)
    expect((await say(db, { clientId: 'c1', text: '三' })).row).toEqual(first.row)
    expect((await lines(db)).map(({ seq, text }) => [seq, text])).toEqual([
      [1, '一'],
      [2, '周五前确认上线清单'],
    ])
  })

  it('lets only the bad one of a burst fail', async () => {
    const { db } = await open(setup)
    await aRoom(db, 'hall', 'lin')
    const outcomes = await Promise.allSettled([
      say(db, { clientId: 'c1' }),
      say(db, { clientId: 'c2', roomId: 'nowhere' }),
      say(db, { clientId: 'c3', kind: null as never }),
      say(db, { clientId: 'c4' }),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
    expect((await lines(db)).map(({ seq, clientId }) => [seq, clientId])).toEqual([
      [1, 'c1'],
      [2, 'c4'],
    ])
    expect(await lines(db, 'nowhere')).toEqual([])
  })

  it('tells listeners the new rows of a stream once, in order, then the end of the burst', async () => {
    const { db } = await open(setup)
    await aRoom(db, 'hall', 'lin')
    const heard: unknown[] = []
    db.onAppended((log, stream, rows) => heard.push([log.table, stream, rows.map(({ seq }) => seq)]))
    db.onBurst(() => heard.push('burst'))
    const answers = [say(db, { clientId: 'c1' }), say(db, { clientId: 'c2' }), say(db, { clientId: 'c1' })]
    await Promise.all(answers)
    expect(heard).toEqual([['chat_line', 'hall', [1, 2]], 'burst'])
  })

  it('leaves one outbox row for a burst and stream, and one audit entry with a digest for each row', async () => {
    const { db } = await open(setup)
    await aRoom(db, 'hall', 'lin', 'wu')
    await Promise.all([say(db, { clientId: 'c1' }), say(db, { clientId: 'c2' }, 'wu')])
    expect(await only(db, 'select name, about, from_seq, to_seq from core_outbox')).toEqual({
      name: 'chat_line',
      about: 'hall',
      from_seq: 1,
      to_seq: 2,
    })
    const entry = await only(db, `select * from core_audit where kind = 'chat_line'`)
    expect(entry).toMatchObject({ actor_id: null, action: 'chat.say:append', row_id: '' })
    const { rows, actors } = JSON.parse(String(entry.detail)) as { rows: unknown[][]; actors: string[] }
    expect(actors).toEqual(['lin', 'wu'])
    expect(rows).toHaveLength(2)
    expect(String(entry.detail)).not.toContain('周五')
  })
})

forEachDatabase('appending inside a unit of work', (open) => {
  it('is stored and told with the unit', async () => {
    const { db } = await open(setup)
    const heard: unknown[] = []
    db.onAppended((_log, _stream, rows) => heard.push(...rows.map(({ seq }) => seq)))
    await aRoom(db, 'hall', 'lin')
    await db.write(async (unit) => {
      unit.attribute('lin', 'chat.welcome')
      await unit.append(Line, { roomId: 'hall', authorId: 'lin', clientId: 'w1', text: '欢迎' })
      const again = await unit.append(Line, { roomId: 'hall', authorId: 'lin', clientId: 'w1', text: '欢迎' })
      expect(again).toMatchObject({ fresh: false, row: { seq: 1 } })
      expect(heard).toEqual([])
    })
    expect(heard).toEqual([1])
  })

  it('gives its number back when the unit fails', async () => {
    const { db } = await open(setup)
    await aRoom(db, 'hall', 'lin')
    await say(db, { clientId: 'c1' })
    const failing = db.write(async (unit) => {
      await unit.append(Line, { roomId: 'hall', authorId: 'lin', clientId: 'lost', text: '…' })
      throw new Error('changed my mind')
    })
    const [outcome, after] = await Promise.allSettled([failing, say(db, { clientId: 'c2' })])
    expect(outcome).toMatchObject({ status: 'rejected' })
    expect(after).toMatchObject({ value: { row: { seq: 2 } } })
    expect((await lines(db)).map(({ seq }) => seq)).toEqual([1, 2])
  })
})

forEachDatabase('reading positions', (open) => {
  it('wait in memory, only ever move forward, and are kept by an orderly stop', async () => {
    const { db, again } = await open(setup)
    await aRoom(db, 'hall', 'lin', 'wu')
    for (const clientId of ['c1', 'c2', 'c3']) await say(db, { clientId })
    db.advance(Line, 'hall', 'wu', { seq: 2, no: 2, at })
    db.advance(Line, 'hall', 'wu', { seq: 1, no: 1, at })
    expect(db.pendingCursors(Line, 'hall')?.get('wu')).toEqual({ seq: 2, no: 2, at })
    await db.close()
    const next = await again()
    next.advance(Line, 'hall', 'lin', { seq: 1, no: 1, at })
    await next.close()
    const last = await again()
    const rows = await last.read.all('select person_id, read_seq, read_no from chat_member order by person_id', [])
    expect(rows.map(({ person_id, read_seq, read_no }) => [person_id, read_seq, read_no])).toEqual([
      ['lin', 3, 3],
      ['wu', 2, 2],
    ])
  })
})

forEachDatabase('two openings of one database', (open) => {
  it('number on where the other one stopped, and keep one audit trail', async () => {
    const { db, again } = await open(setup)
    await aRoom(db, 'hall', 'lin')
    const other = await again()
    const seqs: unknown[] = []
    for (const [index, one] of [db, db, other, db, other, other].entries()) seqs.push((await say(one, { clientId: `c${index}` })).row.seq)
    expect(seqs).toEqual([1, 2, 3, 4, 5, 6])
    expect(await verifyAudit(db, 'audit key of the tests')).toEqual({ ok: true, entries: 8 })
  })
})
