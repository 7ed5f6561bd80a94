import { beforeAll, describe, expect, it } from 'vitest'
import { type Access, nobody, rankOf } from '../src/access/access.ts'
import { createMemberships, type Memberships } from '../src/access/memberships.ts'
import { rowsFor, systemRowsFor } from '../src/access/scoped-store.ts'
import type { WriteUnit } from '../src/data/database.ts'
import type { Rows } from '@liaison/sdk/server'
import type { Permission, Scope } from '@liaison/sdk'
import { forEachDatabase, type TestDatabase } from './database.ts'
import { leakSetup } from './leak/store.ts'
import { Channel, Comment, Member, Message, Participant, sampleTables, Task } from './sample-plugin/index.ts'
import { chatRead, chatSend, tasksRead, tasksUpdate } from './sample-plugin/permissions.ts'

const now = new Date('2026-03-02T08:00:00.000Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

function aPerson(id: string, grants: Readonly<Record<string, Scope>>): Access {
  const granted = Object.entries(grants).map(
    ([key, scope]) => [key, { rank: rankOf(scope), own: true as const, projects: [], departments: [] }] as const,
  )
  return { ...nobody, personId: id, external: false, grants: new Map(granted), subjects: [id, 'everyone-inside'] }
}
const everything = { 'tasks.read': 'all', 'tasks.update': 'all', 'chat.read': 'all', 'chat.send': 'all' } as const
const lin = aPerson('lin', everything)
const wang = aPerson('wang', { 'tasks.read': 'all', 'tasks.update': 'own', 'chat.read': 'own', 'chat.send': 'own' })

const task = {
  title: '合同',
  ownerId: 'lin',
  createdById: 'lin',
  projectId: null,
  departmentId: null,
  dueAt: null,
  urgent: false,
  labels: null,
}
const channel = { name: '新品上市', lastSeq: 0, lastNo: 0, lastAt: null }
const seat = { until: null, readSeq: 0, readNo: 0, readAt: null }

forEachDatabase('rows', (open) => {
  let database: TestDatabase
  let memberships: Memberships
  let made = 0
  beforeAll(async () => {
    database = await open(leakSetup)
    memberships = createMemberships({ db: database.db, entities: sampleTables.values() })
  })
  const options = (access: Access, permission: Permission, unit?: WriteUnit, at: Date = now) => ({
    db: database.db,
    access,
    permission,
    owned: sampleTables,
    memberships,
    unit,
    now: at,
    newId: () => `made-${String(made++).padStart(5, '0')}`,
    action: 'sample.test',
  })
  const reading = (access: Access, permission: Permission, at?: Date): Rows => rowsFor(options(access, permission, undefined, at))
  const writing = <T>(access: Access, permission: Permission, job: (rows: Rows) => Promise<T>): Promise<T> =>
    database.db.write((unit) => job(rowsFor(options(access, permission, unit))))
  const aTask = (values: object = {}) => writing(lin, tasksUpdate, (rows) => rows.of(Task).create({ ...task, ...values }))

  describe('a list', () => {
    it('pages by keyset in both directions, those without a value last', async () => {
      const mark = `页-${database.dialect}`
      const due = [later(3), null, later(1), later(1), null, later(2)]
      for (const dueAt of due) await aTask({ title: mark, dueAt })
      for (const descending of [false, true]) {
        const seen: (Date | null)[] = []
        const ids = new Set<string>()
        let cursor: string | null | undefined
        while (cursor !== null) {
          const page = await reading(lin, tasksRead)
            .of(Task)
            .list({ where: { title: mark }, order: { by: 'dueAt', descending }, limit: 2, ...(cursor && { cursor }) })
          for (const row of page.items) ids.add(row.id)
          seen.push(...page.items.map(({ dueAt }) => dueAt))
          cursor = page.next
        }
        const sorted = [later(1), later(1), later(2), later(3)]
        expect(seen).toEqual([...(descending ? sorted.toReversed() : sorted), null, null])
        expect(ids.size).toBe(6)
      }
    })

    it('refuses a cursor that it did not give out', async () => {
      await aTask({ title: '游标' })
      await aTask({ title: '游标' })
      const { next } = await reading(lin, tasksRead)
        .of(Task)
        .list({ where: { title: '游标' }, limit: 1 })
      const forged = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url')
      const broken = [
        'x',
        '{}',
        forged({}),
        forged(['dueAt', false, 5, 'a']),
        forged(['dueAt', false, 'no time', 'a']),
        forged(['id', false, 'a', 7]),
        forged(['id', true, 'a', 'a']),
        forged(['id', false, 'a', 'a\0']),
      ]
      for (const cursor of broken)
        await expect(reading(lin, tasksRead).of(Task).list({ cursor })).rejects.toMatchObject({ status: 400, type: 'invalid-input' })
      await expect(
        reading(lin, tasksRead)
          .of(Task)
          .list({ order: { by: 'dueAt' }, cursor: next }),
      ).rejects.toMatchObject({ status: 400 })
    })

    it('takes an empty list of values as "none of them", and no undefined', async () => {
      expect(await reading(lin, tasksRead).of(Task).count({ id: [] })).toBe(0)
      await expect(
        reading(lin, tasksRead)
          .of(Task)
          .count({ ownerId: undefined as never }),
      ).rejects.toThrow('leave it out')
    })
  })

  describe('a change', () => {
    it('counts the version, and refuses a stale one with 412', async () => {
      const { id } = await aTask()
      const changed = await writing(lin, tasksUpdate, (rows) => rows.of(Task).change(id, { urgent: true, labels: ['a'] }, { version: 1 }))
      expect(changed).toMatchObject({ version: 2, urgent: true, labels: ['a'] })
      expect(await reading(lin, tasksRead).of(Task).get(id)).toEqual(changed)
      await expect(writing(lin, tasksUpdate, (rows) => rows.of(Task).change(id, { title: 'x' }, { version: 1 }))).rejects.toMatchObject({
        status: 412,
      })
    })

    it('that changes nothing counts no version', async () => {
      const { id } = await aTask({ dueAt: now, labels: ['a'] })
      expect(
        await writing(lin, tasksUpdate, (rows) => rows.of(Task).change(id, { dueAt: new Date(now), labels: ['a'], title: task.title })),
      ).toMatchObject({ version: 1 })
    })

    it('is 403 for who may only read, 404 for who may not even read', async () => {
      const { id } = await aTask()
      await expect(writing(wang, tasksUpdate, (rows) => rows.of(Task).change(id, { title: 'x' }))).rejects.toMatchObject({ status: 403 })
      const stranger = aPerson('stranger', { 'tasks.read': 'own', 'tasks.update': 'own' })
      await expect(writing(stranger, tasksUpdate, (rows) => rows.of(Task).remove(id))).rejects.toMatchObject({ status: 404 })
    })

    it('that would leave the scope is undone', async () => {
      const { id } = await aTask({ ownerId: 'wang', createdById: 'wang' })
      await expect(
        writing(wang, tasksUpdate, (rows) => rows.of(Task).change(id, { ownerId: 'lin', createdById: 'lin' })),
      ).rejects.toMatchObject({ status: 403 })
      expect(await reading(lin, tasksRead).of(Task).get(id)).toMatchObject({ ownerId: 'wang', version: 1 })
    })

    it('is seen by later reads of its unit, and by nobody when the unit fails', async () => {
      const { id } = await aTask()
      const attempt = writing(lin, tasksUpdate, async (rows) => {
        await rows.of(Task).change(id, { title: '改' })
        expect(await rows.of(Task).get(id)).toMatchObject({ title: '改', version: 2 })
        expect(await rows.of(Task).count({ id, title: '改' })).toBe(1)
        throw new Error('the unit fails')
      })
      await expect(attempt).rejects.toThrow('the unit fails')
      expect(await reading(lin, tasksRead).of(Task).get(id)).toMatchObject({ title: task.title, version: 1 })
    })

    it('needs an operation that writes', async () => {
      await expect(reading(lin, tasksUpdate).of(Task).create(task)).rejects.toThrow('only reads')
    })

    it('that breaks a unique index is 409', async () => {
      const { id } = await aTask()
      const twice = writing(lin, tasksUpdate, async (rows) => {
        await rows.of(Participant).create({ taskId: id, personId: 'sun' })
        await rows.of(Participant).create({ taskId: id, personId: 'sun' })
      })
      await expect(twice).rejects.toMatchObject({ status: 409, type: 'conflict' })
      expect(await reading(lin, tasksRead).of(Participant).count({ taskId: id })).toBe(0)
    })
  })

  describe('two who change one row at once', () => {
    it('both succeed, one after the other, when neither says which version he saw', async () => {
      const { id } = await aTask()
      await Promise.all(['甲', '乙', '丙'].map((title) => writing(lin, tasksUpdate, (rows) => rows.of(Task).change(id, { title }))))
      expect(await reading(lin, tasksRead).of(Task).get(id)).toMatchObject({ version: 4 })
    })
  })

  describe('a bulk change', () => {
    it('changes what is reached, counts versions and says in the trail which rows', async () => {
      const mark = `批-${database.dialect}`
      const mine = await aTask({ title: mark, ownerId: 'wang', createdById: 'wang' })
      await aTask({ title: mark })
      expect(
        await writing(wang, tasksUpdate, (rows) => rows.of(Task).changeAll({ title: mark }, { urgent: true, labels: ['x'], dueAt: now })),
      ).toBe(1)
      expect(await reading(lin, tasksRead).of(Task).get(mine.id)).toMatchObject({ urgent: true, labels: ['x'], dueAt: now, version: 2 })
      const trail = await database.db.read.all(
        "select actor_id, detail from core_audit where action = 'sample.test:change-all' and row_id = " + `'${mine.id}'`,
        [],
      )
      expect(trail).toHaveLength(1)
      expect(trail[0]).toMatchObject({ actor_id: 'wang' })
      expect(JSON.parse(trail[0]?.detail as string)).toMatchObject({ fields: ['urgent', 'labels', 'dueAt'] })
      expect(await writing(wang, tasksUpdate, (rows) => rows.of(Task).removeAll({ title: mark }))).toBe(1)
      expect(await reading(lin, tasksRead).of(Task).count({ title: mark })).toBe(1)
    })
  })

  describe('whoever cannot see a task', () => {
    it('cannot make himself a participant to see it', async () => {
      const stranger = aPerson('stranger', { 'tasks.read': 'own', 'tasks.update': 'own' })
      const { id } = await aTask()
      await expect(
        writing(stranger, tasksUpdate, (rows) => rows.of(Participant).create({ taskId: id, personId: 'stranger' })),
      ).rejects.toMatchObject({ status: 403 })
    })
    it('cannot hang a comment on a task that does not exist either', async () => {
      await expect(
        writing(lin, tasksUpdate, (rows) => rows.of(Comment).create({ taskId: 'nowhere', authorId: 'lin', text: 'x' })),
      ).rejects.toMatchObject({ status: 403 })
    })
  })

  describe('a conversation', () => {
    const aChannel = (personIds: readonly string[]) =>
      writing(lin, chatSend, async (rows) => {
        const { id } = await rows.of(Channel).create(channel)
        for (const personId of personIds) await rows.of(Member).create({ channelId: id, personId, ...seat })
        return id
      })

    it('is made by somebody who then adds the members, himself or not', async () => {
      const id = await aChannel(['lin', 'wang'])
      expect(await reading(wang, chatRead).of(Channel).get(id)).toMatchObject({ name: channel.name })
      const without = await aChannel(['wang'])
      await expect(reading(lin, chatRead).of(Channel).get(without)).rejects.toMatchObject({ status: 404 })
    })

    it('tells its members from memory at once after a change, and inside the unit that makes it', async () => {
      const id = await aChannel(['lin'])
      expect(await reading(lin, chatRead).members(Channel, id)).toEqual(new Set(['lin']))
      expect(await reading(wang, chatRead).members(Channel, id)).toEqual(new Set())
      await writing(lin, chatSend, async (rows) => {
        await rows.of(Member).create({ channelId: id, personId: 'wang', ...seat, until: later(5) })
        expect(await rows.members(Channel, id)).toEqual(new Set(['lin', 'wang']))
      })
      expect(await reading(wang, chatRead).members(Channel, id)).toEqual(new Set(['lin', 'wang']))
      expect(await reading(wang, chatRead, later(5)).members(Channel, id)).toEqual(new Set())
      expect(await reading(lin, chatRead, later(5)).members(Channel, id)).toEqual(new Set(['lin']))
      await writing(lin, chatSend, (rows) => rows.of(Member).removeAll({ channelId: id, personId: 'wang' }))
      expect(await reading(lin, chatRead).members(Channel, id)).toEqual(new Set(['lin']))
    })

    it('keeps a unit that fails out of memory', async () => {
      const id = await aChannel(['lin'])
      const attempt = writing(lin, chatSend, async (rows) => {
        await rows.of(Member).create({ channelId: id, personId: 'wang', ...seat })
        throw new Error('the unit fails')
      })
      await expect(attempt).rejects.toThrow('the unit fails')
      expect(await reading(lin, chatRead).members(Channel, id)).toEqual(new Set(['lin']))
    })

    it('pages its messages by seq, and clamps reading positions, which never move back', async () => {
      const id = await aChannel(['lin', 'wang'])
      for (let index = 0; index < 5; index++)
        await writing(lin, chatSend, (rows) =>
          rows.log(Message).append({ channelId: id, authorId: 'lin', clientId: `c-${id}-${index}`, text: String(index) }),
        )
      const log = reading(wang, chatRead).log(Message)
      const seqs = async (page: Promise<readonly { seq: number }[]>) => (await page).map(({ seq }) => seq)
      expect(await seqs(log.page(id, { limit: 2 }))).toEqual([4, 5])
      expect(await seqs(log.page(id, { before: 4, limit: 2 }))).toEqual([2, 3])
      expect(await seqs(log.page(id, { after: 1, limit: 2 }))).toEqual([2, 3])
      expect(await log.read(id, 3)).toMatchObject({ seq: 3, no: 3 })
      expect(await log.read(id, 99)).toMatchObject({ seq: 5, no: 5 })
      expect(await log.read(id, 1)).toMatchObject({ seq: 5, no: 5 })
      await expect(reading(aPerson('sun', everything), chatRead).log(Message).read(id, 1)).rejects.toMatchObject({ status: 404 })
    })
  })

  describe('a share', () => {
    it('lets in whom it names until it ends or is taken back', async () => {
      const sun = aPerson('sun', { 'tasks.read': 'own' })
      const { id } = await aTask()
      await writing(lin, tasksUpdate, (rows) => rows.share(Task, id, { subjectId: 'sun', level: 'view', until: later(5) }))
      expect(await reading(sun, tasksRead).of(Task).find(id)).toBeDefined()
      expect(await reading(sun, tasksRead, later(5)).of(Task).find(id)).toBeUndefined()
      await writing(lin, tasksUpdate, (rows) => rows.share(Task, id, { subjectId: 'sun', level: 'edit' }))
      expect(await reading(sun, tasksRead, later(5)).of(Task).find(id)).toBeDefined()
      await writing(lin, tasksUpdate, (rows) => rows.unshare(Task, id, 'sun'))
      expect(await reading(sun, tasksRead).of(Task).find(id)).toBeUndefined()
    })
  })

  describe('the system', () => {
    it('reaches everything, and still only the plugin’s own tables', async () => {
      const id = await writing(lin, chatSend, async (rows) => (await rows.of(Channel).create(channel)).id)
      const system = systemRowsFor(options(nobody, chatRead))
      expect(await system.of(Channel).find(id)).toBeDefined()
      await expect(system.query((tables) => tables.selectFrom('core_person' as never).selectAll() as never)).rejects.toThrow('core_person')
    })
  })
})
