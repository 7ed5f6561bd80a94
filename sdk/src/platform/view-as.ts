import { type Static, Type } from 'typebox'
import { operation } from '../contract/operation.ts'
import { definePermission } from '../contract/permission.ts'
import { defineProblem, forbidden, invalidInput, notFound } from '../contract/problem.ts'
import { Id, Instant, PersonSummary, text } from '../contract/shapes.ts'

/** Seeing the platform as somebody else sees it, to find out what he can and cannot reach. Each use is in the audit trail. */
export const accessViewAs = definePermission('access.view-as', {
  title: { 'zh-CN': '以他人身份查看', en: 'View as somebody else' },
  scopes: ['none', 'all'],
  presets: { administrator: 'all' },
})

export const viewAsIsReadOnly = defineProblem('view-as-is-read-only', 403, {
  'zh-CN': '以他人身份查看时不能进行修改',
  en: 'Nothing can be changed while viewing as somebody else',
})
export const viewAsHidesOwn = defineProblem('view-as-hides-own', 403, {
  'zh-CN': '以他人身份查看时看不到其个人事务',
  en: 'What concerns that person alone is not shown while viewing as them',
})
/** Ended, expired, or begun in another session */
export const viewAsHasEnded = defineProblem('view-as-has-ended', 403, {
  'zh-CN': '以他人身份查看已结束',
  en: 'Viewing as somebody else has ended',
})

export const View = Type.Object({ id: Id, person: PersonSummary, expiresAt: Instant })
export type View = Static<typeof View>

/**
 * Begins to view as somebody, for half an hour at most. Requests of the same session that carry the header `View-As: <id>`
 * are answered as that person, with what both of them may see: a private conversation only where the viewer takes part, too.
 * Any change is viewAsIsReadOnly (403), what concerns the person alone viewAsHidesOwn (403). A socket names it by
 * `/api/realtime?view=<id>`. Each look is in the audit trail.
 */
export const startView = operation({
  id: 'access.startView',
  method: 'POST',
  path: '/access/views',
  permission: accessViewAs,
  status: 201,
  body: Type.Object({ personId: Id, reason: text(200, { description: 'Why; kept in the audit trail' }) }),
  reply: View,
  problems: [forbidden, invalidInput],
})
/** Ends it. */
export const endView = operation({
  id: 'access.endView',
  method: 'DELETE',
  path: '/access/views/:id',
  permission: accessViewAs,
  params: Type.Object({ id: Id }),
  problems: [notFound],
})
