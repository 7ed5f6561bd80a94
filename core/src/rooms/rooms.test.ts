import { randomBytes } from 'node:crypto'
import { readMe } from '@liaison/sdk'
import {
  changeMatrix,
  changePerson,
  createDepartment,
  createOrganisation,
  createPerson,
  createProject,
  getMatrix,
  listRoles,
  putProjectMember,
} from '@liaison/sdk/platform'
import { setUp } from '@liaison/sdk'
import { people } from '@liaison/sdk/server'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createLogger } from '../kernel/logger.ts'
import { type Platform, startPlatform } from '../platform.ts'
import { testPlace, type TestPlace } from '../testing/test-database.ts'
import { createDemo } from '../demo/create-demo.ts'

const start = ({ folder, databaseUrl }: TestPlace, secret: string): Promise<Platform> =>
  startPlatform({
    configuration: {
      ...{
        name: 'Liaison',
        host: '127.0.0.1',
        port: 0,
        data: folder,
        databaseUrl,
        publicUrl: undefined,
        secret,
        trustProxy: false,
        rateLimit: 'off',
      },
      ...{ logLevel: 'silent', demo: false, demoPassword: undefined, plugins: [], folder },
    },
    logger: createLogger('silent'),
    pages: false,
  })

const as = async (platform: Platform, personId: string) => ({ access: await platform.access.get(personId) })

describe('two servers on one PostgreSQL', () => {
  let place: TestPlace
  let here: Platform
  let there: Platform
  let administrator: string
  beforeAll(async () => {
    place = await testPlace('postgresql')
    const secret = randomBytes(32).toString('base64url')
    ;[here, there] = await Promise.all([start(place, secret), start(place, secret)])
    administrator = (
      await here.dispatcher.call(setUp, { access: undefined }, { body: { account: 'admin', name: '管理员', password: 'correct horse' } })
    ).id
  })
  afterAll(async () => {
    await Promise.all([here.stop(), there.stop()])
    await place.remove()
  })

  it('write the presets once, though they start together', async () => {
    const { items } = await here.dispatcher.call(listRoles, await as(here, administrator), { query: {} })
    expect(items).toHaveLength(9)
  })

  it('know of a new person, his department, company and project on both', async () => {
    const caller = await as(here, administrator)
    const department = await here.dispatcher.call(createDepartment, caller, { body: { name: '研发部' } })
    const { id } = await here.dispatcher.call(createPerson, caller, {
      body: { account: 'sunyue', name: '孙悦', kind: 'internal', departmentIds: [department.id] },
    })
    const organisation = await here.dispatcher.call(createOrganisation, caller, { body: { name: '远航', kind: 'customer' } })
    const guest = await here.dispatcher.call(createPerson, caller, {
      body: { account: 'dingwen', name: '丁雯', kind: 'external', organisationId: organisation.id },
    })
    const project = await here.dispatcher.call(createProject, caller, { body: { name: '新品' } })
    await here.dispatcher.call(putProjectMember, caller, { params: { id: project.id, personId: id }, body: {} })
    const known = there.kernel.get(people)
    await vi.waitFor(() => {
      expect(known.find(id)).toEqual({ id, name: '孙悦', kind: 'internal', affiliation: '研发部', disabled: false })
      expect(known.find(guest.id)).toMatchObject({ affiliation: '远航' })
      expect(known.ofProject(project.id)).toEqual(new Set([id]))
      expect(known.projectsOf(id)).toEqual([project.id])
    })
  })

  it('end a session on both when the person is disabled on one', async () => {
    const caller = await as(here, administrator)
    const { id } = await here.dispatcher.call(createPerson, caller, {
      body: { account: 'leaver', name: '离职', kind: 'internal', password: 'a good password' },
    })
    await vi.waitFor(() => expect(there.kernel.get(people).find(id)).toBeDefined())
    const signedIn = await there.app.inject({
      method: 'POST',
      url: '/api/auth/login',
      payload: { account: 'leaver', password: 'a good password' },
    })
    const cookie = [signedIn.headers['set-cookie']]
      .flat()
      .map((value) => String(value).split(';')[0])
      .join('; ')
    const asks = async () => (await there.app.inject({ url: '/api/me', headers: { cookie } })).statusCode
    expect(await asks()).toBe(200)
    await here.dispatcher.call(changePerson, caller, { params: { id }, body: { disabled: true } })
    await vi.waitFor(async () => expect(await asks()).toBe(401))
  })

  it('see a changed matrix on both', async () => {
    const caller = await as(here, administrator)
    const { id: roleId } = (await here.dispatcher.call(listRoles, caller, { query: {} })).items.find(({ key }) => key === 'marketing')!
    await here.dispatcher.call(changeMatrix, caller, { body: { changes: [{ roleId, permission: 'people.manage', scope: 'all' }] } })
    await vi.waitFor(async () => {
      const { cells } = await there.dispatcher.call(getMatrix, await as(there, administrator), {})
      expect(cells[roleId]).toMatchObject({ 'people.manage': 'all' })
    })
  })
})

describe.each(['sqlite', 'postgresql'] as const)('a restart on %s', (kind) => {
  it('keeps what an administrator changed, and gives no preset twice', async () => {
    const place = await testPlace(kind)
    const secret = randomBytes(32).toString('base64url')
    const first = await start(place, secret)
    const { id } = await first.dispatcher.call(
      setUp,
      { access: undefined },
      { body: { account: 'admin', name: '管理员', password: 'correct horse' } },
    )
    const { id: roleId } = (await first.dispatcher.call(listRoles, await as(first, id), { query: {} })).items.find(
      ({ key }) => key === 'marketing',
    )!
    await first.dispatcher.call(changeMatrix, await as(first, id), {
      body: { changes: [{ roleId, permission: 'people.read', scope: 'none' }] },
    })
    await first.stop()
    const second = await start(place, secret)
    const { cells } = await second.dispatcher.call(getMatrix, await as(second, id), {})
    expect(cells[roleId]).not.toHaveProperty('people.read')
    expect((await second.dispatcher.call(readMe, await as(second, id), {})).grants).toMatchObject({ 'access.manage': 'all' })
    await second.stop()
    await place.remove()
  })

  it('makes the demo company once, quickly, with one password for all', async () => {
    const place = await testPlace(kind)
    const platform = await start(place, randomBytes(32).toString('base64url'))
    const failed = vi.fn<(pluginId: string, error: unknown) => void>()
    const made = await createDemo({ ...platform, password: undefined, failed })
    expect(failed).not.toHaveBeenCalled()
    expect(made!.accounts).toHaveLength(25)
    expect(made!.accounts).toContainEqual({ account: 'chensiqi', name: '陈思齐', role: '部门负责人', place: '产品中心' })
    for (const account of ['admin', 'chensiqi', 'dingwen']) {
      const answer = await platform.app.inject({ method: 'POST', url: '/api/auth/login', payload: { account, password: made!.password } })
      expect(answer.statusCode).toBe(200)
    }
    expect(await createDemo({ ...platform, password: undefined, failed })).toBeUndefined()
    await platform.stop()
    await place.remove()
  })
})
