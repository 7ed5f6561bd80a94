import type { PasskeyQuestion } from '@liaison/sdk/platform'
import { readRows } from '../../rooms/read-rows.ts'
import type { AuthRooms, AuthWork } from '../auth-rooms.ts'
import { PasskeyEntity } from '../safety-entities.ts'
import { relyingParty } from './relying-party.ts'

const lifeMs = 5 * 60_000

/** @param personId - whose passkeys may answer, after the password; undefined: anybody's, which has to verify its owner then */
export async function passkeyQuestion(work: AuthWork, rooms: AuthRooms, personId?: string): Promise<PasskeyQuestion> {
  const own = personId === undefined ? [] : await readRows(rooms.db, PasskeyEntity, { personId })
  return {
    challenge: rooms.challenges.issue('passkey-sign-in', { personId: personId ?? '', now: work.now, lifeMs }),
    rpId: relyingParty(work, rooms).id,
    timeout: lifeMs,
    userVerification: personId === undefined ? 'required' : 'preferred',
    allowCredentials: own.map(known),
  }
}

export const known = ({ credentialId, transports }: { credentialId: string; transports: readonly string[] }) => ({
  id: credentialId,
  type: 'public-key',
  transports: [...transports],
})
