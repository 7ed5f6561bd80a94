import { type Static, Type } from 'typebox'
import { operation } from '../contract/operation.ts'
import { DirectoryPerson, wrongPassword } from '../contract/platform.ts'
import { conflict, defineProblem, invalidInput, notFound, tooManyRequests } from '../contract/problem.ts'
import { Id, Instant, nullable, pageOf, pageQuery, text } from '../contract/shapes.ts'
import { sessionNeeded } from './api-tokens.ts'

/** The passkey is unknown here, was made for another address, its signature is wrong, or the challenge is over. */
export const passkeyRefused = defineProblem('auth/passkey-refused', 401, {
  'zh-CN': '无法验证这个通行密钥，请重试或使用其他方式登录',
  en: 'This passkey could not be verified, try again or sign in another way',
})
export const passkeyNotMade = defineProblem('auth/passkey-not-made', 400, {
  'zh-CN': '无法添加这个通行密钥，请重试',
  en: 'This passkey could not be added, try again',
})

const Base64Url = (maxLength: number) => Type.String({ pattern: '^[A-Za-z0-9_-]+$', maxLength })
const CredentialId = Base64Url(1400)
const Transports = Type.Array(Type.String({ maxLength: 40 }), { maxItems: 10 })

/** What `navigator.credentials.get` answered (WebAuthn, AuthenticationResponseJSON). */
export const PasskeyAnswer = Type.Object({
  id: CredentialId,
  response: Type.Object({
    clientDataJSON: Base64Url(4000),
    authenticatorData: Base64Url(4000),
    signature: Base64Url(4000),
    userHandle: Type.Optional(Base64Url(200)),
  }),
})
export type PasskeyAnswer = Static<typeof PasskeyAnswer>

const Known = Type.Array(Type.Object({ id: Type.String(), type: Type.String(), transports: Type.Optional(Type.Array(Type.String())) }))

/** How a browser is to ask for a passkey (WebAuthn, PublicKeyCredentialRequestOptionsJSON). */
export const PasskeyQuestion = Type.Object({
  challenge: Type.String(),
  rpId: Type.String(),
  /** ms */
  timeout: Type.Integer(),
  userVerification: Type.Enum(['required', 'preferred']),
  allowCredentials: Known,
})
export type PasskeyQuestion = Static<typeof PasskeyQuestion>

/** Asks for any passkey of this address: the device knows whose it is. */
export const askPasskey = operation({
  id: 'auth.askPasskey',
  method: 'POST',
  path: '/auth/login/passkey-challenge',
  access: 'public',
  reply: PasskeyQuestion,
})
/** Signs in with a passkey that has verified its owner: it stands for both factors. */
export const signInWithPasskey = operation({
  id: 'auth.loginWithPasskey',
  method: 'POST',
  path: '/auth/login/passkey',
  access: 'public',
  summary: 'Answers with the session cookie',
  body: Type.Object({ answer: PasskeyAnswer }),
  reply: Type.Object({ person: DirectoryPerson }),
  problems: [passkeyRefused],
})

export const Passkey = Type.Object({
  id: Id,
  name: Type.String(),
  createdAt: Instant,
  lastUsedAt: nullable(Instant),
  /** Kept by the maker of the device and there on its other devices */
  synced: Type.Boolean(),
})
export type Passkey = Static<typeof Passkey>

export const listPasskeys = operation({
  id: 'auth.listPasskeys',
  method: 'GET',
  path: '/me/passkeys',
  access: 'signed-in',
  query: Type.Object(pageQuery),
  reply: pageOf(Passkey),
  problems: [sessionNeeded, invalidInput],
})
const CurrentPassword = Type.String({ minLength: 1, maxLength: 200 })
/** Begins a new passkey (WebAuthn, PublicKeyCredentialCreationOptionsJSON). */
export const beginPasskey = operation({
  id: 'auth.beginPasskey',
  method: 'POST',
  path: '/me/passkeys/challenge',
  access: 'signed-in',
  body: Type.Object({ password: CurrentPassword }),
  reply: Type.Object({
    challenge: Type.String(),
    rp: Type.Object({ id: Type.String(), name: Type.String() }),
    user: Type.Object({ id: Type.String(), name: Type.String(), displayName: Type.String() }),
    pubKeyCredParams: Type.Array(Type.Object({ type: Type.String(), alg: Type.Integer() })),
    /** ms */
    timeout: Type.Integer(),
    attestation: Type.String(),
    authenticatorSelection: Type.Object({
      residentKey: Type.String(),
      requireResidentKey: Type.Boolean(),
      userVerification: Type.String(),
    }),
    excludeCredentials: Known,
  }),
  problems: [sessionNeeded, wrongPassword, tooManyRequests],
})
/** Keeps the passkey that the browser made. The first second factor of a person brings recovery codes, shown this once. */
export const addPasskey = operation({
  id: 'auth.addPasskey',
  method: 'POST',
  path: '/me/passkeys',
  access: 'signed-in',
  status: 201,
  body: Type.Object({
    name: text(60),
    id: CredentialId,
    response: Type.Object({ clientDataJSON: Base64Url(4000), attestationObject: Base64Url(20_000), transports: Type.Optional(Transports) }),
  }),
  reply: Type.Interface([Passkey], { recoveryCodes: Type.Array(Type.String()) }),
  problems: [sessionNeeded, passkeyNotMade, conflict],
})
export const renamePasskey = operation({
  id: 'auth.renamePasskey',
  method: 'PATCH',
  path: '/me/passkeys/:id',
  access: 'signed-in',
  params: Type.Object({ id: Id }),
  body: Type.Object({ name: text(60) }),
  reply: Passkey,
  problems: [sessionNeeded, notFound],
})
export const removePasskey = operation({
  id: 'auth.removePasskey',
  method: 'POST',
  path: '/me/passkeys/:id/removal',
  access: 'signed-in',
  params: Type.Object({ id: Id }),
  body: Type.Object({ password: CurrentPassword }),
  problems: [sessionNeeded, notFound, wrongPassword, tooManyRequests],
})
