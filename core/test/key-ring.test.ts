import { expect, it } from 'vitest'
import { keysOfColumn, sealColumn } from '../src/data/sealed-column.ts'
import { sealStored, sensitiveColumns } from '../src/data/seal-stored.ts'
import type { Database } from '../src/data/database.ts'
import { directoryEntities, PersonEntity } from '../src/directory/directory-entities.ts'
import { directoryMigrations } from '../src/directory/directory-migrations.ts'
import { JobEntity, jobMigrations } from '../src/jobs/job-entity.ts'
import { keyRing } from '../src/kernel/secret.ts'
import { readRows } from '../src/rooms/read-rows.ts'
import { Sealed } from '../src/rooms/sealed.ts'
import { sealedTextColumns, sealedTexts } from '../src/sensitive/sealed-texts.ts'
import { forEachDatabase } from './database.ts'

const secret = 'the secret of the installation, long'
const [first, second] = ['the first key of its own, long', 'the second key of its own, long as well'] as const
const entities = [...directoryEntities, JobEntity]
const setup = {
  entities,
  plugins: [
    { id: 'directory', migrations: directoryMigrations },
    { id: 'jobs', migrations: jobMigrations },
  ],
  options: { sensitiveKeys: keyRing(undefined, secret) },
}
const at = new Date('2026-03-01T08:00:00.000Z')
const phones = Array.from({ length: 1_100 }, (_, index) => `138${String(10_000_000 + index)}`)

const aPerson = (phone: string, index: number) => ({
  ...{ id: `p${index}`, account: `p${index}`, name: '莫小雨', kind: 'internal', locale: 'zh-CN', disabled: false, nameIndex: 'mo' },
  ...{ phone, email: null, title: null, organisationId: null, createdAt: at, updatedAt: at },
})

async function people(db: Database): Promise<void> {
  await db.write(
    // oxlint-disable-next-line typescript/require-await -- the interface asks for a promise
    async ({ em }) => {
      for (const [index, phone] of phones.entries()) em.persist(em.create(PersonEntity.schema, aPerson(phone, index) as never))
    },
    // a thousand rows on a busy machine
    { budgetMs: 60_000 },
  )
}
const shares = (db: Database) => Promise.all(sensitiveColumns(db, [PersonEntity]).map((column) => keysOfColumn(db, column)))
const inAll = async (db: Database, id: string) => (await shares(db)).reduce((sum, keys) => sum + (keys.get(id) ?? 0), 0)

forEachDatabase('the key ring', (open) => {
  it('turns: the newest seals, older ones open, and everything is sealed anew', async () => {
    const { db, again } = await open(setup)
    await people(db)
    const [old] = db.sensitive.keyIds
    expect(await inAll(db, old!)).toBe(phones.length)
    await db.close()

    const later = await again({ sensitiveKeys: keyRing([first], secret) })
    const stored = await readRows(later, PersonEntity, { id: ['p0', 'p1099'] })
    expect(stored.map(({ phone }) => phone).toSorted()).toEqual([phones[0], phones[1_099]])
    expect(await sealStored(later, [PersonEntity])).toBe(phones.length)
    expect(await sealStored(later, [PersonEntity])).toBe(0)
    expect(await inAll(later, later.sensitive.keyIds[0]!)).toBe(phones.length)
    expect(await inAll(later, old!)).toBe(0)
    await later.close()

    const last = await again({ sensitiveKeys: keyRing([second, first], secret) })
    expect(await readRows(last, PersonEntity, { id: 'p7' })).toMatchObject([{ phone: phones[7] }])
    await last.close()
    const lost = await again({ sensitiveKeys: keyRing([second], secret) })
    await expect(readRows(lost, PersonEntity, { id: 'p7' })).rejects.toThrow('not in the ring')
  })

  it('turns for texts that a room seals itself', async () => {
    const { db } = await open(setup)
    const text = new Sealed([first, secret], sealedTexts.jobs.purpose).seal('"tang@lanqiao.example"')
    await db.write(async ({ em }) => {
      const job = {
        kind: 'mail.send',
        state: 'waiting',
        runAt: at,
        attempts: 0,
        runId: null,
        dedupe: null,
        error: null,
        createdAt: at,
        updatedAt: at,
      }
      em.persist(em.create(JobEntity.schema, { ...job, id: 'j1', data: text } as never))
      em.persist(em.create(JobEntity.schema, { ...job, id: 'j2', data: '', state: 'done' } as never))
    })
    const ring = keyRing([second, first], secret)
    const column = sealedTextColumns(ring).find(({ table }) => table === JobEntity.table)!
    expect(await sealColumn(db, column)).toBe(1)
    expect(await keysOfColumn(db, column)).toEqual(new Map([[column.keyIds[0], 1]]))
    const [job] = await readRows(db, JobEntity, { id: 'j1' })
    expect(new Sealed(ring, sealedTexts.jobs.purpose).open(job!.data)).toBe('"tang@lanqiao.example"')
  })
})

it('takes keys from the configuration before the secret, and the secret alone without any', () => {
  expect(keyRing(undefined, secret)).toEqual([secret])
  expect(keyRing([second, first], secret)).toEqual([second, first, secret])
  expect(keyRing([secret], secret)).toEqual([secret])
  expect(keyRing([second, secret], secret)).toEqual([second, secret])
})
