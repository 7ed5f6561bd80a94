import { type Static, Type } from 'typebox'
import { operation } from '../contract/operation.ts'
import { DirectoryPerson, wrongPassword } from '../contract/platform.ts'
import { defineProblem, invalidInput, notFound, tooManyRequests } from '../contract/problem.ts'
import { sessionNeeded } from './api-tokens.ts'
import { PasskeyAnswer, passkeyRefused } from './passkeys.ts'

export const wrongCode = defineProblem('auth/wrong-code', 401, {
  'zh-CN': '验证码不正确或已过期',
  en: 'The code is wrong or no longer valid',
})
/** Five minutes have passed, or the password was changed meanwhile: begin again with account and password. */
export const challengeOver = defineProblem('auth/challenge-over', 401, {
  'zh-CN': '验证已超时，请重新登录',
  en: 'This took too long, please sign in again',
})

/** One of the three answers a challenge. */
export const signInWithSecondFactor = operation({
  id: 'auth.secondFactor',
  method: 'POST',
  path: '/auth/login/second-factor',
  access: 'public',
  summary: 'Answers with the session cookie',
  body: Type.Object({
    /** Of the problem `auth/second-factor-required` */
    challenge: Type.String({ minLength: 1, maxLength: 1000 }),
    /** Six digits of the authenticator app */
    code: Type.Optional(Type.String({ pattern: '^\\d{6}$' })),
    recoveryCode: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
    passkey: Type.Optional(PasskeyAnswer),
  }),
  reply: Type.Object({ person: DirectoryPerson }),
  problems: [wrongCode, challengeOver, passkeyRefused, invalidInput, tooManyRequests],
})

/** What stands between one's password and one's account. */
export const SecondFactor = Type.Object({
  authenticator: Type.Boolean(),
  passkeys: Type.Integer(),
  /** Unused ones */
  recoveryCodes: Type.Integer(),
  /** The company asks for one: without any, the session reaches nothing but its set-up */
  required: Type.Boolean(),
})
export type SecondFactor = Static<typeof SecondFactor>

export const readSecondFactor = operation({
  id: 'auth.readSecondFactor',
  method: 'GET',
  path: '/me/second-factor',
  access: 'signed-in',
  reply: SecondFactor,
  problems: [sessionNeeded],
})

const CurrentPassword = Type.Object({ password: Type.String({ minLength: 1, maxLength: 200 }) })
const RecoveryCodes = Type.Object({ recoveryCodes: Type.Array(Type.String()) })

/** Begins with an authenticator app: nothing changes until a code confirms it. */
export const beginAuthenticator = operation({
  id: 'auth.beginAuthenticator',
  method: 'POST',
  path: '/me/second-factor/authenticator/challenge',
  access: 'signed-in',
  body: CurrentPassword,
  reply: Type.Object({
    /** Base32, for those who cannot scan */
    secret: Type.String(),
    /** `otpauth://totp/…`, what the QR code says */
    uri: Type.String(),
    /** For the confirmation, 15 min */
    challenge: Type.String(),
  }),
  problems: [sessionNeeded, wrongPassword, tooManyRequests],
})
/** From now on sign-in asks for a code. Recovery codes come with the first second factor, shown this once; else none. */
export const confirmAuthenticator = operation({
  id: 'auth.confirmAuthenticator',
  method: 'POST',
  path: '/me/second-factor/authenticator',
  access: 'signed-in',
  body: Type.Object({ challenge: Type.String({ minLength: 1, maxLength: 1000 }), code: Type.String({ pattern: '^\\d{6}$' }) }),
  reply: RecoveryCodes,
  problems: [sessionNeeded, wrongCode, challengeOver, tooManyRequests],
})
export const removeAuthenticator = operation({
  id: 'auth.removeAuthenticator',
  method: 'POST',
  path: '/me/second-factor/authenticator/removal',
  access: 'signed-in',
  body: CurrentPassword,
  problems: [sessionNeeded, wrongPassword, notFound, tooManyRequests],
})
/** Ten new ones, shown this once; those before stop working. */
export const renewRecoveryCodes = operation({
  id: 'auth.renewRecoveryCodes',
  method: 'POST',
  path: '/me/second-factor/recovery-codes',
  access: 'signed-in',
  body: CurrentPassword,
  reply: RecoveryCodes,
  problems: [sessionNeeded, wrongPassword, notFound, tooManyRequests],
})
