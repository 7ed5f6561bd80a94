import { randomBytes } from 'node:crypto'
import { setUp } from '@liaison/sdk'
import { changeSignInPolicy } from '@liaison/sdk/platform'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createLogger } from '../kernel/logger.ts'
import { type Platform, startPlatform } from '../platform.ts'
import { testPlace, type TestPlace } from '../testing/test-database.ts'
import { TestBrowser } from '../testing/test-browser.ts'
import { codeOf, stepAt } from './second-factor/one-time-code.ts'

const password = 'correct horse battery'
const usual = {
  password: { minLength: 10, remembersLast: 0, maxAgeDays: null },
  secondFactor: { required: 'nobody' as const, roleIds: [], from: null },
}

const start = ({ folder, databaseUrl }: TestPlace, secret: string): Promise<Platform> =>
  startPlatform({
    configuration: {
      ...{ name: 'Liaison', host: '127.0.0.1', port: 0, data: folder, databaseUrl, publicUrl: undefined, secret },
      ...{ trustProxy: false, rateLimit: 'off', logLevel: 'silent', demo: false, demoPassword: undefined, plugins: [], folder },
    },
    logger: createLogger('silent'),
    pages: false,
  })

describe('signing in at two servers on one PostgreSQL', () => {
  let place: TestPlace
  let here: Platform
  let there: Platform
  let administrator: string
  beforeAll(async () => {
    place = await testPlace('postgresql')
    const secret = randomBytes(32).toString('base64url')
    ;[here, there] = await Promise.all([start(place, secret), start(place, secret)])
    const body = { account: 'admin', name: '管理员', password }
    administrator = (await here.dispatcher.call(setUp, { access: undefined }, { body })).id
  })
  afterAll(async () => {
    await Promise.all([here.stop(), there.stop()])
    await place.remove()
  })

  const signedIn = async (platform: Platform) => {
    const browser = new TestBrowser({ platform })
    await vi.waitFor(async () => expect((await browser.signIn('admin', password)).status).toBe(200))
    return browser
  }

  it('follows one policy', async () => {
    const browser = await signedIn(there)
    expect((await browser.http('GET', '/me/sessions')).status).toBe(200)
    const caller = { access: await here.access.get(administrator) }
    await here.dispatcher.call(changeSignInPolicy, caller, {
      body: { ...usual, secondFactor: { ...usual.secondFactor, required: 'everybody' } },
    })
    await vi.waitFor(async () => expect((await browser.http('GET', '/me/sessions')).status).toBe(403))
    await here.dispatcher.call(changeSignInPolicy, caller, { body: usual })
    await vi.waitFor(async () => expect((await browser.http('GET', '/me/sessions')).status).toBe(200))
  })

  it('answers a challenge of one server at the other, once', async () => {
    const browser = await signedIn(here)
    const { secret, challenge } = (await browser.http('POST', '/me/second-factor/authenticator/challenge', { password })).body
    const code = () => codeOf(secret, stepAt(new Date()) + 1)
    expect(
      (await browser.http('POST', '/me/second-factor/authenticator', { challenge, code: codeOf(secret, stepAt(new Date())) })).status,
    ).toBe(200)
    const elsewhere = new TestBrowser({ platform: there })
    const asked = await vi.waitFor(async () => {
      const answer = await elsewhere.signIn('admin', password)
      expect(answer.status).toBe(401)
      return answer.body as { challenge: string }
    })
    const answers = await Promise.all(
      [here, there].map((platform) =>
        new TestBrowser({ platform }).http('POST', '/auth/login/second-factor', { challenge: asked.challenge, code: code() }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401])
  })
})
