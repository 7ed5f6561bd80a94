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

const JobState = Type.Enum(['waiting', 'done', 'dead'])
/** One job; what it works on is not told. */
export const Job = Type.Object({
  id: Id,
  /** `plugin.verb` */
  kind: Type.String(),
  state: JobState,
  /** When it is tried next, or was last */
  runAt: Instant,
  attempts: Type.Integer(),
  /** Why the last try failed */
  error: nullable(Type.String()),
  createdAt: Instant,
})
export type Job = Static<typeof Job>

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
