import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CoreTestHost, startTestHost } from '../../testing/start-test-host.ts'
import { TestAuthenticator } from '../../testing/test-authenticator.ts'
import { TestBrowser } from '../../testing/test-browser.ts'

const password = 'correct horse battery'
const site = 'https://work.hengchuan.example'

describe.each(['sqlite', 'postgresql'] as const)('passkeys on %s', (database) => {
  let host: CoreTestHost
  beforeAll(async () => {
    host = await startTestHost([], { database, now: '2026-03-02T08:00:00.000Z', publicUrl: site })
  })
  afterAll(() => host.stop())

  async function signedIn(account: string) {
    const person = await host.person({ account, password })
    const browser = new TestBrowser(host)
    expect((await browser.signIn(account, password)).status).toBe(200)
    return { person, browser }
  }
  async function add(browser: TestBrowser, authenticator: TestAuthenticator, name = '笔记本电脑') {
    const options = (await browser.http('POST', '/me/passkeys/challenge', { password })).body
    return browser.http('POST', '/me/passkeys', { name, ...authenticator.make(options) })
  }
  async function withPasskey(account: string) {
    const { person, browser } = await signedIn(account)
    const authenticator = new TestAuthenticator(site)
    const added = await add(browser, authenticator)
    expect(added.status).toBe(201)
    return { person, browser, authenticator, added: added.body as { id: string; recoveryCodes: string[] } }
  }
  const question = async (browser: TestBrowser) => (await browser.http('POST', '/auth/login/passkey-challenge')).body
  const enter = async (browser: TestBrowser, answer: object) => browser.http('POST', '/auth/login/passkey', { answer })

  it('sign in without account and password', async () => {
    const { authenticator } = await withPasskey('lin')
    const browser = new TestBrowser(host)
    const asked = await question(browser)
    expect(asked.challenge).toMatch(/^[\w-]+$/)
    expect(asked).toMatchObject({ rpId: 'work.hengchuan.example', userVerification: 'required', allowCredentials: [] })
    const answer = await enter(browser, authenticator.answer(asked))
    expect(answer).toMatchObject({ status: 200, body: { person: { account: 'lin' } } })
    expect((await browser.http('GET', '/me')).status).toBe(200)
  })

  it('are the second factor after a password', async () => {
    const { authenticator, added } = await withPasskey('chen')
    expect(added.recoveryCodes).toHaveLength(10)
    const browser = new TestBrowser(host)
    const { body } = await browser.signIn('chen', password)
    expect(body).toMatchObject({
      methods: ['passkey', 'recovery-code'],
      passkey: { allowCredentials: [{ id: authenticator.id.toString('base64url') }] },
    })
    const passkey = authenticator.answer(body.passkey, { verified: false })
    expect((await browser.http('POST', '/auth/login/second-factor', { challenge: body.challenge, passkey })).status).toBe(200)
  })

  it('that did not make sure who holds them are no way in alone', async () => {
    const { authenticator } = await withPasskey('unverified')
    const browser = new TestBrowser(host)
    const refused = await enter(browser, authenticator.answer(await question(browser), { verified: false }))
    expect(refused).toMatchObject({ status: 401, body: { type: 'urn:liaison:problem:auth/passkey-refused' } })
  })

  it('answer a challenge once, within five minutes, and only the kind they were asked', async () => {
    const { authenticator } = await withPasskey('replayed')
    const browser = new TestBrowser(host)
    const answer = authenticator.answer(await question(browser))
    expect((await enter(browser, answer)).status).toBe(200)
    expect((await enter(new TestBrowser(host), answer)).status).toBe(401)
    const late = authenticator.answer(await question(browser))
    host.clock.advance(300_000)
    expect((await enter(browser, late)).status).toBe(401)
    const { body } = await browser.signIn('replayed', password)
    expect((await enter(browser, authenticator.answer(body.passkey))).status).toBe(401)
    const wrongKind = authenticator.answer(await question(browser))
    expect((await browser.http('POST', '/auth/login/second-factor', { challenge: body.challenge, passkey: wrongKind })).status).toBe(401)
  })

  it('are refused when they count backwards: somebody has a copy', async () => {
    const { authenticator } = await withPasskey('copied')
    const browser = new TestBrowser(host)
    authenticator.counter = 10
    expect((await enter(browser, authenticator.answer(await question(browser)))).status).toBe(200)
    authenticator.counter = 5
    expect((await enter(browser, authenticator.answer(await question(browser)))).status).toBe(401)
  })

  it('are bound to the address of the installation', async () => {
    const { browser } = await signedIn('phished')
    const elsewhere = await add(browser, new TestAuthenticator('https://work.hengchuan.example.evil.example'))
    expect(elsewhere).toMatchObject({ status: 400, body: { type: 'urn:liaison:problem:auth/passkey-not-made' } })
    const { authenticator } = await withPasskey('real')
    const asked = await question(browser)
    expect((await enter(browser, authenticator.answer({ ...asked, rpId: 'evil.example' }))).status).toBe(401)
  })

  it('of somebody else do not stand in for the person', async () => {
    await withPasskey('owner')
    const { authenticator } = await withPasskey('thief')
    const browser = new TestBrowser(host)
    const { body } = await browser.signIn('owner', password)
    const passkey = authenticator.answer(body.passkey)
    expect((await browser.http('POST', '/auth/login/second-factor', { challenge: body.challenge, passkey })).status).toBe(401)
  })

  it('end with the person', async () => {
    const { authenticator, person } = await withPasskey('gone')
    const administrator = await host.person({ roles: ['administrator'] })
    await administrator.http('PATCH', `/api/directory/people/${person.id}`, { body: { disabled: true } })
    const browser = new TestBrowser(host)
    expect((await enter(browser, authenticator.answer(await question(browser)))).status).toBe(401)
  })

  it('are added with the password, each once, for oneself', async () => {
    const { browser, authenticator } = await withPasskey('careful')
    expect((await browser.http('POST', '/me/passkeys/challenge', { password: 'wrong' })).status).toBe(403)
    const options = (await browser.http('POST', '/me/passkeys/challenge', { password })).body
    expect(options.excludeCredentials).toMatchObject([{ id: authenticator.id.toString('base64url') }])
    const made = new TestAuthenticator(site).make(options)
    const other = await signedIn('other')
    expect((await other.browser.http('POST', '/me/passkeys', { name: '偷来的', ...made })).status).toBe(400)
    expect((await browser.http('POST', '/me/passkeys', { name: '手机', ...made })).status).toBe(201)
    expect((await browser.http('POST', '/me/passkeys', { name: '手机', ...made })).status).toBe(400)
    const { items } = (await browser.http('GET', '/me/passkeys')).body as { items: { name: string }[] }
    expect(items.map(({ name }) => name)).toEqual(['手机', '笔记本电脑'])
  })

  it('are renamed and removed, never somebody else’s', async () => {
    const { browser, added, authenticator } = await withPasskey('tidy')
    const stranger = await signedIn('stranger')
    expect((await stranger.browser.http('PATCH', `/me/passkeys/${added.id}`, { name: '我的' })).status).toBe(404)
    expect((await stranger.browser.http('POST', `/me/passkeys/${added.id}/removal`, { password })).status).toBe(404)
    expect((await browser.http('PATCH', `/me/passkeys/${added.id}`, { name: '公司电脑' })).body).toMatchObject({
      name: '公司电脑',
      synced: true,
    })
    expect((await browser.http('POST', `/me/passkeys/${added.id}/removal`, { password: 'wrong' })).status).toBe(403)
    expect((await browser.http('POST', `/me/passkeys/${added.id}/removal`, { password })).status).toBe(204)
    const fresh = new TestBrowser(host)
    expect((await enter(fresh, authenticator.answer(await question(fresh)))).status).toBe(401)
    expect((await fresh.signIn('tidy', password)).status).toBe(200)
  })

  it('let their owner in whatever others try with his account', async () => {
    const { authenticator } = await withPasskey('besieged')
    const attacker = new TestBrowser(host, '10.0.0.9')
    for (let time = 0; time < 8; time += 1) await attacker.signIn('besieged', 'wrong')
    for (let time = 0; time < 8; time += 1) await enter(attacker, new TestAuthenticator(site).answer(await question(attacker)))
    expect((await attacker.signIn('besieged', password)).status).toBe(429)
    const owner = new TestBrowser(host, '10.0.0.9')
    expect((await enter(owner, authenticator.answer(await question(owner)))).status).toBe(200)
  })
})
