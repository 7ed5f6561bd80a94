import { listModules, readModule } from '@liaison/sdk/platform'
import type { TestPerson } from '@liaison/sdk/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type CoreTestHost, startTestHost } from '../testing/start-test-host.ts'
import { colourNote, countNotes, digest, digestPlugin, listNotes, noteColours, notes } from './roll-out-sample.ts'
import { useCounter } from './use-counter.ts'
import { forgetUse, forgetUseOf, useOf } from './use-figures.ts'

const day = 86_400_000

describe.each(['sqlite', 'postgresql'] as const)('the use of modules on %s', (database) => {
  let host: CoreTestHost
  let admin: TestPerson
  let people: TestPerson[]
  let department: { readonly id: string }

  beforeAll(async () => {
    host = await startTestHost([notes, digestPlugin([])], { database, now: '2026-11-01T08:00:00.000Z' })
    department = await host.department({ name: '研发部' })
    admin = await host.person({ roles: ['administrator'] })
    people = []
    for (let at = 0; at < 6; at++) people.push(await host.person({ grants: { 'notes.read': 'own' }, departments: [department] }))
  })
  afterAll(() => host.stop())
  /** The server looks at the day when it writes. */
  const pass = (days: number): Promise<void> => {
    host.clock.advance(days * day)
    return host.platform.kernel.get(useCounter).flush()
  }
  /** Long afterwards nobody has used anything lately. */
  beforeEach(() => pass(70))

  const use = async (key: string) => (await admin.does(listModules)).items.find((one) => one.key === key)!.use!

  it('counts people, not what they do, over seven days', async () => {
    await people[0]!.does(listNotes)
    await people[0]!.does(listNotes)
    await people[1]!.does(listNotes)
    expect(await use('notes')).toEqual({ people: 2, before: 0, trend: [0, 0, 0, 0, 0, 0, 0, 2] })
    await pass(3)
    await people[0]!.does(listNotes)
    await people[2]!.does(listNotes)
    expect((await use('notes')).people).toBe(3)
    await pass(5)
    // the first two were there eight days ago, one of them again five days ago
    expect(await use('notes')).toMatchObject({ people: 2, before: 2 })
  })

  it('counts a feature beside its module, and what is done through another module for both', async () => {
    await people[3]!.does(colourNote)
    expect((await use('notes')).people).toBe(1)
    expect((await use(noteColours.key)).people).toBe(1)
    await people[4]!.does(digest)
    expect((await use('digest')).people).toBe(1)
  })

  it('does not count what a page or a job asks by itself, nor who is refused', async () => {
    await people[0]!.does(countNotes)
    expect(await host.byJob(people[0]!.id, listNotes, {})).toMatchObject({ status: 200 })
    await expect(admin.does(listNotes)).rejects.toMatchObject({ status: 403 })
    expect((await use('notes')).people).toBe(0)
  })

  it('is told by department, and not for fewer than five people', async () => {
    for (const person of people.slice(0, 3)) await person.does(listNotes)
    const read = () => admin.does(readModule, { params: { key: 'notes' } })
    expect((await read()).departments).toMatchObject([{ name: '研发部', people: 6, of: 6, used: 3 }])
    const few = {
      body: { steps: [{ audience: { kind: 'people', personIds: people.slice(0, 3).map(({ id }) => id) }, from: '2026-01-01T00:00:00Z' }] },
    }
    await admin.http('PATCH', '/api/modules/notes', few)
    expect(await read()).toMatchObject({ use: null, departments: [{ people: 3, used: null }] })
    await admin.http('PATCH', '/api/modules/notes', { body: { steps: null } })
  })

  it('is of the day that it is told of, for what tells of the past', async () => {
    const { dispatcher, access } = host.platform
    const past = new Date(host.clock.now().getTime() - 10 * day)
    await dispatcher.call(listNotes, { access: await access.get(people[5]!.id), now: past }, {})
    expect(await use('notes')).toMatchObject({ people: 0, before: 1 })
  })

  it('is told to the person, and goes with the account', async () => {
    const { db } = host.platform
    const { id } = people[4]!
    await people[4]!.does(listNotes)
    await host.platform.kernel.get(useCounter).flush()
    const today = new Date(host.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
    expect(await useOf(db, id)).toContainEqual({ module: 'notes', day: today })
    await db.write((unit) => forgetUseOf(db, unit, id))
    expect(await useOf(db, id)).toEqual([])
  })

  it('is written once for a person, module and day, and forgotten after the weeks that are shown', async () => {
    const counter = host.platform.kernel.get(useCounter)
    const rows = async () => (await host.platform.db.read.all('select * from core_module_use', [])).length
    await forgetUse(host.platform.db, 1_000_000)
    await Promise.all(Array.from({ length: 50 }, () => people[0]!.does(listNotes)))
    await counter.flush()
    await people[0]!.does(listNotes)
    await counter.flush()
    expect(await rows()).toBe(1)
    await forgetUse(host.platform.db, 1_000_000)
    expect(await rows()).toBe(0)
  })
})
