import { listPeople } from '@liaison/sdk'
import { type ConsentState, exportMyData, getPerson, listConsentTexts, publishConsentText, readConsent } from '@liaison/sdk/platform'
import { belongings, definePlugin } from '@liaison/sdk/server'
import type { TestPerson } from '@liaison/sdk/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRows } from '../rooms/read-rows.ts'
import { type CoreTestHost, startTestHost } from '../testing/start-test-host.ts'
import { ConsentEntity } from './privacy-entities.ts'

/** A module that keeps something about people. */
const notes = definePlugin({
  id: 'notes',
  version: '1.0.0',
  title: { 'zh-CN': '便签', en: 'Notes' },
  systemReasons: { 'own-data': 'people take out what is kept about them' },
  setup: ({ get }) =>
    get(belongings).add({
      ...{ plugin: 'notes', reason: 'own-data' },
      personalData: (_work, personId) => Promise.resolve({ notes: [`written by ${personId}`] }),
    }),
})

const password = 'a long and good one'
const words = { uses: [{ what: '姓名', why: '称呼', kept: '在职期间' }], text: '公司自己的告知' }
const notice = (required: boolean) => ({ words: { 'zh-CN': words, en: words }, note: { 'zh-CN': '更新', en: 'New' }, required })

describe.each(['sqlite', 'postgresql'] as const)('privacy on %s', (database) => {
  let host: CoreTestHost
  let administrator: TestPerson
  let count = 0
  const start = async (rooms = {}) => {
    host = await startTestHost([notes], { database, now: '2026-12-01T08:00:00.000Z', rooms })
    administrator = await host.person({ account: 'root', roles: ['administrator'] })
  }
  /** Somebody who has signed in as people do. */
  async function someone(more: { roles?: string[] } = {}) {
    const person = await host.person({ account: `someone-${++count}`, name: '莫小雨', password, grants: { 'people.read': 'all' }, ...more })
    return { ...person, ...(await signedIn(person.account)) }
  }
  async function signedIn(account: string) {
    const answer = await host.http('POST', '/api/auth/login', { body: { account, password } })
    expect(answer.status).toBe(200)
    const cookie = [answer.headers['set-cookie']]
      .flat()
      .map((value) => String(value).split(';')[0])
      .join('; ')
    const asks = (method: string, url: string, body?: unknown) =>
      host.http(method, url, { headers: { cookie, 'sec-fetch-site': 'same-origin' }, ...(body !== undefined && { body }) })
    return { asks }
  }

  describe('without a notice that is required', () => {
    beforeAll(() => start())
    afterAll(() => host.stop())

    it('nobody is stopped, and everybody may read and agree', async () => {
      const { asks, id } = await someone()
      expect((await asks('GET', '/api/directory/people')).status).toBe(200)
      expect((await asks('GET', '/api/me/consent')).body).toMatchObject({ text: { version: '2026-11' }, given: null, needed: false })
      expect((await asks('PUT', '/api/me/consent', { version: 'old' })).body).toMatchObject({ status: 409, version: '2026-11' })
      expect((await asks('PUT', '/api/me/consent', { version: '2026-11' })).body).toMatchObject({ given: { version: '2026-11' } })
      expect(await readRows(host.platform.db, ConsentEntity, { personId: id })).toMatchObject([
        { textName: '2026-11', createdAt: new Date('2026-12-01T08:00:00.000Z'), withdrawnAt: null },
      ])
    })

    it('a withdrawal closes the account until its owner agrees again', async () => {
      const { asks, account } = await someone()
      const { token } = (await asks('POST', '/api/auth/tokens', { name: 'script' })).body as { token: string }
      await asks('PUT', '/api/me/consent', { version: '2026-11' })
      expect((await asks('POST', '/api/me/consent/withdrawal', { version: '2026-11' })).status).toBe(204)
      expect((await asks('GET', '/api/me')).status).toBe(401)
      expect((await host.http('GET', '/api/me', { headers: { authorization: `Bearer ${token}` } })).status).toBe(401)
      const again = await signedIn(account)
      expect((await again.asks('GET', '/api/directory/people')).body).toMatchObject({
        status: 403,
        type: 'urn:liaison:problem:privacy/consent-needed',
      })
      expect((await again.asks('GET', '/api/platform')).body).toMatchObject({ signedIn: true, duty: 'consent', modules: [] })
      expect((await again.asks('GET', '/api/me/data')).body).toMatchObject({ modules: { notes: {} } })
      await again.asks('PUT', '/api/me/consent', { version: '2026-11' })
      expect((await again.asks('GET', '/api/directory/people')).status).toBe(200)
    })

    it('a person sees and corrects what is kept about him, unmasked', async () => {
      const { asks, id } = await someone()
      const corrected = await asks('PATCH', '/api/me/profile', { name: '莫晓雨', phone: '13812345678' })
      expect(corrected.body).toEqual({ name: '莫晓雨', title: null, email: null, phone: '13812345678' })
      expect((await asks('GET', '/api/me/profile')).body).toEqual(corrected.body)
      expect(await administrator.does(getPerson, { params: { id } })).toMatchObject({ name: '莫晓雨', phone: '138****5678' })
      expect((await administrator.does(listPeople, { query: { query: 'moxiaoyu' } })).items.map((one) => one.id)).toContain(id)
    })

    it('two corrections at once do not break: one says that the other came first', async () => {
      const { asks } = await someone()
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, at) => asks('PATCH', '/api/me/profile', { name: `莫晓雨${at}`, phone: `1381234567${at}` })),
      )
      expect(answers.filter(({ status }) => status === 200)).not.toEqual([])
      expect(answers.filter(({ status }) => status !== 200 && status !== 412)).toEqual([])
    })

    it('takes the current password for another mail address, since letters for a new one go there', async () => {
      const { asks } = await someone()
      const moves = (more: object) => asks('PATCH', '/api/me/profile', { email: 'mo@hengchuan.example', ...more })
      expect((await moves({})).body).toMatchObject({ status: 400, errors: [{ pointer: '/body/current' }] })
      expect((await moves({ current: 'not that one' })).body).toMatchObject({ type: 'urn:liaison:problem:auth/wrong-password' })
      expect((await asks('GET', '/api/me/profile')).body).toMatchObject({ email: null })

      expect((await moves({ current: password })).body).toMatchObject({ email: 'mo@hengchuan.example' })
      expect((await moves({ phone: '13812345678' })).body).toMatchObject({ phone: '13812345678' })
      expect((await asks('PATCH', '/api/me/profile', { email: null })).status).toBe(400)
    })

    it('takes everything along: his fields, devices, consents, and what modules keep', async () => {
      const { asks, id } = await someone()
      await asks('PATCH', '/api/me/profile', { phone: '13900001111' })
      await asks('PUT', '/api/me/consent', { version: '2026-11' })
      const { body, headers, text } = await asks('GET', '/api/me/data')
      expect(headers['content-disposition']).toBe('attachment; filename="my-data-2026-12-01.json"')
      expect(body).toMatchObject({
        exportedAt: '2026-12-01T08:00:00.000Z',
        person: { id, phone: '13900001111', departments: [] },
        consents: [{ version: '2026-11', withdrawnAt: null }],
        sessions: [{ address: '127.0.0.1' }],
        modules: { notes: { notes: [`written by ${id}`] } },
      })
      expect(text).not.toMatch(/hash|argon2/i)
    })

    it('leaves out a module that is switched off', async () => {
      const { asks } = await someone()
      host.enable('notes', false)
      expect((await asks('GET', '/api/me/data')).body).toMatchObject({ modules: {} })
      host.enable('notes', true)
    })

    it('gives nothing of it to a program or to who looks with his eyes', async () => {
      const { asks, id } = await someone()
      const { token } = (await asks('POST', '/api/auth/tokens', { name: 'script' })).body as { token: string }
      const byToken = (method: string, url: string) => host.http(method, url, { headers: { authorization: `Bearer ${token}` } })
      for (const url of ['/api/me/data', '/api/me/profile'])
        expect((await byToken('GET', url)).body).toMatchObject({ type: 'urn:liaison:problem:auth/session-needed' })
      const { access } = host.platform
      const viewing = { access: await access.get(id), viewerId: administrator.id, sessionId: 'test-viewer' }
      await expect(host.platform.dispatcher.call(exportMyData, viewing, {})).rejects.toMatchObject({ status: 403 })
    })
  })

  describe('a notice that is required', () => {
    beforeAll(() => start())
    afterAll(() => host.stop())

    it('stops everybody who signs in until he agrees, and no program', async () => {
      const { asks, account } = await someone()
      const { token } = (await asks('POST', '/api/auth/tokens', { name: 'script' })).body as { token: string }
      const first = await administrator.does(publishConsentText, { body: notice(true) })
      expect(first).toMatchObject({ version: '2026-12-01', required: true })
      expect((await asks('GET', '/api/directory/people')).status).toBe(403)
      expect((await host.http('GET', '/api/directory/people', { headers: { authorization: `Bearer ${token}` } })).status).toBe(200)
      const state = (await asks('GET', '/api/me/consent')).body as ConsentState
      expect(state).toMatchObject({ needed: true, text: { version: '2026-12-01' }, earlier: [{ version: '2026-11' }] })
      // twice, as impatient people do: it is one person who agreed
      for (let time = 0; time < 2; time += 1) await asks('PUT', '/api/me/consent', { version: '2026-12-01' })
      expect((await asks('GET', '/api/directory/people')).status).toBe(200)

      const small = await administrator.does(publishConsentText, { body: notice(false) })
      expect(small.version).toBe('2026-12-01.2')
      expect((await asks('GET', '/api/directory/people')).status).toBe(200)
      await administrator.does(publishConsentText, { body: notice(true) })
      expect((await asks('GET', '/api/directory/people')).status).toBe(403)
      expect((await signedIn(account)).asks).toBeDefined()
    })

    it('is counted by version', async () => {
      const { items } = await administrator.does(listConsentTexts, { query: {} })
      expect(items.map(({ version, agreed }) => [version, agreed])).toEqual([
        ['2026-12-01.3', 0],
        ['2026-12-01.2', 0],
        ['2026-12-01', 1],
        ['2026-11', 0],
      ])
      const page = await administrator.does(listConsentTexts, { query: { limit: 3 } })
      const rest = await administrator.does(listConsentTexts, { query: { limit: 3, cursor: page.next! } })
      expect(rest).toMatchObject({ items: [{ version: '2026-11' }], next: null })
    })
  })

  it('the notice that comes along is required where the configuration says so', async () => {
    await start({ privacy: { requireConsent: true } })
    try {
      const { asks } = await someone()
      expect((await asks('GET', '/api/directory/people')).status).toBe(403)
      expect(await administrator.does(readConsent)).toMatchObject({ needed: true, text: { version: '2026-11' } })
    } finally {
      await host.stop()
    }
  })

  describe('deleting one’s account', () => {
    beforeAll(() => start())
    afterAll(() => host.stop())

    it('erases who he was, and keeps the row for what he wrote', async () => {
      const project = await host.project()
      const person = await host.person({ account: 'leaver', name: '离职人', password, projects: [project] })
      const { asks } = await signedIn('leaver')
      await asks('PATCH', '/api/me/profile', { phone: '13900002222', email: 'leaver@hengchuan.example', current: password })
      const erase = (account: string, given: string) => asks('POST', '/api/me/deletion', { account, password: given })
      expect((await erase('someone-else', password)).body).toMatchObject({ type: 'urn:liaison:problem:privacy/account-not-typed' })
      expect((await erase('leaver', 'wrong')).body).toMatchObject({ type: 'urn:liaison:problem:auth/wrong-password' })
      expect((await erase('leaver', password)).status).toBe(204)
      expect((await asks('GET', '/api/me')).status).toBe(401)
      expect(await administrator.does(getPerson, { params: { id: person.id } })).toMatchObject({
        ...{ name: '已注销用户', account: `deleted-${person.id}`, phone: null, email: null, title: null },
        ...{ disabled: true, departmentIds: [], roleIds: [] },
      })
      expect((await host.http('POST', '/api/auth/login', { body: { account: 'leaver', password } })).status).toBe(401)
      const revived = await administrator.http('PATCH', `/api/directory/people/${person.id}`, { body: { disabled: false } })
      expect(revived.body).toMatchObject({ status: 409, type: 'urn:liaison:problem:directory/person-deleted' })
      expect((await administrator.does(listPeople, { query: { query: 'leaver' } })).items).toEqual([])
      const members = await administrator.http('GET', `/api/projects/${project.id}/members`)
      expect(members.body).toMatchObject({ items: [] })
    })

    it('is refused to the last one who manages access', async () => {
      const alone = await startTestHost([], { database })
      try {
        await alone.http('POST', '/api/setup', { body: { account: 'boss', name: '老板', password } })
        const answer = await alone.http('POST', '/api/auth/login', { body: { account: 'boss', password } })
        const cookie = [answer.headers['set-cookie']]
          .flat()
          .map((value) => String(value).split(';')[0])
          .join('; ')
        const refused = await alone.http('POST', '/api/me/deletion', {
          body: { account: 'boss', password },
          headers: { cookie, 'sec-fetch-site': 'same-origin' },
        })
        expect(refused.body).toMatchObject({ type: 'urn:liaison:problem:access/last-administrator' })
        expect((await alone.http('GET', '/api/me', { headers: { cookie } })).status).toBe(200)
      } finally {
        await alone.stop()
      }
    })
  })
})
