import { type Static, Type } from 'typebox'
import { operation } from '../contract/operation.ts'
import { definePermission } from '../contract/permission.ts'
import { invalidInput, notFound } from '../contract/problem.ts'
import { Id, Instant, nullable, pageOf, pageQuery } from '../contract/shapes.ts'

/** Seeing background work and starting dead jobs again. */
export const jobsManage = definePermission('jobs.manage', {
  title: { 'zh-CN': '管理后台任务', en: 'Manage background jobs' },
  scopes: ['none', 'all'],
  presets: { administrator: 'all' },
})

const JobState = Type.Enum(['waiting', 'running', 'done', 'dead'])
/** One job; what it works on is not told. */
export const Job = Type.Object({
  id: Id,
  /** `plugin.verb` */
  kind: Type.String(),
  state: JobState,
  /** When it is tried next, or was last */
  runAt: Instant,
  attempts: Type.Integer(),
  /** What kind of fault ended the last try, e.g. `Error ECONNREFUSED`; never what it says: that may name people */
  error: nullable(Type.String()),
  createdAt: Instant,
})
export type Job = Static<typeof Job>

/** Work by the clock. */
export const JobSchedule = Type.Object({
  kind: Type.String(),
  /** Cron, five fields */
  pattern: Type.String(),
  timeZone: Type.String(),
  /** Null where the pattern comes to an end */
  nextAt: nullable(Instant),
})
export type JobSchedule = Static<typeof JobSchedule>

/** How many jobs there are in each state, and what runs by the clock. */
export const readJobState = operation({
  id: 'jobs.state',
  method: 'GET',
  path: '/jobs/state',
  permission: jobsManage,
  reply: Type.Object({
    waiting: Type.Integer(),
    running: Type.Integer(),
    dead: Type.Integer(),
    schedules: Type.Array(JobSchedule),
  }),
})
/** Newest first; dead ones with `state=dead`. */
export const listJobs = operation({
  id: 'jobs.list',
  method: 'GET',
  path: '/jobs',
  permission: jobsManage,
  query: Type.Object({ ...pageQuery, state: Type.Optional(JobState) }),
  reply: pageOf(Job),
  problems: [invalidInput],
})
/** A dead job begins anew, with all its tries. */
export const restartJob = operation({
  id: 'jobs.restart',
  method: 'POST',
  path: '/jobs/:id/restart',
  permission: jobsManage,
  params: Type.Object({ id: Id }),
  reply: Job,
  problems: [notFound],
})
/** Gives a dead job up. */
export const deleteJob = operation({
  id: 'jobs.delete',
  method: 'DELETE',
  path: '/jobs/:id',
  permission: jobsManage,
  params: Type.Object({ id: Id }),
  problems: [notFound],
})
