import { notFound } from '@liaison/sdk'
import type { TestPerson, TestResponse } from '@liaison/sdk/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { discover } from '../src/kernel/discovery.ts'
import { type CoreTestHost, startTestHost } from '../src/testing/index.ts'
import { rightRequests, type TestRequest, wrongRequests } from './input/request-arbitrary.ts'

const root = new URL('../..', import.meta.url).pathname
const found = await discover([{ source: '@liaison/plugin-im', optional: false, settings: {} }], root)
const plugins = found.map(({ definition }) => definition)
// the list of tests is made before a host stands
const sample = await startTestHost(plugins)
const operations = [...sample.platform.kernel.bound.values()].map(({ binding }) => binding.operation)
const permissions = [...sample.platform.kernel.plugins.values()]
  .flatMap(({ definition }) => definition.permissions ?? [])
  .map(({ key }) => key as string)
await sample.stop()

const send = (person: Pick<TestPerson, 'http'>, { method, url, body }: TestRequest): Promise<TestResponse> => {
  const raw = (body as { '~raw'?: string } | null | undefined)?.['~raw']
  const headers = { 'content-type': 'application/json' }
  return person.http(method, url, body === undefined ? {} : { body: raw ?? JSON.stringify(body), headers })
}

/** How many rows each table has; the trail of refusals grows by design, and schedules plan by the clock. */
async function rowsOf({ platform: { db } }: CoreTestHost): Promise<Record<string, number>> {
  const names =
    db.dialect === 'sqlite'
      ? await db.read.all("select name from sqlite_master where type = 'table' and name not like 'sqlite%'", [])
      : await db.read.all("select tablename as name from pg_tables where schemaname = 'public'", [])
  const counts: Record<string, number> = {}
  for (const { name } of names) {
    if (String(name).startsWith('core_audit') || name === 'core_job') continue
    const [row] = await db.read.all(`select count(*) as count from ${String(name)}`, [])
    counts[String(name)] = Number(row!['count'])
  }
  return counts
}

describe('wrong input', () => {
  let host: CoreTestHost
  let holder: TestPerson
  beforeAll(async () => {
    host = await startTestHost(plugins)
    holder = await host.person({ roles: ['administrator'], grants: Object.fromEntries(permissions.map((key) => [key, 'all' as const])) })
  })
  afterAll(() => host.stop())

  it.each(operations.map((operation) => [operation.id, operation] as const))(
    'of %s is a problem that says so, and nothing is stored',
    async (_id, operation) => {
      const before = await rowsOf(host)
      await fc.assert(
        fc.asyncProperty(wrongRequests(operation), async (request) => {
          const { status, headers, body } = await send(holder, request)
          expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
          expect({ status, body }).toEqual({ status: status === 413 ? 413 : 400, body })
          expect(body).toMatchObject({
            type: expect.stringMatching(/^urn:liaison:problem:/),
            title: expect.any(String),
            status,
            traceId: expect.any(String),
          })
        }),
        { numRuns: 200 },
      )
      expect(await rowsOf(host)).toEqual(before)
    },
  )
})

describe.each(['sqlite', 'postgresql'] as const)('input that is right in form, of things that are not there, on %s', (database) => {
  let host: CoreTestHost
  let holder: TestPerson
  beforeAll(async () => {
    host = await startTestHost(plugins, { database })
    holder = await host.person({ grants: Object.fromEntries(permissions.map((key) => [key, 'all' as const])) })
  })
  afterAll(() => host.stop())

  it.each(operations.map((operation) => [operation.id, operation] as const))('never breaks %s', async (_id, operation) => {
    await fc.assert(
      fc.asyncProperty(rightRequests(operation), async (request) => {
        const { status, text } = await send(holder, request)
        expect({ isBroken: status >= 500, text }).toEqual({ isBroken: false, text })
      }),
      { numRuns: 25 },
    )
  })
})

describe('a stranger', () => {
  let host: CoreTestHost
  beforeAll(async () => {
    host = await startTestHost(plugins)
  })
  afterAll(() => host.stop())
  const guarded = operations.filter(({ access }) => access !== 'public').map((operation) => [operation.id, operation] as const)

  it.each(guarded)('who has not signed in is asked to before %s', async (_id, operation) => {
    const [request] = fc.sample(rightRequests(operation), 1)
    expect(await send(host, request!)).toMatchObject({ status: 401, body: { type: 'urn:liaison:problem:sign-in-needed' } })
  })

  it.each(guarded.filter(([, { permission }]) => permission !== undefined))(
    'who holds no permission is refused %s',
    async (_id, operation) => {
      const nobody = await host.person({ external: true })
      const [request] = fc.sample(rightRequests(operation), 1)
      const { status, body } = await send(nobody, request!)
      expect([403, notFound.status]).toContain(status)
      expect(body).toMatchObject({ type: expect.stringMatching(/^urn:liaison:problem:/) })
    },
  )
})
