import { changeMatrix, changePerson, deleteRoleHolder, handOver, listRoles, putRoleHolder } from '@liaison/sdk/platform'
import { aHost, type TestHost, type TestPerson } from '@liaison/sdk/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const refused = { type: 'access/last-administrator', status: 409 }

describe.each(['sqlite', 'postgresql'] as const)('the last administrator on %s', (database) => {
  let host: TestHost
  let roleId: string
  let last: TestPerson
  let colleague: TestPerson
  beforeAll(async () => {
    host = await aHost([], { database })
    last = await host.person({ roles: ['administrator'] })
    colleague = await host.person({ roles: ['general-manager'] })
    roleId = (await last.does(listRoles, { query: { limit: 200 } })).items.find(({ key }) => key === 'administrator')!.id
    for (const id of await administrators()) if (id !== last.id) await disable(last, { id })
  })
  afterAll(() => host.stop())

  const disable = (by: TestPerson, { id }: { readonly id: string }) => by.does(changePerson, { params: { id }, body: { disabled: true } })
  const administrators = async (): Promise<readonly string[]> => {
    const holders = new Set((await host.stored('core_person_role')).flatMap((row) => (row['roleId'] === roleId ? [row['personId']] : [])))
    return (await host.stored('core_person')).flatMap(({ id, disabled }) => (disabled !== true && holders.has(id) ? [id] : []))
  }

  it.each([
    ['disabled', () => disable(last, last)],
    ['stripped of the role', () => last.does(changePerson, { params: { id: last.id }, body: { roleIds: [] } })],
    ['taken from the holders of the role', () => last.does(deleteRoleHolder, { params: { id: roleId, personId: last.id } })],
    [
      'closed after handing over',
      () => last.does(handOver, { params: { personId: last.id }, body: { successorId: colleague.id, disable: true } }),
    ],
    [
      'left with a role that administers no more',
      () => last.does(changeMatrix, { body: { changes: [{ roleId, permission: 'access.manage', scope: 'none' }] } }),
    ],
  ])('cannot be %s', async (_, attempt) => {
    await expect(attempt()).rejects.toMatchObject(refused)
    expect(await administrators()).toEqual([last.id])
    expect((await last.http('GET', '/api/access/matrix')).status).toBe(200)
  })

  it('is one of two who shut each other out at the same moment', async () => {
    await last.does(putRoleHolder, { params: { id: roleId, personId: colleague.id } })
    expect(await administrators()).toHaveLength(2)
    const outcomes = await Promise.allSettled([
      disable(last, colleague),
      colleague.does(deleteRoleHolder, { params: { id: roleId, personId: last.id } }),
    ])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await administrators()).toHaveLength(1)
  })
})
