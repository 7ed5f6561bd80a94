import { createHash, randomBytes } from 'node:crypto'
import { createToken } from '@liaison/sdk'
import type { Clock } from '@liaison/sdk/server'
import type { Database } from '../data/database.ts'

/** How long a ticket opens a socket, in ms */
const validFor = 30_000

/** One-time tickets with which a browser that embeds us opens a socket: it can send neither our cookie nor a header. */
export interface Tickets {
  issue(sessionId: string): Promise<{ ticket: string; expiresAt: Date }>
  /** @returns the session it was issued to; undefined when it is unknown, too old or was used, on whatever process */
  redeem(ticket: string): Promise<string | undefined>
}
export const tickets = createToken<Tickets>('core.Tickets')

/** Kept in the database as hashes; whoever deletes the row has used the ticket. */
export function createTickets({ db, clock }: { db: Database; clock: Clock }): Tickets {
  const place = (index: number): string => (db.dialect === 'postgresql' ? `$${index}` : '?')
  const insert = `insert into core_realtime_ticket (hash, session_id, expires_at) values (${place(1)}, ${place(2)}, ${place(3)})`
  const deleteOld = `delete from core_realtime_ticket where expires_at <= ${place(1)}`
  const take = `delete from core_realtime_ticket where hash = ${place(1)} and expires_at > ${place(2)} returning session_id`
  return {
    async issue(sessionId) {
      const ticket = randomBytes(32).toString('base64url')
      const now = clock.now()
      const expiresAt = new Date(now.getTime() + validFor)
      await db.write(async ({ run }) => {
        await run.run(deleteOld, [db.bind(now)])
        await run.run(insert, [hashOf(ticket), sessionId, db.bind(expiresAt)])
      })
      return { ticket, expiresAt }
    },
    async redeem(ticket) {
      const [taken] = await db.write(({ run }) => run.all(take, [hashOf(ticket), db.bind(clock.now())]))
      return taken?.session_id as string | undefined
    },
  }
}

const hashOf = (ticket: string): string => createHash('sha256').update(ticket).digest('base64url')
