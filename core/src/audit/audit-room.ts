import { auditExportTooLarge, auditRead, exportAudit, listAudit, verifyAudit } from '@liaison/sdk/platform'
import { answer, bind, clock, definePlugin, people } from '@liaison/sdk/server'
import { type Static, Type } from 'typebox'
import { removeOldAudit } from '../data/audit-retention.ts'
import { verifyAudit as walkTrail } from '../data/audit-verification.ts'
import { database, installation } from '../rooms/floors.ts'
import { auditCsv } from './audit-csv.ts'
import { AuditTrail } from './audit-trail.ts'

const settings = Type.Object({
  retentionDays: Type.Integer({ default: 365, minimum: 180, maximum: 36_500, description: 'Audit entries are kept for so long' }),
})
const mostExported = 50_000
const day = 86_400_000

/** The trail for auditors: reading, verifying, taking out, and ending what is old enough. */
export const auditRoom = definePlugin<never, Static<typeof settings>>({
  id: 'audit',
  version: '0.1.0',
  title: { 'zh-CN': '审计', en: 'Audit' },
  settings,
  permissions: [auditRead],
  operations: [listAudit, verifyAudit, exportAudit],
  problems: [auditExportTooLarge],
  setup({ settings: { retentionDays }, get, bind: bindAll, logger }) {
    const db = get(database)
    const time = get(clock)
    const { secret } = get(installation)
    const trail = new AuditTrail(db, get(people))
    bindAll([
      bind(listAudit, (_work, { query: { limit, cursor, ...filters } }) =>
        trail.page(filters, { cursor, ...(limit !== undefined && { limit }) }),
      ),
      bind(verifyAudit, () => walkTrail(db, secret)),
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
    const sweep = () =>
      removeOldAudit(db, secret, new Date(time.now().getTime() - retentionDays * day)).catch((error: unknown) =>
        logger.error({ error: String(error) }, 'old audit entries stay'),
      )
    const first = setTimeout(sweep, 90_000).unref()
    const sweeping = setInterval(sweep, day / 4).unref()
    return () => {
      clearTimeout(first)
      clearInterval(sweeping)
    }
  },
})
