import { defineProblem } from './problem.ts'

/**
 * The password was right, and the person has a second factor. `members`: `challenge` (for `auth.secondFactor`, 5 min), `methods`
 * (`authenticator`, `passkey`, `recovery-code`), and `passkey`, the options that a browser asks a passkey with, or null.
 */
export const secondFactorRequired = defineProblem('auth/second-factor-required', 401, {
  'zh-CN': '请完成两步验证',
  en: 'A second step is needed to sign in',
})

/** The session may do nothing else: the password was given by an administrator, or is too old. */
export const passwordChangeNeeded = defineProblem('auth/password-change-needed', 403, {
  'zh-CN': '请先设置新密码',
  en: 'Choose a new password first',
})
/** The session may do nothing else: the company asks for a second factor, and the person has none. */
export const secondFactorSetUpNeeded = defineProblem('auth/second-factor-set-up-needed', 403, {
  'zh-CN': '请先设置两步验证',
  en: 'Set up a second factor first',
})

/** The session may do nothing else: the person has not agreed to the privacy notice in force. */
export const consentNeeded = defineProblem('privacy/consent-needed', 403, {
  'zh-CN': '请先阅读并同意个人信息告知',
  en: 'Read the privacy notice and agree first',
})

/** `members.minLength` in characters. */
export const passwordTooShort = defineProblem('auth/password-too-short', 400, {
  'zh-CN': '密码太短，不符合公司的密码要求',
  en: 'The password is shorter than your company asks for',
})
export const passwordTooCommon = defineProblem('auth/password-too-common', 400, {
  'zh-CN': '这个密码太常见，容易被猜到，请换一个',
  en: 'This password is common and easily guessed, choose another one',
})
export const passwordLikeAccount = defineProblem('auth/password-like-account', 400, {
  'zh-CN': '密码与账号或姓名太接近，请换一个',
  en: 'The password is too close to the account or name, choose another one',
})
/** `members.last`: how many of the passwords before count; 0: it is the present one. */
export const passwordUsedBefore = defineProblem('auth/password-used-before', 400, {
  'zh-CN': '这个密码最近用过，请换一个',
  en: 'This password was used recently, choose another one',
})
/** What may be wrong with a new password. */
export const passwordProblems = [passwordTooShort, passwordTooCommon, passwordLikeAccount, passwordUsedBefore] as const
