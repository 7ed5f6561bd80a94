import { globSync, readFileSync } from 'node:fs'
import { listPeople } from '@liaison/sdk'
import { changePerson, createPerson, getPerson, listAudit, revealPerson } from '@liaison/sdk/platform'
import type { TestPerson } from '@liaison/sdk/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../data/database.ts'
import { sealStored } from '../data/seal-stored.ts'
import { database as databaseToken } from '../rooms/floors.ts'
import { type CoreTestHost, startTestHost } from '../testing/index.ts'

/** The database file and its log, byte by byte, with what was overwritten */
async function filesOf(db: Database): Promise<string> {
  const [main] = await db.read.all('select file from pragma_database_list', [])
  return globSync(`${String(main!['file'])}*`)
    .map((file) => readFileSync(file, 'latin1'))
    .join('')
}
/** Every row of every table as text */
async function rowsOf(db: Database): Promise<string> {
  const tables = await db.read.all("select quote_ident(tablename) as name from pg_tables where schemaname = 'public'", [])
  const texts = await Promise.all(tables.map(({ name }) => db.read.all(`select t::text as row from ${String(name)} t`, [])))
  return texts.flatMap((rows) => rows.map(({ row }) => String(row))).join('\n')
}

const phone = '13812341234'
const email = 'chensiqi@hengchuan.example'

describe.each(['sqlite', 'postgresql'] as const)('phone and mail of people on %s', (database) => {
  let host: CoreTestHost
  let administrator: TestPerson
  let colleague: TestPerson
  let personId: string
  beforeAll(async () => {
    host = await startTestHost([], { database })
    administrator = await host.person({ roles: ['administrator'] })
    colleague = await host.person({ roles: ['project-member'] })
    personId = (await administrator.does(createPerson, { body: { account: 'chensiqi', name: '陈思齐', kind: 'internal', email, phone } }))
      .id
  })
  afterAll(() => host.stop())
  const db = () => host.platform.kernel.get(databaseToken)

  it('are masked for everybody, administrators included', async () => {
    for (const person of [administrator, colleague])
      expect(await person.does(getPerson, { params: { id: personId } })).toMatchObject({
        phone: '138****1234',
        email: 'c****@hengchuan.example',
      })
  })

  it('are revealed to who may, with a reason that the trail keeps', async () => {
    const body = { field: 'phone' as const, reason: '客户紧急联系' }
    expect(await administrator.does(revealPerson, { params: { id: personId }, body })).toEqual({ value: phone })
    await expect(colleague.does(revealPerson, { params: { id: personId }, body })).rejects.toMatchObject({ status: 403 })
    const { items } = await administrator.does(listAudit, { query: { action: 'directory.revealPerson:revealed' } })
    expect(items[0]).toMatchObject({ actor: { id: administrator.id }, resource: { type: 'core_person', id: personId } })
    expect(JSON.parse(items[0]!.detail)).toEqual({ field: 'phone', reason: '客户紧急联系' })
  })

  it('find a person when they are known whole, and only for who may see them', async () => {
    const found = async (person: TestPerson, query: string) =>
      (await person.does(listPeople, { query: { query } })).items.map(({ id }) => id)
    expect(await found(administrator, phone)).toEqual([personId])
    expect(await found(administrator, email)).toEqual([personId])
    expect(await found(administrator, '1381234')).toEqual([])
    expect(await found(colleague, phone)).toEqual([])
  })

  it('are in no dump', async () => {
    await administrator.does(changePerson, { params: { id: personId }, body: { title: '主任', phone: '13900001111' } })
    await administrator.does(changePerson, { params: { id: personId }, body: { phone } })
    await host.settled()
    const dump = database === 'sqlite' ? await filesOf(db()) : await rowsOf(db())
    expect(dump).toContain('chensiqi')
    for (const secret of [phone, '13900001111', 'hengchuan.example']) expect(dump).not.toContain(secret)
  })

  it('are sealed at the next start when they were stored before', async () => {
    const [first, second] = database === 'sqlite' ? ['?', '?'] : ['$1', '$2']
    await db().write(({ run }) => run.run(`update core_person set phone = ${first} where id = ${second}`, [phone, personId]))
    expect(await sealStored(db(), db().entities)).toBe(1)
    expect(await sealStored(db(), db().entities)).toBe(0)
    expect(await administrator.does(getPerson, { params: { id: personId } })).toMatchObject({ phone: '138****1234' })
  })
})
