import type { Work } from '@liaison/sdk/server'
import type { RoleMemory } from '../access-administration/role-memory.ts'
import type { Database } from '../data/database.ts'
import type { DirectoryMemory } from '../directory/directory-memory.ts'
import type { Installation } from '../rooms/floors.ts'
import type { AuthEntity } from './auth-entities.ts'
import type { KnownBrowser } from './known-browser.ts'
import type { Passwords } from './passwords.ts'
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
}
export type AuthWork = Work<AuthEntity>
