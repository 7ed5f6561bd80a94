import { listPeople, type Operation } from '@liaison/sdk'
import {
  changeDepartment,
  changeMatrix,
  changeOrganisation,
  changePerson,
  createDepartment,
  createOrganisation,
  createPerson,
  createRole,
  deleteDepartment,
  deleteDepartmentPerson,
  getPerson,
  listDepartments,
  listRoleChoices,
  listRoles,
  putDepartmentPerson,
} from '@liaison/sdk/platform'
import type { TestHost, TestPerson } from '@liaison/sdk/testing'
import { aHost } from '@liaison/sdk/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

type Answer = 'allowed' | 'forbidden' | 'not-found' | 'directory/role-beyond-own' | 'directory/last-department'

/**
 * The company:  above ─ own ─ below, elsewhere. The head manages `own` and what is below it; he sees everybody, as all do inside,
 * and takes part in a project with somebody from elsewhere.
 */
describe.each(['sqlite', 'postgresql'] as const)('a department head who manages his people, on %s', (database) => {
  let host: TestHost
  let administrator: TestPerson
  let head: TestPerson
  const place = {} as Record<'above' | 'own' | 'below' | 'elsewhere', { id: string }>
  const person = {} as Record<'inside' | 'deeper' | 'both' | 'outside' | 'project' | 'guest' | 'nowhere' | 'chief', TestPerson>
  const role = {} as Record<'lesser' | 'same' | 'greater' | 'administrator', string>
  let organisation: string

  const aRole = async (name: string, cells: Readonly<Record<string, 'own' | 'department' | 'department-tree' | 'all'>>) => {
    const { id } = await administrator.does(createRole, { body: { name } })
    const changes = Object.entries(cells).map(([permission, scope]) => ({ roleId: id, permission, scope }))
    await administrator.does(changeMatrix, { body: { changes } })
    return id
  }

  beforeAll(async () => {
    host = await aHost([], { database })
    administrator = await host.person({ roles: ['administrator'] })
    place.above = await host.department({ name: '上级' })
    place.own = await host.department({ name: '本部门', parent: place.above })
    place.below = await host.department({ name: '下级', parent: place.own })
    place.elsewhere = await host.department({ name: '别处', parent: place.above })
    role.same = await aRole('部门主管', { 'people.read': 'all', 'people.manage': 'department-tree', 'projects.read': 'project' as never })
    role.lesser = await aRole('组员', { 'people.read': 'all' })
    role.greater = await aRole('全公司人事', { 'people.read': 'all', 'people.manage': 'all' })
    role.administrator = (await administrator.does(listRoles, { query: {} })).items.find(({ key }) => key === 'administrator')!.id
    const project = await host.project()
    head = await host.person({ roles: ['部门主管'], departments: [place.own], projects: [project] })
    person.inside = await host.person({ departments: [place.own] })
    person.deeper = await host.person({ departments: [place.below] })
    person.both = await host.person({ departments: [place.below, place.elsewhere] })
    person.outside = await host.person({ departments: [place.elsewhere] })
    person.project = await host.person({ departments: [place.elsewhere], projects: [project] })
    person.guest = await host.person({ external: true, projects: [project] })
    person.nowhere = await host.person()
    person.chief = await host.person({ departments: [place.own], roles: ['administrator'] })
    organisation = (await administrator.does(createOrganisation, { body: { name: '远航物流', kind: 'customer' } })).id
  })
  afterAll(() => host.stop())

  async function answerOf<P, Q, B, R>(operation: Operation<P, Q, B, R>, input: object): Promise<string> {
    try {
      await head.does(operation as Operation, input as never)
      return 'allowed'
    } catch (error) {
      return (error as { type: string }).type
    }
  }
  let count = 0
  const fresh = (given: object) => ({
    body: { account: `fresh-${++count}`, name: '新人', kind: 'internal' as const, departmentIds: [place.own.id], ...given },
  })
  const onPerson = (name: keyof typeof person, body: object) => ({ params: { id: person[name].id }, body })
  const onDepartment = (name: keyof typeof place, body: object) => ({ params: { id: place[name].id }, body })
  const pair = (name: keyof typeof place, who: keyof typeof person) => ({ params: { id: place[name].id, personId: person[who].id } })

  it.each<[string, Answer, () => Promise<string>]>([
    // people
    ['makes somebody in his department', 'allowed', () => answerOf(createPerson, fresh({}))],
    ['makes somebody below', 'allowed', () => answerOf(createPerson, fresh({ departmentIds: [place.below.id] }))],
    ['makes somebody elsewhere', 'forbidden', () => answerOf(createPerson, fresh({ departmentIds: [place.elsewhere.id] }))],
    [
      'makes somebody here and elsewhere',
      'forbidden',
      () => answerOf(createPerson, fresh({ departmentIds: [place.own.id, place.above.id] })),
    ],
    ['makes somebody without a department', 'forbidden', () => answerOf(createPerson, fresh({ departmentIds: [] }))],
    ['makes somebody with a lesser role', 'allowed', () => answerOf(createPerson, fresh({ roleIds: [role.lesser] }))],
    ['makes somebody with his own role', 'allowed', () => answerOf(createPerson, fresh({ roleIds: [role.same] }))],
    ['makes somebody with a greater role', 'directory/role-beyond-own', () => answerOf(createPerson, fresh({ roleIds: [role.greater] }))],
    ['makes an administrator', 'directory/role-beyond-own', () => answerOf(createPerson, fresh({ roleIds: [role.administrator] }))],
    ['edits somebody of his department', 'allowed', () => answerOf(changePerson, onPerson('inside', { title: '一' }))],
    ['edits somebody below', 'allowed', () => answerOf(changePerson, onPerson('deeper', { title: '一' }))],
    ['edits somebody who is also elsewhere', 'allowed', () => answerOf(changePerson, onPerson('both', { title: '一' }))],
    ['edits somebody elsewhere', 'forbidden', () => answerOf(changePerson, onPerson('outside', { title: '一' }))],
    ['edits a colleague of a project', 'forbidden', () => answerOf(changePerson, onPerson('project', { title: '一' }))],
    ['edits a guest of a project', 'forbidden', () => answerOf(changePerson, onPerson('guest', { title: '一' }))],
    ['edits somebody without a department', 'forbidden', () => answerOf(changePerson, onPerson('nowhere', { title: '一' }))],
    ['disables somebody below', 'allowed', () => answerOf(changePerson, onPerson('deeper', { disabled: true }))],
    ['lets him in again', 'allowed', () => answerOf(changePerson, onPerson('deeper', { disabled: false }))],
    ['disables somebody who is also elsewhere', 'forbidden', () => answerOf(changePerson, onPerson('both', { disabled: true }))],
    ['disables somebody elsewhere', 'forbidden', () => answerOf(changePerson, onPerson('outside', { disabled: true }))],
    ['disables an administrator of his department', 'forbidden', () => answerOf(changePerson, onPerson('chief', { disabled: true }))],
    [
      'sets the password of an administrator',
      'forbidden',
      () => answerOf(changePerson, onPerson('chief', { password: 'mine from now on' })),
    ],
    [
      'sends the links for a new password of an administrator to himself',
      'forbidden',
      () => answerOf(changePerson, onPerson('chief', { email: 'head@hengchuan.example' })),
    ],
    ['corrects the address of somebody below', 'allowed', () => answerOf(changePerson, onPerson('deeper', { email: 'd@h.example' }))],
    [
      'changes the address of somebody who is also elsewhere',
      'forbidden',
      () => answerOf(changePerson, onPerson('both', { email: 'b@h.example' })),
    ],
    ['takes the role of an administrator', 'forbidden', () => answerOf(changePerson, onPerson('chief', { roleIds: [] }))],
    ['gives a lesser role', 'allowed', () => answerOf(changePerson, onPerson('inside', { roleIds: [role.lesser] }))],
    ['gives a greater role', 'directory/role-beyond-own', () => answerOf(changePerson, onPerson('inside', { roleIds: [role.greater] }))],
    [
      'gives himself a greater role',
      'directory/role-beyond-own',
      () => answerOf(changePerson, { params: { id: head.id }, body: { roleIds: [role.greater] } }),
    ],
    [
      'gives a role to somebody who is also elsewhere',
      'forbidden',
      () => answerOf(changePerson, onPerson('both', { roleIds: [role.lesser] })),
    ],
    ['moves somebody inside his tree', 'allowed', () => answerOf(changePerson, onPerson('inside', { departmentIds: [place.below.id] }))],
    ['moves him back', 'allowed', () => answerOf(changePerson, onPerson('inside', { departmentIds: [place.own.id] }))],
    [
      'moves somebody out of his tree',
      'forbidden',
      () => answerOf(changePerson, onPerson('inside', { departmentIds: [place.elsewhere.id] })),
    ],
    ['takes all departments from somebody', 'forbidden', () => answerOf(changePerson, onPerson('inside', { departmentIds: [] }))],
    [
      'takes the foreign department from somebody',
      'forbidden',
      () => answerOf(changePerson, onPerson('both', { departmentIds: [place.below.id] })),
    ],
    ['moves somebody into his tree', 'forbidden', () => answerOf(changePerson, onPerson('outside', { departmentIds: [place.own.id] }))],
    // departments
    ['makes a department below his', 'allowed', () => answerOf(createDepartment, { body: { name: '新', parentId: place.own.id } })],
    ['makes one further below', 'allowed', () => answerOf(createDepartment, { body: { name: '新', parentId: place.below.id } })],
    ['makes one elsewhere', 'forbidden', () => answerOf(createDepartment, { body: { name: '新', parentId: place.elsewhere.id } })],
    ['makes one at the top', 'forbidden', () => answerOf(createDepartment, { body: { name: '新' } })],
    ['renames his department', 'allowed', () => answerOf(changeDepartment, onDepartment('own', { name: '本部门' }))],
    ['renames one below', 'allowed', () => answerOf(changeDepartment, onDepartment('below', { name: '下级部门' }))],
    ['renames the one above', 'forbidden', () => answerOf(changeDepartment, onDepartment('above', { name: '我的' }))],
    ['renames one elsewhere', 'forbidden', () => answerOf(changeDepartment, onDepartment('elsewhere', { name: '我的' }))],
    ['gives a head to one below', 'allowed', () => answerOf(changeDepartment, onDepartment('below', { headId: person.deeper.id }))],
    ['gives another head to his own', 'forbidden', () => answerOf(changeDepartment, onDepartment('own', { headId: person.deeper.id }))],
    ['orders those below', 'allowed', () => answerOf(changeDepartment, onDepartment('below', { position: 0 }))],
    ['orders his own among its siblings', 'forbidden', () => answerOf(changeDepartment, onDepartment('own', { position: 1 }))],
    ['moves his own elsewhere', 'forbidden', () => answerOf(changeDepartment, onDepartment('own', { parentId: place.elsewhere.id }))],
    [
      'moves one of his out of his tree',
      'forbidden',
      () => answerOf(changeDepartment, onDepartment('below', { parentId: place.elsewhere.id })),
    ],
    ['moves one of his to the top', 'forbidden', () => answerOf(changeDepartment, onDepartment('below', { parentId: null }))],
    [
      'moves a foreign one into his tree',
      'forbidden',
      () => answerOf(changeDepartment, onDepartment('elsewhere', { parentId: place.own.id })),
    ],
    ['deletes his own', 'forbidden', () => answerOf(deleteDepartment, { params: { id: place.own.id } })],
    ['deletes one elsewhere', 'forbidden', () => answerOf(deleteDepartment, { params: { id: place.elsewhere.id } })],
    // who is in them
    ['takes in somebody from elsewhere', 'forbidden', () => answerOf(putDepartmentPerson, pair('own', 'outside'))],
    ['takes in a colleague of a project', 'forbidden', () => answerOf(putDepartmentPerson, pair('own', 'project'))],
    ['takes in somebody without a department', 'forbidden', () => answerOf(putDepartmentPerson, pair('own', 'nowhere'))],
    ['takes one of his into another of his', 'allowed', () => answerOf(putDepartmentPerson, pair('below', 'inside'))],
    ['puts him out of it again', 'allowed', () => answerOf(deleteDepartmentPerson, pair('below', 'inside'))],
    ['puts somebody out of all of his', 'directory/last-department', () => answerOf(deleteDepartmentPerson, pair('own', 'inside'))],
    ['sends one of his elsewhere', 'forbidden', () => answerOf(putDepartmentPerson, pair('elsewhere', 'inside'))],
    ['puts somebody out elsewhere', 'forbidden', () => answerOf(deleteDepartmentPerson, pair('elsewhere', 'both'))],
    // outside companies are the company's
    [
      'makes an outside company',
      'forbidden',
      () => answerOf(createOrganisation, { body: { name: `新单位 ${database}`, kind: 'customer' } }),
    ],
    [
      'changes an outside company',
      'forbidden',
      () => answerOf(changeOrganisation, { params: { id: organisation }, body: { name: '改名' } }),
    ],
  ])('%s: %s', async (_act, answer, act) => {
    expect(await act()).toBe(answer)
  })

  it('deletes an empty one below his', async () => {
    const { id } = await head.does(createDepartment, { body: { name: '临时', parentId: place.own.id } })
    await head.does(deleteDepartment, { params: { id } })
    expect((await head.does(listDepartments, { query: { limit: 200 } })).items.map((one) => one.id)).not.toContain(id)
  })

  it('sees which departments are his', async () => {
    const { items } = await head.does(listDepartments, { query: { limit: 200 } })
    const managed = (id: string) => items.find((one) => one.id === id)?.managed
    expect([place.above, place.own, place.below, place.elsewhere].map(({ id }) => managed(id))).toEqual([false, true, true, false])
  })

  it('lists the people whom he manages', async () => {
    const ids = (await head.does(listPeople, { query: { manageable: true, limit: 200 } })).items.map(({ id }) => id)
    const holds = (name: keyof typeof person) => ids.includes(person[name].id)
    expect((['inside', 'deeper', 'both', 'outside', 'project', 'guest', 'nowhere'] as const).map(holds)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ])
    const nobody = await host.person({ grants: { 'people.read': 'all' }, departments: [place.own] })
    expect((await nobody.does(listPeople, { query: { manageable: true } })).items).toEqual([])
    const everybody = (await administrator.does(listPeople, { query: { manageable: true, limit: 200 } })).items
    expect(everybody.length).toBe((await administrator.does(listPeople, { query: { limit: 200 } })).items.length)
  })

  it('sees roles and ID numbers of those whom he manages, and of nobody else', async () => {
    const of = async (one: TestPerson) => head.does(getPerson, { params: { id: one.id } })
    expect((await of(person.chief)).roleIds).toEqual([role.administrator])
    expect(await of(person.both)).toHaveProperty('idNumber')
    await administrator.does(changePerson, { params: { id: person.outside.id }, body: { roleIds: [role.lesser] } })
    expect((await of(person.outside)).roleIds).toEqual([])
    expect(await of(person.outside)).not.toHaveProperty('idNumber')
  })

  it('is told which roles he may give', async () => {
    const { items } = await head.does(listRoleChoices, { query: { limit: 200 } })
    const grantable = (id: string) => items.find((one) => one.id === id)?.grantable
    expect([role.lesser, role.same, role.greater, role.administrator].map(grantable)).toEqual([true, true, false, false])
    expect((await administrator.does(listRoleChoices, { query: { limit: 200 } })).items.every((one) => one.grantable)).toBe(true)
    const first = await head.does(listRoleChoices, { query: { limit: 2 } })
    const rest = await head.does(listRoleChoices, { query: { limit: 200, cursor: first.next! } })
    expect([...first.items, ...rest.items]).toEqual(items)
  })

  it('manages his department alone, and makes none, when his role reaches no further', async () => {
    const lead = await host.person({ grants: { 'people.read': 'all', 'people.manage': 'department' }, departments: [place.own] })
    const edit = (one: TestPerson) => lead.does(changePerson, { params: { id: one.id }, body: { title: '二' } })
    await expect(edit(person.inside)).resolves.toMatchObject({ title: '二' })
    await expect(edit(person.deeper)).rejects.toMatchObject({ type: 'forbidden' })
    await expect(lead.does(createDepartment, { body: { name: '新', parentId: place.own.id } })).rejects.toMatchObject({ type: 'forbidden' })
  })
})
