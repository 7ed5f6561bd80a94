import { definePermission, readMe } from '@liaison/sdk'
import {
  changeMatrix,
  changeRole,
  createProject,
  createRole,
  deleteRole,
  explainAccess,
  getMatrix,
  listPermissions,
  listRoles,
  putProjectMember,
} from '@liaison/sdk/platform'
import { definePlugin } from '@liaison/sdk/server'
import type { TestHost, TestPerson } from '@liaison/sdk/testing'
import { aHost } from '@liaison/sdk/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const notesRead = definePermission('notes.read', {
  title: { 'zh-CN': '查看便签', en: 'See notes' },
  presets: { 'project-member': 'project', 'external-guest': 'own' },
})
const notesExport = definePermission('notes.export', { title: { 'zh-CN': '导出便签', en: 'Export notes' }, scopes: ['none', 'all'] })
const notes = definePlugin({
  id: 'notes',
  version: '1.0.0',
  title: { 'zh-CN': '便签', en: 'Notes' },
  permissions: [notesRead, notesExport],
})
const refusal = (type: string) => expect.objectContaining({ type })

describe.each(['sqlite', 'postgresql'] as const)('roles and the matrix on %s', (database) => {
  let host: TestHost
  let administrator: TestPerson
  beforeAll(async () => {
    host = await aHost(notes, { database })
    administrator = await host.person({ roles: ['administrator'] })
  })
  afterAll(() => host.stop())

  const rolesNow = async () => (await administrator.does(listRoles, { query: { limit: 200 } })).items
  const roleOf = async (key: string) => (await rolesNow()).find((role) => role.key === key)!
  const set = (roleId: string, permission: string, scope: 'none' | 'own' | 'project' | 'all', dryRun = false) =>
    administrator.does(changeMatrix, { body: { changes: [{ roleId, permission, scope }], dryRun } })

  it('starts with nine roles, the outside ones marked', async () => {
    const presets = (await rolesNow()).filter(({ key }) => key !== null)
    expect(presets.map(({ name }) => name)).toEqual([
      '总经理',
      '部门负责人',
      '项目组员',
      '市场专员',
      '客户对接人',
      '供应商管理员',
      '外部客户',
      '外部访客',
      '系统管理员',
    ])
    expect(presets.filter(({ external }) => external).map(({ name }) => name)).toEqual(['外部客户', '外部访客'])
  })

  it('lists what the plugins declare, with the module and the scopes', async () => {
    const { items } = await administrator.does(listPermissions, { query: { limit: 200 } })
    expect(items).toContainEqual({
      key: 'notes.export',
      plugin: 'notes',
      title: { 'zh-CN': '导出便签', en: 'Export notes' },
      scopes: ['none', 'all'],
    })
    expect(items.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['access.manage', 'people.read', 'people.manage', 'projects.read', 'projects.manage', 'notes.read']),
    )
  })

  it('pages through the permissions by key', async () => {
    const all = (await administrator.does(listPermissions, { query: { limit: 200 } })).items.map(({ key }) => key)
    const first = await administrator.does(listPermissions, { query: { limit: 2 } })
    const rest = await administrator.does(listPermissions, { query: { limit: 200, cursor: first.next! } })
    expect([...first.items, ...rest.items].map(({ key }) => key)).toEqual(all)
  })

  it('gives the presets of a permission when it first appears; the administrator holds the core’s and no module’s', async () => {
    const { cells } = await administrator.does(getMatrix)
    expect(cells[(await roleOf('project-member')).id]).toMatchObject({ 'notes.read': 'project', 'people.read': 'all' })
    expect(cells[(await roleOf('external-guest')).id]).toMatchObject({ 'notes.read': 'own' })
    const declared = (await administrator.does(listPermissions, { query: { limit: 200 } })).items
    const core = declared.filter(({ plugin }) => plugin !== 'notes').map(({ key }) => [key, 'all'])
    expect(cells[(await roleOf('administrator')).id]).toEqual(Object.fromEntries(core))
  })

  it('takes roles of the company’s own, named once', async () => {
    const role = await administrator.does(createRole, { body: { name: '质检员', description: '只看质检' } })
    expect(role).toMatchObject({ key: null, name: '质检员', external: false })
    await expect(administrator.does(createRole, { body: { name: '质检员' } })).rejects.toEqual(refusal('conflict'))
    expect(await administrator.does(changeRole, { params: { id: role.id }, body: { name: '质检主管' } })).toMatchObject({
      name: '质检主管',
      version: 2,
    })
    await administrator.does(deleteRole, { params: { id: role.id } })
    expect((await rolesNow()).some(({ id }) => id === role.id)).toBe(false)
  })

  it('takes a copy of a role, with its cells and nobody who holds it', async () => {
    const marketing = await roleOf('marketing')
    const copy = await administrator.does(createRole, { body: { name: '品牌专员', copyOf: marketing.id } })
    const { cells } = await administrator.does(getMatrix)
    expect(cells[copy.id]).toEqual(cells[marketing.id])
    await set(copy.id, 'notes.read', 'all')
    const person = await host.person({ roles: ['品牌专员'] })
    expect((await person.does(readMe)).grants).toMatchObject({ 'notes.read': 'all', 'people.read': 'all' })
    expect((await administrator.does(getMatrix)).cells[marketing.id]).not.toHaveProperty('notes.read')
    const unknown = '01900000-0000-7000-8000-000000000000'
    await expect(administrator.does(createRole, { body: { name: '无从复制', copyOf: unknown } })).rejects.toEqual(refusal('invalid-input'))
  })

  it('keeps a role that somebody holds, and the administrator’s', async () => {
    await host.person({ roles: ['marketing'] })
    await expect(administrator.does(deleteRole, { params: { id: (await roleOf('marketing')).id } })).rejects.toEqual(
      refusal('access/role-in-use'),
    )
    await expect(administrator.does(deleteRole, { params: { id: (await roleOf('administrator')).id } })).rejects.toEqual(
      refusal('access/preset-role'),
    )
  })

  describe('changing cells', () => {
    it('acts on the next request, and tells who gains and loses what', async () => {
      const role = await administrator.does(createRole, { body: { name: '便签管理员' } })
      const person = await host.person({ roles: ['便签管理员'] })
      expect(await set(role.id, 'notes.read', 'all')).toEqual({
        applied: true,
        people: [{ personId: person.id, gains: [{ permission: 'notes.read', scope: 'all' }], loses: [] }],
      })
      expect((await person.does(readMe)).grants).toEqual({ 'notes.read': 'all' })
      expect(await set(role.id, 'notes.read', 'own')).toEqual({
        applied: true,
        people: [{ personId: person.id, gains: [], loses: [{ permission: 'notes.read', scope: 'all' }] }],
      })
      await set(role.id, 'notes.read', 'none')
      expect((await person.does(readMe)).grants).toEqual({})
    })

    it('only tells with dryRun', async () => {
      const person = await host.person({ grants: { 'notes.read': 'own' } })
      const roleId = (await person.does(readMe)).roleIds[0]!
      expect(await set(roleId, 'notes.export', 'all', true)).toEqual({
        applied: false,
        people: [{ personId: person.id, gains: [{ permission: 'notes.export', scope: 'all' }], loses: [] }],
      })
      expect((await person.does(readMe)).grants).toEqual({ 'notes.read': 'own' })
    })

    it('tells an outside person no more than he reaches', async () => {
      const person = await host.person({ external: true, grants: { 'notes.read': 'own' } })
      const roleId = (await person.does(readMe)).roleIds[0]!
      expect((await set(roleId, 'notes.read', 'all')).people).toEqual([
        { personId: person.id, gains: [{ permission: 'notes.read', scope: 'project' }], loses: [] },
      ])
    })

    it('gives nobody from outside what is for the whole company only', async () => {
      const person = await host.person({ external: true, roles: ['administrator'] })
      expect((await person.does(readMe)).grants).not.toHaveProperty(['access.manage'])
      await expect(person.does(getMatrix)).rejects.toEqual(refusal('forbidden'))
      const explanation = await administrator.does(explainAccess, { body: { personId: person.id, permission: 'access.manage' } })
      expect(explanation).toMatchObject({ allowed: false, scope: 'none' })
    })

    it('gives nobody who is an administrator in one project the company', async () => {
      const person = await host.person()
      const { id } = await administrator.does(createProject, { body: { name: '官网改版' } })
      const params = { id, personId: person.id }
      await administrator.does(putProjectMember, { params, body: { roleId: (await roleOf('administrator')).id } })
      expect((await person.does(readMe)).grants).toMatchObject({ 'projects.manage': 'project' })
      await expect(person.does(getMatrix)).rejects.toEqual(refusal('forbidden'))
    })

    it('is whole or not at all, with every wrong place named', async () => {
      const role = await administrator.does(createRole, { body: { name: '半途' } })
      const changes = [
        { roleId: role.id, permission: 'notes.read', scope: 'all' as const },
        { roleId: role.id, permission: 'no.such', scope: 'all' as const },
        { roleId: role.id, permission: 'notes.export', scope: 'project' as const },
        { roleId: role.id, permission: 'notes.read', scope: 'own' as const },
      ]
      const answer = await administrator.http('PATCH', '/api/access/matrix', { body: { changes } })
      expect(answer.body).toMatchObject({
        status: 400,
        errors: [
          { pointer: '/body/changes/1/permission' },
          { pointer: '/body/changes/2/scope' },
          { pointer: '/body/changes/3/permission' },
        ],
      })
      expect((await administrator.does(getMatrix)).cells[role.id]).toEqual({})
    })

    it('leaves one also when two roles lose it at once', async () => {
      const alone = await aHost([], { database })
      try {
        const one = await alone.person({ roles: ['administrator'] })
        const { id } = (await one.does(listRoles, { query: {} })).items.find(({ key }) => key === 'administrator')!
        const other = await alone.person({ grants: { 'access.manage': 'all' } })
        const otherId = (await other.does(readMe)).roleIds[0]!
        const taken = await Promise.allSettled(
          [id, otherId].map((roleId) =>
            one.does(changeMatrix, { body: { changes: [{ roleId, permission: 'access.manage', scope: 'none' }] } }),
          ),
        )
        expect(taken.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      } finally {
        await alone.stop()
      }
    })

    it('leaves at least one person who manages access', async () => {
      const { id } = await roleOf('administrator')
      await expect(set(id, 'access.manage', 'none')).rejects.toEqual(refusal('access/last-administrator'))
      expect((await administrator.does(getMatrix)).cells[id]).toMatchObject({ 'access.manage': 'all' })
    })
  })

  it('is for those who manage access alone', async () => {
    const person = await host.person({ roles: ['general-manager'] })
    for (const url of ['/api/access/roles', '/api/access/permissions', '/api/access/matrix'])
      expect((await person.http('GET', url)).status).toBe(403)
    expect((await host.http('GET', '/api/access/matrix')).status).toBe(401)
  })

  describe('explaining', () => {
    it('names role, cell and scope', async () => {
      const person = await host.person({ roles: ['project-member'] })
      const explained = await administrator.does(explainAccess, { body: { personId: person.id, permission: 'notes.read' } })
      expect(explained).toMatchObject({ allowed: true, scope: 'project' })
      expect(explained.because.map(({ text }) => text['zh-CN']).join()).toContain('项目组员')
    })

    it('looks at the row in question', async () => {
      const project = await host.project()
      const person = await host.person({ grants: { 'projects.read': 'project' } })
      const member = await host.person({ grants: { 'projects.read': 'project' }, projects: [project] })
      const asked = (personId: string) =>
        administrator.does(explainAccess, {
          body: { personId, permission: 'projects.read', resource: { type: 'project', id: project.id } },
        })
      expect(await asked(person.id)).toMatchObject({ allowed: false, scope: 'project' })
      expect(await asked(member.id)).toMatchObject({ allowed: true, scope: 'project' })
    })

    it('refuses what it does not know', async () => {
      const personId = administrator.id
      await expect(administrator.does(explainAccess, { body: { personId, permission: 'no.such' } })).rejects.toEqual(
        refusal('invalid-input'),
      )
      await expect(
        administrator.does(explainAccess, { body: { personId, permission: 'notes.read', resource: { type: 'nothing', id: personId } } }),
      ).rejects.toEqual(refusal('invalid-input'))
      await expect(
        administrator.does(explainAccess, { body: { personId: '01900000-0000-7000-8000-000000000000', permission: 'notes.read' } }),
      ).rejects.toEqual(refusal('not-found'))
    })
  })
})
