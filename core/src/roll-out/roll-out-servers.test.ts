import { randomBytes } from 'node:crypto'
import { readMe, setUp } from '@liaison/sdk'
import { changeModule, createPerson, listModules } from '@liaison/sdk/platform'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLogger } from '../kernel/logger.ts'
import { type Platform, startPlatform } from '../platform.ts'
import { testPlace, type TestPlace } from '../testing/test-database.ts'
import { notes } from './roll-out-sample.ts'
import { useCounter } from './use-counter.ts'

const start = ({ folder, databaseUrl }: TestPlace, secret: string, clock: { now(): Date }): Promise<Platform> =>
  startPlatform({
    configuration: {
      ...{ name: 'Liaison', host: '127.0.0.1', port: 0, data: folder, databaseUrl, publicUrl: undefined, secret, trustProxy: false },
      ...{ rateLimit: 'off', logLevel: 'silent', demo: false, demoPassword: undefined, plugins: [], folder },
    },
    logger: createLogger('silent'),
    pages: false,
    clock,
    plugins: [{ definition: notes, builtIn: false }],
  })

describe('the roll-out on two servers with one PostgreSQL', () => {
  let at = new Date('2026-11-24T08:00:00.000Z')
  const clock = { now: () => new Date(at) }
  let place: TestPlace
  let here: Platform
  let there: Platform
  let admin: string
  let lin: string

  beforeAll(async () => {
    place = await testPlace('postgresql')
    const secret = randomBytes(32).toString('base64url')
    here = await start(place, secret, clock)
    there = await start(place, secret, clock)
    const account = { account: 'admin', name: '管理员', password: 'correct horse battery' }
    admin = (await here.dispatcher.call(setUp, { access: undefined }, { body: account })).id
    const body = { account: 'lin', name: '林志远', kind: 'internal' as const, departmentIds: [], roleIds: [] }
    lin = (await here.dispatcher.call(createPerson, await as(here, admin), { body })).id
  })
  afterAll(async () => {
    await Promise.all([here.stop(), there.stop()])
    await place.remove()
  })

  const as = async (platform: Platform, personId: string) => ({ access: await platform.access.get(personId) })
  const modules = async (platform: Platform) => (await platform.dispatcher.call(readMe, await as(platform, lin), {})).modules
  const roll = async (from: string) => {
    const steps = [{ audience: { kind: 'people' as const, personIds: [lin] }, from }]
    await here.dispatcher.call(changeModule, await as(here, admin), { params: { key: 'notes' }, body: { steps } })
  }

  it('changes on the other one with the commit', async () => {
    expect(await modules(there)).toEqual(['notes'])
    await roll('2026-11-25T08:00:00.000Z')
    expect(await modules(here)).toEqual([])
    await expect.poll(() => modules(there)).toEqual([])
  })

  it('begins on both by the clock, without a word between them', async () => {
    at = new Date('2026-11-25T07:59:59.999Z')
    expect([await modules(here), await modules(there)]).toEqual([[], []])
    at = new Date('2026-11-25T08:00:00.000Z')
    expect([await modules(here), await modules(there)]).toEqual([['notes'], ['notes']])
  })

  it('counts somebody who works on both once', async () => {
    const [one, other] = [here.kernel.get(useCounter), there.kernel.get(useCounter)]
    const used = { plugin: { definition: notes }, featureKey: undefined }
    for (const counter of [one, other]) for (let person = 0; person < 5; person++) counter.used(`person-${person}`, used)
    await Promise.all([one.flush(), other.flush()])
    await here.dispatcher.call(changeModule, await as(here, admin), { params: { key: 'notes' }, body: { steps: null } })
    const { items } = await there.dispatcher.call(listModules, await as(there, admin), {})
    // two people are too few to be told of
    expect(items[0]).toMatchObject({ reach: { people: 2 }, use: null })
    const rows = await there.db.read.all('select person_id from core_module_use', [])
    expect(rows.length).toBe(5)
  })
})
