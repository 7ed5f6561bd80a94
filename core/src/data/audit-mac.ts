import { createHmac, createSecretKey, hash, type KeyObject } from 'node:crypto'
import type { AuditEntry } from './database.ts'

/** An audit entry as it is stored: `detail` is its JSON, `mac` proves that nobody without the key wrote or changed it. */
export interface SealedEntry {
  /** Milliseconds since 1970, UTC */
  readonly at: number
  readonly actorId: string | null
  readonly action: string
  readonly kind: string
  readonly rowId: string
  readonly detail: string
  readonly mac: string
}

export const keyedMac = (key: string, ...parts: readonly string[]): string =>
  createHmac('sha256', keyObjectOf(key)).update(parts.join('\u0000')).digest('base64url')

/** Made once for each key of the process: from a string, it would be made anew for each MAC. */
const keyObjects = new Map<string, KeyObject>()
function keyObjectOf(key: string): KeyObject {
  let made = keyObjects.get(key)
  if (made === undefined) keyObjects.set(key, (made = createSecretKey(key, 'utf8')))
  return made
}

/** The MAC of an entry's members, in the order in which it is stored and verified. */
export const entryMac = (key: string, entry: Omit<SealedEntry, 'mac'>): string =>
  keyedMac(key, 'entry', String(entry.at), entry.actorId ?? '', entry.action, entry.kind, entry.rowId, entry.detail)

export function sealEntry(key: string, entry: AuditEntry, at: number): SealedEntry {
  const plain = {
    at,
    actorId: entry.actorId,
    action: entry.action,
    kind: entry.kind,
    rowId: entry.rowId,
    detail: JSON.stringify(entry.detail),
  }
  return { ...plain, mac: entryMac(key, plain) }
}

/** Short digest of an appended row, kept in the burst's audit entry: a changed text no longer fits it. */
export const rowDigest = (parts: string): string => hash('sha256', parts, 'base64url').slice(0, 22)
