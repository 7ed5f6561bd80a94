import { listPeople } from '@liaison/sdk'
import { changePerson, createPerson, getPerson, listAudit, revealPerson } from '@liaison/sdk/platform'
import type { TestPerson } from '@liaison/sdk/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sealStored } from '../data/seal-stored.ts'
import { database as databaseToken } from '../rooms/floors.ts'
import { dumpOf } from '../testing/dump.ts'
import { type CoreTestHost, startTestHost } from '../testing/index.ts'

const phone = '13812341234'
const email = 'chensiqi@hengchuan.example'
const idNumber = '11010519491231002X'

describe.each(['sqlite', 'postgresql'] as const)('phone and mail of people on %s', (database) => {
  let host: CoreTestHost
  let administrator: TestPerson
  let colleague: TestPerson
  let personId: string
  beforeAll(async () => {
    host = await startTestHost([], { database })
    administrator = await host.person({ roles: ['administrator'] })
    colleague = await host.person({ roles: ['project-member'] })
    personId = (
      await administrator.does(createPerson, { body: { account: 'chensiqi', name: '陈思齐', kind: 'internal', email, phone, idNumber } })
    ).id
  })
  afterAll(() => host.stop())
  const db = () => host.platform.kernel.get(databaseToken)

  it('are masked for everybody, administrators included', async () => {
    for (const person of [administrator, colleague])
      expect(await person.does(getPerson, { params: { id: personId } })).toMatchObject({
        phone: '138****1234',
        email: 'c****@hengchuan.example',
      })
    expect((await administrator.does(getPerson, { params: { id: personId } })).idNumber).toBe('1101**********002X')
    expect((await colleague.does(getPerson, { params: { id: personId } })).idNumber).toBeUndefined()
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
    expect(await found(administrator, '138 1234-1234')).toEqual([personId])
    expect(await found(administrator, idNumber.toLowerCase())).toEqual([personId])
    expect(await found(colleague, idNumber)).toEqual([])
    expect(await found(administrator, '1381234')).toEqual([])
    expect(await found(colleague, phone)).toEqual([])
  })

  it('are in no dump', async () => {
    await administrator.does(changePerson, { params: { id: personId }, body: { title: '主任', phone: '13900001111' } })
    await administrator.does(changePerson, { params: { id: personId }, body: { phone } })
    await host.settled()
    const dump = await dumpOf(db())
    expect(dump).toContain('chensiqi')
    for (const secret of [phone, '13900001111', 'hengchuan.example', idNumber]) expect(dump).not.toContain(secret)
  })

  it('refuses an ID number with a wrong check', async () => {
    const body = { idNumber: '110105194912310021' }
    const wrong = await administrator.http('PATCH', `/api/directory/people/${personId}`, { body })
    expect(wrong.body).toMatchObject({ status: 400, errors: [{ pointer: '/body/idNumber' }] })
    expect(wrong.text).not.toContain('110105194912310021')
  })

  it('are sealed at the next start when they were stored before', async () => {
    const [first, second] = database === 'sqlite' ? ['?', '?'] : ['$1', '$2']
    await db().write(({ run }) => run.run(`update core_person set phone = ${first} where id = ${second}`, [phone, personId]))
    expect(await sealStored(db(), db().entities)).toBe(1)
    expect(await sealStored(db(), db().entities)).toBe(0)
    expect(await administrator.does(getPerson, { params: { id: personId } })).toMatchObject({ phone: '138****1234' })
  })
})
