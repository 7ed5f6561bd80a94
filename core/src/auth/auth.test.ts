import type { TestHost, TestResponse } from '@liaison/sdk/testing'
import { aHost } from '@liaison/sdk/testing'
import { once } from 'node:events'
import { WebSocket } from 'ws'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const password = 'correct horse battery'
const began = '2026-03-02T08:00:00.000Z'

/** The cookies of an answer, as the browser sends them back. */
const cookiesOf = ({ headers }: TestResponse): string =>
  [headers['set-cookie'] ?? []]
    .flat()
    .map((cookie) => String(cookie).split(';')[0])
    .join('; ')

describe.each(['sqlite', 'postgresql'] as const)('sign-in on %s', (database) => {
  let host: TestHost
  beforeAll(async () => {
    host = await aHost([], { database, now: began })
  })
  afterAll(() => host.stop())

  const signIn = (account: string, given = password, headers = {}) =>
    host.http('POST', '/api/auth/login', { body: { account, password: given }, headers })
  async function signedIn(account: string) {
    const person = await host.person({ account, password })
    const cookie = cookiesOf(await signIn(account))
    const asked = (method: string, url: string, body?: unknown) =>
      host.http(method, url, { headers: { cookie }, ...(body !== undefined && { body }) })
    return { person, cookie, asked }
  }

  it('answers the person and a cookie that no script can read', async () => {
    await host.person({ account: 'lin', name: '林志远', password })
    const answer = await signIn('LIN')
    expect(answer).toMatchObject({ status: 200, body: { person: { account: 'lin', name: '林志远' } } })
    expect([answer.headers['set-cookie']].flat()[0]).toMatch(
      /^liaison_session=[\w-]{43}; Path=\/; Max-Age=1209600; HttpOnly; SameSite=Lax$/,
    )
  })

  it('answers the same to a wrong password, an unknown account and a disabled person', async () => {
    const administrator = await host.person({ roles: ['administrator'] })
    const gone = await host.person({ account: 'gone', password })
    await administrator.http('PATCH', `/api/directory/people/${gone.id}`, { body: { disabled: true } })
    await host.person({ account: 'here', password })
    const answers = await Promise.all([signIn('here', 'wrong'), signIn('nobody'), signIn('gone')])
    const withoutTrace = answers.map(({ status, body }) => ({ status, ...(body as object), traceId: '' }))
    expect(withoutTrace[0]).toMatchObject({ status: 401, type: 'urn:liaison:problem:auth/wrong-credentials' })
    expect(withoutTrace[1]).toEqual(withoutTrace[0])
    expect(withoutTrace[2]).toEqual(withoutTrace[0])
  })

  it('waits after five failures, but lets the owner in where he has signed in before', async () => {
    const { cookie } = await signedIn('victim')
    for (let time = 0; time < 5; time += 1) await signIn('victim', 'wrong')
    const refused = await signIn('victim')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect((await signIn('victim', password, { cookie })).status).toBe(200)
  })

  it('lets any number of right passwords in at once, and of wrong ones only a few', async () => {
    await host.person({ account: 'crowd', password })
    const right = await Promise.all(Array.from({ length: 70 }, () => signIn('crowd')))
    expect(new Set(right.map(({ status }) => status))).toEqual(new Set([200]))
    const wrong = await Promise.all(Array.from({ length: 30 }, () => signIn('crowd', 'wrong')))
    expect(wrong.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(6)
    expect(wrong.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(24)
  })

  it('ends the session that the browser had before', async () => {
    const { cookie, asked } = await signedIn('rotating')
    const next = cookiesOf(await signIn('rotating', password, { cookie }))
    expect(next.split(';')[0]).not.toBe(cookie.split(';')[0])
    expect((await asked('GET', '/api/me')).status).toBe(401)
  })

  it('ends with sign-out', async () => {
    const { asked } = await signedIn('leaving')
    expect((await asked('POST', '/api/auth/logout')).status).toBe(204)
    expect((await asked('GET', '/api/me')).status).toBe(401)
  })

  it('lists one’s sessions and ends one of them, never somebody else’s', async () => {
    const { asked } = await signedIn('two-devices')
    const other = cookiesOf(await signIn('two-devices'))
    const { items } = (await asked('GET', '/api/me/sessions')).body as { items: { id: string; current: boolean }[] }
    expect(items.map(({ current }) => current).toSorted()).toEqual([false, true])
    const otherId = items.find(({ current }) => !current)!.id
    const stranger = await signedIn('stranger')
    expect((await stranger.asked('DELETE', `/api/me/sessions/${otherId}`)).status).toBe(404)
    expect((await asked('DELETE', `/api/me/sessions/${otherId}`)).status).toBe(204)
    expect((await host.http('GET', '/api/me', { headers: { cookie: other } })).status).toBe(401)
    expect((await asked('GET', '/api/me')).status).toBe(200)
  })

  it('changes the password with the current one and ends the other sessions', async () => {
    const { asked } = await signedIn('changing')
    const other = cookiesOf(await signIn('changing'))
    expect((await asked('PUT', '/api/me/password', { current: 'wrong', next: 'another one' })).body).toMatchObject({
      status: 403,
      type: 'urn:liaison:problem:auth/wrong-password',
    })
    expect((await asked('PUT', '/api/me/password', { current: password, next: 'short' })).status).toBe(400)
    expect((await asked('PUT', '/api/me/password', { current: password, next: 'another one' })).status).toBe(204)
    expect((await host.http('GET', '/api/me', { headers: { cookie: other } })).status).toBe(401)
    expect((await asked('GET', '/api/me')).status).toBe(200)
    expect((await signIn('changing', 'another one')).status).toBe(200)
  })

  it('ends after twelve hours without use, but not while it is used', async () => {
    const { asked } = await signedIn('idle')
    const hours = 3_600_000
    host.clock.advance(11 * hours)
    expect((await asked('GET', '/api/me')).status).toBe(200)
    host.clock.advance(11 * hours)
    expect((await asked('GET', '/api/me')).status).toBe(200)
    host.clock.advance(12 * hours)
    expect((await asked('GET', '/api/me')).status).toBe(401)
  })

  it('ends after fourteen days, used or not', async () => {
    const { asked } = await signedIn('long')
    for (let half = 0; half < 27; half += 1) {
      host.clock.advance(11.9 * 3_600_000)
      await asked('GET', '/api/me')
    }
    expect((await asked('GET', '/api/me')).status).toBe(200)
    host.clock.advance(11.9 * 3_600_000)
    await asked('GET', '/api/me')
    host.clock.advance(11.9 * 3_600_000)
    expect((await asked('GET', '/api/me')).status).toBe(401)
  })

  describe('API tokens', () => {
    it('act for their owner, narrowed to their permissions, and are shown once', async () => {
      const owner = await host.person({ account: 'owner', password, roles: ['general-manager'] })
      const cookie = cookiesOf(await signIn('owner'))
      const made = await host.http('POST', '/api/auth/tokens', { headers: { cookie }, body: { name: 'CI', permissions: ['people.read'] } })
      expect(made.status).toBe(201)
      const { id, token } = made.body as { id: string; token: string }
      const bearer = { authorization: `Bearer ${token}` }
      expect((await host.http('GET', '/api/me', { headers: bearer })).body).toMatchObject({
        id: owner.id,
        grants: { 'people.read': 'all' },
      })
      expect((await host.http('GET', '/api/directory/people', { headers: bearer })).status).toBe(200)
      expect((await host.http('GET', '/api/projects', { headers: bearer })).status).toBe(403)
      const listed = await host.http('GET', '/api/auth/tokens', { headers: { cookie } })
      expect(listed.body).toMatchObject({ items: [{ id, name: 'CI', permissions: ['people.read'] }] })
      expect(listed.text).not.toContain(token)
      expect((await host.http('DELETE', `/api/auth/tokens/${id}`, { headers: { cookie } })).status).toBe(204)
      expect((await host.http('GET', '/api/me', { headers: bearer })).status).toBe(401)
    })

    it('cannot make tokens, change the password or see sessions', async () => {
      const { asked } = await signedIn('careful')
      const { token } = (await asked('POST', '/api/auth/tokens', { name: 'CI' })).body as { token: string }
      const headers = { authorization: `Bearer ${token}` }
      const tries = await Promise.all([
        host.http('POST', '/api/auth/tokens', { headers, body: { name: 'second' } }),
        host.http('PUT', '/api/me/password', { headers, body: { current: password, next: 'something else' } }),
        host.http('GET', '/api/me/sessions', { headers }),
      ])
      expect(tries.map(({ status }) => status)).toEqual([403, 403, 403])
    })

    it('end when they say', async () => {
      const { asked } = await signedIn('expiring')
      const expiresAt = new Date(host.clock.now().getTime() + 60_000).toISOString()
      const { token } = (await asked('POST', '/api/auth/tokens', { name: 'CI', expiresAt })).body as { token: string }
      const headers = { authorization: `Bearer ${token}` }
      expect((await host.http('GET', '/api/me', { headers })).status).toBe(200)
      host.clock.advance(60_000)
      expect((await host.http('GET', '/api/me', { headers })).status).toBe(401)
    })

    it('must end later than now, and name permissions that exist', async () => {
      const { asked } = await signedIn('sloppy')
      const past = await asked('POST', '/api/auth/tokens', { name: 'CI', expiresAt: '2020-01-01T00:00:00Z' })
      expect(past.body).toMatchObject({ status: 400, errors: [{ pointer: '/body/expiresAt' }] })
      const unknown = await asked('POST', '/api/auth/tokens', { name: 'CI', permissions: ['people.read', 'no.such'] })
      expect(unknown.body).toMatchObject({ status: 400, errors: [{ pointer: '/body/permissions/1' }] })
    })
  })

  it('ends sessions, tokens and sockets of a person who is disabled, at once', async () => {
    const administrator = await host.person({ roles: ['administrator'] })
    const { person, cookie, asked } = await signedIn('dismissed')
    const { token } = (await asked('POST', '/api/auth/tokens', { name: 'CI' })).body as { token: string }
    expect((await administrator.http('PATCH', `/api/directory/people/${person.id}`, { body: { disabled: true } })).status).toBe(200)
    expect((await host.http('GET', '/api/me', { headers: { cookie } })).status).toBe(401)
    expect((await host.http('GET', '/api/me', { headers: { authorization: `Bearer ${token}` } })).status).toBe(401)
    await administrator.http('PATCH', `/api/directory/people/${person.id}`, { body: { disabled: false } })
    expect((await host.http('GET', '/api/me', { headers: { cookie } })).status).toBe(401)
    expect((await signIn('dismissed')).status).toBe(200)
  })

  it.each(['ends', 'is disabled'] as const)('cuts the sockets when the session %s', async (what) => {
    const administrator = await host.person({ roles: ['administrator'] })
    const { person, cookie, asked } = await signedIn(`socket-${what === 'ends' ? 'one' : 'two'}`)
    const origin = await host.listen()
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/api/realtime`, ['liaison.v1'], { headers: { cookie }, origin })
    await once(socket, 'open')
    const cut = once(socket, 'close')
    if (what === 'ends') await asked('POST', '/api/auth/logout')
    else await administrator.http('PATCH', `/api/directory/people/${person.id}`, { body: { disabled: true } })
    await cut
    expect(socket.readyState).toBe(WebSocket.CLOSED)
  })

  it('is refused with forged cookies and tokens', async () => {
    expect((await host.http('GET', '/api/me', { headers: { cookie: 'liaison_session=forged' } })).status).toBe(401)
    expect((await host.http('GET', '/api/me', { headers: { authorization: 'Bearer liaison_forged' } })).status).toBe(401)
  })
})

describe.each(['sqlite', 'postgresql'] as const)('setting up an empty installation on %s', (database) => {
  let host: TestHost
  beforeAll(async () => {
    host = await aHost([], { database })
  })
  afterAll(() => host.stop())

  it('makes the first administrator, signed in, once', async () => {
    expect((await host.http('GET', '/api/platform')).body).toMatchObject({ setupNeeded: true, modules: [] })
    const body = { account: 'first', name: '第一位管理员', password }
    const made = await host.http('POST', '/api/setup', { body })
    expect(made).toMatchObject({ status: 201, body: { account: 'first', kind: 'internal' } })
    const me = await host.http('GET', '/api/me', { headers: { cookie: cookiesOf(made) } })
    expect(me.body).toMatchObject({
      account: 'first',
      grants: { 'access.manage': 'all', 'people.manage': 'all', 'people.read': 'all', 'projects.manage': 'all' },
    })
    expect((await host.http('GET', '/api/platform')).body).toMatchObject({ setupNeeded: false })
    expect((await host.http('POST', '/api/setup', { body: { ...body, account: 'second' } })).status).toBe(404)
  })
})
