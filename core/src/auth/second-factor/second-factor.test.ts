import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRows } from '../../rooms/read-rows.ts'
import { type CoreTestHost, startTestHost } from '../../testing/start-test-host.ts'
import { TestBrowser } from '../../testing/test-browser.ts'
import { AuthenticatorEntity, RecoveryCodeEntity } from '../safety-entities.ts'
import { codeOf, stepAt } from './one-time-code.ts'

const password = 'correct horse battery'

describe.each(['sqlite', 'postgresql'] as const)('a second factor on %s', (database) => {
  let host: CoreTestHost
  beforeAll(async () => {
    host = await startTestHost([], { database, now: '2026-03-02T08:00:00.000Z' })
  })
  afterAll(() => host.stop())

  const code = (secret: string, ahead = 0) => codeOf(secret, stepAt(host.clock.now()) + ahead)
  /** Time for the next code. */
  const wait = () => host.clock.advance(30_000)
  async function signedIn(account: string) {
    const person = await host.person({ account, password })
    const browser = new TestBrowser(host)
    expect((await browser.signIn(account, password)).status).toBe(200)
    return { person, browser }
  }
  async function withApp(account: string) {
    const { person, browser } = await signedIn(account)
    const begun = await browser.http('POST', '/me/second-factor/authenticator/challenge', { password })
    const { secret, challenge, uri } = begun.body as Record<string, string>
    const done = await browser.http('POST', '/me/second-factor/authenticator', { challenge, code: code(secret!) })
    expect(done.status).toBe(200)
    wait()
    return { person, browser, secret: secret!, challenge, uri, recoveryCodes: done.body.recoveryCodes as string[] }
  }
  const asked = async (account: string, browser = new TestBrowser(host)) => {
    const answer = await browser.signIn(account, password)
    expect(answer).toMatchObject({ status: 401, body: { type: 'urn:liaison:problem:auth/second-factor-required' } })
    const { challenge } = answer.body as { challenge: string }
    return {
      answer,
      challenge,
      browser,
      step: (given: object) => browser.http('POST', '/auth/login/second-factor', { challenge, ...given }),
    }
  }

  it('is set up with the password and a code, and asked for from then on', async () => {
    const { secret, uri, recoveryCodes } = await withApp('lin')
    expect(uri).toBe(`otpauth://totp/Liaison%3Alin?secret=${secret}&issuer=Liaison`)
    expect(recoveryCodes).toHaveLength(10)
    expect(recoveryCodes[0]).toMatch(/^[A-Z2-7]{5}-[A-Z2-7]{5}$/)
    const { answer, browser, step } = await asked('lin')
    expect(answer.body).toMatchObject({ methods: ['authenticator', 'recovery-code'], passkey: null })
    expect((await browser.http('GET', '/me')).status).toBe(401)
    expect(await step({ code: code(secret) })).toMatchObject({ status: 200, body: { person: { account: 'lin' } } })
    expect((await browser.http('GET', '/me')).status).toBe(200)
  })

  it('changes nothing until a code confirms it, and never with a wrong password', async () => {
    const { browser } = await signedIn('undecided')
    const begun = await browser.http('POST', '/me/second-factor/authenticator/challenge', { password })
    const { challenge, secret } = begun.body as { challenge: string; secret: string }
    expect((await browser.http('POST', '/me/second-factor/authenticator', { challenge, code: '000000' })).body.type).toMatch(/wrong-code$/)
    expect((await new TestBrowser(host).signIn('undecided', password)).status).toBe(200)
    expect((await browser.http('POST', '/me/second-factor/authenticator/challenge', { password: 'wrong' })).status).toBe(403)
    const other = await signedIn('other')
    const stolen = await other.browser.http('POST', '/me/second-factor/authenticator', { challenge, code: code(secret) })
    expect(stolen.body.type).toMatch(/challenge-over$/)
  })

  it('takes each code once, and none before it', async () => {
    const { secret } = await withApp('replayed')
    const used = code(secret)
    expect((await (await asked('replayed')).step({ code: used })).status).toBe(200)
    expect((await (await asked('replayed')).step({ code: used })).body.type).toMatch(/wrong-code$/)
    expect((await (await asked('replayed')).step({ code: code(secret, -1) })).status).toBe(401)
    const [one, two] = await Promise.all([asked('replayed'), asked('replayed')])
    wait()
    const both = await Promise.all([one.step({ code: code(secret) }), two.step({ code: code(secret) })])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 401])
  })

  it('answers a challenge once, for five minutes, and not after the password was changed', async () => {
    const { browser, secret } = await withApp('timed')
    const first = await asked('timed')
    expect((await first.step({ code: code(secret) })).status).toBe(200)
    wait()
    expect((await first.step({ code: code(secret) })).body.type).toMatch(/challenge-over$/)
    const late = await asked('timed')
    host.clock.advance(300_000)
    expect((await late.step({ code: code(secret) })).body.type).toMatch(/challenge-over$/)
    const before = await asked('timed')
    host.clock.advance(1000)
    expect((await browser.http('PUT', '/me/password', { current: password, next: 'staple battery horse' })).status).toBe(204)
    expect((await before.step({ code: code(secret) })).body.type).toMatch(/challenge-over$/)
    const forged = await new TestBrowser(host).http('POST', '/auth/login/second-factor', { challenge: 'AAAA', code: '123456' })
    expect(forged.body.type).toMatch(/challenge-over$/)
  })

  it('wants exactly one answer', async () => {
    await withApp('two-answers')
    const { step } = await asked('two-answers')
    expect((await step({})).status).toBe(400)
    expect((await step({ code: '123456', recoveryCode: 'ABCDE-FGHIJ' })).status).toBe(400)
  })

  it('gives way to a recovery code, each once, however it is written', async () => {
    const { recoveryCodes } = await withApp('lost')
    const written = recoveryCodes[3]!.toLowerCase().replace('-', ' ')
    expect((await (await asked('lost')).step({ recoveryCode: written })).status).toBe(200)
    expect((await (await asked('lost')).step({ recoveryCode: written })).body.type).toMatch(/wrong-code$/)
    const [one, two] = await Promise.all([asked('lost'), asked('lost')])
    const both = await Promise.all([one.step({ recoveryCode: recoveryCodes[4] }), two.step({ recoveryCode: recoveryCodes[4] })])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 401])
    expect((await one.browser.http('GET', '/me')).status === 200 || (await two.browser.http('GET', '/me')).status === 200).toBe(true)
  })

  it('renews recovery codes with the password', async () => {
    const { browser, recoveryCodes } = await withApp('renewing')
    const renewed = await browser.http('POST', '/me/second-factor/recovery-codes', { password })
    expect(renewed.body.recoveryCodes).toHaveLength(10)
    expect((await browser.http('GET', '/me/second-factor')).body).toEqual({
      authenticator: true,
      passkeys: 0,
      recoveryCodes: 10,
      required: false,
    })
    expect((await (await asked('renewing')).step({ recoveryCode: recoveryCodes[0] })).status).toBe(401)
    expect((await (await asked('renewing')).step({ recoveryCode: renewed.body.recoveryCodes[0] })).status).toBe(200)
    expect((await browser.http('POST', '/me/second-factor/recovery-codes', { password: 'wrong' })).status).toBe(403)
  })

  it('is turned off with the password, recovery codes and all', async () => {
    const { browser, person } = await withApp('leaving')
    expect((await browser.http('POST', '/me/second-factor/authenticator/removal', { password: 'wrong' })).status).toBe(403)
    expect((await browser.http('POST', '/me/second-factor/authenticator/removal', { password })).status).toBe(204)
    expect((await new TestBrowser(host).signIn('leaving', password)).status).toBe(200)
    expect(await readRows(host.platform.db, RecoveryCodeEntity, { personId: person.id })).toEqual([])
    expect((await browser.http('POST', '/me/second-factor/authenticator/removal', { password })).status).toBe(404)
  })

  it('keeps no secret readable in the database', async () => {
    const { person, secret, recoveryCodes } = await withApp('sealed')
    const text = JSON.stringify([
      await host.platform.db.read.all('select * from core_authenticator', []),
      await host.platform.db.read.all('select * from core_recovery_code', []),
      await host.platform.db.read.all('select detail from core_audit', []),
    ])
    expect(text).not.toContain(secret)
    expect(text).not.toContain(recoveryCodes[0])
    expect(text).not.toContain(recoveryCodes[0]!.replace('-', ''))
    expect((await readRows(host.platform.db, AuthenticatorEntity, { personId: person.id }))[0]!.secret).toBe(secret)
  })

  it('leaves a trace of each sign-in and each refusal', async () => {
    const { secret } = await withApp('traced')
    await (await asked('traced')).step({ code: '000000' })
    await (await asked('traced')).step({ code: code(secret) })
    const administrator = await host.person({ roles: ['administrator'] })
    const trail = await administrator.http('GET', '/api/audit?action=auth.login&limit=50')
    const details = (trail.body as { items: { action: string; detail: string }[] }).items.map(({ action, detail }) => `${action} ${detail}`)
    expect(details.some((line) => line.startsWith('auth.login:denied') && line.includes('authenticator'))).toBe(true)
    expect(details.some((line) => line.startsWith('auth.login:signed-in') && line.includes('password, authenticator'))).toBe(true)
  })

  it('is out of reach for an API token', async () => {
    const { browser } = await signedIn('token')
    const { token } = (await browser.http('POST', '/auth/tokens', { name: 'CI' })).body as { token: string }
    const headers = { authorization: `Bearer ${token}` }
    const tries = await Promise.all([
      host.http('GET', '/api/me/second-factor', { headers }),
      host.http('POST', '/api/me/second-factor/authenticator/challenge', { headers, body: { password } }),
      host.http('POST', '/api/me/second-factor/recovery-codes', { headers, body: { password } }),
      host.http('GET', '/api/me/passkeys', { headers }),
      host.http('POST', '/api/me/passkeys/challenge', { headers, body: { password } }),
    ])
    expect(tries.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403])
  })

  describe('guessed by somebody who knows the password', () => {
    it('makes him wait, and lets the owner in where he has signed in before', async () => {
      const { browser, secret } = await withApp('guessed')
      const { step } = await asked('guessed', new TestBrowser(host, '10.0.0.1'))
      for (let time = 0; time < 5; time += 1) expect((await step({ code: '000000' })).status).toBe(401)
      const refused = await step({ code: code(secret) })
      expect(refused.status).toBe(429)
      expect(refused.retryAfter).toBeGreaterThan(0)
      expect((await (await asked('guessed', browser)).step({ code: code(secret) })).status).toBe(200)
    })

    it('counts attempts that come at once', async () => {
      const { secret } = await withApp('at-once')
      const { step } = await asked('at-once', new TestBrowser(host, '10.0.0.2'))
      const statuses = (await Promise.all(Array.from({ length: 40 }, () => step({ code: '000000' })))).map(({ status }) => status)
      expect(statuses.filter((status) => status === 401)).toHaveLength(5)
      expect(secret).not.toBe('')
    })

    it('stops machines at many addresses, but not the owner', async () => {
      const { browser, secret, recoveryCodes } = await withApp('swarmed')
      let refused = 0
      for (let machine = 0; machine < 60; machine += 1) {
        const { step } = await asked('swarmed', new TestBrowser(host, `10.1.0.${machine}`))
        const { status } = await step({ code: '000000' })
        if (status === 429) refused += 1
      }
      expect(refused).toBe(10)
      expect((await (await asked('swarmed', new TestBrowser(host, '10.2.0.1'))).step({ code: code(secret) })).status).toBe(429)
      expect((await (await asked('swarmed', browser)).step({ code: code(secret) })).status).toBe(200)
      expect(recoveryCodes).toHaveLength(10)
    })
  })
})
