import { type Static, Type } from 'typebox'
import { operation } from '../contract/operation.ts'
import { definePermission } from '../contract/permission.ts'
import { defineProblem, forbidden, invalidInput } from '../contract/problem.ts'
import { Id, Instant, nullable, pageOf, pageQuery, PersonSummary } from '../contract/shapes.ts'

/** Seeing the trail of changes, sign-ins and refusals of the whole installation. */
export const auditRead = definePermission('audit.read', {
  title: { 'zh-CN': '查看审计记录', en: 'See the audit trail' },
  scopes: ['none', 'all'],
  presets: { administrator: 'all' },
})

export const auditExportTooLarge = defineProblem('audit/export-too-large', 409, {
  'zh-CN': '记录太多，请缩小时间范围后再导出',
  en: 'There are too many entries; choose a shorter time',
})

/** One line of the trail. It names fields; values only of those that carry no content. */
export const AuditEntry = Type.Object({
  id: Type.Integer(),
  at: Instant,
  /** Null for what nobody in particular did, and for failed sign-ins */
  actor: nullable(PersonSummary),
  /** Operation, and what it did: `directory.changePerson:update`, `im.read:denied` */
  action: Type.String(),
  resource: Type.Object({ type: Type.String(), id: Type.String() }),
  /** Where the request came from; null for what the platform did by itself */
  address: nullable(Type.String()),
  /** Names of the fields that were set or changed */
  fields: Type.Array(Type.String()),
  /** Before and after of the fields that are kept with their values, as JSON */
  changes: Type.Array(Type.Object({ field: Type.String(), before: nullable(Type.String()), after: nullable(Type.String()) })),
  /** What else is known of it, as JSON */
  detail: Type.String(),
})
export type AuditEntry = Static<typeof AuditEntry>

const filters = {
  /** Who did it */
  actor: Type.Optional(Id),
  /** Part of the action, e.g. `denied` or `auth.` */
  action: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  /** Type, or type and id: `core_person:<id>` */
  resource: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  from: Type.Optional(Instant),
  /** Exclusive */
  to: Type.Optional(Instant),
}
const Filters = Type.Object(filters)
export type AuditFilters = Static<typeof Filters>

/** The newest first. */
export const listAudit = operation({
  id: 'audit.list',
  method: 'GET',
  path: '/audit',
  permission: auditRead,
  query: Type.Object({ ...pageQuery, ...filters }),
  reply: pageOf(AuditEntry),
  problems: [invalidInput, forbidden],
})
/** Walks the whole trail: which entry was edited, or before which one is missing? */
export const verifyAudit = operation({
  id: 'audit.verify',
  method: 'GET',
  path: '/audit/verification',
  permission: auditRead,
  reply: Type.Object({ ok: Type.Boolean(), entries: Type.Integer(), firstBadId: Type.Optional(Type.Integer()) }),
  problems: [forbidden],
})
/** The filtered trail as a CSV file; that it was taken out is in the trail. */
export const exportAudit = operation({
  id: 'audit.export',
  method: 'GET',
  path: '/audit/export',
  permission: auditRead,
  query: Filters,
  reply: Type.String({ description: 'text/csv, UTF-8 with a byte order mark' }),
  problems: [forbidden, invalidInput, auditExportTooLarge],
})
