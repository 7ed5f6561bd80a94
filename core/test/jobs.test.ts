import { deleteJob, listJobs, readJobState, restartJob } from '@liaison/sdk/platform'
import { definePlugin, type Jobs, jobs as jobsToken } from '@liaison/sdk/server'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { JobEntity } from '../src/jobs/job-entity.ts'
import { faultFacts, faultOf } from '../src/jobs/job-fault.ts'
import { jobRunner } from '../src/jobs/job-runner.ts'
import { readRows } from '../src/rooms/read-rows.ts'
import { type CoreTestHost, startTestHost } from '../src/testing/start-test-host.ts'

const began = '2026-03-02T08:00:00.000Z'
const minute = 60_000

describe.each(['sqlite', 'postgresql'] as const)('background jobs on %s', (database) => {
  let host: CoreTestHost
  const ran: unknown[] = []
  let failing = 0
  let holding = Promise.withResolvers<void>()
  let jobs: Jobs
  let unit: (job: (work: Parameters<Jobs['add']>[0]) => Promise<void>) => Promise<void>

  const letters = definePlugin({
    id: 'letters',
    version: '1.0.0',
    title: { 'zh-CN': '信件', en: 'Letters' },
    systemReasons: { test: 'jobs are added by nobody' },
    setup({ get, asSystem }) {
      jobs = get(jobsToken)
      unit = (job) => asSystem('test', job)
      jobs.define(
        'letters.send',
        // oxlint-disable-next-line typescript/require-await -- the interface asks for a promise
        async (data) => {
          if (failing-- > 0) throw new Error('the postman is ill')
          ran.push(data)
        },
        { retries: 2, backoffMs: minute },
      )
      // oxlint-disable-next-line typescript/require-await -- the interface asks for a promise
      jobs.define('letters.collect', async () => void ran.push('collected'))
      jobs.define('letters.hold', () => holding.promise)
      jobs.schedule('letters.collect', '0 18 * * *')
    },
  })

  const runner = () => host.platform.kernel.get(jobRunner)
  const settled = () => runner().settled()
  const stored = (kind = 'letters.send') => readRows(host.platform.db, JobEntity, { kind })

  beforeAll(async () => {
    host = await startTestHost([letters], { database, now: began })
  })
  beforeEach(() => {
    ran.length = 0
    failing = 0
  })
  afterAll(() => host.stop())

  it('runs what was added, and forgets its data', async () => {
    await unit((work) => jobs.add(work, 'letters.send', { to: '林志远' }))
    await settled()
    expect(ran).toEqual([{ to: '林志远' }])
    expect((await stored()).at(-1)).toMatchObject({ state: 'done', data: '' })
  })

  it('adds nothing when the unit of work fails', async () => {
    const failed = unit(async (work) => {
      await jobs.add(work, 'letters.send', 'never')
      throw new Error('something else')
    })
    await expect(failed).rejects.toThrow('something else')
    await settled()
    expect(ran).toEqual([])
  })

  it('keeps what waits sealed', async () => {
    await unit((work) => jobs.add(work, 'letters.send', '13812345678', { at: new Date(work.now.getTime() + minute) }))
    const waiting = (await stored()).find(({ state }) => state === 'waiting')
    expect(waiting?.data).not.toContain('138')
    host.clock.advance(minute)
    await settled()
    expect(ran).toEqual(['13812345678'])
  })

  it('waits until the time has come', async () => {
    await unit((work) => jobs.add(work, 'letters.send', 'later', { at: new Date(work.now.getTime() + 10 * minute) }))
    await settled()
    expect(ran).toEqual([])
    host.clock.advance(10 * minute)
    await settled()
    expect(ran).toEqual(['later'])
  })

  it('adds a job of the same key once, also after it ran', async () => {
    const add = () => unit((work) => jobs.add(work, 'letters.send', 'once', { dedupe: 'letter-1' }))
    await Promise.all([add(), add()])
    await settled()
    await add()
    await settled()
    expect(ran).toEqual(['once'])
  })

  it('takes back under its key what has not been done', async () => {
    await unit((work) => jobs.add(work, 'letters.send', 'regretted', { dedupe: 'letter-2', at: new Date(work.now.getTime() + minute) }))
    await unit((work) => jobs.add(work, 'letters.send', 'kept', { dedupe: 'letter-3', at: new Date(work.now.getTime() + minute) }))
    await unit((work) => jobs.takeBack(work, 'letter-2'))
    await unit((work) => jobs.takeBack(work, 'unknown'))
    host.clock.advance(minute)
    await settled()
    expect(ran).toEqual(['kept'])
  })

  it('does nothing for somebody who was disabled meanwhile', async () => {
    const administrator = await host.person({ roles: ['administrator'] })
    const [leaver, other] = [await host.person(), await host.person()]
    for (const { id } of [leaver, other])
      await unit((work) => jobs.add(work, 'letters.send', id, { actsFor: id, at: new Date(work.now.getTime() + minute) }))
    await administrator.http('PATCH', `/api/directory/people/${leaver.id}`, { body: { disabled: true } })
    host.clock.advance(minute)
    await settled()
    expect(ran).toEqual([other.id])
  })

  it('tries again with growing pauses', async () => {
    failing = 2
    await unit((work) => jobs.add(work, 'letters.send', 'stubborn'))
    await settled()
    host.clock.advance(minute)
    await settled()
    expect(ran).toEqual([])
    host.clock.advance(minute)
    await settled()
    expect(ran).toEqual([]) // the second pause is twice as long
    host.clock.advance(minute)
    await settled()
    expect(ran).toEqual(['stubborn'])
  })

  it('shows dead jobs to administrators, who start them again or give them up', async () => {
    const administrator = await host.person({ roles: ['administrator'] })
    const die = async (data: string) => {
      failing = 3
      await unit((work) => jobs.add(work, 'letters.send', data))
      for (let time = 0; time < 4; time += 1) {
        await settled()
        host.clock.advance(10 * minute)
      }
    }
    await die('dead')
    const [job] = (await administrator.does(listJobs, { query: { state: 'dead' } })).items
    expect(job).toMatchObject({ kind: 'letters.send', attempts: 3, error: 'Error', state: 'dead' })
    await administrator.does(restartJob, { params: { id: job!.id } })
    await settled()
    expect(ran).toEqual(['dead'])

    await die('given up')
    const [other] = (await administrator.does(listJobs, { query: { state: 'dead' } })).items
    await administrator.does(deleteJob, { params: { id: other!.id } })
    expect((await administrator.does(listJobs, { query: { state: 'dead' } })).items).toEqual([])

    const somebody = await host.person()
    await expect(somebody.does(listJobs)).rejects.toMatchObject({ status: 403 })
  })

  it('tells how many there are, and what runs next by the clock', async () => {
    const administrator = await host.person({ roles: ['administrator'] })
    const before = await administrator.does(readJobState)
    await unit((work) => jobs.add(work, 'letters.send', 'soon', { at: new Date(work.now.getTime() + minute) }))
    const after = await administrator.does(readJobState)
    expect(after.waiting).toBe(before.waiting + 1)
    expect(after.schedules).toContainEqual({
      ...{ kind: 'letters.collect', pattern: '0 18 * * *', timeZone: 'Asia/Shanghai' },
      nextAt: '2026-03-02T10:00:00.000Z',
    })
    expect((await administrator.does(listJobs, { query: { state: 'running' } })).items).toEqual([])
    host.clock.advance(minute)
    await settled()
  })

  it('shows a job that runs as running', async () => {
    const administrator = await host.person({ roles: ['administrator'] })
    holding = Promise.withResolvers()
    await unit((work) => jobs.add(work, 'letters.hold', null))
    const settling = settled()
    await vi.waitFor(async () => expect((await administrator.does(readJobState)).running).toBe(1), 3_000)
    expect((await administrator.does(listJobs, { query: { state: 'running' } })).items).toMatchObject([
      { kind: 'letters.hold', state: 'running' },
    ])
    holding.resolve()
    await settling
    expect((await administrator.does(readJobState)).running).toBe(0)
  })

  it('keeps of a fault what kind it was, and nothing that it says', async () => {
    expect(faultOf(Object.assign(new Error('550 <li@example.com> unknown'), { code: 'EENVELOPE', responseCode: 550 }))).toBe(
      'Error EENVELOPE 550',
    )
    expect(faultOf('li@example.com')).toBe('no error object')
    expect(JSON.stringify(faultFacts(new TypeError('13812341234')))).not.toContain('138')
  })

  it('does nothing while the module is off', async () => {
    await unit((work) => jobs.add(work, 'letters.send', 'off', { at: new Date(work.now.getTime() + minute) }))
    host.enable('letters', false)
    host.clock.advance(minute)
    await settled()
    expect(ran).toEqual([])
    host.enable('letters', true)
    await settled()
    expect(ran).toEqual(['off'])
  })

  it('runs by the clock, in the time zone of the company', async () => {
    host.clock.set('2026-04-01T09:59:30.000Z')
    await settled() // plans the run of 18:00 in Shanghai
    ran.length = 0
    host.clock.set('2026-04-01T10:00:01.000Z')
    await settled()
    expect(ran).toEqual(['collected'])
    await settled()
    expect(ran).toEqual(['collected'])
  })
})
