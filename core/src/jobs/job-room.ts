import { jobsManage } from '@liaison/sdk/platform'
import { clock, definePlugin, jobs, rollOut } from '@liaison/sdk/server'
import { uuidSource } from '../kernel/uuid.ts'
import { compiledAccess, database, dispatcher, installation, kernel } from '../rooms/floors.ts'
import { Sealed } from '../rooms/sealed.ts'
import { sealedTexts } from '../sensitive/sealed-texts.ts'
import { callsBy } from './job-call.ts'
import { JobEntity, jobMigrations } from './job-entity.ts'
import { bindJobs, jobOperations } from './job-operations.ts'
import { jobRunner, JobRunner } from './job-runner.ts'
import { JobStore } from './job-store.ts'

/** Background work: durable, leased, retried; the platform stops it before anything else ends. */
export const jobRoom = definePlugin({
  id: 'jobs',
  version: '0.1.0',
  title: { 'zh-CN': '后台任务', en: 'Background jobs' },
  permissions: [jobsManage],
  entities: [JobEntity],
  migrations: jobMigrations,
  operations: jobOperations,
  tokens: [jobs, jobRunner],
  setup({ provide, get, bind, logger }) {
    const db = get(database)
    const store = new JobStore(db, new Sealed(get(installation).keyRing, sealedTexts.jobs.purpose))
    const runner = new JobRunner({
      db,
      store,
      kernel: get(kernel),
      rollOut: get(rollOut),
      callAs: callsBy({ access: get(compiledAccess), dispatcher: () => get(dispatcher) }),
      clock: get(clock),
      log: logger,
      newId: uuidSource(Date.now),
    })
    provide(jobRunner, () => runner)
    provide(jobs, () => runner)
    bind(bindJobs(runner))
    runner.start()
    return () => runner.stop()
  },
})
