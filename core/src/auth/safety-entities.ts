import { signInManage } from '@liaison/sdk/platform'
import { column, entity } from '@liaison/sdk/server'

// Nobody reads these tables through a permission: the room leaves the scope for each use.

/** Hashes of passwords before the present one, as many as the policy remembers. */
export const PasswordBeforeEntity = entity(
  'core_password_before',
  {
    personId: column.string(),
    /** argon2id in PHC string format */
    passwordHash: column.text(),
  },
  { read: signInManage, own: ['personId'] },
)

/** The authenticator app of a person. */
export const AuthenticatorEntity = entity(
  'core_authenticator',
  {
    personId: column.string(),
    /** Base32 */
    secret: column.text(),
    /** Number of the 30 s step whose code was used last: none up to it works again */
    lastStep: column.integer(),
  },
  { read: signInManage, own: ['personId'] },
  { sensitive: ['secret'] },
)

/** An unused way in for somebody who lost his devices. */
export const RecoveryCodeEntity = entity(
  'core_recovery_code',
  {
    personId: column.string(),
    /** HMAC-SHA-256 under the installation's secret, hex: codes are short */
    hash: column.string(),
  },
  { read: signInManage, own: ['personId'] },
)

export const PasskeyEntity = entity(
  'core_passkey',
  {
    personId: column.string(),
    name: column.string(),
    /** base64url, like the key */
    credentialId: column.text(),
    publicKey: column.text(),
    /** Signatures that the authenticator has counted; 0 where it does not count */
    counter: column.integer(),
    transports: column.json<readonly string[]>(),
    synced: column.boolean(),
    /** Relying party: the host name that it was made for */
    site: column.string(),
    lastUsedAt: column.datetime().nullable(),
  },
  { read: signInManage, own: ['personId'] },
  { untracked: ['lastUsedAt', 'counter'] },
)

/** A link that sets a password. */
export const PasswordResetEntity = entity(
  'core_password_reset',
  {
    personId: column.string(),
    /** SHA-256 of the code in the link, hex */
    codeHash: column.string(),
    expiresAt: column.datetime(),
  },
  { read: signInManage, own: ['personId'] },
)

/** How people sign in: one row, or none as long as nothing was changed. */
export const SignInPolicyEntity = entity(
  'core_sign_in_policy',
  {
    minLength: column.integer(),
    remembersLast: column.integer(),
    maxAgeDays: column.integer().nullable(),
    required: column.string().$type<'nobody' | 'roles' | 'everybody'>(),
    roleIds: column.json<readonly string[]>(),
    requiredFrom: column.datetime().nullable(),
  },
  { read: signInManage, open: true },
  { auditedValues: ['minLength', 'remembersLast', 'maxAgeDays', 'required', 'roleIds', 'requiredFrom'] },
)

export const safetyEntities = [
  PasswordBeforeEntity,
  AuthenticatorEntity,
  RecoveryCodeEntity,
  PasskeyEntity,
  PasswordResetEntity,
  SignInPolicyEntity,
] as const
