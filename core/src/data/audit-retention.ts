import { keyedMac } from './audit-mac.ts'
import type { Database, RawRow, WriteUnit } from './database.ts'

/**
 * Where the trail begins since old entries were removed: on SQLite the hash of the last removed entry, on PostgreSQL the
 * number and hash of the last removed seal. Its MAC keeps anybody without the key from cutting the beginning off.
 */
export interface AuditCheckpoint {
  /** Id of the last removed entry, or number of the last removed seal; 0 where nothing was removed */
  readonly last: number
  readonly hash: string
  /** Whether its own MAC holds */
  readonly isAuthentic: boolean
}

const checkpointMac = (key: string, last: number, hash: string): string => keyedMac(key, 'checkpoint', String(last), hash)

export async function auditCheckpoint(db: Pick<Database, 'read'>, key: string): Promise<AuditCheckpoint> {
  const [row] = await db.read.all('select last, hash, mac from core_audit_checkpoint order by last desc limit 1', [])
  if (row === undefined) return { last: 0, hash: '', isAuthentic: true }
  const [last, hash] = [Number(row.last), String(row.hash)]
  return { last, hash, isAuthentic: row.mac === checkpointMac(key, last, hash) }
}

/**
 * Removes what is older, and leaves a checkpoint from which the rest verifies. The newest entry stays in any case.
 * @returns how many entries were removed
 */
export function removeOldAudit(db: Database, key: string, before: Date): Promise<number> {
  return db.write(
    async (unit) => {
      const removed = await (db.dialect === 'sqlite' ? removeEntries : removeSeals)(unit, key, before.getTime())
      if (removed > 0) {
        const detail = { removed, before: before.toISOString() }
        unit.audit({ actorId: null, action: 'core.audit:retention', kind: 'core_audit', rowId: '', detail })
      }
      return removed
    },
    { budgetMs: 60_000 },
  )
}

async function removeEntries({ run }: WriteUnit, key: string, before: number): Promise<number> {
  // only from the beginning: a clock that went back must tear no hole
  const [kept] = await run.all('select coalesce(min(id), 0) as id from core_audit where at >= ?', [before])
  const [newest] = await run.all('select max(id) as id from core_audit', [])
  const end = Number(kept?.id) === 0 ? Number(newest?.id) : Number(kept?.id)
  const [last] = await run.all('select id, hash from core_audit where id < ? order by id desc limit 1', [end])
  if (last === undefined) return 0
  await keep(run, key, last, ['?', '?', '?'])
  return run.run('delete from core_audit where id < ?', [end])
}

async function removeSeals({ run }: WriteUnit, key: string, before: number): Promise<number> {
  const [kept] = await run.all(
    'select coalesce(min(seq), (select max(seq) from core_audit_seal)) as seq from core_audit_seal s where exists (select 1 from core_audit a where a.id = any(s.ids) and a.at >= $1)',
    [before],
  )
  const [last] = await run.all('select seq as id, hash from core_audit_seal where seq < $1 order by seq desc limit 1', [kept?.seq ?? 0])
  if (last === undefined) return 0
  await keep(run, key, last, ['$1', '$2', '$3'])
  const removed = await run.run('delete from core_audit where id in (select unnest(ids) from core_audit_seal where seq <= $1)', [last.id])
  await run.run('delete from core_audit_seal where seq <= $1', [last.id])
  return removed
}

async function keep(run: WriteUnit['run'], key: string, { id, hash }: RawRow, places: readonly string[]): Promise<void> {
  await run.run('delete from core_audit_checkpoint', [])
  await run.run(`insert into core_audit_checkpoint (last, hash, mac) values (${places.join(', ')})`, [
    Number(id),
    String(hash),
    checkpointMac(key, Number(id), String(hash)),
  ])
}
