import { type DirectoryPerson, notFound, signInNeeded, wrongCredentials, wrongPassword } from '@liaison/sdk'
import { type Answer, answer, type Work } from '@liaison/sdk/server'
import type { RoleMemory } from '../access-administration/role-memory.ts'
import type { Database } from '../data/database.ts'
import { PersonEntity, PersonRoleEntity } from '../directory/directory-entities.ts'
import type { DirectoryMemory, PersonFacts } from '../directory/directory-memory.ts'
import { sessionCookie } from '../http/sessions.ts'
import type { Installation } from '../rooms/floors.ts'
import { oneAtATime } from '../rooms/one-at-a-time.ts'
import { readRows } from '../rooms/read-rows.ts'
import { unitOf } from '../rooms/unit-of.ts'
import { unitRows } from '../rooms/unit-rows.ts'
import { type AuthEntity, CredentialEntity, SessionEntity } from './auth-entities.ts'
import { cookieHeader } from './cookies.ts'
import { type KnownBrowser, knownBrowserCookie } from './known-browser.ts'
import type { Passwords } from './passwords.ts'
import { hashOf, newSecret } from './secrets.ts'
import type { SessionLimits, SessionMemory } from './session-memory.ts'
import type { Attempt, SignInThrottle } from './sign-in-throttle.ts'

export interface AuthRooms {
  readonly db: Database
  readonly directory: DirectoryMemory
  readonly roles: RoleMemory
  readonly installation: Installation
  readonly passwords: Passwords
  readonly throttle: SignInThrottle
  readonly browser: KnownBrowser
  readonly sessions: SessionMemory
  readonly limits: SessionLimits
}
export type AuthWork = Work<AuthEntity>

const halfYear = 180 * 86_400

/**
 * Finds out who it is, before the unit. Unknown accounts, wrong passwords and disabled people get the same answer after the
 * same time.
 * @throws wrongCredentials (401), tooManyRequests (429)
 */
export async function prove(work: AuthWork, rooms: AuthRooms, given: { account: string; password: string }): Promise<PersonFacts> {
  const person = rooms.directory.byAccount(given.account)
  const attempt = attemptOf(work, rooms, given.account.toLowerCase(), person)
  rooms.throttle.attempt(attempt, work.now)
  const isRight = await rooms.passwords.verify(await passwordHashOf(rooms, person?.id), given.password)
  if (person === undefined || !isRight || person.disabled) {
    rooms.db.refused({
      actorId: null,
      action: 'auth.login:denied',
      kind: 'core_person',
      rowId: person?.id ?? '',
      detail: { traceId: work.origin?.traceId ?? null },
    })
    throw wrongCredentials()
  }
  rooms.throttle.succeeded(attempt)
  return person
}

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

export async function signIn(work: AuthWork, rooms: AuthRooms, person: PersonFacts): Promise<Answer<{ person: DirectoryPerson }>> {
  const cookies = await openSession(work, rooms, person.id)
  return answer({ person: await ownView(work, rooms, person) }, { headers: { 'set-cookie': [...cookies] } })
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

/** @throws notFound (404) once there is anybody */
export function refuseSecondSetUp({ directory }: AuthRooms): void {
  if (!directory.isEmpty) throw notFound()
}

/**
 * The first administrator of an empty installation, signed in.
 * @throws notFound (404) once there is anybody
 */
export async function setUp(
  work: AuthWork,
  rooms: AuthRooms,
  { account, name, passwordHash, nameIndex }: { account: string; name: string; passwordHash: string; nameIndex: string },
): Promise<Answer<DirectoryPerson>> {
  await oneAtATime(work, rooms.db, 'set-up')
  if ((await readRows(rooms.db, PersonEntity, {}, unitOf(work).run)).length > 0) throw notFound()
  const role = rooms.roles.byKey('administrator')
  if (role === undefined) throw new Error('the administrator role is missing')
  const person: PersonFacts = {
    id: work.newId(),
    account,
    name,
    kind: 'internal',
    locale: 'zh-CN',
    organisationId: null,
    disabled: false,
    departmentIds: [],
    roleIds: [role.id],
  }
  const { id, locale } = person
  const rows = unitRows(work)
  await rows.insert(PersonEntity, {
    id,
    account,
    name,
    kind: 'internal',
    email: null,
    phone: null,
    title: null,
    locale,
    organisationId: null,
    disabled: false,
    nameIndex,
  })
  await rows.insert(PersonRoleEntity, { id: work.newId(), personId: id, roleId: role.id, departmentId: null })
  await rows.insert(CredentialEntity, { id: work.newId(), personId: id, passwordHash })
  rooms.directory.announce(work, { person })
  const cookies = await openSession(work, rooms, id)
  return answer(viewOf(person, null, 1), { headers: { 'set-cookie': [...cookies] } })
}

/** Checks the current password before the unit, throttled like a sign-in. @throws wrongPassword (403), tooManyRequests (429) */
export async function provePassword(work: AuthWork, rooms: AuthRooms, password: string): Promise<void> {
  const person = rooms.directory.factsOf(work.actor.id)
  if (person === undefined) throw signInNeeded()
  const attempt = attemptOf(work, rooms, person.account, person)
  rooms.throttle.attempt(attempt, work.now)
  if (!(await rooms.passwords.verify(await passwordHashOf(rooms, person.id), password))) throw wrongPassword()
  rooms.throttle.succeeded(attempt)
}

function attemptOf(work: AuthWork, { browser }: AuthRooms, account: string, person: PersonFacts | undefined): Attempt {
  const { address = '', cookies = {} } = work.origin ?? {}
  return { account, address, trusted: person !== undefined && browser.knows(cookies[knownBrowserCookie], person.id) }
}

async function passwordHashOf({ db }: AuthRooms, personId: string | undefined): Promise<string | undefined> {
  return personId === undefined ? undefined : (await readRows(db, CredentialEntity, { personId }))[0]?.passwordHash
}

const isSecureAddress = ({ installation }: AuthRooms): boolean => installation.publicUrl?.startsWith('https:') ?? false

async function ownView(work: AuthWork, { db, directory }: AuthRooms, person: PersonFacts): Promise<DirectoryPerson> {
  const [row] = await readRows(db, PersonEntity, { id: person.id })
  return { ...viewOf(person, directory.affiliationOf(person), row?.version ?? 1), title: row?.title ?? null }
}

/** What somebody is told of himself; mail and number are on his own page. */
const viewOf = (
  { id, account, name, kind, departmentIds, roleIds, organisationId, disabled }: PersonFacts,
  affiliation: string | null,
  version: number,
): DirectoryPerson => ({
  ...{ id, account, name, kind, organisationId, disabled, affiliation, version },
  title: null,
  email: null,
  phone: null,
  departmentIds: [...departmentIds],
  roleIds: [...roleIds],
})
