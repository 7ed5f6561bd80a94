import { conflict, notFound, type Page } from '@liaison/sdk'
import { type Passkey, passkeyNotMade } from '@liaison/sdk/platform'
import type { Row } from '@liaison/sdk/server'
import { readRows } from '../../rooms/read-rows.ts'
import { unitOf } from '../../rooms/unit-of.ts'
import { unitRows } from '../../rooms/unit-rows.ts'
import type { AuthRooms, AuthWork } from '../auth-rooms.ts'
import { pageOfOwn } from '../own-page.ts'
import { PasskeyEntity } from '../safety-entities.ts'
import { endWithLast } from '../second-factor/second-factor-service.ts'
import { refuseTokens } from '../session-service.ts'
import { notify } from '../sign-in-notices.ts'
import { challengeIn } from './passkey-proof.ts'
import { known } from './passkey-question.ts'
import { relyingParty } from './relying-party.ts'

const lifeMs = 5 * 60_000
const most = 20
/** EdDSA, ES256, RS256: what authenticators speak. */
const algorithms = [-8, -7, -257]

export async function listPasskeys(work: AuthWork, rooms: AuthRooms, page: { limit?: number; cursor?: string }): Promise<Page<Passkey>> {
  refuseTokens(work, rooms)
  const { items, next } = pageOfOwn(await readRows(rooms.db, PasskeyEntity, { personId: work.actor.id }), page)
  return { items: items.map(shown), next }
}

/** How the browser is to make one. */
export async function beginPasskey(work: AuthWork, rooms: AuthRooms) {
  const { id: personId } = work.actor
  const person = rooms.directory.factsOf(personId)
  const own = await readRows(rooms.db, PasskeyEntity, { personId })
  return {
    challenge: rooms.challenges.issue('passkey', { personId, now: work.now, lifeMs }),
    rp: { id: relyingParty(work, rooms).id, name: rooms.installation.name },
    user: { id: Buffer.from(personId).toString('base64url'), name: person?.account ?? '', displayName: person?.name ?? '' },
    pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
    timeout: lifeMs,
    attestation: 'none',
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'preferred' },
    excludeCredentials: own.map(known),
  }
}

interface Made {
  readonly id: string
  readonly response: { readonly clientDataJSON: string; readonly attestationObject: string; readonly transports?: string[] }
}
type Verified = Pick<Row<typeof PasskeyEntity>, 'credentialId' | 'publicKey' | 'counter' | 'synced' | 'site'>

/** Verifies before the unit what the browser made (WebAuthn level 3, section 7.1). @throws passkeyNotMade (400) */
export async function verifyPasskey(work: AuthWork, rooms: AuthRooms, { id, response }: Made): Promise<Verified> {
  const token = challengeIn(response.clientDataJSON)
  if (rooms.challenges.open('passkey', token, work.now)?.personId !== work.actor.id) throw passkeyNotMade()
  const { id: site, origins } = relyingParty(work, rooms)
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response: { ...response, transports: [] } },
      expectedChallenge: token,
      expectedOrigin: [...origins],
      expectedRPID: site,
      requireUserVerification: false,
      supportedAlgorithmIDs: algorithms,
    })
    if (registrationInfo === undefined) throw passkeyNotMade()
    const { credential, credentialBackedUp: synced } = registrationInfo
    const publicKey = Buffer.from(credential.publicKey).toString('base64url')
    return { credentialId: credential.id, publicKey, counter: credential.counter, synced, site }
  } catch (error) {
    throw Object.assign(passkeyNotMade(), { cause: error })
  }
}

/** @throws passkeyNotMade (400) for an answer that was used before, conflict (409) for the twenty-first */
export async function addPasskey(
  work: AuthWork,
  rooms: AuthRooms,
  { name, response }: Made & { name: string },
  fresh: Verified,
): Promise<Passkey & { recoveryCodes: string[] }> {
  const { id: personId } = work.actor
  const token = challengeIn(response.clientDataJSON)
  const challenge = rooms.challenges.open('passkey', token, work.now)
  if (challenge === undefined || !(await rooms.challenges.spend(work, token, challenge))) throw passkeyNotMade()
  const { run } = unitOf(work)
  if ((await readRows(rooms.db, PasskeyEntity, { credentialId: fresh.credentialId }, run)).length > 0) throw passkeyNotMade()
  if ((await readRows(rooms.db, PasskeyEntity, { personId }, run)).length >= most) throw conflict()
  const isFirst = !rooms.safety.hasSecondFactor(personId)
  const row = { id: work.newId(), personId, name, ...fresh, transports: response.transports ?? [], lastUsedAt: null }
  await unitRows(work).insert(PasskeyEntity, row)
  await rooms.safety.tell(work, personId)
  await notify(work, rooms, personId, 'passkey-added')
  return { ...shown({ ...row, createdAt: work.now }), recoveryCodes: isFirst ? await rooms.codes.renew(work, personId) : [] }
}

/** @throws notFound (404) when it is not one's own */
export async function renamePasskey(work: AuthWork, rooms: AuthRooms, id: string, name: string): Promise<Passkey> {
  refuseTokens(work, rooms)
  const mine = { id, personId: work.actor.id }
  if ((await unitRows(work).change(PasskeyEntity, mine, { name })) === 0) throw notFound()
  const [row] = await readRows(rooms.db, PasskeyEntity, mine, unitOf(work).run)
  return shown(row!)
}

/** @throws notFound (404) when it is not one's own */
export async function removePasskey(work: AuthWork, rooms: AuthRooms, id: string): Promise<void> {
  const { id: personId } = work.actor
  if ((await unitRows(work).remove(PasskeyEntity, { id, personId })) === 0) throw notFound()
  await endWithLast(work, rooms, personId)
  await notify(work, rooms, personId, 'passkey-removed')
}

const shown = ({
  id,
  name,
  createdAt,
  lastUsedAt,
  synced,
}: Pick<Row<typeof PasskeyEntity>, 'id' | 'name' | 'createdAt' | 'lastUsedAt' | 'synced'>) => ({
  ...{ id, name, synced },
  createdAt: createdAt.toISOString(),
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
})
