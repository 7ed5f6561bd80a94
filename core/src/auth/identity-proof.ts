import { signInNeeded, wrongCredentials, wrongPassword } from '@liaison/sdk'
import type { PersonFacts } from '../directory/directory-memory.ts'
import { readRows } from '../rooms/read-rows.ts'
import { CredentialEntity } from './auth-entities.ts'
import type { AuthRooms, AuthWork } from './auth-rooms.ts'
import { knownBrowserCookie } from './known-browser.ts'
import type { Attempt } from './sign-in-throttle.ts'

/**
 * Finds out who it is, before the unit. Unknown accounts, wrong passwords and disabled people get the same answer after the
 * same time.
 * @throws wrongCredentials (401), tooManyRequests (429)
 */
export async function prove(work: AuthWork, rooms: AuthRooms, given: { account: string; password: string }): Promise<PersonFacts> {
  const person = rooms.directory.byAccount(given.account)
  const attempt = attemptOf(work, rooms, given.account.toLowerCase(), person)
  if (!(await isRight(work, rooms, { attempt, person, password: given.password })) || person === undefined) {
    denied(work, rooms, person?.id, 'password')
    throw wrongCredentials()
  }
  return person
}

/** Leaves a trace of a refused sign-in. */
export function denied({ origin }: AuthWork, { db }: AuthRooms, personId: string | undefined, by: string): void {
  const detail = { by, traceId: origin?.traceId ?? null, ...(origin !== undefined && { address: origin.address }) }
  db.refused({ actorId: null, action: 'auth.login:denied', kind: 'core_person', rowId: personId ?? '', detail })
}

type Asking = Pick<AuthWork, 'actor' | 'origin' | 'now'>

/** Checks the current password before the unit, throttled like a sign-in. @throws wrongPassword (403), tooManyRequests (429) */
export async function provePassword(work: Asking, rooms: AuthRooms, password: string): Promise<void> {
  const person = rooms.directory.factsOf(work.actor.id)
  if (person === undefined) throw signInNeeded()
  const attempt = attemptOf(work, rooms, person.account, person)
  if (!(await isRight(work, rooms, { attempt, person, password }))) throw wrongPassword()
}

interface Claim {
  readonly attempt: Attempt
  readonly person: PersonFacts | undefined
  readonly password: string
}

async function isRight(work: Pick<AuthWork, 'now'>, rooms: AuthRooms, { attempt, person, password }: Claim): Promise<boolean> {
  const { throttle, passwords } = rooms
  const admit = () => throttle.check(attempt, work.now)
  admit()
  return passwords.verify(await passwordHashOf(rooms, person?.id, work.now), password, {
    admit,
    judged(isPasswordRight) {
      const isSo = isPasswordRight && person?.disabled === false
      if (isSo) throttle.succeeded(attempt)
      else throttle.failed(attempt, work.now)
      return isSo
    },
  })
}

export function attemptOf(
  work: Pick<AuthWork, 'origin'>,
  { browser }: AuthRooms,
  account: string,
  person: PersonFacts | undefined,
): Attempt {
  const { address = '', cookies = {} } = work.origin ?? {}
  return { account, address, trusted: person !== undefined && browser.knows(cookies[knownBrowserCookie], person.id) }
}

/** Undefined when there is none that works now. */
async function passwordHashOf({ db }: AuthRooms, personId: string | undefined, now: Date): Promise<string | undefined> {
  if (personId === undefined) return undefined
  const [credential] = await readRows(db, CredentialEntity, { personId })
  if (credential === undefined || credential.passwordHash === '') return undefined
  return credential.oneTimeUntil !== null && credential.oneTimeUntil <= now ? undefined : credential.passwordHash
}
