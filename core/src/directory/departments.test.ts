import {
  changeDepartment,
  createDepartment,
  createProject,
  deleteDepartment,
  deleteDepartmentPerson,
  listDepartments,
  putDepartmentPerson,
} from '@liaison/sdk/platform'
import type { TestHost, TestPerson } from '@liaison/sdk/testing'
import { aHost } from '@liaison/sdk/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const refusal = (type: string) => expect.objectContaining({ type })

describe.each(['sqlite', 'postgresql'] as const)('the tree of departments on %s', (database) => {
  let host: TestHost
  let administrator: TestPerson
  beforeAll(async () => {
    host = await aHost([], { database })
    administrator = await host.person({ roles: ['administrator'] })
  })
  afterAll(() => host.stop())

  const listed = async () => (await administrator.does(listDepartments, { query: { limit: 200 } })).items
  const below = async (parentId: string | null) =>
    (await listed()).filter((one) => one.parentId === parentId).toSorted((a, b) => a.position - b.position)
  const namesBelow = async (parentId: string | null) => (await below(parentId)).map(({ name }) => name)
  const change = (id: string, body: { parentId?: string | null; position?: number; name?: string }) =>
    administrator.does(changeDepartment, { params: { id }, body })
  const three = async () => {
    const top = await host.department()
    const names = ['一', '二', '三']
    const ids: string[] = []
    for (const name of names) ids.push((await host.department({ name, parent: top })).id)
    return { top, ids }
  }

  describe('ordering', () => {
    it('puts a department at a place, and those behind make room', async () => {
      const { top, ids } = await three()
      expect(await change(ids[2]!, { position: 0 })).toMatchObject({ position: 0 })
      expect(await namesBelow(top.id)).toEqual(['三', '一', '二'])
      await change(ids[2]!, { position: 1 })
      expect(await namesBelow(top.id)).toEqual(['一', '三', '二'])
      expect((await below(top.id)).map(({ position }) => position)).toEqual([0, 1, 2])
    })

    it('takes a place behind the last as the last', async () => {
      const { top, ids } = await three()
      expect(await change(ids[0]!, { position: 900 })).toMatchObject({ position: 2 })
      expect(await namesBelow(top.id)).toEqual(['二', '三', '一'])
    })

    it('closes the gap that a move leaves, and moves to a wanted place', async () => {
      const [from, to] = [await three(), await three()]
      expect(await change(from.ids[0]!, { parentId: to.top.id, position: 1 })).toMatchObject({ parentId: to.top.id, position: 1 })
      expect(await namesBelow(to.top.id)).toEqual(['一', '一', '二', '三'])
      await change(from.ids[1]!, { position: 0 })
      expect((await below(from.top.id)).map(({ name, position }) => [name, position])).toEqual([
        ['二', 0],
        ['三', 1],
      ])
    })

    it('moves to the top', async () => {
      const { ids } = await three()
      const moved = await change(ids[1]!, { parentId: null })
      expect((await below(null)).at(-1)).toMatchObject({ id: moved.id })
    })
  })

  describe('the people of a department', () => {
    it('are counted in it, and once in those above', async () => {
      const top = await host.department()
      const [a, b] = [await host.department({ parent: top }), await host.department({ parent: top })]
      await host.person({ departments: [a, b] })
      await host.person({ departments: [top] })
      const counts = (await listed()).filter(({ id }) => [top.id, a.id, b.id].includes(id)).map((one) => [one.people, one.peopleBelow])
      expect(counts).toEqual([
        [1, 2],
        [1, 1],
        [1, 1],
      ])
    })

    it('come and go one at a time, beside their other departments', async () => {
      const [a, b] = [await host.department(), await host.department()]
      const person = await host.person({ departments: [a] })
      const path = { params: { id: b.id, personId: person.id } }
      await administrator.does(putDepartmentPerson, path)
      await administrator.does(putDepartmentPerson, path)
      expect((await listed()).filter(({ id }) => id === a.id || id === b.id).map(({ people }) => people)).toEqual([1, 1])
      await administrator.does(deleteDepartmentPerson, path)
      await expect(administrator.does(deleteDepartmentPerson, path)).rejects.toEqual(refusal('not-found'))
      expect((await listed()).filter(({ id }) => id === a.id || id === b.id).map(({ people }) => people)).toEqual([1, 0])
    })

    it('reach what a department opens from the next request', async () => {
      const department = await host.department()
      await administrator.does(createProject, { body: { name: '部门项目', departmentId: department.id } })
      const person = await host.person({ grants: { 'projects.read': 'department' } })
      expect((await person.http('GET', '/api/projects')).body).toMatchObject({ items: [] })
      await administrator.does(putDepartmentPerson, { params: { id: department.id, personId: person.id } })
      expect((await person.http('GET', '/api/projects')).body).toMatchObject({ items: [{ name: '部门项目' }] })
    })
  })

  describe('deleting', () => {
    it('takes an empty department away', async () => {
      const { top, ids } = await three()
      await administrator.does(deleteDepartment, { params: { id: ids[0]! } })
      expect((await below(top.id)).map(({ name, position }) => [name, position])).toEqual([
        ['二', 0],
        ['三', 1],
      ])
      await expect(administrator.does(deleteDepartment, { params: { id: ids[0]! } })).rejects.toEqual(refusal('not-found'))
    })

    it('is refused while people, departments or projects belong to it, and says how many', async () => {
      const [a, b, c] = [await host.department(), await host.department(), await host.department()]
      await host.person({ departments: [a] })
      await host.department({ parent: b })
      await host.project({ department: c })
      for (const [{ id }, counts] of [
        [a, { people: 1, departments: 0, projects: 0 }],
        [b, { people: 0, departments: 1, projects: 0 }],
        [c, { people: 0, departments: 0, projects: 1 }],
      ] as const)
        expect((await administrator.http('DELETE', `/api/directory/departments/${id}`)).body).toMatchObject({ status: 409, ...counts })
    })
  })

  it('makes new ones last among their siblings', async () => {
    const { top } = await three()
    await administrator.does(createDepartment, { body: { name: '四', parentId: top.id } })
    expect(await namesBelow(top.id)).toEqual(['一', '二', '三', '四'])
  })
})
