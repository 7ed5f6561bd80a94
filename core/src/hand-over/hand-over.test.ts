import {
  createDepartment,
  createOrganisation,
  createProject,
  handOver,
  listAudit,
  listBelongings,
  listDepartments,
  listRoles,
  putProjectMember,
} from '@liaison/sdk/platform'
import { belongings, column, definePlugin, entity, migration } from '@liaison/sdk/server'
import { definePermission } from '@liaison/sdk'
import type { TestPerson } from '@liaison/sdk/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRows } from '../rooms/read-rows.ts'
import { type CoreTestHost, startTestHost } from '../testing/start-test-host.ts'

const keysRead = definePermission('keys.read', { title: { 'zh-CN': '查看钥匙', en: 'See keys' } })
const KeyEntity = entity('keys_key', { ownerId: column.string() }, { read: keysRead, own: ['ownerId'] })
let breaks = false
/** A module in which people own something. */
const keys = definePlugin<typeof KeyEntity>({
  id: 'keys',
  version: '1.0.0',
  title: { 'zh-CN': '钥匙', en: 'Keys' },
  permissions: [keysRead],
  entities: [KeyEntity],
  migrations: [migration('20260101-keys', (change) => change.createTable('keys_key', { ownerId: 'id' }))],
  systemReasons: { leaving: 'keys of a leaver are given on' },
  setup({ get, asSystem }) {
    get(belongings).add<typeof KeyEntity>({
      ...{ plugin: 'keys', reason: 'leaving' },
      handOver: {
        title: { 'zh-CN': '钥匙', en: 'Keys' },
        count: ({ rows }, ownerId) => rows.of(KeyEntity).count({ ownerId }),
        async give({ rows }, ownerId, successorId) {
          if (breaks) throw new Error('the cupboard is locked')
          return rows.of(KeyEntity).changeAll({ ownerId }, { ownerId: successorId })
        },
      },
    })
    give = (ownerId) => asSystem('leaving', async ({ rows }) => void (await rows.of(KeyEntity).create({ ownerId })))
  },
})
let give: (ownerId: string) => Promise<void>

describe.each(['sqlite', 'postgresql'] as const)('handing over on %s', (database) => {
  let host: CoreTestHost
  let administrator: TestPerson
  let leaver: TestPerson
  let successor: TestPerson
  beforeAll(async () => {
    host = await startTestHost([keys], { database })
    administrator = await host.person({ account: 'root', roles: ['administrator'] })
    leaver = await host.person({ name: '离职', grants: { 'projects.manage': 'own', 'projects.read': 'own' } })
    successor = await host.person({ name: '接手', grants: { 'people.read': 'all' } })
  })
  afterAll(() => host.stop())

  const countsOf = async (personId: string) =>
    Object.fromEntries((await administrator.does(listBelongings, { params: { personId } })).items.map(({ kind, count }) => [kind, count]))
  const give1 = (successorId: string, by = administrator, disable = false) =>
    by.does(handOver, { params: { personId: leaver.id }, body: { successorId, disable } })

  it('counts what somebody answers for, in the core and in modules', async () => {
    await administrator.does(createDepartment, { body: { name: '研发部', headId: leaver.id } })
    const opened = await leaver.does(createProject, { body: { name: '新品' } })
    const { items: roles } = await administrator.does(listRoles, { query: { limit: 200 } })
    const roleId = roles.find(({ key }) => key === 'project-member')!.id
    await administrator.does(putProjectMember, { params: { id: opened.id, personId: leaver.id }, body: { roleId } })
    const both = await host.project()
    for (const { id: personId } of [leaver, successor])
      await administrator.does(putProjectMember, { params: { id: both.id, personId }, body: {} })
    await administrator.does(createOrganisation, { body: { name: '远航物流', kind: 'customer', managerId: leaver.id } })
    await give(leaver.id)
    await give(leaver.id)
    expect(await countsOf(leaver.id)).toEqual({ departments: 1, projects: 1, memberships: 2, organisations: 1, invitations: 0, keys: 2 })
  })

  it('gives all of it or nothing', async () => {
    breaks = true
    await expect(give1(successor.id)).rejects.toThrow('the cupboard is locked')
    breaks = false
    expect(await countsOf(leaver.id)).toMatchObject({ departments: 1, projects: 1, memberships: 2, keys: 2 })
  })

  it('is refused to somebody outside, disabled, or the person himself', async () => {
    const outside = await host.person({ external: true })
    for (const id of [outside.id, leaver.id, '01900000-0000-7000-8000-000000000000'])
      await expect(give1(id)).rejects.toMatchObject({ type: 'hand-over/successor-unfit' })
  })

  it('takes no fewer rights than the person holds, and managing him', async () => {
    const department = await host.department()
    const head = await host.person({ departments: [department], grants: { 'people.manage': 'department-tree', 'people.read': 'all' } })
    await expect(give1(successor.id, head)).rejects.toMatchObject({ type: 'forbidden' })
    const boss = await host.person({ departments: [department], roles: ['administrator'] })
    const call = head.does(handOver, { params: { personId: boss.id }, body: { successorId: head.id } })
    await expect(call).rejects.toMatchObject({ type: 'forbidden' })
  })

  it('gives departments, projects, memberships with their roles, and what modules declare, and closes the account', async () => {
    const { given } = await give1(successor.id, administrator, true)
    expect(Object.fromEntries(given.map(({ kind, count }) => [kind, count]))).toEqual({
      ...{ departments: 1, projects: 1, memberships: 2, organisations: 1, invitations: 0, keys: 2 },
    })
    expect(await countsOf(leaver.id)).toEqual({ departments: 0, projects: 0, memberships: 0, organisations: 0, invitations: 0, keys: 0 })
    expect(await countsOf(successor.id)).toMatchObject({ departments: 1, projects: 1, memberships: 2, keys: 2 })
    const { items: departments } = await administrator.does(listDepartments, { query: {} })
    expect(departments.find(({ name }) => name === '研发部')).toMatchObject({ headId: successor.id })
    expect(host.platform.kernel.plugins.get('keys')?.enabled).toBe(true)
    expect(await readRows(host.platform.db, KeyEntity, { ownerId: successor.id })).toHaveLength(2)
    await expect(leaver.does(createProject, { body: { name: '还在' } })).rejects.toMatchObject({ status: 401 })
  })

  it('is in the audit trail, with what was given to whom', async () => {
    const { items } = await administrator.does(listAudit, { query: { action: 'hand-over.give:given' } })
    expect(items).toHaveLength(1)
    expect(JSON.parse(items[0]!.detail)).toMatchObject({ successorId: successor.id, given: { departments: 1, keys: 2 } })
  })

  it('can be done later than the account was closed', async () => {
    expect((await give1(successor.id)).given.every(({ count }) => count === 0)).toBe(true)
  })
})
