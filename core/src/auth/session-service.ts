import { notFound, type Page, type SessionSummary } from '@liaison/sdk'
import { sessionNeeded } from '@liaison/sdk/platform'
import { readRows } from '../rooms/read-rows.ts'
import { type AnyWork } from '../rooms/unit-of.ts'
import { unitRows } from '../rooms/unit-rows.ts'
import { SessionEntity, TokenEntity } from './auth-entities.ts'
import { pageOfOwn } from './own-page.ts'
import { setPassword } from './password-policy/set-password.ts'
import { notify } from './sign-in-notices.ts'
import type { SessionMemory } from './session-memory.ts'
import type { AuthRooms, AuthWork } from './auth-rooms.ts'

/** What an API token must not do: it would outlive its own end. @throws sessionNeeded (403) */
export function refuseTokens(work: AuthWork, { sessions }: AuthRooms): void {
  if (sessions.known(work.actor.sessionId)?.kind === 'token') throw sessionNeeded()
}

export async function listSessions(
  work: AuthWork,
  rooms: AuthRooms,
  page: { limit?: number; cursor?: string },
): Promise<Page<SessionSummary>> {
  refuseTokens(work, rooms)
  return sessionsOf(work, rooms, work.actor.id, page)
}

/** Somebody's sessions that have not run out, newest first; whether the caller may see them was judged. */
export async function sessionsOf(
  work: AuthWork,
  rooms: Pick<AuthRooms, 'db' | 'limits'>,
  personId: string,
  page: { limit?: number; cursor?: string },
): Promise<Page<SessionSummary>> {
  const { idleMs, absoluteMs } = rooms.limits
  const rows = await readRows(rooms.db, SessionEntity, { personId })
  const live = rows.filter(
    ({ createdAt, lastSeenAt }) =>
      createdAt.getTime() + absoluteMs > work.now.getTime() && lastSeenAt.getTime() + idleMs > work.now.getTime(),
  )
  const { items, next } = pageOfOwn(live, page)
  return {
    items: items.map(({ id, createdAt, lastSeenAt, address, userAgent }) => ({
      ...{ id, address, userAgent },
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      expiresAt: new Date(createdAt.getTime() + absoluteMs).toISOString(),
      current: id === work.actor.sessionId,
    })),
    next,
  }
}

/** @throws notFound (404) when it is not one's own */
export async function endSession(work: AuthWork, rooms: AuthRooms, sessionId: string): Promise<void> {
  refuseTokens(work, rooms)
  const ended = await work.asSystem('own-sessions', (rows) => rows.of(SessionEntity).removeAll({ id: sessionId, personId: work.actor.id }))
  if (ended === 0) throw notFound()
  rooms.sessions.announce(work, { sessionIds: [sessionId] })
}

/** Stores the new password and ends the other sessions; the current one is known to be right. */
export async function changePassword(work: AuthWork, rooms: AuthRooms, passwordHash: string): Promise<void> {
  const { id: personId, sessionId } = work.actor
  await setPassword(work, rooms, personId, passwordHash)
  await notify(work, rooms, personId, 'password-changed')
  await work.asSystem('own-sessions', (rows) =>
    rows.of(SessionEntity).removeAll((eb) => eb.and([eb('personId', '=', personId), eb('id', '!=', sessionId ?? '')])),
  )
  rooms.sessions.announce(work, { personId, exceptId: sessionId })
}

/** Ends everything that a person is signed in with. */
export async function endAll(work: AnyWork, sessions: SessionMemory, personId: string): Promise<void> {
  const rows = unitRows(work)
  await rows.remove(SessionEntity, { personId })
  await rows.remove(TokenEntity, { personId })
  sessions.announce(work, { personId, tokens: true })
}
