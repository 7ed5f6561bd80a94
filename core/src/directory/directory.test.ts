import type { Problem } from '@liaison/sdk'
import { listPeople } from '@liaison/sdk'
import {
  changeDepartment,
  changePerson,
  changeProject,
  createDepartment,
  createOrganisation,
  createPerson,
  createProject,
  deleteProjectMember,
  getPerson,
  getProject,
  listDepartments,
  listOrganisations,
  listProjectMembers,
  listProjects,
  listRoles,
  personDisabled,
  projectMemberJoined,
  projectMemberLeft,
  putProjectMember,
} from '@liaison/sdk/platform'
import { definePlugin } from '@liaison/sdk/server'
import type { TestHost, TestPerson } from '@liaison/sdk/testing'
import { aHost } from '@liaison/sdk/testing'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

/** What other modules hear. */
const heard: string[] = []
const listener = definePlugin({
  id: 'listener',
  version: '1.0.0',
  title: { 'zh-CN': '旁听', en: 'Listener' },
  setup({ on }) {
    on(projectMemberJoined, async ({ personId }) => void heard.push(`joined ${personId}`))
    on(projectMemberLeft, async ({ personId }) => void heard.push(`left ${personId}`))
    on(personDisabled, async ({ personId }) => void heard.push(`disabled ${personId}`))
  },
})

const unknown = '01900000-0000-7000-8000-000000000000'
const refusal = (type: string) => expect.objectContaining({ type } satisfies Partial<Problem>)

describe.each(['sqlite', 'postgresql'] as const)('the directory on %s', (database) => {
  let host: TestHost
  let administrator: TestPerson
  let roleId: (key: string) => Promise<string>
  beforeAll(async () => {
    host = await aHost(listener, { database })
    administrator = await host.person({ roles: ['administrator'] })
    roleId = async (key) => (await administrator.does(listRoles, { query: { limit: 200 } })).items.find((role) => role.key === key)!.id
  })
  afterAll(() => host.stop())

  const namesFor = async (person: TestPerson, query = {}) =>
    (await person.does(listPeople, { query: { limit: 200, ...query } })).items.map(({ name }) => name)

  describe('people', () => {
    it('are made with departments and roles, phone and mail masked', async () => {
      const department = await host.department({ name: '研发部' })
      const role = await roleId('project-member')
      const body = {
        account: 'zhaoqihang',
        name: '赵启航',
        kind: 'internal' as const,
        phone: '13812341234',
        email: 'zhao@hengchuan.example',
        title: '研发经理',
        departmentIds: [department.id],
        roleIds: [role],
      }
      const made = await administrator.does(createPerson, { body })
      expect(made).toMatchObject({
        account: 'zhaoqihang',
        phone: '138****1234',
        email: 'z****@hengchuan.example',
        departmentIds: [department.id],
        roleIds: [role],
        affiliation: '研发部',
        disabled: false,
      })
      expect(await administrator.does(getPerson, { params: { id: made.id } })).toEqual(made)
    })

    it('are found by name, account, pinyin and initials, in the order of pinyin, page by page', async () => {
      for (const [account, name] of [
        ['lwb', '李文博'],
        ['lzy', '林志远'],
        ['lwj', '李文静'],
      ] as const)
        await administrator.does(createPerson, { body: { account, name, kind: 'internal' } })
      expect(await namesFor(administrator, { query: 'wen' })).toEqual(['李文博', '李文静'])
      expect(await namesFor(administrator, { query: 'lw' })).toEqual(['李文博', '李文静'])
      expect(await namesFor(administrator, { query: '志远' })).toEqual(['林志远'])
      const first = await administrator.does(listPeople, { query: { query: 'l', limit: 2 } })
      const second = await administrator.does(listPeople, { query: { query: 'l', limit: 2, cursor: first.next! } })
      expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(['李文博', '李文静', '林志远', '系统管理员'])
      expect(second.next).toBeNull()
    })

    it('have an account of their own', async () => {
      const body = { account: 'taken', name: '一号', kind: 'internal' as const }
      const first = await administrator.does(createPerson, { body })
      await expect(administrator.does(createPerson, { body: { ...body, name: '二号' } })).rejects.toEqual(
        refusal('directory/account-taken'),
      )
      const second = await administrator.does(createPerson, { body: { ...body, account: 'free' } })
      await expect(administrator.does(changePerson, { params: { id: second.id }, body: { account: first.account } })).rejects.toEqual(
        refusal('directory/account-taken'),
      )
    })

    it('are not made with departments, roles or organisations that do not exist', async () => {
      const body = { account: 'half', name: '一半', kind: 'internal' as const }
      for (const wrong of [{ departmentIds: [unknown] }, { roleIds: [unknown] }, { organisationId: unknown }]) {
        await expect(administrator.does(createPerson, { body: { ...body, ...wrong } })).rejects.toEqual(refusal('invalid-input'))
      }
      expect(await namesFor(administrator, { query: 'half' })).toEqual([])
    })

    it('are found by their new name after a change, no more by the former', async () => {
      const { id } = await administrator.does(createPerson, { body: { account: 'married', name: '王芳', kind: 'internal' } })
      await administrator.does(changePerson, { params: { id }, body: { name: '欧阳芳' } })
      expect(await namesFor(administrator, { query: 'ouyang' })).toEqual(['欧阳芳'])
      expect(await namesFor(administrator, { query: 'wangfang' })).toEqual([])
    })

    it('tell a stale change', async () => {
      const { id } = await administrator.does(createPerson, { body: { account: 'stale', name: '旧版', kind: 'internal' } })
      const url = `/api/directory/people/${id}`
      expect((await administrator.http('PATCH', url, { body: { title: '一' }, headers: { 'if-match': '"1"' } })).status).toBe(200)
      expect((await administrator.http('PATCH', url, { body: { title: '二' }, headers: { 'if-match': '"1"' } })).status).toBe(412)
    })

    it('keep one who manages access', async () => {
      const alone = await aHost([], { database })
      try {
        const someone = await alone.person({ grants: { 'access.manage': 'all', 'people.manage': 'all', 'people.read': 'all' } })
        const { items } = await someone.does(listPeople, { query: { query: 'admin' } })
        await someone.does(changePerson, { params: { id: items[0]!.id }, body: { disabled: true } })
        await expect(someone.does(changePerson, { params: { id: someone.id }, body: { disabled: true } })).rejects.toEqual(
          refusal('access/last-administrator'),
        )
        await expect(someone.does(changePerson, { params: { id: someone.id }, body: { roleIds: [] } })).rejects.toEqual(
          refusal('access/last-administrator'),
        )
      } finally {
        await alone.stop()
      }
    })
  })

  describe('who sees whom', () => {
    it('everybody inside sees everybody; an outside person those whose project he shares', async () => {
      const inside = await host.person({ name: '内部甲', roles: ['project-member'] })
      const project = await host.project()
      await host.person({ name: '同项目乙', projects: [project] })
      const outside = await host.person({ name: '外部丙', external: true, roles: ['external-customer'], projects: [project] })
      await host.person({ name: '别处丁', external: true, roles: ['external-customer'] })
      expect(await namesFor(inside)).toEqual(expect.arrayContaining(['内部甲', '同项目乙', '外部丙', '别处丁']))
      expect((await namesFor(outside)).toSorted()).toEqual(['同项目乙', '外部丙'].toSorted())
      await expect(outside.does(getPerson, { params: { id: inside.id } })).rejects.toEqual(refusal('not-found'))
    })

    it('an outside person sees no department, and of the companies his own', async () => {
      const mine = await administrator.does(createOrganisation, { body: { name: `远航 ${database}`, kind: 'customer' } })
      await administrator.does(createOrganisation, { body: { name: `瑞丰 ${database}`, kind: 'supplier' } })
      const outside = await host.person({ external: true, roles: ['external-customer'] })
      await administrator.does(changePerson, { params: { id: outside.id }, body: { organisationId: mine.id } })
      expect((await outside.does(listDepartments, { query: {} })).items).toEqual([])
      expect((await outside.does(listOrganisations, { query: {} })).items).toEqual([{ ...mine, people: 1 }])
    })

    it('who takes part in a project is told to those who see it', async () => {
      const project = await host.project()
      await host.person({ name: '参与者', projects: [project] })
      const outsider = await host.person({ grants: { 'people.read': 'all', 'projects.read': 'project' } })
      const member = await host.person({ name: '同事', grants: { 'people.read': 'all', 'projects.read': 'project' }, projects: [project] })
      expect(await namesFor(outsider, { projectId: project.id })).toEqual([])
      expect(await namesFor(member, { projectId: project.id })).toEqual(['参与者', '同事'])
    })

    it('roles are told to oneself and to those who manage people', async () => {
      const one = await host.person({ roles: ['marketing'] })
      const other = await host.person({ roles: ['marketing'] })
      const params = { id: one.id }
      expect((await one.does(getPerson, { params })).roleIds).toHaveLength(1)
      expect((await other.does(getPerson, { params })).roleIds).toEqual([])
      expect((await administrator.does(getPerson, { params })).roleIds).toHaveLength(1)
    })
  })

  describe('whoever manages people without managing access', () => {
    it('gives no role that goes beyond his own', async () => {
      const clerk = await host.person({ grants: { 'people.manage': 'all', 'people.read': 'all' } })
      const body = { account: 'climber', name: '攀登', kind: 'internal' as const }
      await expect(clerk.does(createPerson, { body: { ...body, roleIds: [await roleId('administrator')] } })).rejects.toEqual(
        refusal('directory/role-beyond-own'),
      )
      await expect(
        clerk.does(changePerson, { params: { id: clerk.id }, body: { roleIds: [await roleId('administrator')] } }),
      ).rejects.toEqual(refusal('directory/role-beyond-own'))
    })

    it('sets no password of somebody who holds more, so that he cannot become him', async () => {
      const clerk = await host.person({ grants: { 'people.manage': 'all', 'people.read': 'all' } })
      await expect(clerk.does(changePerson, { params: { id: administrator.id }, body: { password: 'mine from now on' } })).rejects.toEqual(
        refusal('forbidden'),
      )
      const simple = await host.person()
      await expect(clerk.does(changePerson, { params: { id: simple.id }, body: { password: 'a new beginning' } })).resolves.toMatchObject({
        id: simple.id,
      })
    })

    it('of some departments takes nobody in elsewhere', async () => {
      const [own, other] = [await host.department(), await host.department()]
      const below = await host.department({ parent: own })
      const head = await host.person({ grants: { 'people.manage': 'department-tree', 'people.read': 'all' }, departments: [own] })
      const person = (account: string, departmentIds: string[]) =>
        head.does(createPerson, { body: { account: `${account}-${database}`, name: '新人', kind: 'internal', departmentIds } })
      await expect(person('inside', [below.id])).resolves.toMatchObject({ departmentIds: [below.id] })
      await expect(person('elsewhere', [other.id])).rejects.toEqual(refusal('forbidden'))
      await expect(person('nowhere', [])).rejects.toEqual(refusal('forbidden'))
    })
  })

  describe('departments', () => {
    it('move with everything below, and grants follow at once', async () => {
      const [a, b] = [await host.department({ name: '甲' }), await host.department({ name: '乙' })]
      const c = await host.department({ name: '甲一', parent: a })
      const d = await host.department({ name: '甲一一', parent: c })
      const deep = await host.person({ departments: [d] })
      const head = await host.person({ grants: { 'people.read': 'department-tree' }, departments: [b] })
      await expect(head.does(getPerson, { params: { id: deep.id } })).rejects.toEqual(refusal('not-found'))
      await administrator.does(changeDepartment, { params: { id: c.id }, body: { parentId: b.id } })
      expect(await head.does(getPerson, { params: { id: deep.id } })).toMatchObject({ id: deep.id })
    })

    it('keep the tree whole when two move at once', async () => {
      const [a, b] = [await host.department(), await host.department()]
      const moves = await Promise.allSettled([
        administrator.does(changeDepartment, { params: { id: a.id }, body: { parentId: b.id } }),
        administrator.does(changeDepartment, { params: { id: b.id }, body: { parentId: a.id } }),
      ])
      expect(moves.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    })

    it('never move below themselves', async () => {
      const top = await host.department()
      const below = await host.department({ parent: await host.department({ parent: top }) })
      for (const parentId of [top.id, below.id]) {
        await expect(administrator.does(changeDepartment, { params: { id: top.id }, body: { parentId } })).rejects.toEqual(
          refusal('directory/department-circle'),
        )
      }
    })

    it('have a head from inside the company', async () => {
      const outside = await host.person({ external: true })
      await expect(administrator.does(createDepartment, { body: { name: '无头', headId: outside.id } })).rejects.toEqual(
        refusal('invalid-input'),
      )
    })
  })

  describe('projects', () => {
    it('are opened with the next free key, and a key is taken once', async () => {
      const first = await administrator.does(createProject, { body: { name: '一' } })
      const second = await administrator.does(createProject, { body: { name: '二' } })
      expect([first.key, second.key]).toEqual([expect.stringMatching(/^P-\d+$/), expect.stringMatching(/^P-\d+$/)])
      expect(first.key).not.toBe(second.key)
      await expect(administrator.does(createProject, { body: { name: '三', key: first.key } })).rejects.toEqual(
        refusal('directory/project-key-taken'),
      )
    })

    it('get different keys when many are opened at once', async () => {
      const made = await Promise.all(
        Array.from({ length: 20 }, (_, at) => administrator.does(createProject, { body: { name: `同时 ${at}` } })),
      )
      expect(new Set(made.map(({ key }) => key)).size).toBe(20)
    })

    it('are seen by their members from the moment they join, until they leave', async () => {
      const project = await host.project()
      const member = await host.person({ grants: { 'projects.read': 'project' } })
      const path = { id: project.id, personId: member.id }
      expect((await member.does(listProjects, { query: {} })).items).toEqual([])
      await administrator.does(putProjectMember, { params: path, body: {} })
      expect((await member.does(listProjects, { query: {} })).items).toMatchObject([{ id: project.id }])
      expect((await member.does(listProjectMembers, { params: { id: project.id }, query: {} })).items).toEqual([
        { projectId: project.id, personId: member.id, roleId: null, person: null },
      ])
      await administrator.does(deleteProjectMember, { params: path })
      await expect(member.does(getProject, { params: { id: project.id } })).rejects.toEqual(refusal('not-found'))
      await expect(administrator.does(deleteProjectMember, { params: path })).rejects.toEqual(refusal('not-found'))
    })

    it('tell other modules who joins, who leaves, and who is disabled', async () => {
      const project = await host.project()
      const person = await host.person({ external: true, projects: [project] })
      await administrator.does(deleteProjectMember, { params: { id: project.id, personId: person.id } })
      await administrator.does(changePerson, { params: { id: person.id }, body: { disabled: true } })
      const about = () => heard.filter((line) => line.endsWith(person.id)).map((line) => line.split(' ')[0])
      await vi.waitFor(() => expect(about().toSorted()).toEqual(['disabled', 'joined', 'left']), 10_000)
    })

    it('may be managed by whoever opened them, with roles that do not go beyond his own', async () => {
      const lead = await host.person({ grants: { 'projects.manage': 'own', 'projects.read': 'own', 'people.read': 'all' } })
      const other = await host.person({ grants: { 'projects.manage': 'own', 'projects.read': 'all' } })
      const somebody = await host.person()
      const project = await lead.does(createProject, { body: { name: '自己的' } })
      expect(await lead.does(putProjectMember, { params: { id: project.id, personId: somebody.id }, body: {} })).toMatchObject({
        roleId: null,
      })
      await expect(
        lead.does(putProjectMember, { params: { id: project.id, personId: somebody.id }, body: { roleId: await roleId('administrator') } }),
      ).rejects.toEqual(refusal('directory/role-beyond-own'))
      await expect(other.does(changeProject, { params: { id: project.id }, body: { name: '别人的' } })).rejects.toEqual(
        refusal('forbidden'),
      )
    })
  })
})
