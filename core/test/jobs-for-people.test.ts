import { isProblem } from '@liaison/sdk'
import { changeMatrix, createRole, listAudit } from '@liaison/sdk/platform'
import { definePlugin, type Jobs, jobs as jobsToken, type JobWish } from '@liaison/sdk/server'
import type { TestPerson } from '@liaison/sdk/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { jobRunner } from '../src/jobs/job-runner.ts'
import { listNotes, notes, saveNote } from '../src/roll-out/roll-out-sample.ts'
import { type CoreTestHost, startTestHost } from '../src/testing/start-test-host.ts'

const minute = 60_000

/** What a job does for somebody is judged when it is done, not when it was asked for. */
describe.each(['sqlite', 'postgresql'] as const)('jobs that act for a person on %s', (database) => {
  let host: CoreTestHost
  let administrator: TestPerson
  let reader: TestPerson
  let roleId: string
  /** What the jobs saw, or why they did not */
  const found: unknown[] = []
  let add: (wish: JobWish, kind?: string) => Promise<void>

  const clerks = definePlugin({
    id: 'clerks',
    version: '1.0.0',
    title: { 'zh-CN': '文员', en: 'Clerks' },
    requires: { plugins: { notes: '^1' } },
    systemReasons: { test: 'jobs are added by nobody' },
    setup({ get, asSystem }) {
      const jobs: Jobs = get(jobsToken)
      jobs.define<null>('clerks.count', async (_data, _signal, call) => {
        found.push(
          await call(listNotes, {}).then(
            ({ count }) => count,
            (error: unknown) => (isProblem(error) ? error.type : error),
          ),
        )
      })
      jobs.define<null>('clerks.write', async (_data, _signal, call) => void (await call(saveNote, { body: { text: '代写' } })))
      add = (wish, kind = 'clerks.count') =>
        asSystem('test', (work) => jobs.add(work, kind, null, { at: new Date(work.now.getTime() + minute), ...wish }))
    },
  })

  beforeAll(async () => {
    host = await startTestHost([notes, clerks], { database, now: '2026-03-02T08:00:00.000Z' })
    administrator = await host.person({ roles: ['administrator'] })
    roleId = (await administrator.does(createRole, { body: { name: '读者' } })).id
  })
  beforeEach(async () => {
    found.length = 0
    await give('own')
    reader = await host.person({ roles: ['读者'] })
    const other = await host.person({ roles: ['读者'] })
    for (const person of [reader, reader, other]) await person.does(saveNote, { body: { text: '一' } })
  })
  afterAll(() => host.stop())

  const give = (scope: 'own' | 'none') =>
    administrator.does(changeMatrix, { body: { changes: [{ roleId, permission: 'notes.read', scope }] } })
  const change = (person: TestPerson, body: object) => administrator.http('PATCH', `/api/directory/people/${person.id}`, { body })
  async function later() {
    host.clock.advance(minute)
    await host.platform.kernel.get(jobRunner).settled()
    return found
  }

  it('see what the person sees, and no more', async () => {
    await add({ actsFor: reader.id })
    expect(await later()).toEqual([2])
  })

  it('see nothing when the right was taken from the role meanwhile', async () => {
    await add({ actsFor: reader.id })
    await give('none')
    expect(await later()).toEqual(['forbidden'])
  })

  it('see nothing when the role was taken from the person meanwhile', async () => {
    await add({ actsFor: reader.id })
    await change(reader, { roleIds: [] })
    expect(await later()).toEqual(['forbidden'])
  })

  it('are not done for somebody who was disabled meanwhile', async () => {
    await add({ actsFor: reader.id })
    await change(reader, { disabled: true })
    expect(await later()).toEqual([])
  })

  it('reach nothing where they act for nobody', async () => {
    await add({})
    expect(await later()).toEqual(['sign-in-needed'])
  })

  it('write as the person, and the audit trail says so', async () => {
    await add({ actsFor: reader.id }, 'clerks.write')
    await later()
    expect(await reader.does(listNotes)).toEqual({ count: 3 })
    const { items } = await administrator.does(listAudit, { query: { actor: reader.id } })
    expect(items[0]).toMatchObject({ action: expect.stringMatching(/^notes\.save/) as string, at: host.clock.now().toISOString() })
  })
})
