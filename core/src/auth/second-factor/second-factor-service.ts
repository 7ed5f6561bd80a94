import { notFound } from '@liaison/sdk'
import { challengeOver, type SecondFactor, wrongCode } from '@liaison/sdk/platform'
import { randomBytes } from 'node:crypto'
import { type AnyWork } from '../../rooms/unit-of.ts'
import { unitRows } from '../../rooms/unit-rows.ts'
import { CredentialEntity } from '../auth-entities.ts'
import type { AuthRooms, AuthWork } from '../auth-rooms.ts'
import { attemptOf } from '../identity-proof.ts'
import { AuthenticatorEntity, PasskeyEntity, PasswordBeforeEntity, PasswordResetEntity, RecoveryCodeEntity } from '../safety-entities.ts'
import { refuseTokens } from '../session-service.ts'
import { notify } from '../sign-in-notices.ts'
import { stepOf, toBase32 } from './one-time-code.ts'

const setUpMs = 15 * 60_000
/** RFC 4226 recommends 160 bits. */
const secretBytes = 20

export async function readSecondFactor(work: AuthWork, rooms: AuthRooms): Promise<SecondFactor> {
  refuseTokens(work, rooms)
  const { id } = work.actor
  const { authenticator, passkeys } = rooms.safety.factsOf(id)
  return { authenticator, passkeys, recoveryCodes: await rooms.codes.left(id), required: rooms.safety.isRequired(id, work.now) }
}

/** What an authenticator app has to learn; the secret waits in the challenge until a code confirms it. */
export function beginAuthenticator(work: AuthWork, { challenges, directory, installation }: AuthRooms) {
  const person = directory.factsOf(work.actor.id)
  const secret = toBase32(randomBytes(secretBytes))
  const challenge = challenges.issue('authenticator', { personId: work.actor.id, now: work.now, lifeMs: setUpMs, data: secret })
  const label = `${installation.name}:${person?.account ?? ''}`
  const uri = `otpauth://totp/${encodeURIComponent(label)}?secret=${secret}&issuer=${encodeURIComponent(installation.name)}`
  return { secret, uri, challenge }
}

/** @throws challengeOver (401), wrongCode (401), tooManyRequests (429) */
export async function confirmAuthenticator(
  work: AuthWork,
  rooms: AuthRooms,
  { challenge: token, code }: { challenge: string; code: string },
): Promise<{ recoveryCodes: string[] }> {
  refuseTokens(work, rooms)
  const { id: personId } = work.actor
  const challenge = rooms.challenges.open('authenticator', token, work.now)
  if (challenge?.personId !== personId) throw challengeOver()
  const attempt = attemptOf(work, rooms, personId, rooms.directory.factsOf(personId))
  rooms.factorThrottle.check(attempt, work.now)
  const lastStep = stepOf(challenge.data, code, { now: work.now, lastStep: 0 })
  if (lastStep === undefined) {
    rooms.factorThrottle.failed(attempt, work.now)
    throw wrongCode()
  }
  if (!(await rooms.challenges.spend(work, token, challenge))) throw challengeOver()
  const rows = unitRows(work)
  const isFirst = !rooms.safety.hasSecondFactor(personId)
  await rows.remove(AuthenticatorEntity, { personId })
  await rows.insert(AuthenticatorEntity, { id: work.newId(), personId, secret: challenge.data, lastStep })
  await rooms.safety.tell(work, personId)
  await notify(work, rooms, personId, 'authenticator-added')
  return { recoveryCodes: isFirst ? await rooms.codes.renew(work, personId) : [] }
}

/** @throws notFound (404) when there is none */
export async function removeAuthenticator(work: AuthWork, rooms: AuthRooms): Promise<void> {
  const { id: personId } = work.actor
  if ((await unitRows(work).remove(AuthenticatorEntity, { personId })) === 0) throw notFound()
  await endWithLast(work, rooms, personId)
  await notify(work, rooms, personId, 'authenticator-removed')
}

/** @throws notFound (404) without a second factor */
export async function renewCodes(work: AuthWork, rooms: AuthRooms): Promise<{ recoveryCodes: string[] }> {
  const { id: personId } = work.actor
  if (!rooms.safety.hasSecondFactor(personId)) throw notFound()
  await notify(work, rooms, personId, 'codes-renewed')
  return { recoveryCodes: await rooms.codes.renew(work, personId) }
}

/** Recovery codes go with the last second factor: alone they stand for nothing. */
export async function endWithLast(work: AnyWork, { safety }: Pick<AuthRooms, 'safety'>, personId: string): Promise<void> {
  const { authenticator, passkeys } = await safety.tell(work, personId)
  if (!authenticator && passkeys === 0) await unitRows(work).remove(RecoveryCodeEntity, { personId })
}

/** For somebody who lost his devices; who may was judged. */
export async function removeAllFactors(
  work: AnyWork & { newId(): string },
  rooms: Pick<AuthRooms, 'safety' | 'db' | 'mail' | 'installation'>,
  personId: string,
): Promise<void> {
  await removeRows(work, personId)
  await rooms.safety.tell(work, personId)
  await notify(work, rooms, personId, 'factors-removed')
}

/** Nothing that somebody signed in with is left, and nobody is told: the person is gone. */
export async function forgetSignIn(work: AnyWork, { safety }: Pick<AuthRooms, 'safety'>, personId: string): Promise<void> {
  await removeRows(work, personId)
  const rows = unitRows(work)
  await rows.remove(CredentialEntity, { personId })
  await rows.remove(PasswordBeforeEntity, { personId })
  await rows.remove(PasswordResetEntity, { personId })
  await safety.tell(work, personId)
}

async function removeRows(work: AnyWork, personId: string): Promise<void> {
  const rows = unitRows(work)
  await rows.remove(AuthenticatorEntity, { personId })
  await rows.remove(PasskeyEntity, { personId })
  await rows.remove(RecoveryCodeEntity, { personId })
}
