import type { Rows } from '@liaison/sdk/server'
import { type AuthEntity, SessionEntity, TokenEntity } from './auth-entities.ts'
import { PasswordResetEntity } from './safety-entities.ts'
import type { SessionLimits } from './session-memory.ts'

/** Removes what can sign nobody in any more. */
export async function removeExpired(rows: Rows<AuthEntity>, { idleMs, absoluteMs }: SessionLimits, now: Date): Promise<void> {
  const before = (ms: number) => new Date(now.getTime() - ms)
  await rows.of(SessionEntity).removeAll((eb) => eb.or([eb('createdAt', '<', before(absoluteMs)), eb('lastSeenAt', '<', before(idleMs))]))
  await rows.of(PasswordResetEntity).removeAll((eb) => eb('expiresAt', '<', now))
  await rows.of(TokenEntity).removeAll((eb) => eb('expiresAt', '<', now))
}
