import { notFound } from '@liaison/sdk'
import * as contract from '@liaison/sdk/platform'
import { bind } from '@liaison/sdk/server'
import type { AuthRooms, AuthWork } from './auth-rooms.ts'
import { provePassword } from './identity-proof.ts'
import { provePasskey, signInWithPasskey } from './passkeys/passkey-proof.ts'
import { passkeyQuestion } from './passkeys/passkey-question.ts'
import * as passkeys from './passkeys/passkey-service.ts'
import type { ForgottenThrottle } from './password-policy/forgotten-throttle.ts'
import { judgedHash } from './password-policy/password-rules.ts'
import { changePolicy, readPolicy } from './password-policy/policy-service.ts'
import { mails, openReset, useReset } from './password-policy/reset-service.ts'
import * as factors from './second-factor/second-factor-service.ts'
import { proveSecondFactor, signInWithSecondFactor } from './second-factor/second-factor-step.ts'
import { refuseTokens } from './session-service.ts'

type W = AuthWork
export const forgottenJob = 'auth.forgotten'
/** An account gets a letter at most so often; the one before it still works. */
const letterEveryMs = 600_000

export const safetyOperations = [
  contract.signInWithSecondFactor,
  contract.askPasskey,
  contract.signInWithPasskey,
  contract.readSecondFactor,
  contract.beginAuthenticator,
  contract.confirmAuthenticator,
  contract.removeAuthenticator,
  contract.renewRecoveryCodes,
  contract.listPasskeys,
  contract.beginPasskey,
  contract.addPasskey,
  contract.renamePasskey,
  contract.removePasskey,
  contract.readSignInRules,
  contract.readSignInPolicy,
  contract.changeSignInPolicy,
  contract.askForReset,
  contract.readReset,
  contract.useReset,
]

export function bindSafety(rooms: AuthRooms & { readonly forgotten: ForgottenThrottle }) {
  /** Only in a browser session, and only with the password once more: a session that was left open changes nothing here. */
  const proved = async (work: W, { body }: { body: { password: string } }): Promise<void> => {
    refuseTokens(work, rooms)
    await provePassword(work, rooms, body.password)
  }
  return [
    bind(contract.signInWithSecondFactor, {
      prepare: (work: W, { body }) => proveSecondFactor(work, rooms, body),
      write: (work: W, { body, ready }) => signInWithSecondFactor(work, rooms, body.challenge, ready),
    }),
    bind(contract.askPasskey, (work: W) => passkeyQuestion(work, rooms)),
    bind(contract.signInWithPasskey, {
      prepare: (work: W, { body }) => provePasskey(work, rooms, body.answer),
      write: (work: W, { ready }) => signInWithPasskey(work, rooms, ready),
    }),
    bind(contract.readSecondFactor, (work: W) => factors.readSecondFactor(work, rooms)),
    bind(contract.beginAuthenticator, { prepare: proved, write: (work: W) => factors.beginAuthenticator(work, rooms) }),
    bind(contract.confirmAuthenticator, (work: W, { body }) => factors.confirmAuthenticator(work, rooms, body)),
    bind(contract.removeAuthenticator, { prepare: proved, write: (work: W) => factors.removeAuthenticator(work, rooms) }),
    bind(contract.renewRecoveryCodes, { prepare: proved, write: (work: W) => factors.renewCodes(work, rooms) }),
    bind(contract.listPasskeys, (work: W, { query }) => passkeys.listPasskeys(work, rooms, query)),
    bind(contract.beginPasskey, { prepare: proved, write: (work: W) => passkeys.beginPasskey(work, rooms) }),
    bind(contract.addPasskey, {
      prepare: (work: W, { body }) => {
        refuseTokens(work, rooms)
        return passkeys.verifyPasskey(work, rooms, body)
      },
      write: (work: W, { body, ready }) => passkeys.addPasskey(work, rooms, body, ready),
    }),
    bind(contract.renamePasskey, (work: W, { params, body }) => passkeys.renamePasskey(work, rooms, params.id, body.name)),
    bind(contract.removePasskey, { prepare: proved, write: (work: W, { params }) => passkeys.removePasskey(work, rooms, params.id) }),
    bind(contract.readSignInRules, () => ({ minLength: rooms.safety.policy.minLength, forgotten: mails(rooms) })),
    bind(contract.readSignInPolicy, () => readPolicy(rooms)),
    bind(contract.changeSignInPolicy, (work: W, { body, expectedVersion }) => changePolicy(work, rooms, body, expectedVersion)),
    bind(contract.askForReset, async (work: W, { body }) => {
      if (!mails(rooms)) throw notFound()
      rooms.forgotten.take(work.origin?.address ?? '', work.now)
      const account = body.account.toLowerCase()
      // whether there is such an account is looked up by the job: answer and time are the same
      const dedupe = `${forgottenJob}.${account}.${Math.floor(work.now.getTime() / letterEveryMs)}`
      await rooms.jobs.add(work, forgottenJob, { account }, { dedupe })
    }),
    bind(contract.readReset, async (work: W, { params }) => {
      const { reset, person } = await openReset(rooms, params.code, work.now)
      return { account: person.account, name: person.name, expiresAt: reset.expiresAt.toISOString() }
    }),
    bind(contract.useReset, {
      prepare: async (work: W, { params, body }) => {
        const { person } = await openReset(rooms, params.code, work.now)
        return judgedHash(rooms, body.password, { ...person, personId: person.id }, { mustDiffer: true })
      },
      write: (work: W, { params, ready }) => useReset(work, rooms, params.code, ready),
    }),
  ]
}
