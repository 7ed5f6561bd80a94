import { changeMatrix, changePerson, createProject, createRole, endView, listAudit, startView } from '@liaison/sdk/platform'
import type { TestPerson } from '@liaison/sdk/testing'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type CoreTestHost, startTestHost } from '../testing/index.ts'
import { bearerOf } from '../testing/test-sessions.ts'
import { openSocket } from '../testing/test-socket.ts'

describe.each(['sqlite', 'postgresql'] as const)('viewing as somebody else on %s', (database) => {
  let host: CoreTestHost
  let administrator: TestPerson
  let other: TestPerson
  let guest: TestPerson
  beforeAll(async () => {
    host = await startTestHost([], { database, now: '2026-11-24T08:00:00Z' })
    administrator = await host.person({ name: '系统', roles: ['administrator'] })
    other = await host.person({ name: '另一位', roles: ['administrator'] })
    const project = await host.project({ name: '联合研发' })
    guest = await host.person({ name: '丁雯', external: true, roles: ['external-customer'], projects: [project] })
    await administrator.does(createProject, { body: { name: '内部项目' } })
  })
  afterAll(() => host.stop())

  const begin = (by = administrator, personId = guest.id) => by.does(startView, { body: { personId, reason: '排查权限' } })
  const get = (viewId: string, path: string, by = administrator) => by.http('GET', `/api${path}`, { headers: { 'View-As': viewId } })
  const names = (body: unknown) => (body as { items: { name: string }[] }).items.map(({ name }) => name)

  it('answers as that person, and only with the header', async () => {
    const { id, person, expiresAt } = await begin()
    expect(person).toMatchObject({ id: guest.id, name: '丁雯' })
    expect(expiresAt).toBe('2026-11-24T08:30:00.000Z')
    expect((await get(id, '/me')).body).toMatchObject({ id: guest.id, kind: 'external' })
    expect(names((await get(id, '/projects')).body)).toEqual(['联合研发'])
    expect((await get(id, '/audit')).status).toBe(403)
    expect(names((await administrator.http('GET', '/api/projects')).body)).toContain('内部项目')
  })

  it('refuses every change, whatever the person or the viewer may do', async () => {
    const { id } = await begin(administrator, other.id)
    const headers = { 'View-As': id }
    for (const [method, url, body] of [
      ['POST', '/api/projects', { name: '新项目' }],
      ['PATCH', `/api/directory/people/${guest.id}`, { title: '客户' }],
      ['DELETE', `/api/access/views/${id}`, undefined],
      ['POST', '/api/auth/logout', undefined],
      ['POST', '/api/realtime/tickets', undefined],
    ] as const) {
      const refused = await administrator.http(method, url, { headers, ...(body !== undefined && { body }) })
      expect([url, refused.status, (refused.body as { type: string }).type]).toEqual([
        ...[url, 403],
        'urn:liaison:problem:view-as-is-read-only',
      ])
    }
  })

  it('is never dropped by a socket that names it', async () => {
    const address = await host.listen()
    const authorization = `Bearer ${bearerOf(administrator.id)}`
    const { id } = await begin()
    const socket = await openSocket(address, { authorization, 'View-As': id })
    socket.send({ type: 'call', id: 'me', operation: 'platform.me', params: {} })
    expect(await socket.next({ id: 'me' })).toMatchObject({ body: { id: guest.id } })
    await socket.close()
    await expect(openSocket(address, { authorization, 'View-As': 'no view' })).rejects.toThrow('403')
    await expect(openSocket(address, { authorization, 'View-As': id }, (await begin()).id)).rejects.toThrow('403')
  })

  it('belongs to the session that began it', async () => {
    const { id } = await begin()
    expect((await get(id, '/me', other)).status).toBe(403)
    expect((await get(id, '/me', guest)).status).toBe(403)
    await expect(other.does(endView, { params: { id } })).rejects.toMatchObject({ status: 404 })
    expect((await get('no view', '/me')).body).toMatchObject({ type: 'urn:liaison:problem:view-as-has-ended' })
  })

  it('ends when it is ended, after half an hour, and with the person', async () => {
    const ended = await begin()
    await administrator.does(endView, { params: { id: ended.id } })
    expect((await get(ended.id, '/me')).status).toBe(403)

    const expired = await begin()
    host.clock.advance(30 * 60_000)
    expect((await get(expired.id, '/me')).body).toMatchObject({ type: 'urn:liaison:problem:view-as-has-ended' })

    const leaver = await host.person({ name: '离职' })
    const orphaned = await begin(administrator, leaver.id)
    await administrator.does(changePerson, { params: { id: leaver.id }, body: { disabled: true } })
    expect((await get(orphaned.id, '/me')).status).toBe(403)
    await expect(begin(administrator, leaver.id)).rejects.toMatchObject({ status: 400 })
    await expect(begin(administrator, administrator.id)).rejects.toMatchObject({ status: 400 })
  })

  it('never shows more than the viewer may see himself', async () => {
    const { id: roleId } = await administrator.does(createRole, { body: { name: '支持', description: '', external: false } })
    const granted = (permission: string, scope: 'own' | 'all') => ({ roleId, permission, scope })
    await administrator.does(changeMatrix, {
      body: { changes: [granted('access.view-as', 'all'), granted('people.read', 'all'), granted('projects.read', 'own')] },
    })
    const supporter = await host.person({ name: '支持' })
    await administrator.does(changePerson, { params: { id: supporter.id }, body: { roleIds: [roleId] } })
    const { id } = await begin(supporter, other.id)
    // an administrator sees every project and the trail; who views as him sees neither
    expect(names((await get(id, '/projects', supporter)).body)).toEqual([])
    expect((await get(id, '/audit', supporter)).status).toBe(403)
    expect((await get(id, '/directory/people', supporter)).status).toBe(200)
    await administrator.does(changeMatrix, { body: { changes: [{ roleId, permission: 'access.view-as', scope: 'none' }] } })
    expect((await get(id, '/directory/people', supporter)).body).toMatchObject({ type: 'urn:liaison:problem:view-as-has-ended' })
  })

  it('keeps what concerns the person alone to the person', async () => {
    const { id } = await begin(administrator, other.id)
    for (const path of ['/me/sessions', '/auth/tokens'])
      expect([path, (await get(id, path)).body]).toEqual([path, expect.objectContaining({ type: 'urn:liaison:problem:view-as-hides-own' })])
  })

  it('takes the permission', async () => {
    await expect(begin(guest, administrator.id)).rejects.toMatchObject({ status: 403 })
  })

  it('leaves start, end and refusals in the trail, in the viewer’s name', async () => {
    const { id } = await begin()
    await get(id, '/audit')
    await get(id, '/projects')
    await administrator.does(endView, { params: { id } })
    const entries = async (action: string) => (await administrator.does(listAudit, { query: { action } })).items
    await vi.waitFor(
      async () =>
        expect((await entries('directory.listProjects:viewed'))[0]).toMatchObject({
          actor: { id: administrator.id },
          names: [{ id: guest.id }],
        }),
      3_000,
    )
    expect(await entries('access.startView:create')).toContainEqual(
      expect.objectContaining({
        actor: expect.objectContaining({ id: administrator.id }) as unknown,
        resource: { type: 'core_view', id, name: null },
        changes: expect.arrayContaining([
          { field: 'personId', before: null, after: JSON.stringify(guest.id) },
          { field: 'reason', before: null, after: '"排查权限"' },
        ]) as unknown,
      }),
    )
    expect((await entries('access.endView:')).filter(({ resource }) => resource.id === id)).toMatchObject([
      { actor: { id: administrator.id } },
    ])
    await vi.waitFor(async () => expect((await entries('audit.list:denied'))[0]).toMatchObject({ actor: { id: administrator.id } }), 3_000)
  })
})
