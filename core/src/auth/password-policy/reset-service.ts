import { mailMissing, resetGone, type SignInState } from '@liaison/sdk/platform'
import type { Row } from '@liaison/sdk/server'
import { randomInt } from 'node:crypto'
import { PersonEntity } from '../../directory/directory-entities.ts'
import type { PersonFacts } from '../../directory/directory-memory.ts'
import { oneAtATime } from '../../rooms/one-at-a-time.ts'
import { readRows } from '../../rooms/read-rows.ts'
import { type AnyWork, unitOf } from '../../rooms/unit-of.ts'
import { unitRows } from '../../rooms/unit-rows.ts'
import { CredentialEntity } from '../auth-entities.ts'
import type { AuthRooms } from '../auth-rooms.ts'
import { PasswordResetEntity } from '../safety-entities.ts'
import { hashOf, newSecret } from '../secrets.ts'
import { endAll } from '../session-service.ts'
import { notify } from '../sign-in-notices.ts'
import { resetLetter } from './reset-letters.ts'
import { oneTimeMs, setPassword } from './set-password.ts'

export const linkMs = 86_400_000
type UnitWork = AnyWork & { newId(): string }
export type ResetRooms = Pick<AuthRooms, 'db' | 'safety' | 'sessions' | 'mail' | 'installation' | 'directory'>

export type ResetBy =
  | { readonly way: 'password'; readonly password: string; readonly passwordHash: string }
  | { readonly way: 'link' | 'mail' }
export interface ResetAnswer {
  readonly password: string | null
  readonly url: string | null
  readonly expiresAt: string
}

/** A letter needs a mail server and a whole address of ours. */
export const mails = ({ mail, installation }: Pick<AuthRooms, 'mail' | 'installation'>): boolean =>
  mail.isConfigured && installation.publicUrl !== undefined

/** Three groups that somebody can read out on the phone: about 60 bits. */
export function readablePassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return [group(), group(), group()].join('-')
}

/** By somebody who may: the present password stops working, sessions and tokens end. @throws mailMissing (409) */
export async function resetPassword(work: UnitWork, rooms: ResetRooms, personId: string, by: ResetBy): Promise<ResetAnswer> {
  const address = by.way === 'mail' ? await addressOf(rooms, personId) : undefined
  if (by.way === 'mail' && (address === undefined || !mails(rooms))) throw mailMissing()
  await endAll(work, rooms.sessions, personId)
  if (by.way === 'password') {
    await setPassword(work, rooms, personId, by.passwordHash, { oneTime: true })
    await notify(work, rooms, personId, 'password-reset')
    return { password: by.password, url: null, expiresAt: new Date(work.now.getTime() + oneTimeMs).toISOString() }
  }
  await setPassword(work, rooms, personId, '')
  const { url, expiresAt } = await issueLink(work, rooms, personId)
  if (address === undefined) await notify(work, rooms, personId, 'password-reset')
  else
    await rooms.mail.send(
      work,
      { to: address, ...letterTo(rooms, personId, { url, until: expiresAt, asked: false }) },
      { actsFor: personId },
    )
  return { password: null, url: by.way === 'link' ? url : null, expiresAt: expiresAt.toISOString() }
}

/** Asked for by somebody who says that he forgot it. Nothing changes until the link is used, and links before it stay. */
export async function sendForgotten(work: UnitWork, rooms: ResetRooms, account: string): Promise<void> {
  const person = rooms.directory.byAccount(account)
  if (person === undefined || person.disabled || !mails(rooms)) return
  const address = await addressOf(rooms, person.id)
  if (address === undefined) return
  const { url, expiresAt } = await issueLink(work, rooms, person.id)
  await rooms.mail.send(
    work,
    { to: address, ...letterTo(rooms, person.id, { url, until: expiresAt, asked: true }) },
    { actsFor: person.id },
  )
}

/** @throws resetGone (410) */
export async function openReset(
  rooms: ResetRooms,
  code: string,
  now: Date,
): Promise<{ reset: Row<typeof PasswordResetEntity>; person: PersonFacts }> {
  const [reset] = await readRows(rooms.db, PasswordResetEntity, { codeHash: hashOf(code) })
  const person = reset && rooms.directory.factsOf(reset.personId)
  if (reset === undefined || reset.expiresAt <= now || person === undefined || person.disabled) throw resetGone()
  return { reset, person }
}

/** Of two at once one succeeds. @throws resetGone (410) */
export async function useReset(work: UnitWork, rooms: ResetRooms, code: string, passwordHash: string): Promise<void> {
  await oneAtATime(work, rooms.db, 'password-resets')
  const [reset] = await readRows(rooms.db, PasswordResetEntity, { codeHash: hashOf(code) }, unitOf(work).run)
  if (reset === undefined || reset.expiresAt <= work.now) throw resetGone()
  const { personId } = reset
  await endAll(work, rooms.sessions, personId)
  await setPassword(work, rooms, personId, passwordHash)
  unitOf(work).audit({ actorId: personId, action: 'auth.useReset:changed', kind: 'core_person', rowId: personId, detail: {} })
  await notify(work, rooms, personId, 'password-changed')
}

/** Whoever reads the former address gets in by no link, and hears of it: letters for a new password go elsewhere from now on. */
export async function leaveAddress(work: UnitWork, rooms: ResetRooms, personId: string): Promise<void> {
  await unitRows(work).remove(PasswordResetEntity, { personId })
  await notify(work, rooms, personId, 'address-changed')
}

export async function signInState(rooms: ResetRooms & Pick<AuthRooms, 'codes'>, personId: string): Promise<SignInState> {
  const { oneTimeUntil, authenticator, passkeys } = rooms.safety.factsOf(personId)
  const [credential] = await readRows(rooms.db, CredentialEntity, { personId })
  const passwordAt = credential === undefined || credential.passwordHash === '' ? null : (credential.changedAt ?? credential.createdAt)
  return {
    password: passwordAt === null ? 'none' : oneTimeUntil === null ? 'own' : 'one-time',
    passwordAt: passwordAt?.toISOString() ?? null,
    ...{ authenticator, passkeys },
    recoveryCodes: await rooms.codes.left(personId),
    mails: mails(rooms) && (await addressOf(rooms, personId)) !== undefined,
  }
}

async function issueLink(work: UnitWork, { installation }: ResetRooms, personId: string): Promise<{ url: string; expiresAt: Date }> {
  const code = newSecret()
  const expiresAt = new Date(work.now.getTime() + linkMs)
  await unitRows(work).insert(PasswordResetEntity, { id: work.newId(), personId, codeHash: hashOf(code), expiresAt })
  return { url: `${installation.publicUrl ?? ''}/password/${code}`, expiresAt }
}

function letterTo({ directory, installation }: ResetRooms, personId: string, about: { url: string; until: Date; asked: boolean }) {
  const person = directory.factsOf(personId)
  return resetLetter({ company: installation.name, name: person?.name ?? '', locale: person?.locale ?? 'zh-CN', ...about })
}

async function addressOf({ db }: ResetRooms, personId: string): Promise<string | undefined> {
  return (await readRows(db, PersonEntity, { id: personId }))[0]?.email ?? undefined
}
