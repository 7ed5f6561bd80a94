import {
  deletePersonToken,
  endPersonSession,
  endPersonSessions,
  listAudit,
  listPersonSessions,
  listPersonTokens,
} from '@liaison/sdk/platform'
import type { TestHost, TestPerson } from '@liaison/sdk/testing'
import { aHost } from '@liaison/sdk/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const password = 'a long and good one'

describe.each(['sqlite', 'postgresql'] as const)('where others are signed in, on %s', (database) => {
  let host: TestHost
  let administrator: TestPerson
  let department: { id: string }
  let count = 0
  beforeAll(async () => {
    host = await aHost([], { database })
    administrator = await host.person({ roles: ['administrator'] })
    department = await host.department()
  })
  afterAll(() => host.stop())

  async function someone() {
    const person = await host.person({ account: `someone-${++count}`, password, departments: [department] })
    const signIn = async (agent: string) => {
      const body = { account: person.account, password }
      const answer = await host.http('POST', '/api/auth/login', { body, headers: { 'user-agent': agent } })
      const cookie = [answer.headers['set-cookie']]
        .flat()
        .map((value) => String(value).split(';')[0])
        .join('; ')
      return (method: string, url: string, given?: unknown) =>
        host.http(method, url, { headers: { cookie, 'sec-fetch-site': 'same-origin' }, ...(given !== undefined && { body: given }) })
    }
    return { params: { personId: person.id }, first: await signIn('Firefox'), second: await signIn('Phone') }
  }
  const devices = async (params: { personId: string }) =>
    (await administrator.does(listPersonSessions, { params, query: {} })).items.map(({ userAgent }) => userAgent)

  it('is shown with device, address and last use', async () => {
    const { params } = await someone()
    const { items } = await administrator.does(listPersonSessions, { params, query: {} })
    expect(items).toMatchObject([
      { userAgent: 'Phone', address: '127.0.0.1', current: false, lastSeenAt: expect.any(String) },
      { userAgent: 'Firefox' },
    ])
  })

  it('one session ends, the other goes on, and it is in the audit trail', async () => {
    const { params, first, second } = await someone()
    const { items } = await administrator.does(listPersonSessions, { params, query: {} })
    const sessionId = items.find(({ userAgent }) => userAgent === 'Phone')!.id
    await administrator.does(endPersonSession, { params: { ...params, sessionId } })
    expect((await second('GET', '/api/me')).status).toBe(401)
    expect((await first('GET', '/api/me')).status).toBe(200)
    expect(await devices(params)).toEqual(['Firefox'])
    const trail = await administrator.does(listAudit, { query: { action: 'auth.endPersonSession', resource: `core_session:${sessionId}` } })
    expect(trail.items).toHaveLength(1)
    await expect(administrator.does(endPersonSession, { params: { ...params, sessionId } })).rejects.toMatchObject({ type: 'not-found' })
  })

  it('tokens are listed without their secret and end one by one', async () => {
    const { params, first } = await someone()
    const { token } = (await first('POST', '/api/auth/tokens', { name: '脚本' })).body as { token: string }
    const { items } = await administrator.does(listPersonTokens, { params, query: {} })
    expect(items).toMatchObject([{ name: '脚本', permissions: null }])
    await administrator.does(deletePersonToken, { params: { ...params, tokenId: items[0]!.id } })
    expect((await host.http('GET', '/api/me', { headers: { authorization: `Bearer ${token}` } })).status).toBe(401)
  })

  it('everything ends at once', async () => {
    const { params, first } = await someone()
    await first('POST', '/api/auth/tokens', { name: '脚本' })
    await administrator.does(endPersonSessions, { params })
    expect(await devices(params)).toEqual([])
    expect((await administrator.does(listPersonTokens, { params, query: {} })).items).toEqual([])
    expect((await first('GET', '/api/me')).status).toBe(401)
  })

  it('is for those who manage the person, and hold no less than he does', async () => {
    const { params } = await someone()
    const grants = { 'people.manage': 'department-tree', 'people.read': 'all' } as const
    const head = await host.person({ departments: [department], grants })
    expect((await head.does(listPersonSessions, { params, query: {} })).items).toHaveLength(2)
    const other = await host.person({ departments: [await host.department()], grants })
    for (const call of [
      () => other.does(listPersonSessions, { params, query: {} }),
      () => other.does(listPersonTokens, { params, query: {} }),
      () => other.does(endPersonSessions, { params }),
    ])
      await expect(call()).rejects.toMatchObject({ type: 'forbidden' })
    const boss = await host.person({ departments: [department], roles: ['administrator'] })
    await expect(head.does(endPersonSessions, { params: { personId: boss.id } })).rejects.toMatchObject({ type: 'forbidden' })
    const unknown = { params: { personId: '01900000-0000-7000-8000-000000000000' }, query: {} }
    await expect(administrator.does(listPersonSessions, unknown)).rejects.toMatchObject({ type: 'not-found' })
  })
})
