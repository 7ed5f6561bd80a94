import { createToken } from '@liaison/sdk'
import type { AnyWork } from '../rooms/unit-of.ts'

/** What the other rooms ask of sign-in, in their own units of work. */
export interface Accounts {
  /** argon2id, off the main thread: before the unit, never inside it */
  hash(password: string): Promise<string>
  setPassword(work: AnyWork & { newId(): string }, personId: string, passwordHash: string): Promise<void>
  /** The same password for all of them, in a unit of its own: for the demo company, where nobody may wait for 25 hashes. */
  setPasswords(personIds: readonly string[], passwordHash: string): Promise<void>
  /** Ends sessions, API tokens and sockets on every process, with the commit. */
  endAll(work: AnyWork, personId: string): Promise<void>
}
export const accounts = createToken<Accounts>('core.Accounts')
