import { setTimeout as pause } from 'node:timers/promises'
import type { Clock, Logger, Topic } from '@liaison/sdk/server'
import type { Database, Lease } from './database.ts'
import { OutboxDelivery, type OutboxListener } from './outbox-delivery.ts'
import { OutboxEvents } from './outbox-events.ts'
import { OutboxStore } from './outbox-store.ts'
import { outsideUnits } from './unit-guard.ts'
import { outboxSignal } from './unit-record.ts'

export type { OutboxListener } from './outbox-delivery.ts'

const pollMs = 1000
const pruneMs = 60 * 60_000
/** Until transactions that may still put something before an event are over */
const unsafeMs = 20
/** What logs gain in this time is looked for at once: a look after each burst would cost more than the burst's own rows */
const gatherMs = 20
const leaseName = 'core.outbox'

export interface OutboxOptions {
  readonly db: Database
  readonly listeners: readonly OutboxListener[]
  /** They list the events that rows of logs are */
  readonly topics?: readonly Topic[]
  readonly clock: Clock
  readonly log: Logger
}

export interface Outbox {
  /** Resolves when everything stored before was heard or is parked for another try; rejects where another process delivers. */
  settled(): Promise<void>
  /** Age in seconds of the oldest event that somebody has not heard; 0 when there is none */
  lagSeconds(): Promise<number>
  stop(): Promise<void>
}

/**
 * Delivers stored events to their listeners: at least once, in order for each thing, retried with growing pauses until they
 * take it, across restarts. Of several processes one delivers at a time. A listener that is new begins with what comes next,
 * so start this before anything is written.
 */
export async function startOutbox(options: OutboxOptions): Promise<Outbox> {
  const { db, log, clock } = options
  const store = new OutboxStore(db)
  const events = new OutboxEvents(db, options.topics ?? [])
  const delivery = new OutboxDelivery({ ...options, store, events })
  const heard = events.logsOf(options.listeners.map(({ event }) => event))
  db.hearOnly(heard)
  await delivery.register()
  let lease: Lease | undefined
  let again: NodeJS.Timeout | undefined
  let stopped = false
  let wanted = true
  let prunedAt = clock.now().getTime()

  const round = async (): Promise<void> => {
    if (lease?.held !== true) {
      lease = await db.lease(leaseName)
      if (!lease) return
      await delivery.load()
    }
    await delivery.deliver()
    if (await delivery.isBehind()) again ??= setTimeout(wake, unsafeMs)
    const now = clock.now().getTime()
    if (now - prunedAt < pruneMs) return
    prunedAt = now
    await delivery.prune()
  }
  let running: Promise<void> | undefined
  const run = (): Promise<void> => {
    wanted = true
    running ??= (async () => {
      while (wanted && !stopped) {
        wanted = false
        await round()
      }
    })().finally(() => (running = undefined))
    return running
  }
  const wake = (): void => {
    again = undefined
    if (stopped) return
    void outsideUnits(() => run().catch((error: unknown) => log.error({ err: error }, 'events could not be delivered')))
  }

  const unheard = db.onSignal(outboxSignal, wake)
  // nobody is in a hurry for what nobody listens to: the poll moves on over it
  if (heard.length > 0) db.onAppended(() => (again ??= setTimeout(wake, gatherMs)))
  const poll = setInterval(wake, pollMs)
  poll.unref()
  wake()
  return {
    async settled() {
      await running
      for (;;) {
        await run()
        if (lease?.held !== true) throw new Error('another process delivers the events')
        if (!(await delivery.isBehind())) return
        await pause(unsafeMs)
      }
    },
    async lagSeconds() {
      const oldest = await delivery.oldestAt()
      return oldest === undefined ? 0 : Math.max(0, (clock.now().getTime() - oldest) / 1000)
    },
    async stop() {
      stopped = true
      clearInterval(poll)
      clearTimeout(again)
      unheard()
      await running?.catch(() => undefined)
      if (lease?.held === true) await delivery.save()
      await lease?.release()
    },
  }
}
