import type { DirectoryPerson } from '@liaison/sdk'
import { type PasskeyAnswer, passkeyRefused } from '@liaison/sdk/platform'
import type { Answer, Row } from '@liaison/sdk/server'
import type { PersonFacts } from '../../directory/directory-memory.ts'
import { readRows } from '../../rooms/read-rows.ts'
import { unitRows } from '../../rooms/unit-rows.ts'
import type { AuthRooms, AuthWork } from '../auth-rooms.ts'
import type { Challenge } from '../challenges.ts'
import { denied } from '../identity-proof.ts'
import { PasskeyEntity } from '../safety-entities.ts'
import { signIn } from '../sign-in-service.ts'
import { relyingParty } from './relying-party.ts'

export interface ProvedPasskey {
  readonly person: PersonFacts
  readonly passkey: Row<typeof PasskeyEntity>
  readonly token: string
  readonly challenge: Challenge
  readonly counter: number
  readonly synced: boolean
}

/**
 * Verifies before the unit what a passkey answered (WebAuthn level 3, section 7.2).
 * @param personId - whose it has to be, after the password; undefined: it says itself, and has to have verified its owner
 * Nobody can guess a signature, so failures are not counted: whoever has a passkey is kept out by nobody.
 * @throws passkeyRefused (401)
 */
export async function provePasskey(work: AuthWork, rooms: AuthRooms, answer: PasskeyAnswer, personId?: string): Promise<ProvedPasskey> {
  const proved = await verified(work, rooms, answer, personId)
  if (proved !== undefined) return proved
  denied(work, rooms, personId, 'passkey')
  throw passkeyRefused()
}

async function verified(
  work: AuthWork,
  rooms: AuthRooms,
  { id, response }: PasskeyAnswer,
  personId: string | undefined,
): Promise<ProvedPasskey | undefined> {
  const token = challengeIn(response.clientDataJSON)
  const challenge = rooms.challenges.open('passkey-sign-in', token, work.now)
  if (challenge?.personId !== (personId ?? '')) return undefined
  const [passkey] = await readRows(rooms.db, PasskeyEntity, { credentialId: id })
  const person = passkey && rooms.directory.factsOf(passkey.personId)
  const { id: site, origins } = relyingParty(work, rooms)
  if (passkey === undefined || person === undefined || person.disabled || passkey.site !== site) return undefined
  if (personId !== undefined && person.id !== personId) return undefined
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  try {
    const { verified: isRight, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: response as typeof response & { userHandle: string },
      },
      expectedChallenge: token,
      expectedOrigin: [...origins],
      expectedRPID: site,
      credential: { id, publicKey: Buffer.from(passkey.publicKey, 'base64url'), counter: passkey.counter },
      requireUserVerification: personId === undefined,
    })
    const { newCounter: counter, credentialBackedUp: synced } = authenticationInfo
    return isRight ? { person, passkey, token, challenge, counter, synced } : undefined
  } catch {
    return undefined // the library throws for each thing that may be wrong with it; which one is nobody's business
  }
}

/** What the authenticator says it was asked. */
export function challengeIn(clientDataJSON: string): string {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8')) as { challenge?: unknown }
    return typeof challenge === 'string' ? challenge : ''
  } catch {
    return '' // no JSON: no challenge of ours
  }
}

/** Remembers the signature count, in the unit. @returns false when the challenge was answered before */
export async function usePasskey(
  work: AuthWork,
  rooms: AuthRooms,
  { token, challenge, passkey, counter, synced }: ProvedPasskey,
): Promise<boolean> {
  if (!(await rooms.challenges.spend(work, token, challenge))) return false
  await unitRows(work).change(PasskeyEntity, { id: passkey.id }, { counter, synced, lastUsedAt: work.now })
  return true
}

/** @throws passkeyRefused (401) for an answer that was used before */
export async function signInWithPasskey(
  work: AuthWork,
  rooms: AuthRooms,
  proved: ProvedPasskey,
): Promise<Answer<{ person: DirectoryPerson }>> {
  if (!(await usePasskey(work, rooms, proved))) throw passkeyRefused()
  return signIn(work, rooms, proved.person, 'passkey')
}
