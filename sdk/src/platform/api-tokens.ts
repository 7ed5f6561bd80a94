import { type Static, Type } from 'typebox'
import { operation } from '../contract/operation.ts'
import { defineProblem, invalidInput, notFound } from '../contract/problem.ts'
import { Id, Instant, nullable, pageOf, pageQuery, text } from '../contract/shapes.ts'

/** An API token cannot make tokens, change the password or see sessions. */
export const sessionNeeded = defineProblem('auth/session-needed', 403, {
  'zh-CN': '请在浏览器中登录后操作',
  en: 'Only for a signed-in session, not for an API token',
})

export const ApiToken = Type.Object({
  id: Id,
  name: Type.String(),
  createdAt: Instant,
  expiresAt: Instant,
  lastUsedAt: nullable(Instant),
  /** Permission keys it is narrowed to; null: all that its owner holds */
  permissions: nullable(Type.Array(Type.String())),
})
export type ApiToken = Static<typeof ApiToken>

/** One's own API tokens, newest first; never the secret. */
export const listTokens = operation({
  id: 'auth.listTokens',
  method: 'GET',
  path: '/auth/tokens',
  access: 'signed-in',
  query: Type.Object(pageQuery),
  reply: pageOf(ApiToken),
  problems: [sessionNeeded, invalidInput],
})

/** Makes an API token; it is shown this once. Without `expiresAt` it lasts 90 days. */
export const createApiToken = operation({
  id: 'auth.createToken',
  method: 'POST',
  path: '/auth/tokens',
  access: 'signed-in',
  status: 201,
  body: Type.Object({
    name: text(100),
    expiresAt: Type.Optional(Instant),
    permissions: Type.Optional(Type.Array(Type.String({ maxLength: 100 }), { maxItems: 200, uniqueItems: true })),
  }),
  reply: Type.Object({ id: Id, token: Type.String() }),
  problems: [sessionNeeded, invalidInput],
})

export const deleteToken = operation({
  id: 'auth.deleteToken',
  method: 'DELETE',
  path: '/auth/tokens/:id',
  access: 'signed-in',
  params: Type.Object({ id: Id }),
  problems: [sessionNeeded, notFound],
})
