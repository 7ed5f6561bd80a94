import { setImmediate } from 'node:timers/promises'
import type { AuditAnchor } from './audit-anchor.ts'
import { entryMac, keyedMac } from './audit-mac.ts'
import { auditCheckpoint } from './audit-retention.ts'
import { sealHash } from './audit-sealer.ts'
import type { Database, RawRow } from './database.ts'

/**
 * `changed`: what an entry says was changed. `missing`: an entry before it was removed, or entries were exchanged. `cut`: the
 * end is missing against an anchor. `beginning`: what stands for the entries that retention removed was changed.
 */
export type AuditFault = 'changed' | 'missing' | 'cut' | 'beginning'

export interface AuditVerification {
  readonly ok: boolean
  /** How many entries there are */
  readonly entries: number
  /** The first entry that was changed, or before which one is missing; of a cut end it may be unknown */
  readonly firstBadId?: number
  readonly fault?: AuditFault
}

/** Other work gets its turn after so many entries. */
const atOnce = 250

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

/**
 * Walks the whole trail.
 * @param anchors - where the trail ended at earlier times, kept outside the database: without one a cut end does not show
 */
export async function verifyAudit(db: Database, auditKey: string, anchors: readonly AuditAnchor[] = []): Promise<AuditVerification> {
  const found = new Findings(anchors)
  await (db.dialect === 'sqlite' ? verifyChain : verifySeals)(db, auditKey, found)
  return found.verdict
}

/** What the walk has found so far; the first fault counts. */
class Findings {
  entries = 0
  #fault: { fault: AuditFault; id?: number } | undefined
  readonly #anchors: AuditAnchor[]

  constructor(anchors: readonly AuditAnchor[]) {
    this.#anchors = [...anchors]
  }

  get isSound(): boolean {
    return this.#fault === undefined
  }

  bad(fault: AuditFault, id?: number): void {
    this.#fault ??= { fault, ...(id !== undefined && { id }) }
  }

  /** An entry, or on PostgreSQL a seal, stands where an anchor says that one stood. */
  passed(last: number, hash: string, id: number): void {
    for (const anchor of this.#anchors.filter((one) => one.last === last)) {
      this.#anchors.splice(this.#anchors.indexOf(anchor), 1)
      if (anchor.hash !== hash) this.bad('cut', id)
    }
  }

  /** @param removed - up to where retention has removed; @param idOf - the entry that an anchor names, where it names one */
  ended(removed: number, idOf: (anchor: AuditAnchor) => number | undefined): void {
    for (const anchor of this.#anchors) if (anchor.last > removed) this.bad('cut', idOf(anchor))
  }

  get verdict(): AuditVerification {
    const { entries } = this
    if (this.#fault === undefined) return { ok: true, entries }
    const { fault, id } = this.#fault
    return { ok: false, entries, fault, ...(id !== undefined && { firstBadId: id }) }
  }
}

async function verifyChain(db: Database, key: string, found: Findings): Promise<void> {
  const checkpoint = await auditCheckpoint(db, key)
  let head = checkpoint.hash
  for await (const row of db.read.iterate('select * from core_audit order by id', [])) {
    if (++found.entries % atOnce === 0) await setImmediate()
    if (!found.isSound) continue
    const id = Number(row.id)
    const next = keyedMac(key, 'chain', head, String(row.mac))
    if (!checkpoint.isAuthentic) found.bad('beginning', id)
    else if (!isAuthentic(key, row)) found.bad('changed', id)
    else if (next !== row.hash) found.bad('missing', id)
    found.passed(id, String(row.hash), id)
    head = next
  }
  if (!checkpoint.isAuthentic) found.bad('beginning')
  found.ended(checkpoint.last, ({ last }) => last)
}

async function verifySeals(db: Database, key: string, found: Findings): Promise<void> {
  const checkpoint = await auditCheckpoint(db, key)
  let before = checkpoint.hash
  let expected = checkpoint.last + 1
  for await (const seal of db.read.iterate('select seq, ids, hash from core_audit_seal order by seq', [])) {
    const ids = seal.ids as number[]
    const rows = await db.read.all('select * from core_audit where id = any($1::bigint[])', [ids])
    const known = new Map(rows.map((row) => [Number(row.id), row]))
    const lost = ids.find((id) => known.get(id) === undefined || known.get(id)!.hash !== `seal:${String(seal.seq)}`)
    const changed = ids.find((id) => known.has(id) && !isAuthentic(key, known.get(id)!))
    const macs = ids.map((id) => ({ id, mac: String(known.get(id)?.mac) }))
    if (!checkpoint.isAuthentic) found.bad('beginning', ids[0])
    if (changed !== undefined && (lost === undefined || ids.indexOf(changed) < ids.indexOf(lost))) found.bad('changed', changed)
    if (lost !== undefined || Number(seal.seq) !== expected || sealHash(key, before, macs) !== seal.hash)
      found.bad('missing', lost ?? ids[0])
    found.passed(Number(seal.seq), String(seal.hash), ids[0]!)
    before = String(seal.hash)
    expected = Number(seal.seq) + 1
  }
  await verifyUnsealed(db, key, expected - 1, found)
  if (!checkpoint.isAuthentic) found.bad('beginning')
  found.ended(checkpoint.last, () => undefined)
}

/** Entries that wait for their seal prove themselves; one that says it is sealed needs its seal. */
async function verifyUnsealed(db: Database, key: string, newest: number, found: Findings): Promise<void> {
  for await (const row of db.read.iterate('select * from core_audit order by id', [])) {
    if (++found.entries % atOnce === 0) await setImmediate()
    if (row.hash === null) {
      if (!isAuthentic(key, row)) found.bad('changed', Number(row.id))
    } else if (Number(String(row.hash).replace('seal:', '')) > newest) found.bad('missing', Number(row.id))
  }
}
