import type { Jobs, Mail, Work } from '@liaison/sdk/server'
import type { RoleMemory } from '../access-administration/role-memory.ts'
import type { Database } from '../data/database.ts'
import type { DirectoryMemory } from '../directory/directory-memory.ts'
import type { Installation } from '../rooms/floors.ts'
import type { AuthEntity } from './auth-entities.ts'
import type { Challenges } from './challenges.ts'
import type { KnownBrowser } from './known-browser.ts'
import type { Passwords } from './passwords.ts'
import type { SafetyMemory } from './safety-memory.ts'
import type { RecoveryCodes } from './second-factor/recovery-codes.ts'
import type { SessionLimits, SessionMemory } from './session-memory.ts'
import type { SignInThrottle } from './sign-in-throttle.ts'

/** What the acts of this room work with. */
export interface AuthRooms {
  readonly db: Database
  readonly directory: DirectoryMemory
  readonly roles: RoleMemory
  readonly installation: Installation
  readonly passwords: Passwords
  readonly throttle: SignInThrottle
  readonly browser: KnownBrowser
  readonly sessions: SessionMemory
  readonly limits: SessionLimits
  readonly safety: SafetyMemory
  readonly challenges: Challenges
  readonly codes: RecoveryCodes
  /** Of second factors: anybody who knows the password could guess codes from many addresses */
  readonly factorThrottle: SignInThrottle
  readonly mail: Mail
  readonly jobs: Jobs
}
export type AuthWork = Work<AuthEntity>
