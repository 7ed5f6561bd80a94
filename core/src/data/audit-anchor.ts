import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { keyedMac } from './audit-mac.ts'
import { auditCheckpoint } from './audit-retention.ts'
import type { Database } from './database.ts'

/** The end of the trail at some time: number of the last entry and its hash; on PostgreSQL of the last seal. */
export interface AuditAnchor {
  readonly last: number
  readonly hash: string
}

/** Where the trail ends now; undefined while nothing is chained. */
export async function auditEnd(db: Database): Promise<AuditAnchor | undefined> {
  const newest =
    db.dialect === 'sqlite'
      ? 'select id as last, hash from core_audit order by id desc limit 1'
      : 'select seq as last, hash from core_audit_seal order by seq desc limit 1'
  const [row] = await db.read.all(newest, [])
  return row === undefined ? undefined : { last: Number(row.last), hash: String(row.hash) }
}

async function leadsTo(db: Database, key: string, { last, hash }: AuditAnchor): Promise<boolean> {
  const place = db.dialect === 'sqlite' ? 'select hash from core_audit where id = ?' : 'select hash from core_audit_seal where seq = $1'
  const [row] = await db.read.all(place, [last])
  // retention may have removed it since
  return row === undefined ? (await auditCheckpoint(db, key)).last >= last : row.hash === hash
}

export const anchorText = ({ last, hash }: AuditAnchor): string => `${last}:${hash}`

/** @throws for a text that `anchorText` did not write */
export function anchorFrom(text: string): AuditAnchor {
  const [, last, hash] = /^([0-9]{1,15}):([A-Za-z0-9_-]{43})$/.exec(text) ?? []
  if (last === undefined || hash === undefined) throw new Error(`"${text}" is no anchor: <number>:<hash> is expected`)
  return { last: Number(last), hash }
}

/**
 * The newest anchor in a file beside the database, so that a cut end shows without anybody having kept a copy. Whoever can
 * write both the database and the data folder can set both back: a copy elsewhere (the log has one) shows that, too.
 */
export class AnchorFile {
  readonly #path: string
  readonly #key: string
  #written: string | undefined

  constructor(folder: string, key: string) {
    this.#path = join(folder, 'audit-anchor')
    this.#key = key
  }

  /** @returns what was kept; undefined where there is nothing, or nothing that this installation wrote */
  async read(): Promise<AuditAnchor | undefined> {
    const [text = '', mac] = (await this.#stored()).trim().split(' ')
    return text !== '' && mac === this.#mac(text) ? anchorFrom(text) : undefined
  }

  /**
   * Keeps where the trail ends now.
   * @returns it when it is new
   * @throws when the trail no longer leads to what was kept before: that stays, as the proof
   */
  async keep(db: Database): Promise<AuditAnchor | undefined> {
    const end = await auditEnd(db)
    const before = await this.read()
    if (before !== undefined && !(await leadsTo(db, this.#key, before)))
      throw new Error(`the audit trail no longer holds its earlier end ${anchorText(before)}`)
    if (end === undefined || anchorText(end) === this.#written) return undefined
    const text = anchorText(end)
    await writeFile(`${this.#path}.new`, `${text} ${this.#mac(text)}\n`, { mode: 0o600 })
    await rename(`${this.#path}.new`, this.#path)
    this.#written = text
    return end
  }

  #mac(text: string): string {
    return keyedMac(this.#key, 'anchor', text)
  }

  async #stored(): Promise<string> {
    try {
      return await readFile(this.#path, 'utf8')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
      throw error
    }
  }
}
