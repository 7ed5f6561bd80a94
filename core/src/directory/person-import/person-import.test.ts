import { listPeople, type Problem } from '@liaison/sdk'
import {
  changePerson,
  createOrganisation,
  createPerson,
  getPerson,
  importPeople,
  type ImportFault,
  listAudit,
  listRoles,
} from '@liaison/sdk/platform'
import type { TestPerson } from '@liaison/sdk/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CoreTestHost, startTestHost } from '../../testing/start-test-host.ts'

const titles = ['账号', '姓名', '类型', '部门', '单位', '职务', '邮箱', '手机', '角色']
/** The first line of people is line 2 of the file. */
const table = (lines: readonly (readonly string[])[], header: readonly string[] = titles) => ({
  header: { line: 1, cells: [...header] },
  lines: lines.map((cells, at) => ({ line: at + 2, cells: [...cells] })),
})
const places = (faults: readonly ImportFault[]) => faults.map(({ line, column, fault }) => `${line} ${column ?? '-'} ${fault}`)

describe.each(['sqlite', 'postgresql'] as const)('a table of people on %s', (database) => {
  let host: CoreTestHost
  let administrator: TestPerson
  let research: { id: string }
  let platformTeam: { id: string }
  beforeAll(async () => {
    host = await startTestHost([], { database })
    administrator = await host.person({ account: 'root', roles: ['administrator'] })
    const company = await host.department({ name: '恒川智能' })
    research = await host.department({ name: '研发部', parent: company })
    platformTeam = await host.department({ name: '平台组', parent: research })
    const sales = await host.department({ name: '销售部', parent: company })
    await host.department({ name: '平台组', parent: sales })
    await administrator.does(createOrganisation, { body: { name: '远航物流', kind: 'customer' } })
  })
  afterAll(() => host.stop())

  const preview = (lines: readonly (readonly string[])[], header?: readonly string[], by = administrator) =>
    by.does(importPeople, { body: { ...table(lines, header), dryRun: true } })
  const apply = (lines: readonly (readonly string[])[], more: { passwords?: boolean } = {}, by = administrator) =>
    by.does(importPeople, { body: { ...table(lines), ...more } })
  const found = async (account: string) =>
    (await administrator.does(listPeople, { query: { query: account } })).items.find((person) => person.account === account)

  it('is shown before anybody is made', async () => {
    const { applied, people, faults } = await preview([['dry', '干跑', '内部', '恒川智能/研发部', '', '', '', '', '']])
    expect({ applied, faults }).toEqual({ applied: false, faults: [] })
    expect(people).toEqual([{ line: 2, account: 'dry', name: '干跑', act: 'create', changed: [], personId: null, password: null }])
    expect(await found('dry')).toBeUndefined()
  })

  it('makes people with departments, roles, company, phone and mail', async () => {
    const { applied, people } = await apply([
      ['mo', '莫小雨', '内部', '恒川智能/研发部/平台组; 研发部', '', '工程师', 'mo@hengchuan.example', '13812341234', '项目组员'],
      ['ding', '丁雯', '外部', '', '远航物流', '', '', '', '外部客户'],
    ])
    expect(applied).toBe(true)
    const [mo, ding] = await Promise.all(people.map(({ personId }) => administrator.does(getPerson, { params: { id: personId! } })))
    const { items: roles } = await administrator.does(listRoles, { query: { limit: 200 } })
    const role = (key: string) => roles.find((one) => one.key === key)!.id
    expect(mo).toMatchObject({
      ...{ name: '莫小雨', kind: 'internal', title: '工程师', phone: '138****1234', email: 'm****@hengchuan.example' },
      roleIds: [role('project-member')],
    })
    expect(mo!.departmentIds.toSorted()).toEqual([research.id, platformTeam.id].toSorted())
    expect(ding).toMatchObject({ kind: 'external', affiliation: '远航物流', roleIds: [role('external-customer')] })
    expect((await administrator.does(listPeople, { query: { query: 'mxy' } })).items.map(({ account }) => account)).toEqual(['mo'])
  })

  it('is stored whole when it is longer than what is written at once, and changes everybody as well', async () => {
    const accounts = Array.from({ length: 260 }, (_, at) => `many-${at}`)
    const everybody = (title: string, departments: string) =>
      apply(
        accounts.map((account) => [account, '众人', '', departments, '', title, `${account}@hengchuan.example`, '', '项目组员']),
        { passwords: true },
      )
    const made = await everybody('工程师', '研发部')
    expect(new Set(made.people.map(({ account, password }) => `${account} ${password}`)).size).toBe(260)
    const changed = await everybody('高级工程师', '恒川智能/研发部/平台组')
    expect(changed.people.map(({ account }) => account)).toEqual(accounts)
    expect(changed.people.every(({ act, password }) => act === 'update' && password === null)).toBe(true)
    for (const account of ['many-0', 'many-100', 'many-259'])
      expect(await found(account)).toMatchObject({ title: '高级工程师', departmentIds: [platformTeam.id], roleIds: [expect.any(String)] })
  })

  it('gives first passwords that let in, told once', async () => {
    const { people } = await apply([['newcomer', '新人', '', '', '', '', '', '', '']], { passwords: true })
    expect(people[0]!.password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/)
    const signIn = (password: string) => host.http('POST', '/api/auth/login', { body: { account: 'newcomer', password } })
    expect((await signIn(people[0]!.password!)).status).toBe(200)
    expect((await signIn('aaaa-aaaa-aaaa-aaaa')).status).toBe(401)
    const again = await apply([['newcomer', '新人', '', '', '', '', '', '', '']], { passwords: true })
    expect(again.people).toMatchObject([{ act: 'keep', password: null }])
  })

  it('changes who is there, where a cell says something', async () => {
    const { id } = await administrator.does(createPerson, {
      body: { account: 'he', name: '何佳', kind: 'internal', title: '顾问', phone: '13900000000', departmentIds: [research.id] },
    })
    const line = ['he', '何佳怡', '', '恒川智能/销售部/平台组', '', '', '', '13900000000', '']
    expect((await preview([line])).people).toMatchObject([{ act: 'update', changed: ['name', 'departments'] }])
    await apply([line])
    expect(await administrator.does(getPerson, { params: { id } })).toMatchObject({
      ...{ name: '何佳怡', title: '顾问', affiliation: '平台组' },
    })
    expect((await administrator.does(listPeople, { query: { query: 'hejiayi' } })).items).toHaveLength(1)
    expect((await apply([line])).people).toMatchObject([{ act: 'keep', changed: [] }])
    const { items } = await administrator.does(listAudit, { query: { resource: `core_person:${id}` } })
    expect(items.map(({ action }) => action)).toContain('directory.importPeople:update')
    expect(JSON.stringify(items)).not.toContain('13900000000')
  })

  it('tells every fault with its line and column', async () => {
    const { faults } = await preview([
      ['', '无账号', '内部', '', '', '', '', '', ''],
      ['Upper', '', '内', '没有的部门', '', '', 'no-mail', 'phone', ''],
      ['twice', '一', '', '平台组', '远航物流', '', '', '', '没有的角色'],
      ['twice', '二', '外部', '', '没有的公司', '', '', '', '项目组员'],
      ['long', '长'.repeat(61), '', '', '', '\u0007', '', '', '', '多出来的'],
      ['root', '名字', '外部', '', '', '', '', '', ''],
    ])
    expect(places(faults)).toEqual([
      '2 account required',
      ...['3 account account', '3 name required', '3 kind kind', '3 departments department-unknown', '3 email email', '3 phone phone'],
      ...['4 departments department-ambiguous', '4 organisation organisation-inside', '4 roles role-unknown'],
      ...['5 account account-twice', '5 organisation organisation-unknown', '5 roles role-kind'],
      ...['6 - line-too-long', '6 name too-long', '6 title text'],
      '7 kind kind-fixed',
    ])
  })

  it.each([
    [['账号', '姓名', '工号'], ['1 - column-unknown']],
    [['账号', '账号', '姓名'], ['1 account column-twice']],
    [['Account*', 'Title'], ['1 name column-missing']],
  ])('with the columns %j is refused', async (header, expected) => {
    expect(places((await preview([], header)).faults)).toEqual(expected)
  })

  it('takes English columns and leaves unnamed ones out', async () => {
    const { people, faults } = await preview([['lin', '', 'Lin Zhiyuan', 'inside']], ['Account', '', 'Name *', 'Type (internal/external)'])
    expect(faults).toEqual([])
    expect(people).toMatchObject([{ account: 'lin', name: 'Lin Zhiyuan' }])
  })

  it('that ends inside a quoted cell is refused', async () => {
    const body = { header: { line: 1, cells: titles }, lines: [{ line: 2, cells: ['a', 'b'], isOpen: true }], dryRun: true }
    expect(places((await administrator.does(importPeople, { body })).faults)).toEqual(['2 - quote-open'])
  })

  it('is stored as a whole or not at all', async () => {
    const wrong = apply([
      ['whole', '好的', '', '', '', '', '', '', ''],
      ['whole-2', '', '', '', '', '', '', '', ''],
    ])
    await expect(wrong).rejects.toMatchObject({
      type: 'directory/import-faulty',
      members: { faults: [{ line: 3, column: 'name', fault: 'required' }] },
    } satisfies Partial<Problem>)
    expect(await found('whole')).toBeUndefined()
  })

  it('leaves one who manages access', async () => {
    const alone = await startTestHost([], { database })
    try {
      const someone = await alone.person({ roles: ['administrator'], account: 'someone' })
      const { items } = await someone.does(listPeople, { query: { query: 'admin' } })
      await someone.does(changePerson, { params: { id: items.find(({ account }) => account === 'admin')!.id }, body: { disabled: true } })
      const { faults } = await preview([['someone', '', '', '', '', '', '', '', '项目组员']], titles, someone)
      expect(places(faults)).toEqual(['2 roles last-administrator'])
    } finally {
      await alone.stop()
    }
  })

  it('of whoever manages some departments reaches no further than these', async () => {
    const head = await host.person({ departments: [research], grants: { 'people.manage': 'department-tree', 'people.read': 'all' } })
    const { faults } = await preview(
      [
        ['root', '', '', '', '', '改', '', '', ''],
        ['fresh', '新', '', '', '', '', '', '', ''],
        ['fresh-2', '新', '', '销售部', '', '', '', '', ''],
        ['fresh-3', '新', '', '恒川智能/研发部/平台组', '', '', '', '', '系统管理员'],
      ],
      titles,
      head,
    )
    expect(places(faults)).toEqual([
      '2 account person-foreign',
      '3 departments required',
      '4 departments department-foreign',
      '5 roles role-beyond',
    ])
    expect((await apply([['own', '组员', '', '研发部/平台组', '', '', '', '', '']], {}, head)).people).toMatchObject([{ act: 'create' }])
  })

  it('of whoever manages some departments sends nobody stronger his links for a new password', async () => {
    const head = await host.person({ departments: [research], grants: { 'people.manage': 'department-tree', 'people.read': 'all' } })
    await host.person({ account: 'stronger', departments: [research], roles: ['administrator'] })
    await host.person({ account: 'weaker', departments: [research] })
    const { faults } = await preview(
      ['stronger', 'weaker'].map((account) => [account, '', '', '', '', '', 'mine@hengchuan.example', '', '']),
      titles,
      head,
    )
    expect(places(faults)).toEqual(['2 email person-foreign'])
  })

  it('of five thousand people is taken', async () => {
    const lines = Array.from({ length: 5_000 }, (_none, at) => [
      ...[
        `worker-${at}`,
        `员工${at}`,
        '内部',
        '恒川智能/研发部',
        '',
        '操作员',
        `w${at}@hengchuan.example`,
        `138${String(at).padStart(8, '0')}`,
      ],
      '项目组员',
    ])
    const { people } = await apply(lines, { passwords: true })
    expect(people).toHaveLength(5_000)
    expect((await apply(lines)).people.every(({ act }) => act === 'keep')).toBe(true)
    expect(await found('worker-4999')).toMatchObject({ name: '员工4999', affiliation: '研发部' })
  }, 120_000)
})
