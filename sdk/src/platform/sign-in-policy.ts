import { type Static, Type } from 'typebox'
import { operation } from '../contract/operation.ts'
import { definePermission } from '../contract/permission.ts'
import { invalidInput, staleVersion } from '../contract/problem.ts'
import { Id, Instant, nullable } from '../contract/shapes.ts'

/** Deciding how people of the whole installation sign in. */
export const signInManage = definePermission('auth.manage', {
  title: { 'zh-CN': '管理登录安全', en: 'Manage sign-in security' },
  scopes: ['none', 'all'],
  presets: { administrator: 'all' },
})

const PasswordRules = Type.Object({
  minLength: Type.Integer({ minimum: 8, maximum: 64, description: 'Characters' }),
  remembersLast: Type.Integer({ minimum: 0, maximum: 24, description: 'A new password is none of the last so many' }),
  /** Older ones have to be changed at the next sign-in; null: never */
  maxAgeDays: nullable(Type.Integer({ minimum: 1, maximum: 3650 })),
})
const SecondFactorRule = Type.Object({
  required: Type.Enum(['nobody', 'roles', 'everybody']),
  /** Of `roles`: whoever holds one of them in the whole company */
  roleIds: Type.Array(Id, { maxItems: 50, uniqueItems: true }),
  /** From then on; null: at once */
  from: nullable(Instant),
})
/** How people sign in. Passwords that stand are not judged anew. */
export const SignInPolicy = Type.Object({ password: PasswordRules, secondFactor: SecondFactorRule, version: Type.Integer() })
export type SignInPolicy = Static<typeof SignInPolicy>

export const readSignInPolicy = operation({
  id: 'auth.readPolicy',
  method: 'GET',
  path: '/auth/policy',
  permission: signInManage,
  reply: Type.Interface([SignInPolicy], {
    /** How many people the rule about second factors would lead to its set-up now, of those whom it is about */
    without: Type.Integer(),
  }),
})
export const changeSignInPolicy = operation({
  id: 'auth.changePolicy',
  method: 'PUT',
  path: '/auth/policy',
  permission: signInManage,
  summary: 'Acts at once, on sessions that are open, too',
  body: Type.Object({ password: PasswordRules, secondFactor: SecondFactorRule }),
  reply: SignInPolicy,
  problems: [invalidInput, staleVersion],
})

/** What the pages before sign-in need to know. */
export const readSignInRules = operation({
  id: 'auth.readRules',
  method: 'GET',
  path: '/auth/rules',
  access: 'public',
  reply: Type.Object({
    minLength: Type.Integer(),
    /** Whether somebody who forgot the password gets a letter */
    forgotten: Type.Boolean(),
  }),
})
