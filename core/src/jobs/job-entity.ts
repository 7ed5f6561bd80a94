import { jobsManage } from '@liaison/sdk/platform'
import { column, entity, migration } from '@liaison/sdk/server'

/** Work for later. A job that runs is one that waits until its lease is over: nothing has to find out that a process died. */
export const JobEntity = entity(
  'core_job',
  {
    kind: column.string(),
    /** Sealed JSON; empty once it is done */
    data: column.text(),
    state: column.string().$type<'waiting' | 'done' | 'dead'>(),
    /** Due, or end of the lease of whoever runs it */
    runAt: column.datetime(),
    attempts: column.integer(),
    /** The run that holds the lease */
    runId: column.string().nullable(),
    dedupe: column.string().nullable(),
    /** Person for whom the module has to be on */
    actsFor: column.string().nullable(),
    /** What kind of fault ended the last try */
    error: column.text().nullable(),
  },
  { read: jobsManage, open: true },
)

export const jobMigrations = [
  migration('20261124-jobs', async (change) => {
    await change.createTable(
      'core_job',
      {
        kind: 'text',
        data: 'text',
        state: 'text',
        runAt: 'instant',
        attempts: 'integer',
        runId: 'text?',
        dedupe: 'text?',
        error: 'text?',
      },
      { unique: [['dedupe']], indexes: [['state', 'runAt']] },
    )
  }),
  migration('20261124-job-acts-for', (change) => change.addColumns('core_job', { actsFor: 'id?' })),
  // what a fault says may name people
  migration('20261124-job-faults', (change) => change.run("update core_job set error = 'Error' where error is not null")),
]
