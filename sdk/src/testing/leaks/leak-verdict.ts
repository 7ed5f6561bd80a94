import type { AnyOperation } from '../../contract/index.ts'
import type { TestResponse } from '../test-host.ts'
import type { Who } from './leak-cast.ts'
import type { LeakModel, StoredRow } from './leak-model.ts'

/** What a door says to somebody, before it is about any row. */
export type Answer = 'let in' | 'sign in first' | 'no permission' | 'read-only'

/** The rule of functions in plain words. */
export function expectedAnswer(model: LeakModel, who: Who, { permission, access, method }: AnyOperation): Answer {
  if (who.viewerId !== undefined && method !== 'GET') return 'read-only'
  if (access === 'public') return 'let in'
  if (who.id === undefined) return 'sign in first'
  if (permission === undefined) return who.only !== undefined && method !== 'GET' ? 'no permission' : 'let in'
  return holds(model, who, permission.key) ? 'let in' : 'no permission'
}

/** Whose rights count: of somebody who views as another, both. */
const both = ({ id, viewerId }: Who): readonly string[] => (id === undefined ? [] : viewerId === undefined ? [id] : [id, viewerId])

export const holds = (model: LeakModel, who: Who, permission: string): boolean =>
  who.id !== undefined && both(who).every((id) => model.holds(id, permission)) && (who.only?.includes(permission) ?? true)
export const reaches = (model: LeakModel, who: Who, permission: string, [table, row]: readonly [string, StoredRow]): boolean =>
  holds(model, who, permission) && both(who).every((id) => model.reaches(id, permission, table, row))

/** What the answer says about the door; what is behind it may well refuse for reasons of its own. */
export function givenAnswer({ status, body }: TestResponse, { permission, access }: AnyOperation): string {
  const { type = '', permission: missing, reason } = (body ?? {}) as { type?: string; permission?: string; reason?: string }
  if (status >= 500) return `failed with ${status}`
  if (type.endsWith(':view-as-is-read-only')) return 'read-only'
  if (status === 401 && access !== 'public') return 'sign in first'
  const isShut = type.endsWith(':forbidden') && (missing === permission?.key || reason !== undefined)
  return isShut && status === 403 ? 'no permission' : 'let in'
}
