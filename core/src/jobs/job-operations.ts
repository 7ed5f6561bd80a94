import { notFound } from '@liaison/sdk'
import { deleteJob, type Job, listJobs, restartJob } from '@liaison/sdk/platform'
import { bind, type Work } from '@liaison/sdk/server'
import { JobEntity } from './job-entity.ts'
import type { JobRow } from './job-store.ts'

type W = Work<typeof JobEntity>

export const jobOperations = [listJobs, restartJob, deleteJob]

const shown = ({ id, kind, state, runAt, attempts, error, createdAt }: JobRow): Job => ({
  ...{ id, kind, state, attempts, error },
  runAt: runAt.toISOString(),
  createdAt: createdAt.toISOString(),
})

/** @throws notFound (404) when it is not dead */
async function dead(work: W, id: string): Promise<void> {
  if ((await work.rows.of(JobEntity).get(id)).state !== 'dead') throw notFound()
}

export const bindJobs = () => [
  bind(listJobs, async (work: W, { query: { state, ...page } }) => {
    const where = state === undefined ? {} : { state }
    const { items, next } = await work.rows.of(JobEntity).list({ ...page, where, order: { by: 'id', descending: true } })
    return { items: items.map(shown), next }
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
