import { notFound, type Page, type SessionSummary } from '@liaison/sdk'
import { type ApiToken, getPerson } from '@liaison/sdk/platform'
import { managedBy, refuseForeignPerson, refuseSharedPerson } from '../directory/managed-departments.ts'
import { refuseTakeover } from '../directory/rights.ts'
import type { CompiledAccess } from '../rooms/floors.ts'
import { unitRows } from '../rooms/unit-rows.ts'
import { SessionEntity, TokenEntity } from './auth-entities.ts'
import type { AuthRooms, AuthWork } from './auth-rooms.ts'
import { endAll, sessionsOf } from './session-service.ts'
import { tokensOf } from './token-service.ts'

export interface ManagedRooms extends AuthRooms {
  readonly access: CompiledAccess
}
interface PageAsked {
  readonly limit?: number
  readonly cursor?: string
}

/** @throws notFound (404), forbidden (403) for somebody whom the actor does not manage */
export async function listPersonSessions(
  work: AuthWork,
  rooms: ManagedRooms,
  personId: string,
  page: PageAsked,
): Promise<Page<SessionSummary>> {
  await refuseForeign(work, rooms, personId)
  return sessionsOf(work, rooms, personId, page)
}

export async function listPersonTokens(work: AuthWork, rooms: ManagedRooms, personId: string, page: PageAsked): Promise<Page<ApiToken>> {
  await refuseForeign(work, rooms, personId)
  return tokensOf(rooms, personId, page)
}

/** @throws notFound (404), forbidden (403), also where the person holds more than the actor */
export async function endPersonSession(work: AuthWork, rooms: ManagedRooms, personId: string, sessionId: string): Promise<void> {
  await refuseStronger(work, rooms, personId)
  if ((await unitRows(work).remove(SessionEntity, { id: sessionId, personId })) === 0) throw notFound()
  rooms.sessions.announce(work, { sessionIds: [sessionId] })
}

export async function deletePersonToken(work: AuthWork, rooms: ManagedRooms, personId: string, tokenId: string): Promise<void> {
  await refuseStronger(work, rooms, personId)
  if ((await unitRows(work).remove(TokenEntity, { id: tokenId, personId })) === 0) throw notFound()
  rooms.sessions.announce(work, { sessionIds: [tokenId] })
}

export async function endPersonSessions(work: AuthWork, rooms: ManagedRooms, personId: string): Promise<void> {
  await refuseStronger(work, rooms, personId)
  await endAll(work, rooms.sessions, personId)
}

async function refuseForeign(work: AuthWork, rooms: ManagedRooms, personId: string): Promise<readonly string[]> {
  // whom the actor does not see is missing, whether or not he exists
  await work.call(getPerson, { params: { id: personId } })
  const person = rooms.directory.factsOf(personId)
  if (person === undefined) throw notFound()
  refuseForeignPerson(await managedBy(rooms, work.actor), person.departmentIds)
  return person.departmentIds
}

async function refuseStronger(work: AuthWork, rooms: ManagedRooms, personId: string): Promise<void> {
  const departmentIds = await refuseForeign(work, rooms, personId)
  refuseSharedPerson(await managedBy(rooms, work.actor), departmentIds)
  await refuseTakeover({ ...rooms, memory: rooms.directory }, work.actor, personId)
}
