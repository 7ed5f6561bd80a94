import {
  auditExportTooLarge,
  auditRead,
  type AuditVerification,
  exportAudit,
  listAudit,
  readAuditEntry,
  readAuditState,
  verifyAudit,
} from '@liaison/sdk/platform'
import { answer, bind, clock, definePlugin, people } from '@liaison/sdk/server'
import { type Static, Type } from 'typebox'
import { declaredPermissions } from '../access-administration/declared-permissions.ts'
import { AnchorFile, anchorFrom, anchorText, auditEnd } from '../data/audit-anchor.ts'
import { verifyAudit as walkTrail } from '../data/audit-verification.ts'
import { database, installation, kernel } from '../rooms/floors.ts'
import { auditCsv } from './audit-csv.ts'
import { AuditTrail } from './audit-trail.ts'
import { startUpkeep } from './audit-upkeep.ts'

const settings = Type.Object({
  retentionDays: Type.Integer({ default: 365, minimum: 180, maximum: 36_500, description: 'Audit entries are kept for so long' }),
})
const mostExported = 50_000

/** The trail for auditors: reading, verifying, taking out, and ending what is old enough. */
export const auditRoom = definePlugin<never, Static<typeof settings>>({
  id: 'audit',
  version: '0.1.0',
  title: { 'zh-CN': '审计', en: 'Audit' },
  settings,
  permissions: [auditRead],
  operations: [listAudit, readAuditEntry, verifyAudit, readAuditState, exportAudit],
  problems: [auditExportTooLarge],
  setup({ settings: { retentionDays }, get, bind: bindAll, logger }) {
    const db = get(database)
    const time = get(clock)
    const { secret, dataFolder } = get(installation)
    // known once all plugins are there
    let known: ReturnType<typeof declaredPermissions> | undefined
    const permissions = () => (known ??= declaredPermissions(get(kernel)))
    const trail = new AuditTrail(db, get(people), (key) => permissions().get(key)?.title)
    const anchors = new AnchorFile(dataFolder, secret)
    let verified: AuditVerification | null = null
    const verify = async (kept: string | undefined): Promise<AuditVerification> => {
      const own = await anchors.read()
      const given = kept === undefined ? [] : [anchorFrom(kept)]
      const verdict = await walkTrail(db, secret, [...given, ...(own === undefined ? [] : [own])])
      const end = await auditEnd(db)
      verified = { ...verdict, verifiedAt: time.now().toISOString(), anchor: end === undefined ? null : anchorText(end) }
      if (!verdict.ok) logger.error({ fault: verdict.fault, entry: verdict.firstBadId }, 'the audit trail was tampered with')
      return verified
    }
    bindAll([
      bind(listAudit, (_work, { query: { limit, cursor, ...filters } }) =>
        trail.page(filters, { cursor, ...(limit !== undefined && { limit }) }),
      ),
      bind(readAuditEntry, (_work, { params: { id } }) => trail.entry(Number(id))),
      bind(verifyAudit, (_work, { query: { anchor } }) => verify(anchor)),
      bind(readAuditState, async () => ({ retentionDays, oldest: await trail.oldest(), verification: verified })),
      bind(exportAudit, async ({ actor, origin, now }, { query }) => {
        const { items, next } = await trail.page(query, { limit: mostExported })
        if (next !== null) throw auditExportTooLarge({ most: mostExported })
        const detail = { entries: items.length, filters: query, ...(origin !== undefined && { address: origin.address }) }
        db.refused({ actorId: actor.viewerId ?? actor.id, action: 'audit.export:exported', kind: 'core_audit', rowId: '', detail })
        const name = `audit-${now.toISOString().slice(0, 10)}.csv`
        return answer(auditCsv(items), {
          headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}"` },
        })
      }),
    ])
    return startUpkeep({ db, secret, anchors, clock: time, retentionDays, logger })
  },
})
