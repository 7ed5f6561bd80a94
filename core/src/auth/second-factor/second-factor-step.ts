import { invalidInput, secondFactorRequired, type DirectoryPerson } from '@liaison/sdk'
import { challengeOver, type PasskeyAnswer, wrongCode } from '@liaison/sdk/platform'
import type { Answer } from '@liaison/sdk/server'
import type { PersonFacts } from '../../directory/directory-memory.ts'
import { readRows } from '../../rooms/read-rows.ts'
import { unitOf } from '../../rooms/unit-of.ts'
import type { AuthRooms, AuthWork } from '../auth-rooms.ts'
import type { Challenge } from '../challenges.ts'
import { attemptOf, denied } from '../identity-proof.ts'
import { passkeyQuestion } from '../passkeys/passkey-question.ts'
import { provePasskey, usePasskey } from '../passkeys/passkey-proof.ts'
import { AuthenticatorEntity } from '../safety-entities.ts'
import { notify } from '../sign-in-notices.ts'
import { signIn } from '../sign-in-service.ts'
import { statement } from '../statement.ts'
import { stepOf } from './one-time-code.ts'

const lifeMs = 5 * 60_000

/** After the right password. @throws secondFactorRequired (401) for a person who has one */
export async function askSecondFactor(work: AuthWork, rooms: AuthRooms, person: PersonFacts): Promise<void> {
  const { authenticator, passkeys } = rooms.safety.factsOf(person.id)
  if (!authenticator && passkeys === 0) return
  const challenge = rooms.challenges.issue('second-factor', { personId: person.id, now: work.now, lifeMs })
  const methods = [
    ...(passkeys > 0 ? ['passkey'] : []),
    ...(authenticator ? ['authenticator'] : []),
    ...((await rooms.codes.left(person.id)) > 0 ? ['recovery-code'] : []),
  ]
  throw secondFactorRequired({ challenge, methods, passkey: passkeys > 0 ? await passkeyQuestion(work, rooms, person.id) : null })
}

interface Given {
  readonly challenge: string
  readonly code?: string
  readonly recoveryCode?: string
  readonly passkey?: PasskeyAnswer
}
export interface SecondProof {
  readonly person: PersonFacts
  readonly challenge: Challenge
  readonly by: 'authenticator' | 'recovery-code' | 'passkey'
  /** Uses it up, in the unit; false when somebody was faster */
  use(work: AuthWork): Promise<boolean>
}

/**
 * Judges the second step before the unit.
 * @throws challengeOver (401), wrongCode (401), passkeyRefused (401), tooManyRequests (429), invalidInput (400)
 */
export async function proveSecondFactor(work: AuthWork, rooms: AuthRooms, given: Given): Promise<SecondProof> {
  const challenge = rooms.challenges.open('second-factor', given.challenge, work.now)
  const person = challenge && rooms.directory.factsOf(challenge.personId)
  if (challenge === undefined || person === undefined || person.disabled) throw challengeOver()
  if ((rooms.safety.factsOf(person.id).passwordAt ?? 0) > challenge.issuedAt) throw challengeOver()
  const { code, recoveryCode, passkey } = given
  if ([code, recoveryCode, passkey].filter((answer) => answer !== undefined).length !== 1)
    throw invalidInput({ errors: [{ pointer: '/body', message: 'needs one of code, recoveryCode and passkey' }] })
  const proof = { person, challenge }
  if (passkey !== undefined) {
    const proved = await provePasskey(work, rooms, passkey, person.id)
    return { ...proof, by: 'passkey', use: (unit) => usePasskey(unit, rooms, proved) }
  }
  if (code !== undefined) {
    const step = await proveCode(work, rooms, person, code)
    return { ...proof, by: 'authenticator', use: (unit) => useStep(unit, rooms, person.id, step) }
  }
  const isRight = await rooms.codes.has(person.id, recoveryCode!)
  judge(work, rooms, person, 'recovery-code', () => isRight)
  return {
    ...proof,
    by: 'recovery-code',
    async use(unit) {
      await notify(unit, rooms, person.id, 'recovery-code-used')
      return rooms.codes.use(unit, person.id, recoveryCode!)
    },
  }
}

/** @throws challengeOver (401), wrongCode (401) for what was used a moment ago */
export async function signInWithSecondFactor(
  work: AuthWork,
  rooms: AuthRooms,
  token: string,
  { person, challenge, by, use }: SecondProof,
): Promise<Answer<{ person: DirectoryPerson }>> {
  if (!(await rooms.challenges.spend(work, token, challenge))) throw challengeOver()
  if (!(await use(work))) throw wrongCode()
  return signIn(work, rooms, person, `password, ${by}`)
}

/** @returns the step of a right code. @throws wrongCode (401), tooManyRequests (429) */
async function proveCode(work: AuthWork, rooms: AuthRooms, person: PersonFacts, code: string): Promise<number> {
  const [row] = await readRows(rooms.db, AuthenticatorEntity, { personId: person.id })
  let step: number | undefined
  judge(work, rooms, person, 'authenticator', () => {
    step = row && stepOf(row.secret, code, { now: work.now, lastStep: row.lastStep })
    return step !== undefined
  })
  return step!
}

/** Without a pause between asking the throttle and telling it, so that many attempts at once are no way round. */
function judge(work: AuthWork, rooms: AuthRooms, person: PersonFacts, by: string, isRight: () => boolean): void {
  const attempt = attemptOf(work, rooms, person.id, person)
  rooms.factorThrottle.check(attempt, work.now)
  if (isRight()) return rooms.factorThrottle.succeeded(attempt)
  rooms.factorThrottle.failed(attempt, work.now)
  denied(work, rooms, person.id, by)
  throw wrongCode()
}

/** The code counts once, also when it comes twice at the same time. */
export async function useStep(work: AuthWork, { db }: AuthRooms, personId: string, step: number): Promise<boolean> {
  const text = statement(db.dialect, 'update core_authenticator set last_step = ? where person_id = ? and last_step < ?')
  return (await unitOf(work).run.run(text, [step, personId, step])) > 0
}
