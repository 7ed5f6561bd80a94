import { type Static, Type } from 'typebox'
import { defineEvent } from '../contract/event.ts'
import { operation } from '../contract/operation.ts'
import { definePermission } from '../contract/permission.ts'
import { wrongPassword } from '../contract/platform.ts'
import { defineProblem, forbidden, invalidInput, tooManyRequests } from '../contract/problem.ts'
import { Id, Instant, nullable, pageOf, pageQuery, text } from '../contract/shapes.ts'
import { sessionNeeded } from './api-tokens.ts'
import { lastAdministrator } from './directory.ts'
import { consentOutdated } from './invitations.ts'

/** Writing the text that people agree to. */
export const privacyManage = definePermission('privacy.manage', {
  title: { 'zh-CN': '管理个人信息告知', en: 'Keep the privacy notice' },
  scopes: ['none', 'all'],
  presets: { administrator: 'all' },
})

const Use = Type.Object({ what: text(200), why: text(300), kept: text(100) })
/** What people agree to, in one language. */
export const ConsentWords = Type.Object({
  /** Which information is used, for what, and how long it is kept */
  uses: Type.Array(Use, { minItems: 1, maxItems: 20 }),
  /** The whole notice; paragraphs are parted by empty lines */
  text: text(20_000),
})
export type ConsentWords = Static<typeof ConsentWords>
const InBoth = Type.Object({ 'zh-CN': ConsentWords, en: ConsentWords })
const Note = Type.Object({ 'zh-CN': text(200), en: text(200) })

/** One version of the notice; it never changes. */
export const ConsentText = Type.Object({
  version: Type.String(),
  /** Null for the one that Liaison brings along */
  publishedAt: nullable(Instant),
  /** Nobody goes on without having agreed */
  required: Type.Boolean(),
  /** What is new in it */
  note: Note,
  words: InBoth,
})
export type ConsentText = Static<typeof ConsentText>

export const ConsentState = Type.Object({
  /** In force now */
  text: ConsentText,
  /** Earlier ones, newest first, at most 20 */
  earlier: Type.Array(Type.Object({ version: Type.String(), publishedAt: nullable(Instant), note: Note })),
  /** What the caller has agreed to last; null when nothing, or when it was withdrawn */
  given: nullable(Type.Object({ version: Type.String(), at: Instant })),
  withdrawnAt: nullable(Instant),
  /** Whether the caller has to agree before anything else */
  needed: Type.Boolean(),
})
export type ConsentState = Static<typeof ConsentState>

export { consentNeeded } from '../contract/sign-in-problems.ts'
export const accountNotTyped = defineProblem('privacy/account-not-typed', 400, {
  'zh-CN': '输入的账号与当前账号不一致',
  en: 'That is not the account you are signed in with',
})

export const readConsent = operation({
  id: 'privacy.readConsent',
  method: 'GET',
  path: '/me/consent',
  access: 'signed-in',
  reply: ConsentState,
})
/** Agrees to the version in force; it is kept who, to which, and when. */
export const giveConsent = operation({
  id: 'privacy.giveConsent',
  method: 'PUT',
  path: '/me/consent',
  access: 'signed-in',
  body: Type.Object({ version: Type.String({ maxLength: 40 }) }),
  reply: ConsentState,
  problems: [consentOutdated, sessionNeeded],
})
/**
 * Takes the consent back: sessions, API tokens and sockets end at once, and the account is closed until its owner agrees
 * again or deletes it.
 */
export const withdrawConsent = operation({
  id: 'privacy.withdrawConsent',
  method: 'POST',
  path: '/me/consent/withdrawal',
  access: 'signed-in',
  body: Type.Object({
    /** That was agreed to; where nothing was, the one in force */
    version: Type.String({ maxLength: 40 }),
  }),
  status: 204,
  problems: [consentOutdated, sessionNeeded],
})

/** All that is kept about the caller, as JSON: his own fields unmasked, consents, devices, and what each module keeps. */
export const exportMyData = operation({
  id: 'privacy.exportMyData',
  method: 'GET',
  path: '/me/data',
  access: 'signed-in',
  reply: Type.Unknown(),
  problems: [sessionNeeded],
})

/** One's own fields as they are stored. */
export const MyProfile = Type.Object({
  name: Type.String(),
  title: nullable(Type.String()),
  email: nullable(Type.String()),
  phone: nullable(Type.String()),
})
export type MyProfile = Static<typeof MyProfile>
export const readMyProfile = operation({
  id: 'privacy.readMyProfile',
  method: 'GET',
  path: '/me/profile',
  access: 'signed-in',
  reply: MyProfile,
  problems: [sessionNeeded],
})
/** Corrects what is wrong; the job title is the company's to change. Links for a new password go to the address: it takes the current one. */
export const correctMyProfile = operation({
  id: 'privacy.correctMyProfile',
  method: 'PATCH',
  path: '/me/profile',
  access: 'signed-in',
  body: Type.Partial(
    Type.Object({
      name: text(60),
      email: nullable(Type.String({ format: 'email', maxLength: 200 })),
      phone: nullable(Type.String({ pattern: '^[+0-9][0-9 -]{3,29}$' })),
      current: Type.String({ minLength: 1, maxLength: 200, description: 'The current password, for another mail address' }),
    }),
  ),
  reply: MyProfile,
  problems: [sessionNeeded, invalidInput, wrongPassword, tooManyRequests],
})
/**
 * Deletes the caller's account for good: name, account, phone and mail are erased, everything he is signed in with ends, he
 * leaves departments, roles and projects. What he wrote stays the company's, by somebody without a name.
 */
export const deleteMyAccount = operation({
  id: 'privacy.deleteMyAccount',
  method: 'POST',
  path: '/me/deletion',
  access: 'signed-in',
  body: Type.Object({
    /** Typed once more, so that it happens to nobody by mistake */
    account: Type.String({ maxLength: 64 }),
    password: Type.String({ minLength: 1, maxLength: 200 }),
  }),
  problems: [wrongPassword, accountNotTyped, lastAdministrator, sessionNeeded, tooManyRequests],
})

export const listConsentTexts = operation({
  id: 'privacy.listConsentTexts',
  method: 'GET',
  path: '/privacy/consent-texts',
  permission: privacyManage,
  query: Type.Object(pageQuery),
  reply: pageOf(
    Type.Interface([ConsentText], {
      /** How many people have agreed to it and not taken it back */
      agreed: Type.Integer(),
    }),
  ),
  problems: [invalidInput],
})
/** Puts a new version in force. With `required` nobody goes on without having agreed; API tokens are not stopped. */
export const publishConsentText = operation({
  id: 'privacy.publishConsentText',
  method: 'POST',
  path: '/privacy/consent-texts',
  permission: privacyManage,
  status: 201,
  body: Type.Object({ words: InBoth, note: Note, required: Type.Boolean() }),
  reply: ConsentText,
  problems: [invalidInput, forbidden],
})

/** Somebody's account was deleted: modules forget what is only his, and keep what is the company's. */
export const personAnonymised = defineEvent('privacy.person.anonymised', Type.Object({ personId: Id }))
