import { listPeople, readMe } from '@liaison/sdk'
import {
  countRoleHolders,
  createRole,
  deleteRoleHolder,
  listRoleHolders,
  listRoles,
  putProjectMember,
  putRoleHolder,
} from '@liaison/sdk/platform'
import type { TestHost, TestPerson } from '@liaison/sdk/testing'
import { aHost } from '@liaison/sdk/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const refusal = (type: string) => expect.objectContaining({ type })
const unknown = '01900000-0000-7000-8000-000000000000'

describe.each(['sqlite', 'postgresql'] as const)('who holds a role, on %s', (database) => {
  let host: TestHost
  let administrator: TestPerson
  beforeAll(async () => {
    host = await aHost([], { database })
    administrator = await host.person({ roles: ['administrator'] })
  })
  afterAll(() => host.stop())

  let count = 0
  const aRole = () => administrator.does(createRole, { body: { name: `角色 ${++count}` } })
  const path = (roleId: string, person: { id: string }) => ({ params: { id: roleId, personId: person.id } })
  const holders = async (id: string) => (await administrator.does(listRoleHolders, { params: { id }, query: {} })).items
  const counted = async (roleId: string) =>
    (await administrator.does(countRoleHolders)).items.find((one) => one.roleId === roleId)?.people ?? 0

  it('is told with the place: everywhere, or in a project', async () => {
    const role = await aRole()
    const [inside, guest] = [await host.person({ name: '在职' }), await host.person({ name: '来宾', external: true })]
    const project = await host.project({ name: 'X1' })
    await administrator.does(putRoleHolder, path(role.id, inside))
    await administrator.does(putProjectMember, { params: { id: project.id, personId: guest.id }, body: { roleId: role.id } })
    await administrator.does(putProjectMember, { params: { id: project.id, personId: inside.id }, body: { roleId: role.id } })
    expect((await holders(role.id)).map(({ person, within, place }) => [person.name, within, place?.name ?? null])).toEqual([
      ['在职', 'everywhere', null],
      ['来宾', 'project', 'X1'],
      ['在职', 'project', 'X1'],
    ])
    expect(await counted(role.id)).toBe(2)
    const first = await administrator.does(listRoleHolders, { params: { id: role.id }, query: { limit: 2 } })
    const rest = await administrator.does(listRoleHolders, { params: { id: role.id }, query: { cursor: first.next! } })
    expect(rest.items.map(({ within }) => within)).toEqual(['project'])
  })

  it('changes one at a time, and what a person may follows at once', async () => {
    const { id } = (await administrator.does(listRoles, { query: {} })).items.find(({ key }) => key === 'project-member')!
    const person = await host.person()
    expect((await person.does(readMe)).grants).toEqual({})
    await administrator.does(putRoleHolder, path(id, person))
    await administrator.does(putRoleHolder, path(id, person))
    expect((await person.does(readMe)).grants).toMatchObject({ 'people.read': 'all' })
    expect((await person.does(readMe)).roleIds).toEqual([id])
    await administrator.does(deleteRoleHolder, path(id, person))
    expect((await person.does(readMe)).grants).toEqual({})
    await expect(administrator.does(deleteRoleHolder, path(id, person))).rejects.toEqual(refusal('not-found'))
  })

  it('does not take what is not there', async () => {
    const role = await aRole()
    await expect(administrator.does(putRoleHolder, path(role.id, { id: unknown }))).rejects.toEqual(refusal('not-found'))
    await expect(administrator.does(putRoleHolder, path(unknown, administrator))).rejects.toEqual(refusal('not-found'))
    await expect(administrator.does(listRoleHolders, { params: { id: unknown }, query: {} })).rejects.toEqual(refusal('not-found'))
  })

  it('keeps one who manages access, also when two give it up at once', async () => {
    const alone = await aHost([], { database })
    try {
      const one = await alone.person({ roles: ['administrator'] })
      const { id } = (await one.does(listRoles, { query: {} })).items.find(({ key }) => key === 'administrator')!
      const first = (await one.does(listPeople, { query: { query: 'admin' } })).items[0]!
      const given = await Promise.allSettled([one.does(deleteRoleHolder, path(id, one)), one.does(deleteRoleHolder, path(id, first))])
      expect(given.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    } finally {
      await alone.stop()
    }
  })

  it('is the business of whoever manages access alone', async () => {
    const role = await aRole()
    const clerk = await host.person({ grants: { 'people.manage': 'all', 'people.read': 'all' } })
    await expect(clerk.does(putRoleHolder, path(role.id, clerk))).rejects.toEqual(refusal('forbidden'))
    await expect(clerk.does(listRoleHolders, { params: { id: role.id }, query: {} })).rejects.toEqual(refusal('forbidden'))
    await expect(clerk.does(countRoleHolders)).rejects.toEqual(refusal('forbidden'))
  })
})
