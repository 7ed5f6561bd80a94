import type { Clock, JobHandler, JobOptions, Jobs, JobWish, Logger, RollOut } from '@liaison/sdk/server'
import { createToken } from '@liaison/sdk'
import type { JobSchedule } from '@liaison/sdk/platform'
import { Cron } from 'croner'
import type { Database } from '../data/database.ts'
import { outsideUnits } from '../data/unit-guard.ts'
import type { Kernel } from '../kernel/kernel.ts'
import { unitOf } from '../rooms/unit-of.ts'
import type { CallAs } from './job-call.ts'
import { faultFacts, faultOf } from './job-fault.ts'
import type { JobRow, JobStore } from './job-store.ts'

const signal = 'jobs'
const pollMs = 1_000
const leaseMs = 60_000
const mostAtOnce = 4
const longestPauseMs = 3_600_000
const keptMs = 86_400_000
const pruneMs = 3_600_000

interface Kind {
  readonly handler: JobHandler<never>
  readonly retries: number
  readonly backoffMs: number
}
interface Schedule {
  readonly pattern: string
  readonly timeZone: string
  readonly cron: Cron
  next: Date | null
}

export interface RunnerOptions {
  readonly db: Database
  readonly store: JobStore
  readonly kernel: Kernel
  readonly rollOut: RollOut
  readonly callAs: CallAs
  readonly clock: Clock
  readonly log: Logger
  newId(): string
}

/** Takes due jobs under a lease and runs a few at a time; several processes share the table. */
export class JobRunner implements Jobs {
  readonly #options: RunnerOptions
  readonly #kinds = new Map<string, Kind>()
  readonly #schedules = new Map<string, Schedule>()
  readonly #running = new Set<Promise<void>>()
  readonly #stopping = new AbortController()
  #round: Promise<void> | undefined
  #again = false
  #prunedAt = 0
  #poll: NodeJS.Timeout | undefined
  #unheard: () => void = () => {}

  constructor(options: RunnerOptions) {
    this.#options = options
  }

  /** How a job that acts for somebody, or for nobody, calls operations. */
  get callAs(): CallAs {
    return this.#options.callAs
  }

  /** Begins to look for jobs; the kinds are defined by then or soon after. */
  start(): void {
    this.#unheard = this.#options.db.onSignal(signal, () => this.#wake())
    this.#poll = setInterval(() => this.#wake(), pollMs).unref()
  }

  define<Data>(kind: string, handler: JobHandler<Data>, { retries = 8, backoffMs = 5_000 }: JobOptions = {}): void {
    if (this.#kinds.has(kind)) throw new Error(`the job ${kind} is defined twice`)
    if (!this.#options.kernel.plugins.has(ownerOf(kind))) throw new Error(`the job ${kind} begins with the id of no plugin`)
    this.#kinds.set(kind, { handler: handler as JobHandler<never>, retries, backoffMs })
  }

  schedule(kind: string, pattern: string, timeZone = 'Asia/Shanghai'): void {
    if (!this.#kinds.has(kind)) throw new Error(`the job ${kind} is scheduled before it is defined`)
    this.#schedules.set(kind, { pattern, timeZone, cron: new Cron(pattern, { timezone: timeZone, paused: true }), next: null })
  }

  /** What runs by the clock, the next first. */
  schedules(now: Date): JobSchedule[] {
    const all = [...this.#schedules].map(([kind, { pattern, timeZone, cron }]) => ({
      ...{ kind, pattern, timeZone },
      nextAt: cron.nextRun(now)?.toISOString() ?? null,
    }))
    return all.toSorted((a, b) => (a.nextAt ?? '9').localeCompare(b.nextAt ?? '9'))
  }

  async add(
    work: Parameters<Jobs['add']>[0],
    kind: string,
    data: unknown,
    { at = work.now, dedupe, actsFor }: JobWish = {},
  ): Promise<void> {
    if (!this.#kinds.has(kind)) throw new Error(`nobody defines the job ${kind}`)
    const unit = unitOf(work as never)
    await this.#options.store.add(unit, {
      id: work.newId(),
      kind,
      data,
      at,
      dedupe: dedupe ?? null,
      actsFor: actsFor ?? null,
      now: work.now,
    })
    if (at <= work.now) unit.signal(signal, '')
  }

  takeBack(work: Parameters<Jobs['takeBack']>[0], dedupe: string): Promise<void> {
    return this.#options.store.takeBack(unitOf(work as never), dedupe)
  }

  /** Resolves when nothing is due any more. */
  async settled(): Promise<void> {
    do {
      await this.#look()
      await Promise.all(this.#running)
    } while (this.#again || this.#round !== undefined || this.#running.size > 0)
  }

  /** Takes no more, and waits for what runs; what does not end within the patience runs again after the start. */
  async stop(patienceMs = 10_000): Promise<void> {
    clearInterval(this.#poll)
    this.#unheard()
    this.#stopping.abort()
    await this.#round?.catch(() => undefined)
    let late: NodeJS.Timeout | undefined
    const patience = new Promise<void>((resolve) => (late = setTimeout(resolve, patienceMs)))
    await Promise.race([Promise.all(this.#running), patience])
    clearTimeout(late)
  }

  #wake(): void {
    if (this.#stopping.signal.aborted) return
    this.#look().catch((error: unknown) => this.#options.log.error({ error: String(error) }, 'jobs could not be looked for'))
  }

  #look(): Promise<void> {
    this.#again = true
    this.#round ??= outsideUnits(() => this.#rounds()).finally(() => (this.#round = undefined))
    return this.#round
  }

  async #rounds(): Promise<void> {
    while (this.#again && !this.#stopping.signal.aborted) {
      this.#again = false
      const { store, clock } = this.#options
      const now = clock.now()
      await this.#plan(now)
      const free = mostAtOnce - this.#running.size
      const jobs = free === 0 ? [] : await store.take(this.#ready(), free, now, new Date(now.getTime() + leaseMs))
      for (const job of jobs) this.#begin(job)
      if (now.getTime() - this.#prunedAt < pruneMs) continue
      this.#prunedAt = now.getTime()
      await store.forgetDone(new Date(now.getTime() - keptMs))
    }
  }

  /** Kinds whose module is on */
  #ready(): string[] {
    const { plugins } = this.#options.kernel
    return [...this.#kinds.keys()].filter((kind) => plugins.get(ownerOf(kind))?.enabled === true)
  }

  /** The next run of each schedule waits in the table, under a name that all processes give it. */
  async #plan(now: Date): Promise<void> {
    for (const [kind, schedule] of this.#schedules) {
      if (schedule.next !== null && schedule.next > now) continue
      const at = schedule.cron.nextRun(now)
      if (at === null) continue
      const { db, store, newId } = this.#options
      const dedupe = `${kind}@${at.toISOString()}`
      await db.write((unit) => store.add(unit, { id: newId(), kind, data: null, at, dedupe, now }))
      schedule.next = at
    }
  }

  #begin(job: JobRow): void {
    const run = this.#run(job)
      .catch((error: unknown) => this.#options.log.error({ job: job.id, kind: job.kind, error: String(error) }, 'a job could not be kept'))
      .finally(() => {
        this.#running.delete(run)
        this.#again = true
        this.#wake()
      })
    this.#running.add(run)
  }

  async #run(job: JobRow): Promise<void> {
    const { store, clock, log } = this.#options
    const { handler, retries, backoffMs } = this.#kinds.get(job.kind)!
    const extending = setInterval(() => {
      store
        .extend(job, new Date(clock.now().getTime() + leaseMs))
        .catch((error: unknown) => log.warn({ job: job.id, error: String(error) }, 'the lease of a job was not extended'))
    }, leaseMs / 3).unref()
    try {
      const isOff = job.actsFor !== null && !(await this.#options.rollOut.isOn(ownerOf(job.kind), job.actsFor))
      if (!isOff) await handler(store.dataOf(job) as never, this.#stopping.signal, this.callAs(job.actsFor))
    } catch (error) {
      if (this.#stopping.signal.aborted) return await store.giveBack(job, clock.now())
      const now = clock.now()
      const pause = Math.min(backoffMs * 2 ** (job.attempts - 1), longestPauseMs)
      const again = job.attempts > retries ? undefined : new Date(now.getTime() + pause)
      const facts = { job: job.id, kind: job.kind, attempts: job.attempts, ...faultFacts(error) }
      if (again === undefined) log.error(facts, 'a job is dead')
      else log.warn(facts, 'a job failed and is tried again')
      return await store.failed(job, faultOf(error), again, now)
    } finally {
      clearInterval(extending)
    }
    await store.done(job, clock.now())
  }
}

const ownerOf = (kind: string): string => kind.slice(0, kind.indexOf('.'))

/** The machinery itself, for the platform that stops it and for tests. */
export const jobRunner = createToken<JobRunner>('core.JobRunner')
