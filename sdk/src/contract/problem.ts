import type { LocalizedText } from './text.ts'

/**
 * An expected failure. On the wire it is `application/problem+json` (RFC 9457) with
 * `type: urn:liaison:problem:<type>`. Branch on `type`, never on text or `instanceof`.
 */
export interface Problem extends Error {
  readonly type: string
  /** HTTP status code */
  readonly status: number
  /** Further members of the problem document, e.g. `errors`, `retryAfter` (s) */
  readonly members: Readonly<Record<string, unknown>>
}

/** Makes problems of one kind: `throw taskAlreadyDone({ taskId })`. */
export interface ProblemKind {
  (members?: Readonly<Record<string, unknown>>): Problem
  readonly type: string
  readonly status: number
  readonly title: LocalizedText
}

/**
 * Declares a kind of expected failure.
 * @param type - `plugin/what-is-wrong`, stable: clients match on it
 * @param status - HTTP status code, 400–599
 * @param title - one short sentence for people, in every language
 */
export function defineProblem(type: string, status: number, title: LocalizedText): ProblemKind {
  const make = (members: Readonly<Record<string, unknown>> = {}): Problem => Object.assign(new Error(title.en), { type, status, members })
  return Object.assign(make, { type, status, title })
}

/** Tells a problem from a bug, also across two copies of the SDK. */
export function isProblem(error: unknown): error is Problem {
  const candidate = error as Partial<Problem> | null | undefined
  return error instanceof Error && typeof candidate?.type === 'string' && typeof candidate.status === 'number'
}

/** One place of a bad input: a JSON pointer into `{ params, query, body }` and what was expected there. */
export interface InputError {
  readonly pointer: string
  readonly message: string
}

export const notFound = defineProblem('not-found', 404, { 'zh-CN': '没有找到', en: 'Not found' })
export const forbidden = defineProblem('forbidden', 403, { 'zh-CN': '没有权限', en: 'Not allowed' })
export const signInNeeded = defineProblem('sign-in-needed', 401, { 'zh-CN': '请先登录', en: 'Sign in first' })
export const moduleNotEnabled = defineProblem('module-not-enabled', 404, { 'zh-CN': '该模块未启用', en: 'This module is not enabled' })
/** `members.errors` is an `InputError[]`. */
export const invalidInput = defineProblem('invalid-input', 400, { 'zh-CN': '输入有误', en: 'Invalid input' })
export const conflict = defineProblem('conflict', 409, { 'zh-CN': '与现有内容冲突', en: 'Conflicts with what is there' })
/** The `If-Match` version is not the stored one. */
export const staleVersion = defineProblem('stale-version', 412, { 'zh-CN': '内容已被他人修改', en: 'Somebody changed this meanwhile' })
/** `members.retryAfter` is in seconds; HTTP sends it as `Retry-After`. */
export const tooManyRequests = defineProblem('too-many-requests', 429, { 'zh-CN': '操作太频繁，请稍后再试', en: 'Too many requests' })
