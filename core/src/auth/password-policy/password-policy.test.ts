import type { SignInPolicy } from '@liaison/sdk/platform'
import type { TestPerson } from '@liaison/sdk/testing'
import { once } from 'node:events'
import { WebSocket } from 'ws'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type CoreTestHost, startTestHost } from '../../testing/start-test-host.ts'
import { TestBrowser } from '../../testing/test-browser.ts'
import { codeOf, stepAt } from '../second-factor/one-time-code.ts'

const password = 'correct horse battery'
const day = 86_400_000
const usual: Omit<SignInPolicy, 'version'> = {
  password: { minLength: 10, remembersLast: 0, maxAgeDays: null },
  secondFactor: { required: 'nobody', roleIds: [], from: null },
}

describe.each(['sqlite', 'postgresql'] as const)('how people sign in on %s', (database) => {
  let host: CoreTestHost
  let administrator: TestPerson
  beforeAll(async () => {
    host = await startTestHost([], { database, now: '2026-03-02T08:00:00.000Z' })
    administrator = await host.person({ account: 'root', roles: ['administrator'] })
  })
  afterEach(() => put({}))
  afterAll(() => host.stop())

  async function put(change: { password?: object; secondFactor?: object }) {
    const body = { password: { ...usual.password, ...change.password }, secondFactor: { ...usual.secondFactor, ...change.secondFactor } }
    return administrator.http('PUT', '/api/auth/policy', { body })
  }
  async function signedIn(account: string) {
    const person = await host.person({ account, name: '林志远', password })
    const browser = new TestBrowser(host)
    expect((await browser.signIn(account, password)).status).toBe(200)
    const change = (next: string, current = password) => browser.http('PUT', '/me/password', { current, next })
    return { person, browser, change }
  }
  const reset = (person: { id: string }, way: string, by = administrator) =>
    by.http('POST', `/api/directory/people/${person.id}/password-reset`, { body: { way } })

  describe('the policy', () => {
    it('is read and changed by those who manage sign-in, and by nobody else', async () => {
      const body = (await administrator.http('GET', '/api/auth/policy')).body as SignInPolicy
      expect(body).toMatchObject(usual)
      const person = await host.person({ grants: { 'people.manage': 'all' } })
      expect((await person.http('GET', '/api/auth/policy')).status).toBe(403)
      expect((await person.http('PUT', '/api/auth/policy', { body: usual })).status).toBe(403)
    })

    it('refuses roles that there are not, and a change over somebody else’s', async () => {
      const unknown = await put({ secondFactor: { required: 'roles', roleIds: [administrator.id] } })
      expect(unknown.body).toMatchObject({ status: 400, errors: [{ pointer: '/body/secondFactor/roleIds' }] })
      const { version } = (await put({})).body as SignInPolicy
      await put({ password: { minLength: 12 } })
      const late = await administrator.http('PUT', '/api/auth/policy', { body: usual, headers: { 'if-match': `"${version}"` } })
      expect(late.status).toBe(412)
      expect((await new TestBrowser(host).http('GET', '/auth/rules')).body).toEqual({ minLength: 12, forgotten: false })
    })
  })

  describe('a new password', () => {
    it('is refused with the rule that it breaks', async () => {
      const { change } = await signedIn('zhiyuan')
      const refusals = await Promise.all(['too short', 'qwertyuiop', 'zhiyuan123456', '林志远19900101'].map((next) => change(next)))
      expect(refusals.map(({ status, body }) => [status, body.type.split('/').at(-1)])).toEqual([
        [400, 'password-too-short'],
        [400, 'password-too-common'],
        [400, 'password-like-account'],
        [400, 'password-like-account'],
      ])
      expect(refusals[0]!.body).toMatchObject({ minLength: 10 })
    })

    it('follows the same rules where an administrator gives it', async () => {
      const body = { account: 'given', name: '新人', kind: 'internal', password: 'password123' }
      expect((await administrator.http('POST', '/api/directory/people', { body })).body).toMatchObject({
        status: 400,
        type: 'urn:liaison:problem:auth/password-too-common',
      })
      const person = await host.person({ account: 'changed', password })
      const change = await administrator.http('PATCH', `/api/directory/people/${person.id}`, { body: { password: 'changed-1234' } })
      expect(change).toMatchObject({ status: 400, body: { type: 'urn:liaison:problem:auth/password-like-account' } })
    })

    it('is none of the last ones, as many as the policy remembers', async () => {
      await put({ password: { remembersLast: 3 } })
      const { change } = await signedIn('remembering')
      const [second, third, fourth] = ['staple battery horse', 'purple monkey dishes', 'yellow window basket']
      expect((await change(password)).body.type).toMatch(/used-before$/)
      expect((await change(second)).status).toBe(204)
      expect((await change(third, second)).status).toBe(204)
      expect((await change(password, third)).body).toMatchObject({ type: 'urn:liaison:problem:auth/password-used-before', last: 3 })
      expect((await change(fourth, third)).status).toBe(204)
      expect((await change(password, fourth)).status).toBe(204)
    })
  })

  describe('a password that is too old', () => {
    it('signs in to nothing but its change', async () => {
      const { browser, change } = await signedIn('old')
      await put({ password: { maxAgeDays: 90 } })
      host.clock.advance(89 * day)
      expect((await browser.signIn('old', password)).status).toBe(200)
      expect((await browser.http('GET', '/me/sessions')).status).toBe(200)
      host.clock.advance(day)
      expect((await browser.signIn('old', password)).status).toBe(200)
      expect((await browser.http('GET', '/me/sessions')).body).toMatchObject({
        status: 403,
        type: 'urn:liaison:problem:auth/password-change-needed',
      })
      expect((await browser.http('GET', '/platform')).body).toMatchObject({ signedIn: true, duty: 'password', modules: [] })
      expect((await change(password)).body.type).toMatch(/used-before$/)
      expect((await change('staple battery horse')).status).toBe(204)
      expect((await browser.http('GET', '/me/sessions')).status).toBe(200)
    })
  })

  describe('a reset by an administrator', () => {
    it('gives a password for the next sign-in, which begins with choosing another one', async () => {
      const { person, browser } = await signedIn('reset')
      const { token } = (await browser.http('POST', '/auth/tokens', { name: 'CI' })).body as { token: string }
      const answer = await reset(person, 'password')
      const once = (answer.body as { password: string }).password
      expect(once).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/)
      expect((await browser.http('GET', '/me')).status).toBe(401)
      expect((await host.http('GET', '/api/me', { headers: { authorization: `Bearer ${token}` } })).status).toBe(401)
      expect((await browser.signIn('reset', password)).status).toBe(401)

      expect((await browser.signIn('reset', once)).status).toBe(200)
      const shut = await Promise.all([
        browser.http('GET', '/directory/people'),
        browser.http('GET', '/me/sessions'),
        browser.http('POST', '/auth/tokens', { name: 'CI' }),
        browser.http('POST', '/realtime/tickets'),
      ])
      expect(shut.map(({ status }) => status)).toEqual([403, 403, 403, 403])
      expect((await browser.http('PUT', '/me/password', { current: once, next: once })).status).toBe(400)
      expect((await browser.http('PUT', '/me/password', { current: once, next: 'staple battery horse' })).status).toBe(204)
      expect((await browser.http('GET', '/me/sessions')).status).toBe(200)
    })

    it('works for a week', async () => {
      const { person } = await signedIn('on-leave')
      const { password: once } = (await reset(person, 'password')).body as { password: string }
      host.clock.advance(7 * day - 1000)
      expect((await new TestBrowser(host).signIn('on-leave', once)).status).toBe(200)
      host.clock.advance(1000)
      expect((await new TestBrowser(host).signIn('on-leave', once)).status).toBe(401)
    })

    it('opens no socket before the new password', async () => {
      const { person } = await signedIn('socket')
      const { password: once } = (await reset(person, 'password')).body as { password: string }
      const answer = await host.http('POST', '/api/auth/login', { body: { account: 'socket', password: once } })
      const cookie = [answer.headers['set-cookie']]
        .flat()
        .map((line) => String(line).split(';')[0])
        .join('; ')
      const socket = new WebSocket(`${(await host.listen()).replace('http', 'ws')}/api/realtime`, { headers: { cookie } })
      const [error] = (await refusal(socket)) as [Error]
      expect(error.message).toContain('403')
    })

    it('hands over a link that sets a password once, within a day', async () => {
      const { person } = await signedIn('link')
      const { url } = (await reset(person, 'link')).body as { url: string }
      const code = url.slice(url.lastIndexOf('/') + 1)
      const browser = new TestBrowser(host)
      expect((await browser.signIn('link', password)).status).toBe(401)
      const state = await administrator.http('GET', `/api/directory/people/${person.id}/sign-in`)
      expect(state.body).toMatchObject({ password: 'none', passwordAt: null })
      expect((await browser.http('GET', `/auth/password-resets/${code}`)).body).toMatchObject({ account: 'link', name: '林志远' })
      expect((await browser.http('POST', `/auth/password-resets/${code}`, { password: 'password123' })).status).toBe(400)
      const both = await Promise.all(
        ['staple battery horse', 'purple monkey dishes'].map((chosen) =>
          browser.http('POST', `/auth/password-resets/${code}`, { password: chosen }),
        ),
      )
      expect(both.map(({ status }) => status).toSorted()).toEqual([204, 410])
      expect((await browser.http('GET', `/auth/password-resets/${code}`)).status).toBe(410)
      const old = ((await reset(person, 'link')).body as { url: string }).url
      host.clock.advance(day)
      expect((await browser.http('GET', `/auth/password-resets/${old.slice(old.lastIndexOf('/') + 1)}`)).status).toBe(410)
      const text = JSON.stringify(await host.platform.db.read.all('select * from core_password_reset', []))
      expect(text).not.toContain(code)
    })

    it('stays closed to those who hold less than the person, and says when there is no mail', async () => {
      const manager = await host.person({ grants: { 'people.read': 'all', 'people.manage': 'all' } })
      const { person } = await signedIn('helped')
      expect((await reset(administrator, 'password', manager)).status).toBe(403)
      expect((await reset(person, 'password', manager)).status).toBe(200)
      expect((await reset(person, 'password', person as TestPerson)).status).toBe(403)
      expect((await reset(person, 'mail')).body).toMatchObject({ type: 'urn:liaison:problem:auth/mail-missing' })
      expect((await new TestBrowser(host).http('POST', '/auth/password-resets', { account: 'helped' })).status).toBe(404)
    })

    it('shows how somebody signs in, and takes second factors away', async () => {
      const { person, browser } = await signedIn('lost-phone')
      await withApp(browser)
      const state = () => administrator.http('GET', `/api/directory/people/${person.id}/sign-in`)
      expect((await state()).body).toMatchObject({ password: 'own', authenticator: true, passkeys: 0, recoveryCodes: 10, mails: false })
      const remove = () => administrator.http('DELETE', `/api/directory/people/${person.id}/second-factor`)
      expect((await remove()).status).toBe(204)
      expect((await remove()).status).toBe(404)
      expect((await state()).body).toMatchObject({ authenticator: false, recoveryCodes: 0 })
      expect((await new TestBrowser(host).signIn('lost-phone', password)).status).toBe(200)
    })
  })

  async function withApp(browser: TestBrowser) {
    const { secret, challenge } = (await browser.http('POST', '/me/second-factor/authenticator/challenge', { password })).body
    const code = codeOf(secret, stepAt(host.clock.now()))
    return browser.http('POST', '/me/second-factor/authenticator', { challenge, code })
  }

  describe('a second factor that the company asks for', () => {
    it('leads those without one to its set-up, at once and for everything', async () => {
      const { browser } = await signedIn('without')
      await put({ secondFactor: { required: 'everybody' } })
      expect((await browser.http('GET', '/me/sessions')).body).toMatchObject({
        status: 403,
        type: 'urn:liaison:problem:auth/second-factor-set-up-needed',
      })
      expect((await browser.http('GET', '/platform')).body).toMatchObject({ duty: 'second-factor' })
      expect((await browser.http('PUT', '/me/password', { current: password, next: 'staple battery horse' })).status).toBe(403)
      expect((await withApp(browser)).status).toBe(200)
      expect((await browser.http('GET', '/me/sessions')).status).toBe(200)
    })

    it('begins at its date', async () => {
      const { browser } = await signedIn('in-time')
      const from = new Date(host.clock.now().getTime() + 3_600_000).toISOString()
      await put({ secondFactor: { required: 'everybody', from } })
      expect((await browser.http('GET', '/me/sessions')).status).toBe(200)
      host.clock.advance(3_600_000)
      expect((await browser.http('GET', '/me/sessions')).status).toBe(403)
    })

    it('is asked of the holders of some roles alone', async () => {
      const { items } = (await administrator.http('GET', '/api/access/roles')).body as { items: { id: string; key: string }[] }
      const head = items.find(({ key }) => key === 'department-head')!.id
      const one = await signedIn('head')
      await administrator.http('PATCH', `/api/directory/people/${one.person.id}`, { body: { roleIds: [head] } })
      const other = await signedIn('no-head')
      await put({ secondFactor: { required: 'roles', roleIds: [head] } })
      expect((await one.browser.http('GET', '/me/sessions')).status).toBe(403)
      expect((await other.browser.http('GET', '/me/sessions')).status).toBe(200)
      expect((await administrator.http('GET', '/api/auth/policy')).body).toMatchObject({ without: 1 })
    })

    it('ends a socket that is open', async () => {
      await signedIn('open-socket')
      const answer = await host.http('POST', '/api/auth/login', { body: { account: 'open-socket', password } })
      const cookie = [answer.headers['set-cookie']]
        .flat()
        .map((line) => String(line).split(';')[0])
        .join('; ')
      const socket = new WebSocket(`${(await host.listen()).replace('http', 'ws')}/api/realtime`, { headers: { cookie } })
      await once(socket, 'open')
      await put({ secondFactor: { required: 'everybody' } })
      socket.send(JSON.stringify({ type: 'call', id: 1, operation: 'auth.listSessions' }))
      const [closed] = (await once(socket, 'close')) as [number]
      expect(closed).toBe(4401)
    })

    it('leaves programs alone', async () => {
      const { browser } = await signedIn('programs')
      const { token } = (await browser.http('POST', '/auth/tokens', { name: 'CI' })).body as { token: string }
      await put({ secondFactor: { required: 'everybody' } })
      expect((await host.http('GET', '/api/me', { headers: { authorization: `Bearer ${token}` } })).status).toBe(200)
    })
  })
})

/** A refused upgrade is an error of the socket, which `once` throws for every other event. */
const refusal = (socket: WebSocket): Promise<unknown[]> => once(socket, 'error')
