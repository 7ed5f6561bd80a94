import { createToken } from '@liaison/sdk'
import type { SignInState } from '@liaison/sdk/platform'
import type { Work } from '@liaison/sdk/server'
import type { AnyWork } from '../rooms/unit-of.ts'
import type { Owner } from './password-policy/password-rules.ts'
import type { ResetAnswer, ResetBy } from './password-policy/reset-service.ts'

type UnitWork = AnyWork & { newId(): string }

/** What the other rooms ask of sign-in, in their own units of work. */
export interface Accounts {
  /** argon2id, off the main thread: before the unit, never inside it */
  hash(password: string): Promise<string>
  /** The same for a password that somebody chooses. @throws passwordTooShort, passwordTooCommon, passwordLikeAccount, passwordUsedBefore (400) */
  judgedHash(password: string, owner: Owner): Promise<string>
  /** @param options.oneTime - works for the next sign-in within a week, which begins with choosing another one */
  setPassword(work: UnitWork, personId: string, passwordHash: string, options?: { readonly oneTime?: boolean }): Promise<void>
  /** The same, one-time, for many people who have none yet, by their ids. */
  setFirstPasswords(work: UnitWork, passwordHashes: ReadonlyMap<string, string>): Promise<void>
  /** The caller's own password, before the unit, throttled like a sign-in. @throws wrongPassword (403), tooManyRequests (429) */
  provePassword(work: Pick<Work, 'actor' | 'origin' | 'now'>, password: string): Promise<void>
  signInState(personId: string): Promise<SignInState>
  /** Takes the present password away and ends everything; the person is told. `passwordHash` is of `password`. @throws mailMissing (409) */
  resetPassword(work: UnitWork, personId: string, by: ResetBy): Promise<ResetAnswer>
  /** Before another address is stored: links that went to the present one stop working, and the person is told there. */
  leaveAddress(work: UnitWork, personId: string): Promise<void>
  /** Authenticator app, passkeys and recovery codes; the person is told. */
  removeFactors(work: UnitWork, personId: string): Promise<void>
  /** Password, second factors and all that was kept of them, silently: the person is gone. */
  forget(work: UnitWork, personId: string): Promise<void>
  /** The same password for all of them, in a unit of its own: for the demo company, where nobody may wait for 25 hashes. */
  setPasswords(personIds: readonly string[], passwordHash: string): Promise<void>
  /** Ends sessions, API tokens and sockets on every process, with the commit. */
  endAll(work: AnyWork, personId: string): Promise<void>
}
export const accounts = createToken<Accounts>('core.Accounts')
