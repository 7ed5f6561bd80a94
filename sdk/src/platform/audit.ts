import { type Static, Type } from 'typebox'
import { operation } from '../contract/operation.ts'
import { definePermission } from '../contract/permission.ts'
import { defineProblem, forbidden, invalidInput, notFound } from '../contract/problem.ts'
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
  /** `name` of people, departments, projects and the like; null for everything else */
  resource: Type.Object({ type: Type.String(), id: Type.String(), name: nullable(Type.String()) }),
  /** Where the request came from; null for what the platform did by itself */
  address: nullable(Type.String()),
  /** Names of the fields that were set or changed */
  fields: Type.Array(Type.String()),
  /** Before and after of the fields that are kept with their values, as JSON */
  changes: Type.Array(Type.Object({ field: Type.String(), before: nullable(Type.String()), after: nullable(Type.String()) })),
  /** What a refusal or a look as somebody else was about, where a permission says it */
  permission: nullable(Type.Object({ 'zh-CN': Type.String(), en: Type.String() })),
  /** Names of what `changes` and `detail` mention by id */
  names: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  /** What else is known of it, as JSON */
  detail: Type.String(),
})
export type AuditEntry = Static<typeof AuditEntry>

/** What an entry is about; an entry may belong to none or to several. */
export const AuditTopic = Type.Enum(['change', 'sign-in', 'denied', 'export', 'view-as', 'reveal', 'system'])
export type AuditTopic = Static<typeof AuditTopic>

const filters = {
  /** Who did it */
  actor: Type.Optional(Id),
  topic: Type.Optional(AuditTopic),
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
/** One entry with what proves it. */
export const readAuditEntry = operation({
  id: 'audit.read',
  method: 'GET',
  path: '/audit/entries/:id',
  permission: auditRead,
  params: Type.Object({ id: Type.String({ pattern: '^[1-9][0-9]{0,14}$', description: 'Number of the entry' }) }),
  reply: Type.Object({
    entry: AuditEntry,
    /** Keyed digest of the entry itself */
    mac: Type.String(),
    /** What chains it to the others: a hash over the one before it, or the seal that holds it; null until it is sealed */
    chained: nullable(Type.String()),
  }),
  problems: [forbidden, notFound],
})

/** The end of the trail, to be kept elsewhere: with it a cut end shows. */
const AuditAnchor = Type.String({
  pattern: '^[0-9]{1,15}:[A-Za-z0-9_-]{43}$',
  description: 'Number of the last entry or seal, and its hash',
})
/** What a walk over the trail found. */
export const AuditVerification = Type.Object({
  ok: Type.Boolean(),
  entries: Type.Integer(),
  /** The first entry that was changed, or before which one is missing */
  firstBadId: Type.Optional(Type.Integer()),
  /**
   * `changed`: what the entry says was changed. `missing`: an entry before it was removed, or entries were exchanged.
   * `cut`: the end is missing against the anchor. `beginning`: what stands for the entries that retention removed was changed.
   */
  fault: Type.Optional(Type.Enum(['changed', 'missing', 'cut', 'beginning'])),
  verifiedAt: Instant,
  /** Where the trail ends now; null where it is empty */
  anchor: nullable(AuditAnchor),
})
export type AuditVerification = Static<typeof AuditVerification>

/** Walks the whole trail: which entry was edited, or before which one is missing? */
export const verifyAudit = operation({
  id: 'audit.verify',
  method: 'GET',
  path: '/audit/verification',
  permission: auditRead,
  query: Type.Object({
    /** An earlier `anchor`, kept elsewhere; beside it the one that the server keeps outside the database is looked at */
    anchor: Type.Optional(AuditAnchor),
  }),
  reply: AuditVerification,
  problems: [forbidden, invalidInput],
})
/** How long the trail is kept, and what the last walk over it found. */
export const readAuditState = operation({
  id: 'audit.state',
  method: 'GET',
  path: '/audit/state',
  permission: auditRead,
  reply: Type.Object({
    retentionDays: Type.Integer(),
    /** Of the oldest entry that is still there */
    oldest: nullable(Instant),
    /** Null since the start of this server */
    verification: nullable(AuditVerification),
  }),
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
