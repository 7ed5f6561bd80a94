import type { DirectoryPerson } from '@liaison/sdk'
import { type Answer, answer } from '@liaison/sdk/server'
import type { PersonFacts } from '../directory/directory-memory.ts'
import { sessionCookie } from '../http/sessions.ts'
import { unitOf } from '../rooms/unit-of.ts'
import { SessionEntity } from './auth-entities.ts'
import type { AuthRooms, AuthWork } from './auth-rooms.ts'
import { cookieHeader } from './cookies.ts'
import { knownBrowserCookie } from './known-browser.ts'
import { ownView } from './own-view.ts'
import { hashOf, newSecret } from './secrets.ts'

const halfYear = 180 * 86_400

/** A fresh session; the one that the browser had before ends (its id never outlives a sign-in). */
export async function openSession(work: AuthWork, rooms: AuthRooms, personId: string): Promise<readonly string[]> {
  if (work.origin === undefined) return [] // an in-process caller has no browser that would keep a cookie
  const { cookies, address, userAgent } = work.origin
  const secret = newSecret()
  await work.asSystem('sign-in', async (rows) => {
    const sessions = rows.of(SessionEntity)
    const before = cookies[sessionCookie]
    const [replaced] = before === undefined ? [] : (await sessions.list({ where: { hash: hashOf(before) }, limit: 1 })).items
    if (replaced !== undefined) {
      await sessions.remove(replaced.id)
      rooms.sessions.announce(work, { sessionIds: [replaced.id] })
    }
    await sessions.create({ personId, hash: hashOf(secret), address, userAgent: userAgent.slice(0, 300), lastSeenAt: work.now })
  })
  const isSecure = isSecureAddress(rooms)
  return [
    cookieHeader(sessionCookie, secret, { isSecure, maxAge: rooms.limits.absoluteMs / 1000 }),
    cookieHeader(knownBrowserCookie, rooms.browser.with(cookies[knownBrowserCookie], personId), {
      isSecure,
      maxAge: halfYear,
      path: '/api/auth',
    }),
  ]
}

/** @param by - what proved who it is, for the trail */
export async function signIn(
  work: AuthWork,
  rooms: AuthRooms,
  person: PersonFacts,
  by = 'password',
): Promise<Answer<{ person: DirectoryPerson }>> {
  const cookies = await openSession(work, rooms, person.id)
  const detail = { by, ...(work.origin !== undefined && { address: work.origin.address }) }
  unitOf(work).audit({ actorId: person.id, action: 'auth.login:signed-in', kind: 'core_person', rowId: person.id, detail })
  return answer({ person: await ownView(rooms, person) }, { headers: { 'set-cookie': [...cookies] } })
}

/** Ends the session of the request. An API token is left alone: it has an address of its own. */
export async function signOut(work: AuthWork, rooms: AuthRooms): Promise<Answer<void>> {
  const { sessionId } = work.actor
  if (rooms.sessions.known(sessionId)?.kind === 'session') {
    await work.asSystem('sign-out', (rows) => rows.of(SessionEntity).removeAll({ id: sessionId! }))
    rooms.sessions.announce(work, { sessionIds: [sessionId!] })
  }
  return answer(undefined, { headers: { 'set-cookie': cookieHeader(sessionCookie, '', { isSecure: isSecureAddress(rooms), maxAge: 0 }) } })
}

const isSecureAddress = ({ installation }: AuthRooms): boolean => installation.publicUrl?.startsWith('https:') ?? false
