import type { Database, RawRow } from './database.ts'
import { entryMac, keyedMac } from './audit-mac.ts'
import { auditCheckpoint } from './audit-retention.ts'
import { sealHash } from './audit-sealer.ts'

export interface AuditVerification {
  readonly ok: boolean
  /** How many entries there are */
  readonly entries: number
  /** The first entry that was changed, or before which one is missing */
  readonly firstBadId?: number
}

const isAuthentic = (key: string, row: RawRow): boolean =>
  row.mac ===
  entryMac(key, {
    at: Number(row.at),
    actorId: row.actor_id as string | null,
    action: String(row.action),
    kind: String(row.kind),
    rowId: String(row.row_id),
    detail: String(row.detail),
  })

/** Walks the whole trail. A cut tail shows only against a copy of the newest hash kept elsewhere. */
export async function verifyAudit(db: Database, auditKey: string): Promise<AuditVerification> {
  return db.dialect === 'sqlite' ? verifyChain(db, auditKey) : verifySeals(db, auditKey)
}

async function verifyChain(db: Database, key: string): Promise<AuditVerification> {
  const checkpoint = await auditCheckpoint(db, key)
  let entries = 0
  let head = checkpoint.hash
  let firstBadId: number | undefined
  for await (const row of db.read.iterate('select * from core_audit order by id', [])) {
    entries += 1
    if (firstBadId !== undefined) continue
    const next = keyedMac(key, 'chain', head, String(row.mac))
    if (!checkpoint.isAuthentic || !isAuthentic(key, row) || next !== row.hash) firstBadId = Number(row.id)
    head = next
  }
  return verdict(entries, firstBadId)
}

async function verifySeals(db: Database, key: string): Promise<AuditVerification> {
  const checkpoint = await auditCheckpoint(db, key)
  let before = checkpoint.hash
  let expected = checkpoint.last + 1
  let firstBadId: number | undefined
  for await (const seal of db.read.iterate('select seq, ids, hash from core_audit_seal order by seq', [])) {
    const ids = seal.ids as number[]
    const rows = await db.read.all('select * from core_audit where id = any($1::bigint[])', [ids])
    const known = new Map(rows.map((row) => [Number(row.id), row]))
    const bad = ids.find((id) => !isSealed(key, known.get(id), Number(seal.seq)))
    const hash = sealHash(
      key,
      before,
      ids.map((id) => ({ id, mac: String(known.get(id)?.mac) })),
    )
    const whole = checkpoint.isAuthentic && Number(seal.seq) === expected && hash === seal.hash
    if (firstBadId === undefined && (bad !== undefined || !whole)) firstBadId = bad ?? ids[0]
    before = String(seal.hash)
    expected = Number(seal.seq) + 1
  }
  const newest = expected - 1
  let entries = 0
  for await (const row of db.read.iterate('select * from core_audit order by id', [])) {
    entries += 1
    const sealed = row.hash !== null
    const beyond = sealed && Number(String(row.hash).replace('seal:', '')) > newest
    if (firstBadId === undefined && (beyond || (!sealed && !isAuthentic(key, row)))) firstBadId = Number(row.id)
  }
  return verdict(entries, firstBadId)
}

const isSealed = (key: string, row: RawRow | undefined, seal: number): boolean =>
  row !== undefined && row.hash === `seal:${seal}` && isAuthentic(key, row)

const verdict = (entries: number, firstBadId: number | undefined): AuditVerification =>
  firstBadId === undefined ? { ok: true, entries } : { ok: false, entries, firstBadId }
