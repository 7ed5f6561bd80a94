import { peopleManage } from '@liaison/sdk/platform'
import { column, entity } from '@liaison/sdk/server'
import { safetyEntities } from './safety-entities.ts'

/** How a person proves who he is. Nobody reads it through a permission: the room leaves the scope for each use. */
export const CredentialEntity = entity(
  'core_credential',
  {
    personId: column.string(),
    /** argon2id in PHC string format; empty: none works, a reset is under way */
    passwordHash: column.text(),
    /** When it was set; null for those older than this column */
    changedAt: column.datetime().nullable(),
    /** Given by an administrator: until then it signs in, and a new one has to be chosen; null: the person's own */
    oneTimeUntil: column.datetime().nullable(),
  },
  { read: peopleManage, own: ['personId'] },
)

/** A sign-in that holds until it is ended, idle for too long, or too old. */
export const SessionEntity = entity(
  'core_session',
  {
    personId: column.string(),
    /** SHA-256 of the cookie's value, hex */
    hash: column.string(),
    address: column.string(),
    userAgent: column.text(),
    lastSeenAt: column.datetime(),
  },
  { read: peopleManage, own: ['personId'] },
  { untracked: ['lastSeenAt'] },
)

/** What a program presents instead of a session. */
export const TokenEntity = entity(
  'core_token',
  {
    personId: column.string(),
    name: column.string(),
    /** SHA-256 of the token, hex */
    hash: column.string(),
    expiresAt: column.datetime(),
    lastUsedAt: column.datetime().nullable(),
    /** Keys it is narrowed to; null: all that the person holds */
    permissions: column.json<readonly string[]>().nullable(),
  },
  { read: peopleManage, own: ['personId'] },
  { untracked: ['lastUsedAt'] },
)

export const authEntities = [CredentialEntity, SessionEntity, TokenEntity, ...safetyEntities] as const
export type AuthEntity = (typeof authEntities)[number]
