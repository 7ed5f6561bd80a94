import { notFound } from '@liaison/sdk'
import { deleteJob, type Job, listJobs, readJobState, restartJob } from '@liaison/sdk/platform'
import { bind, type Where, type Work } from '@liaison/sdk/server'
import { JobEntity } from './job-entity.ts'
import type { JobRunner } from './job-runner.ts'
import type { JobRow } from './job-store.ts'

type W = Work<typeof JobEntity>

export const jobOperations = [listJobs, readJobState, restartJob, deleteJob]

const shown = ({ id, kind, state, runId, runAt, attempts, error, createdAt }: JobRow): Job => ({
  ...{ id, kind, attempts, error },
  state: state === 'waiting' && runId !== null ? 'running' : state,
  runAt: runAt.toISOString(),
  createdAt: createdAt.toISOString(),
})

/** @throws notFound (404) when it is not dead */
async function dead(work: W, id: string): Promise<void> {
  if ((await work.rows.of(JobEntity).get(id)).state !== 'dead') throw notFound()
}

const isRunning: Where<typeof JobEntity> = (eb) => eb.and([eb('state', '=', 'waiting'), eb('runId', 'is not', null)])
const states = {
  waiting: { state: 'waiting', runId: null },
  dead: { state: 'dead' },
  done: { state: 'done' },
} as const

export const bindJobs = (runner: Pick<JobRunner, 'schedules'>) => [
  bind(listJobs, async (work: W, { query: { state, ...page } }) => {
    const jobs = work.rows.of(JobEntity)
    const order = { by: 'id', descending: true } as const
    const { items, next } = await (state === 'running'
      ? jobs.list({ ...page, where: isRunning, order })
      : jobs.list({ ...page, where: state === undefined ? {} : states[state], order }))
    return { items: items.map(shown), next }
  }),
  bind(readJobState, async ({ rows, now }: W) => {
    const jobs = rows.of(JobEntity)
    const [waiting, running, dead] = [await jobs.count(states.waiting), await jobs.count(isRunning), await jobs.count(states.dead)]
    return { waiting, running, dead, schedules: runner.schedules(now) }
  }),
  bind(restartJob, async (work: W, { params: { id } }) => {
    await dead(work, id)
    return shown(await work.rows.of(JobEntity).change(id, { state: 'waiting', runAt: work.now, attempts: 0 }))
  }),
  bind(deleteJob, async (work: W, { params: { id } }) => {
    await dead(work, id)
    await work.rows.of(JobEntity).remove(id)
  }),
]
