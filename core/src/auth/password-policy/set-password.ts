import { oneAtATime } from '../../rooms/one-at-a-time.ts'
import { chunks } from '../../rooms/chunks.ts'
import { readRows } from '../../rooms/read-rows.ts'
import { Turns } from '../../rooms/turns.ts'
import { type AnyWork, unitOf } from '../../rooms/unit-of.ts'
import { unitRows } from '../../rooms/unit-rows.ts'
import { CredentialEntity } from '../auth-entities.ts'
import type { AuthRooms } from '../auth-rooms.ts'
import { PasswordBeforeEntity, PasswordResetEntity } from '../safety-entities.ts'

/** Of a password that an administrator gave */
export const oneTimeMs = 7 * 86_400_000

/**
 * Stores a password that was judged, in the unit at hand; links that would set another one stop working.
 * @param passwordHash - empty: none works until a link sets one
 * @param options.oneTime - works for the next sign-in within a week, which begins with choosing another one
 */
export async function setPassword(
  work: AnyWork & { newId(): string },
  { db, safety }: Pick<AuthRooms, 'db' | 'safety'>,
  personId: string,
  passwordHash: string,
  { oneTime = false }: { oneTime?: boolean } = {},
): Promise<void> {
  await oneAtATime(work, db, `password.${personId}`)
  const rows = unitRows(work)
  const [before] = await readRows(db, CredentialEntity, { personId }, unitOf(work).run)
  const fresh = { passwordHash, changedAt: work.now, oneTimeUntil: oneTime ? new Date(work.now.getTime() + oneTimeMs) : null }
  if (before === undefined) await rows.insert(CredentialEntity, { id: work.newId(), personId, ...fresh })
  else {
    await rows.change(CredentialEntity, { personId }, fresh)
    if (before.passwordHash !== '') await remember(work, { db, safety }, personId, before.passwordHash)
  }
  await rows.remove(PasswordResetEntity, { personId })
  await safety.tell(work, personId)
}

/** Passwords that one flush writes: the others have their turn in between. */
const together = 250

/** One-time passwords for people who have none yet: few flushes and one signal for all of them. */
export async function setFirstPasswords(
  work: AnyWork & { newId(): string },
  { safety }: Pick<AuthRooms, 'safety'>,
  passwordHashes: ReadonlyMap<string, string>,
): Promise<void> {
  const { em } = unitOf(work)
  const oneTimeUntil = new Date(work.now.getTime() + oneTimeMs)
  const times = { createdAt: work.now, updatedAt: work.now }
  const turns = new Turns()
  for (const some of chunks([...passwordHashes], together)) {
    for (const [personId, passwordHash] of some)
      em.create(CredentialEntity.schema, { id: work.newId(), personId, passwordHash, changedAt: work.now, oneTimeUntil, ...times } as never)
    await em.flush()
    em.clear()
    await turns.rest()
  }
  const facts = { passwordAt: work.now.getTime(), oneTimeUntil: oneTimeUntil.getTime(), authenticator: false, passkeys: 0 }
  safety.tellMany(work, new Map([...passwordHashes.keys()].map((personId) => [personId, facts])))
}

async function remember(
  work: AnyWork & { newId(): string },
  { db, safety }: Pick<AuthRooms, 'db' | 'safety'>,
  personId: string,
  passwordHash: string,
): Promise<void> {
  const rows = unitRows(work)
  const keep = safety.policy.remembersLast - 1
  if (keep > 0) await rows.insert(PasswordBeforeEntity, { id: work.newId(), personId, passwordHash })
  const all = await readRows(db, PasswordBeforeEntity, { personId }, unitOf(work).run)
  const tooOld = all.toSorted((a, b) => (a.id < b.id ? 1 : -1)).slice(Math.max(keep, 0))
  for (const { id } of tooOld) await rows.remove(PasswordBeforeEntity, { id })
}
