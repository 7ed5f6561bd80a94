import { type Static, Type } from 'typebox'
import { operation } from '../contract/operation.ts'
import { defineProblem, forbidden, notFound, tooManyRequests } from '../contract/problem.ts'
import { Id, Instant, nullable } from '../contract/shapes.ts'
import { passwordProblems } from '../contract/sign-in-problems.ts'
import { peopleManage } from './directory.ts'

/** The link was used, is older than a day, or a newer password stands. */
export const resetGone = defineProblem('auth/reset-gone', 410, {
  'zh-CN': '这个链接已经失效，请重新申请',
  en: 'This link no longer works, ask for a new one',
})
export const mailMissing = defineProblem('auth/mail-missing', 409, {
  'zh-CN': '无法发送邮件：没有配置邮件服务，或这个人没有填写邮箱',
  en: 'No letter can be sent: there is no mail server, or the person has no address',
})

const Code = Type.String({ minLength: 1, maxLength: 100 })

/** Sends a link to the person's mail address. The answer is the same whether or not there is such an account. */
export const askForReset = operation({
  id: 'auth.askForReset',
  method: 'POST',
  path: '/auth/password-resets',
  access: 'public',
  body: Type.Object({ account: Type.String({ minLength: 1, maxLength: 64 }) }),
  problems: [notFound, tooManyRequests],
})
/** Whose password the link sets. */
export const readReset = operation({
  id: 'auth.readReset',
  method: 'GET',
  path: '/auth/password-resets/:code',
  access: 'public',
  params: Type.Object({ code: Code }),
  reply: Type.Object({ account: Type.String(), name: Type.String(), expiresAt: Instant }),
  problems: [resetGone],
})
/** Sets the password and ends all sessions. A refused password leaves the link usable; signing in needs the second factor as ever. */
export const useReset = operation({
  id: 'auth.useReset',
  method: 'POST',
  path: '/auth/password-resets/:code',
  access: 'public',
  params: Type.Object({ code: Code }),
  body: Type.Object({ password: Type.String({ minLength: 8, maxLength: 200, description: 'Characters' }) }),
  problems: [resetGone, ...passwordProblems],
})

/** How somebody signs in, for those who help him. */
export const SignInState = Type.Object({
  password: Type.Enum(['none', 'own', 'one-time']),
  passwordAt: nullable(Instant),
  authenticator: Type.Boolean(),
  passkeys: Type.Integer(),
  recoveryCodes: Type.Integer(),
  /** Whether a link can be sent by mail */
  mails: Type.Boolean(),
})
export type SignInState = Static<typeof SignInState>
export const readSignInState = operation({
  id: 'directory.readSignIn',
  method: 'GET',
  path: '/directory/people/:id/sign-in',
  permission: peopleManage,
  params: Type.Object({ id: Id }),
  reply: SignInState,
  problems: [notFound],
})
/**
 * The present password stops working and all sessions and API tokens end. `password`: one for the next sign-in (7 days), after
 * which a new one has to be chosen. `link`: handed over by whoever asks (24 h). `mail`: the link goes to the person.
 */
export const resetPassword = operation({
  id: 'directory.resetPassword',
  method: 'POST',
  path: '/directory/people/:id/password-reset',
  permission: peopleManage,
  params: Type.Object({ id: Id }),
  body: Type.Object({ way: Type.Enum(['password', 'link', 'mail']) }),
  reply: Type.Object({
    /** Shown this once */
    password: nullable(Type.String()),
    /** Shown this once; a path when the installation does not know its own address */
    url: nullable(Type.String()),
    expiresAt: Instant,
  }),
  problems: [notFound, forbidden, mailMissing],
})
/** For somebody who lost his devices: authenticator app, passkeys and recovery codes are gone. He is told. */
export const removeSecondFactor = operation({
  id: 'directory.removeSecondFactor',
  method: 'DELETE',
  path: '/directory/people/:id/second-factor',
  permission: peopleManage,
  params: Type.Object({ id: Id }),
  problems: [notFound, forbidden],
})
