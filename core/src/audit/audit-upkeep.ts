import type { Clock, Logger } from '@liaison/sdk/server'
import { type AnchorFile, anchorText } from '../data/audit-anchor.ts'
import { removeOldAudit } from '../data/audit-retention.ts'
import type { Database } from '../data/database.ts'

const day = 86_400_000
const firstSweepMs = 90_000
const anchorMs = 60_000
/** The log is a copy elsewhere: often enough to be of use, seldom enough not to be noise */
const saidMs = 3_600_000

interface Upkeep {
  readonly db: Database
  readonly secret: string
  readonly anchors: AnchorFile
  readonly clock: Clock
  readonly retentionDays: number
  readonly logger: Logger
}

/** Ends what is old enough, and keeps the end of the trail outside the database. @returns stops it, after a last look */
export function startUpkeep({ db, secret, anchors, clock, retentionDays, logger }: Upkeep): () => Promise<void> {
  let saidAt = 0
  const sweep = () =>
    removeOldAudit(db, secret, new Date(clock.now().getTime() - retentionDays * day)).catch((error: unknown) =>
      logger.error({ error: String(error) }, 'old audit entries stay'),
    )
  const keep = async (isLast = false): Promise<void> => {
    try {
      const end = await anchors.keep(db)
      if (end === undefined || (!isLast && performance.now() - saidAt < saidMs && saidAt !== 0)) return
      saidAt = performance.now()
      logger.info({ anchor: anchorText(end) }, 'the audit trail ends here')
    } catch (error) {
      logger.error({ error: String(error) }, 'the end of the audit trail could not be kept')
    }
  }
  const first = setTimeout(sweep, firstSweepMs).unref()
  const timers = [setInterval(sweep, day / 4), setInterval(keep, anchorMs)].map((timer) => timer.unref())
  return async () => {
    clearTimeout(first)
    for (const timer of timers) clearInterval(timer)
    await keep(true)
  }
}
