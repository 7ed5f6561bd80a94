import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jobRunner } from '../src/jobs/job-runner.ts'
import { type CoreTestHost, startTestHost } from '../src/testing/start-test-host.ts'
import { TestBrowser } from '../src/testing/test-browser.ts'
import { type MailServer, startMailServer } from './mail-server.ts'

const password = 'correct horse battery'
const site = 'https://work.hengchuan.example'

describe.each(['sqlite', 'postgresql'] as const)('a forgotten password on %s', (database) => {
  let host: CoreTestHost
  let server: MailServer

  beforeAll(async () => {
    server = await startMailServer()
    host = await startTestHost([], {
      ...{ database, now: '2026-03-02T08:00:00.000Z', publicUrl: site },
      rooms: { mail: { url: `smtp://127.0.0.1:${server.port}` } },
    })
  })
  afterAll(async () => {
    await host.stop()
    await server.close()
  })

  const settled = () => host.platform.kernel.get(jobRunner).settled()
  const ask = (account: string, browser = new TestBrowser(host)) => browser.http('POST', '/auth/password-resets', { account })
  async function withMail(account: string) {
    const administrator = await host.person({ roles: ['administrator'] })
    const person = await host.person({ account, password })
    const email = `${account}@hengchuan.example`
    await administrator.http('PATCH', `/api/directory/people/${person.id}`, { body: { email } })
    return { administrator, person, email }
  }
  const lettersTo = (email: string) => server.letters.filter(({ to }) => to === email).map(({ text }) => text)
  const codeIn = (text: string) => /https:\/\/work\.hengchuan\.example\/password\/([\w-]+)/.exec(text)![1]!

  it('is chosen anew by a link that goes to the person', async () => {
    const { email } = await withMail('forgetful')
    expect((await new TestBrowser(host).http('GET', '/auth/rules')).body).toMatchObject({ forgotten: true })
    expect(await ask('Forgetful')).toMatchObject({ status: 204 })
    await settled()
    const [text = ''] = lettersTo(email)
    const browser = new TestBrowser(host)
    expect((await browser.signIn('forgetful', password)).status).toBe(200)
    expect((await browser.http('POST', `/auth/password-resets/${codeIn(text)}`, { password: 'staple battery horse' })).status).toBe(204)
    expect((await browser.http('GET', '/me')).status).toBe(401)
    expect((await browser.signIn('forgetful', password)).status).toBe(401)
    expect((await browser.signIn('forgetful', 'staple battery horse')).status).toBe(200)
    await settled()
    expect(lettersTo(email).at(-1)).toContain('你的密码已修改')
  })

  it('answers the same for accounts that there are not, that are disabled or have no address', async () => {
    const { administrator, person } = await withMail('left')
    await administrator.http('PATCH', `/api/directory/people/${person.id}`, { body: { disabled: true } })
    await host.person({ account: 'without-mail', password })
    const before = server.letters.length
    const answers = await Promise.all(['nobody-here', 'left', 'without-mail'].map((account) => ask(account)))
    expect(answers.map(({ status, body }) => [status, body as unknown])).toEqual([
      [204, undefined],
      [204, undefined],
      [204, undefined],
    ])
    await settled()
    expect(server.letters).toHaveLength(before)
  })

  it('brings one letter in ten minutes however often somebody asks, and each link works', async () => {
    const { email } = await withMail('bombed')
    for (let time = 0; time < 5; time += 1) await ask('bombed', new TestBrowser(host, `10.0.0.${time}`))
    await settled()
    expect(lettersTo(email)).toHaveLength(1)
    host.clock.advance(600_000)
    await ask('bombed')
    await settled()
    expect(lettersTo(email)).toHaveLength(2)
    const [first = ''] = lettersTo(email)
    const browser = new TestBrowser(host)
    expect((await browser.http('POST', `/auth/password-resets/${codeIn(first)}`, { password: 'staple battery horse' })).status).toBe(204)
    expect((await browser.http('GET', `/auth/password-resets/${codeIn(lettersTo(email)[1]!)}`)).status).toBe(410)
  })

  it('is asked for from one address twenty times an hour, which keeps nobody else from asking', async () => {
    const { email } = await withMail('asking')
    const busy = new TestBrowser(host, '10.9.9.9')
    for (let time = 0; time < 20; time += 1) expect((await ask(`somebody-${time}`, busy)).status).toBe(204)
    expect((await ask('asking', busy)).status).toBe(429)
    expect((await ask('asking', new TestBrowser(host, '10.9.9.10'))).status).toBe(204)
    await settled()
    expect(lettersTo(email)).toHaveLength(1)
  })

  it('is reset by an administrator with a letter, and the person is told of other changes', async () => {
    const { administrator, person, email } = await withMail('helped')
    const answer = await administrator.http('POST', `/api/directory/people/${person.id}/password-reset`, { body: { way: 'mail' } })
    expect(answer).toMatchObject({ status: 200, body: { password: null, url: null } })
    await settled()
    expect(lettersTo(email)[0]).toContain('管理员重置了你的密码')
    expect((await new TestBrowser(host).signIn('helped', password)).status).toBe(401)
  })
})
