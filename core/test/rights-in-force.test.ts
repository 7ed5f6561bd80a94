import { randomBytes } from 'node:crypto'
import { type Scope, setUp } from '@liaison/sdk'
import { changeMatrix, createPerson, createRole } from '@liaison/sdk/platform'
import type { TestSocket } from '@liaison/sdk/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createLogger } from '../src/kernel/logger.ts'
import { type Platform, startPlatform } from '../src/platform.ts'
import { testPlace, type TestPlace } from '../src/testing/test-database.ts'
import { TestRows } from '../src/testing/test-rows.ts'
import { bearerOf, withTestSessions } from '../src/testing/test-sessions.ts'
import { openSocket } from '../src/testing/test-socket.ts'
import { plantedPlugin } from './leak/planted-plugin.ts'

function start({ folder, databaseUrl }: TestPlace, secret: string): Promise<Platform> {
  return startPlatform({
    configuration: {
      ...{ name: 'Liaison', host: '127.0.0.1', port: 0, data: folder, databaseUrl, publicUrl: undefined, secret, trustProxy: false },
      ...{ rateLimit: 'off', logLevel: 'silent', demo: false, demoPassword: undefined, plugins: [], folder },
    },
    plugins: [{ definition: plantedPlugin, builtIn: false }],
    logger: createLogger('silent'),
    sessions: withTestSessions,
    pages: false,
  })
}

/** One server on SQLite, two on the same PostgreSQL: what is decided on the first is in force on the last. */
describe.each([
  ['a server on sqlite', 'sqlite', 1],
  ['two servers on one postgresql', 'postgresql', 2],
] as const)('a changed cell of the matrix, on %s', (name, kind, servers) => {
  let place: TestPlace
  let platforms: readonly Platform[]
  let addresses: readonly string[]
  let administrator: string
  let person: string
  let roleId: string
  let note: string
  const sockets: TestSocket[] = []

  beforeAll(async () => {
    place = await testPlace(kind)
    const secret = randomBytes(32).toString('base64url')
    platforms = await Promise.all(Array.from({ length: servers }, () => start(place, secret)))
    addresses = await Promise.all(platforms.map((platform) => platform.listen()))
    const [here] = platforms as [Platform]
    const body = { account: 'admin', name: '管理员', password: 'correct horse' }
    administrator = (await here.dispatcher.call(setUp, { access: undefined }, { body })).id
    roleId = (await here.dispatcher.call(createRole, await asAdministrator(), { body: { name: '读者' } })).id
    const reader = { account: 'reader', name: '赵启航', kind: 'internal' as const, roleIds: [roleId] }
    person = (await here.dispatcher.call(createPerson, await asAdministrator(), { body: reader })).id
    const foreign = { ownerId: administrator, projectId: null, departmentId: null, words: '别人的笔记' }
    note = await new TestRows(here).store('plant_note', foreign)
  })
  beforeEach(async () => {
    const known = heardByAll()
    await give('all')
    await known
  })
  afterAll(async () => {
    for (const socket of sockets) await socket.close()
    for (const platform of platforms) await platform.stop()
    await place.remove()
  })

  const asAdministrator = async () => ({ access: await platforms[0]!.access.get(administrator) })
  const give = async (scope: Scope) =>
    platforms[0]!.dispatcher.call(changeMatrix, await asAdministrator(), {
      body: { changes: [{ roleId, permission: 'plant.read', scope }] },
    })
  /** Resolves when every server has heard that rights have changed. */
  const heardByAll = () =>
    Promise.all(
      platforms.map(
        (platform) =>
          new Promise<void>((resolve) => {
            const stop = platform.access.onChange(() => {
              stop()
              resolve()
            })
          }),
      ),
    )
  const headers = () => ({ authorization: `Bearer ${bearerOf(person)}` })
  const asksOn = (platform: Platform) => platform.app.inject({ url: `/api/plant/honest/notes/${note}`, headers: headers() })
  const statuses = async () => Promise.all(platforms.map(async (platform) => (await asksOn(platform)).statusCode))
  async function listening(): Promise<readonly TestSocket[]> {
    const opened = await Promise.all([...addresses, ...addresses].map((address) => openSocket(address, headers())))
    sockets.push(...opened)
    for (const socket of opened) await socket.subscribe(`plant.honest:${note}`)
    return opened
  }

  it('ends what every open socket listens to, on each connection and server', async () => {
    const open = await listening()
    const ended = open.map((socket) => socket.next({ type: 'problem', topic: `plant.honest:${note}` }))
    await give('own')
    const since = performance.now()
    const took = await Promise.all(
      ended.map(async (problem) => {
        expect(await problem).toMatchObject({ problem: { status: 404 } })
        return performance.now() - since
      }),
    )
    process.stdout.write(
      `${name}: a changed cell ended ${took.length} subscriptions within ${Math.max(...took).toFixed(1)} ms of its answer\n`,
    )
  })

  it.each([
    ['own', 404],
    ['none', 403],
  ] as const)('decides the next request everywhere: "%s" answers %i', async (scope, status) => {
    expect(await statuses()).toEqual(platforms.map(() => 200))
    const heard = heardByAll()
    await give(scope)
    const since = performance.now()
    // whoever made the change sees it at once
    expect((await asksOn(platforms[0]!)).statusCode).toBe(status)
    await heard
    const took = performance.now() - since
    expect(await statuses()).toEqual(platforms.map(() => status))
    process.stdout.write(`${name}: "${scope}" was in force on ${servers} after ${took.toFixed(1)} ms\n`)
  })

  it('lets in again as soon as it is given back', async () => {
    const heard = heardByAll()
    await give('none')
    await heard
    const again = heardByAll()
    await give('all')
    await again
    expect(await statuses()).toEqual(platforms.map(() => 200))
  })
})
