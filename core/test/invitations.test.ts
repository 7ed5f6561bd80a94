import { once } from 'node:events'
import { signIn } from '@liaison/sdk'
import { createApiToken, createInvitation, type Invitation, listInvitations, listRoles } from '@liaison/sdk/platform'
import type { TestPerson } from '@liaison/sdk/testing'
import { WebSocket } from 'ws'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PersonEntity } from '../src/directory/directory-entities.ts'
import { InvitationEntity } from '../src/invitations/invitation-entity.ts'
import { jobRunner } from '../src/jobs/job-runner.ts'
import { readRows } from '../src/rooms/read-rows.ts'
import { type CoreTestHost, startTestHost } from '../src/testing/start-test-host.ts'

const began = '2026-03-02T08:00:00.000Z'
const day = 86_400_000
const password = 'correct horse battery'

describe.each(['sqlite', 'postgresql'] as const)('invitations on %s', (database) => {
  let host: CoreTestHost
  let administrator: TestPerson
  let roles: Record<string, string>
  let project: { id: string; name: string }
  let count = 0

  beforeAll(async () => {
    host = await startTestHost([], { database, now: began })
    administrator = await host.person({ account: 'root', roles: ['administrator'] })
    const { items } = await administrator.does(listRoles, { query: { limit: 200 } })
    roles = Object.fromEntries(items.map(({ key, id }) => [key ?? '', id]))
    project = await host.project({ name: '新品上市' })
  })
  afterAll(() => host.stop())

  const settled = () => host.platform.kernel.get(jobRunner).settled()
  const invite = (more: object = {}, by = administrator) =>
    by.http('POST', '/api/invitations', {
      body: { email: 'tang@lanqiao.example', projectId: project.id, roleId: roles['external-customer'], ...more },
    })
  async function invited(more: object = {}) {
    const answer = await invite(more)
    expect(answer).toMatchObject({ status: 201 })
    const { id, url } = answer.body as Invitation & { url: string }
    const code = url.slice(url.lastIndexOf('/') + 1)
    return { id, code, address: `/api/invitations/${code}` }
  }
  const accept = (address: string, more: object = {}) =>
    host.http('POST', `${address}/acceptance`, {
      body: { account: `tang-${++count}`, name: '唐可', password, consentVersion: '2026-11', ...more },
    })

  it('shows the holder of the link what he will get', async () => {
    const member = await host.person({ name: '周敏', projects: [project] })
    const { address } = await invited({ expiresAt: '2026-06-01T00:00:00.000Z' })
    const answer = await host.http('GET', address)
    expect(answer).toMatchObject({
      status: 200,
      body: {
        project: { id: project.id, name: '新品上市' },
        role: { name: '外部客户' },
        expiresAt: '2026-06-01T00:00:00.000Z',
        consent: { version: '2026-11' },
        people: [{ id: member.id, name: '周敏' }],
      },
    })
  })

  it('makes a person who is in the project with that role, once', async () => {
    const { address, id } = await invited()
    const answer = await accept(address, { account: 'tang' })
    expect(answer).toMatchObject({ status: 201, body: { account: 'tang', name: '唐可', kind: 'external' } })
    expect(await accept(address)).toMatchObject({ status: 410, body: { reason: 'used' } })
    expect(await host.http('GET', address)).toMatchObject({ status: 410 })

    const members = await administrator.http('GET', `/api/projects/${project.id}/members`)
    const { id: personId } = answer.body as { id: string }
    expect(members.body).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ projectId: project.id, personId, roleId: roles['external-customer'] })]),
    })
    const [stored] = await readRows(host.platform.db, InvitationEntity, { id })
    expect(stored).toMatchObject({ state: 'accepted', consentVersion: '2026-11', personId })
    await expect(
      host.platform.dispatcher.call(signIn, { access: undefined }, { body: { account: 'tang', password } }),
    ).resolves.toMatchObject({
      person: { id: personId },
    })
  })

  it('takes nobody into an archived project, and lasts until it is taken up again', async () => {
    const put = await host.project({ name: '旧版下线' })
    const { address } = await invited({ projectId: put.id })
    const archive = (archived: boolean) => administrator.http('PATCH', `/api/projects/${put.id}`, { body: { archived } })
    expect(await archive(true)).toMatchObject({ status: 200 })
    const archived = { status: 409, body: { type: 'urn:liaison:problem:directory/project-archived' } }
    expect(await accept(address)).toMatchObject(archived)
    expect(await invite({ projectId: put.id })).toMatchObject(archived)
    await archive(false)
    expect(await accept(address)).toMatchObject({ status: 201 })
  })

  it('makes one person of eight acceptances at once', async () => {
    const { address } = await invited()
    const answers = await Promise.all(Array.from({ length: 8 }, () => accept(address, { name: '八人' })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array.from({ length: 7 }, () => 410)])
    expect(await readRows(host.platform.db, PersonEntity, { name: '八人' })).toHaveLength(1)
  })

  it('stays usable when an acceptance is refused', async () => {
    const { address } = await invited()
    expect(await accept(address, { account: 'root' })).toMatchObject({ status: 409 })
    expect(await accept(address, { password: 'short' })).toMatchObject({ status: 400 })
    expect(await accept(address, { consentVersion: 'older' })).toMatchObject({ status: 409 })
    expect(await accept(address)).toMatchObject({ status: 201 })
  })

  it('answers 404 to an unknown code, 410 once it is withdrawn or expired', async () => {
    expect(await host.http('GET', '/api/invitations/unknown')).toMatchObject({ status: 404 })
    expect(await accept('/api/invitations/unknown')).toMatchObject({ status: 404 })
    const { id, address } = await invited()
    expect((await administrator.http('DELETE', `/api/invitations/${id}`)).status).toBe(204)
    expect(await accept(address)).toMatchObject({ status: 410, body: { reason: 'withdrawn' } })
    const short = await invited({ expiresAt: new Date(host.clock.now().getTime() + 1000).toISOString() })
    host.clock.advance(1000)
    expect(await accept(short.address)).toMatchObject({ status: 410, body: { reason: 'expired' } })
  })

  it('keeps neither code nor address readable in the database', async () => {
    const { id, code } = await invited()
    const stored = JSON.stringify(await readRows(host.platform.db, InvitationEntity, { id }))
    expect(stored).not.toContain(code)
    expect(stored).not.toContain('lanqiao')
    expect((await administrator.does(listInvitations)).items[0]).toMatchObject({ id, email: 't****@lanqiao.example', state: 'open' })
  })

  it('grants roles for outside people only', async () => {
    expect(await invite({ roleId: roles['department-head'] })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/body/roleId' }] },
    })
    expect(await invite({ expiresAt: '2020-01-01T00:00:00.000Z' })).toMatchObject({ status: 400 })
  })

  it('tells whoever invites what there is to choose, and who is in the project', async () => {
    const answer = await administrator.http('GET', `/api/invitations/options?projectId=${project.id}`)
    expect(answer).toMatchObject({ status: 200, body: { mails: false } })
    const { roles: offered, people } = answer.body as { roles: { id: string }[]; people: { name: string }[] }
    expect(offered.map(({ id }) => id).toSorted()).toEqual([roles['external-customer'], roles['external-guest']].toSorted())
    expect(people.map(({ name }) => name)).toContain('周敏')
    const owner = await host.person({ grants: { 'projects.read': 'own', 'projects.manage': 'own' } })
    expect((await owner.http('GET', `/api/invitations/options?projectId=${project.id}`)).status).toBe(400)
    expect(await owner.http('GET', '/api/invitations/options')).toMatchObject({ body: { roles: [], people: [] } })
  })

  it('lasts as long as the date that it was moved to', async () => {
    const first = new Date(host.clock.now().getTime() + 10 * day)
    const later = new Date(first.getTime() + 30 * day).toISOString()
    const { id, address } = await invited({ expiresAt: first.toISOString() })
    const { id: personId } = (await accept(address)).body as { id: string }
    const moved = await administrator.http('PATCH', `/api/invitations/${id}`, { body: { expiresAt: later } })
    expect(moved).toMatchObject({ status: 200, body: { id, state: 'accepted', expiresAt: later } })
    const isDisabled = async () => (await readRows(host.platform.db, PersonEntity, { id: personId }))[0]?.disabled

    host.clock.advance(11 * day)
    await settled()
    expect(await isDisabled()).toBe(false)
    host.clock.advance(30 * day)
    await settled()
    expect(await isDisabled()).toBe(true)
    const over = await administrator.http('PATCH', `/api/invitations/${id}`, { body: { expiresAt: '2030-01-01T00:00:00.000Z' } })
    expect(over).toMatchObject({ status: 410, body: { reason: 'expired' } })
  })

  it('cannot be moved into the past, and not by whoever does not decide about the project', async () => {
    const { id } = await invited()
    const move = (by: TestPerson, expiresAt: string) => by.http('PATCH', `/api/invitations/${id}`, { body: { expiresAt } })
    expect(await move(administrator, '2020-01-01T00:00:00.000Z')).toMatchObject({ status: 400 })
    const stranger = await host.person({ grants: { 'projects.read': 'own', 'projects.manage': 'own' } })
    expect((await move(stranger, '2030-01-01T00:00:00.000Z')).status).toBe(404)
    expect((await stranger.http('POST', `/api/invitations/${id}/link`)).status).toBe(404)
  })

  it('gets another link, also when the first has run out; the one before stops', async () => {
    const { id, address } = await invited()
    host.clock.advance(8 * day)
    expect(await host.http('GET', address)).toMatchObject({ status: 410, body: { reason: 'expired' } })
    const renewed = await administrator.http('POST', `/api/invitations/${id}/link`)
    expect(renewed).toMatchObject({ status: 200, body: { id, state: 'open', mailed: false } })
    const { url } = renewed.body as { url: string }
    const fresh = `/api/invitations/${url.slice(url.lastIndexOf('/') + 1)}`
    expect((await host.http('GET', fresh)).status).toBe(200)
    expect((await host.http('GET', address)).status).toBe(404)
    expect((await accept(fresh)).status).toBe(201)
    expect(await administrator.http('POST', `/api/invitations/${id}/link`)).toMatchObject({ status: 410, body: { reason: 'used' } })
  })

  it('is for whoever decides about the members of that project', async () => {
    const owner = await host.person({ grants: { 'projects.read': 'all', 'projects.manage': 'own' } })
    expect(await invite({}, owner)).toMatchObject({ status: 403 })
    expect((await owner.does(listInvitations)).items).toEqual([])
    const { id } = await invited()
    expect((await owner.http('DELETE', `/api/invitations/${id}`)).status).toBeGreaterThanOrEqual(403)
    const guest = await host.person({ external: true, projects: [project] })
    await expect(
      guest.does(createInvitation, { body: { email: 'a@b.example', projectId: project.id, roleId: roles['external-guest']! } }),
    ).rejects.toMatchObject({ status: 403 })
  })

  it('ends sessions, tokens and sockets at its date, by itself', async () => {
    const { address } = await invited({ expiresAt: new Date(host.clock.now().getTime() + day).toISOString() })
    const { id: personId } = (await accept(address, { account: 'short-stay' })).body as { id: string }
    const answer = await host.http('POST', '/api/auth/login', { body: { account: 'short-stay', password } })
    const cookie = String([answer.headers['set-cookie']].flat()[0]).split(';')[0]!
    expect(await host.http('GET', '/api/me', { headers: { cookie } })).toMatchObject({ status: 200, body: { kind: 'external' } })
    const access = await host.platform.access.get(personId)
    const { token } = await host.platform.dispatcher.call(createApiToken, { access }, { body: { name: 'sync' } })
    const bearer = { authorization: `Bearer ${token}` }
    expect((await host.http('GET', '/api/me', { headers: bearer })).status).toBe(200)
    const socket = new WebSocket(`${(await host.listen()).replace('http', 'ws')}/api/realtime`, { headers: { cookie } })
    await once(socket, 'open')
    const closed = once(socket, 'close')

    host.clock.advance(day)
    await settled()
    await closed
    expect((await host.http('GET', '/api/me', { headers: { cookie } })).status).toBe(401)
    expect((await host.http('GET', '/api/me', { headers: bearer })).status).toBe(401)
    expect((await host.http('POST', '/api/auth/login', { body: { account: 'short-stay', password } })).status).toBe(401)
    const members = (await administrator.http('GET', `/api/projects/${project.id}/members`)).text
    expect(members).not.toContain(personId)
  })

  it('ends the access at once when it is withdrawn after it was accepted', async () => {
    const { id, address } = await invited()
    const { id: personId } = (await accept(address)).body as { id: string }
    await administrator.http('DELETE', `/api/invitations/${id}`)
    expect(await host.platform.access.get(personId)).toBeUndefined()
    expect((await administrator.does(listInvitations)).items.find((item) => item.id === id)).toMatchObject({ state: 'ended' })
  })
})
