import { describePlatform, readMe } from '@liaison/sdk'
import { type Audience, changeModule, explainAccess, listModuleChanges, listModules, readModule } from '@liaison/sdk/platform'
import { rollOut } from '@liaison/sdk/server'
import type { TestPerson } from '@liaison/sdk/testing'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { jobRunner } from '../jobs/job-runner.ts'
import { type CoreTestHost, startTestHost } from '../testing/start-test-host.ts'
import { colourNote, digest, digestPlugin, listNotes, noteColours, notes, orderDigest, saveNote } from './roll-out-sample.ts'

const now = '2026-11-24T08:00:00.000Z'
const later = (hours: number): string => new Date(Date.parse(now) + hours * 3_600_000).toISOString()
const off = expect.objectContaining({ type: 'module-not-enabled', status: 404 })

describe.each(['sqlite', 'postgresql'] as const)('the roll-out on %s', (database) => {
  const told: string[] = []
  let host: CoreTestHost
  let admin: TestPerson
  let pilot: TestPerson
  let other: TestPerson
  let outside: TestPerson
  let above: { readonly id: string }
  let department: { readonly id: string }

  beforeAll(async () => {
    host = await startTestHost([notes, digestPlugin(told)], { database, now })
    above = await host.department({ name: '产品中心' })
    department = await host.department({ name: '产品一部', parent: above })
    const grants = { 'notes.read': 'own' } as const
    admin = await host.person({ roles: ['administrator'] })
    pilot = await host.person({ name: '试用', grants, departments: [department] })
    other = await host.person({ name: '旁人', grants })
    outside = await host.person({ name: '客户', grants: { 'notes.read': 'own' }, external: true })
  })
  afterAll(() => host.stop())
  beforeEach(() => {
    host.clock.set(now)
    told.length = 0
  })
  afterEach(() => openToAll('notes', noteColours.key, 'digest'))

  const roll = (key: string, ...audiences: Audience[]) =>
    admin.does(changeModule, { params: { key }, body: { steps: audiences.map((audience) => ({ audience, from: now })) } })
  const openToAll = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await admin.does(changeModule, { params: { key }, body: { steps: null } })
  }
  const has = async (person: TestPerson): Promise<boolean> => (await person.http('GET', '/api/notes')).status === 200

  it('is for everybody until somebody says otherwise', async () => {
    expect([await has(pilot), await has(other), await has(outside)]).toEqual([true, true, true])
    const { items } = await admin.does(listModules)
    expect(items).toMatchObject([
      { key: 'notes', kind: 'module', summary: { en: 'Notes and reminders' }, stage: 'done', steps: null, reach: { people: 5, of: 5 } },
      { key: noteColours.key, kind: 'feature', moduleId: 'notes', steps: null },
      { key: 'digest', summary: null },
    ])
  })

  describe('reaches', () => {
    it.each([
      ['nobody without a step', () => [], [false, false, false]],
      ['a department with all below it', () => [{ kind: 'departments', departmentIds: [above.id] }], [true, false, false]],
      ['people by name', () => [{ kind: 'people', personIds: [other.id, outside.id] }], [false, true, true]],
      ['everybody inside', () => [{ kind: 'inside' }], [true, true, false]],
      ['all', () => [{ kind: 'all' }], [true, true, true]],
      ['everybody inside by a full share, and nobody outside', () => [{ kind: 'percentage', percentage: 100 }], [true, true, false]],
      [
        'whoever one of several steps reaches',
        () => [
          { kind: 'departments', departmentIds: [department.id] },
          { kind: 'people', personIds: [outside.id] },
        ],
        [true, false, true],
      ],
    ] as [string, () => Audience[], boolean[]][])('%s', async (_name, audiences, expected) => {
      const { forecast } = await roll('notes', ...audiences())
      expect([await has(pilot), await has(other), await has(outside)]).toEqual(expected)
      // the first administrator, and the one of this test, are inside and in no department
      expect(forecast.of).toBe(5)
    })
  })

  describe('closes for whom it is off', () => {
    beforeEach(() => roll('notes', { kind: 'departments', departmentIds: [department.id] }))

    it('operations, as if the module were not there', async () => {
      await expect(other.does(listNotes)).rejects.toEqual(off)
      expect(await pilot.does(listNotes)).toEqual({ count: 0 })
      expect((await other.http('POST', '/api/notes', { body: {} })).body).toMatchObject({ type: 'urn:liaison:problem:module-not-enabled' })
    })

    it('calls over a socket', async () => {
      const socket = await other.socket()
      socket.send({ type: 'call', id: 'c', operation: 'notes.list', params: {}, query: {} })
      expect(await socket.next({ id: 'c' })).toMatchObject({ type: 'problem', problem: { status: 404 } })
      await socket.close()
    })

    it('what another module does as the person', async () => {
      await expect(other.does(digest)).rejects.toEqual(off)
      expect(await pilot.does(digest)).toEqual({ count: 0 })
    })

    it('what a role gives, when somebody asks why', async () => {
      const ask = (personId: string) => admin.does(explainAccess, { body: { personId, permission: 'notes.read' } })
      const { allowed, because } = await ask(other.id)
      expect(allowed).toBe(false)
      expect(because[0]).toMatchObject({ holds: false, text: { 'zh-CN': expect.stringContaining('尚未对此人开放') } })
      expect((await ask(pilot.id)).allowed).toBe(true)
    })

    it('public addresses to strangers, who are no audience', async () => {
      expect((await host.http('GET', '/api/notes/notice')).status).toBe(404)
      expect((await pilot.http('GET', '/api/notes/notice')).status).toBe(200)
      expect((await host.http('GET', '/api/notes')).status).toBe(401)
      await roll('notes', { kind: 'all' })
      expect((await host.http('GET', '/api/notes/notice')).status).toBe(200)
    })

    it('the module in what people are told of themselves', async () => {
      expect((await other.does(readMe)).modules).toEqual(['digest'])
      expect((await other.does(readMe)).features).toEqual([])
      expect(await pilot.does(readMe)).toMatchObject({ modules: ['notes', 'digest'], features: [noteColours.key] })
      expect((await other.does(describePlatform)).modules.map(({ id }) => id)).toEqual(['digest'])
    })

    it('new subscriptions, and what the module tells a person', async () => {
      const [mine, his] = [await pilot.socket(), await other.socket()]
      await mine.subscribe(`person:${pilot.id}`)
      await his.subscribe(`person:${other.id}`)
      await expect(his.subscribe(`notes.note:${other.id}`)).rejects.toMatchObject({ status: 404 })
      for (const { id } of [other, pilot]) await pilot.http('POST', `/api/notes/reminders/${id}`)
      expect(await mine.next({ type: 'event' })).toMatchObject({ name: 'notes.saved' })
      await roll('notes', { kind: 'all' })
      // the first that he hears of it is that it is there
      expect(await his.next({ type: 'event' })).toMatchObject({ name: 'platform.accessChanged' })
      await Promise.all([mine.close(), his.close()])
    })

    it('nothing in the API’s document', async () => {
      expect((await other.http('GET', '/api/openapi.json')).text).toContain('notes.save')
    })

    it('what acts for the person unasked: a service answers for whom it is on', async () => {
      const service = host.platform.kernel.get(rollOut)
      expect([await service.isOn('notes', pilot.id), await service.isOn('notes', other.id)]).toEqual([true, false])
      expect(await service.isOn(noteColours.key, other.id)).toBe(false)
      expect(await service.isOn('notes', department.id)).toBe(false)
    })
  })

  it('passes over the taps of a module that is off for whoever acts', async () => {
    await roll('digest', { kind: 'people', personIds: [pilot.id] })
    await pilot.does(saveNote, { body: { text: '一' } })
    await other.does(saveNote, { body: { text: '二' } })
    expect(told).toEqual([`tap ${pilot.id}`])
  })

  it('passes over the jobs that a module has for somebody for whom it is off', async () => {
    await roll('digest', { kind: 'people', personIds: [pilot.id] })
    for (const { id } of [other, pilot]) await pilot.does(orderDigest, { params: { personId: id } })
    await host.platform.kernel.get(jobRunner).settled()
    expect(told).toEqual([`job ${pilot.id}`])
  })

  it('opens and closes a feature apart from the rest of its module', async () => {
    await roll(noteColours.key, { kind: 'people', personIds: [pilot.id] })
    await pilot.does(colourNote)
    await expect(other.does(colourNote)).rejects.toEqual(off)
    await other.does(listNotes)
    expect((await other.does(readMe)).features).toEqual([])
    expect((await admin.does(readModule, { params: { key: noteColours.key } })).reach.people).toBe(1)
  })

  it('ends what a socket listens to at once, and says on the person’s topic that something changed', async () => {
    const { id } = await other.does(saveNote, { body: { text: '三' } })
    const socket = await other.socket()
    await socket.subscribe(`person:${other.id}`)
    await socket.subscribe(`notes.note:${id}`)
    await roll('notes', { kind: 'people', personIds: [pilot.id] })
    expect(await socket.next({ type: 'event' })).toMatchObject({ topic: `person:${other.id}`, name: 'platform.accessChanged' })
    expect(await socket.next({ type: 'problem' })).toMatchObject({ topic: `notes.note:${id}` })
    await socket.close()
  })

  describe('by the clock', () => {
    const between = { audience: { kind: 'people' as const, personIds: [] as string[] }, from: later(1), until: later(2) }

    it('begins and ends by itself, also on open sockets', async () => {
      const { id } = await other.does(saveNote, { body: { text: '四' } })
      const steps = [
        { audience: { kind: 'people' as const, personIds: [pilot.id] }, from: now },
        { ...between, audience: { kind: 'people' as const, personIds: [other.id] } },
      ]
      const { module } = await admin.does(changeModule, { params: { key: 'notes' }, body: { steps } })
      expect(module.nextChangeAt).toBe(later(1))
      const socket = await other.socket()
      await socket.subscribe(`person:${other.id}`)
      expect(await has(other)).toBe(false)

      host.clock.set(later(1))
      expect(await has(other)).toBe(true)
      expect(await socket.next({ type: 'event' })).toMatchObject({ name: 'platform.accessChanged' })
      await socket.subscribe(`notes.note:${id}`)

      host.clock.set(later(2))
      // nobody asks anything: the server looks itself
      expect(await socket.next({ type: 'problem' })).toMatchObject({ topic: `notes.note:${id}` })
      expect(await has(other)).toBe(false)
      expect(await has(pilot)).toBe(true)
      await socket.close()
    })
  })

  describe('a change', () => {
    it('tells before it is made for how many it would be on', async () => {
      const steps = [{ audience: { kind: 'departments' as const, departmentIds: [above.id] }, from: now }]
      const { applied, forecast } = await admin.does(changeModule, { params: { key: 'notes' }, body: { steps, dryRun: true } })
      expect(applied).toBe(false)
      expect(forecast).toMatchObject({ people: 1, of: 5, gains: 0, loses: 4, stepReach: [1], gaining: [] })
      expect(forecast.losing.map(({ name }) => name)).toContain('旁人')
      expect(await has(other)).toBe(true)
    })

    it('is remembered with who decided it, and audited', async () => {
      await admin.does(changeModule, { params: { key: 'digest' }, body: { stage: 'testing', ownerId: pilot.id, goLiveAt: later(48) } })
      await roll('digest')
      const { items } = await admin.does(listModuleChanges, { params: { key: 'digest' } })
      expect(items.slice(0, 2)).toMatchObject([
        { by: { id: admin.id }, changed: ['steps'], steps: [], stage: 'testing', owner: { id: pilot.id } },
        { changed: ['stage', 'ownerId', 'goLiveAt'], goLiveAt: later(48) },
      ])
      const { body } = await (await host.person({ roles: ['administrator'] })).http('GET', '/api/audit?action=modules.change')
      expect((body as { items: unknown[] }).items.length).toBeGreaterThan(0)
    })

    it('is refused for what names nobody, ends before it begins, or mixes audiences', async () => {
      const wrong = (step: unknown) => admin.http('PATCH', '/api/modules/notes', { body: { steps: [step] } })
      const unknown = '0190a000-0000-7000-8000-000000000000'
      const pointer = async (step: unknown) => ((await wrong(step)).body as { errors: { pointer: string }[] }).errors[0]!.pointer
      expect(await pointer({ audience: { kind: 'people', personIds: [unknown] }, from: now })).toBe('/body/steps/0/audience/personIds')
      expect(await pointer({ audience: { kind: 'departments' }, from: now })).toBe('/body/steps/0/audience/departmentIds')
      expect(await pointer({ audience: { kind: 'all', percentage: 5 }, from: now })).toBe('/body/steps/0/audience/percentage')
      expect(await pointer({ audience: { kind: 'all' }, from: now, until: now })).toBe('/body/steps/0/until')
      expect(await pointer({ audience: { kind: 'percentage', percentage: 101 }, from: now })).toContain('percentage')
    })

    it('is refused on an older version, to whoever may not, and for what there is not', async () => {
      const { module } = await roll('notes', { kind: 'all' })
      const stale = await admin.http('PATCH', '/api/modules/notes', {
        body: { stage: 'testing' },
        headers: { 'if-match': `"${module.version + 7}"` },
      })
      expect(stale.status).toBe(412)
      expect((await pilot.http('PATCH', '/api/modules/notes', { body: { steps: [] } })).status).toBe(403)
      expect((await admin.http('PATCH', '/api/modules/nothing', { body: { steps: [] } })).status).toBe(404)
      expect((await admin.http('GET', '/api/modules/auth')).status).toBe(404)
    })
  })
})
