import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Child } from './child.ts'

/** A company at work: everybody is a member of one channel; other channels hold what was said before. */
export interface Company {
  readonly folder: string
  readonly environment: Record<string, string>
  readonly channelId: string
  /** One bearer token for each person */
  readonly tokens: readonly string[]
  remove(): void
}

let count = 0
/** UUIDv7 */
export function newId(): string {
  const at = Date.now().toString(16).padStart(12, '0')
  const tail = (count++).toString(16).padStart(7, '0')
  return `${at.slice(0, 8)}-${at.slice(8)}-7${tail.slice(0, 3)}-8${tail.slice(3, 6)}-${randomBytes(6).toString('hex')}`
}

export function aFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'liaison-bench-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

export const environmentOf = (folder: string): Record<string, string> => ({
  LIAISON_DATA: folder,
  LIAISON_PORT: '0',
  LIAISON_HOST: '127.0.0.1',
  LIAISON_PLUGINS: '@liaison/plugin-im',
  LIAISON_DEMO: '0',
  LIAISON_RATE_LIMIT: 'off',
  LIAISON_LOG_LEVEL: 'error',
})

/** Lets the server make its tables, and fills them while it is down. */
export async function seedCompany({ people, stored }: { people: number; stored: number }): Promise<Company> {
  const { folder, remove } = aFolder()
  const environment = environmentOf(folder)
  await (await Child.start('./platform-server.ts', { environment })).stop()
  const db = new Database(join(folder, 'liaison.sqlite'))
  try {
    db.pragma('synchronous = off')
    return { folder, environment, remove, ...fill(db, people, stored) }
  } finally {
    db.pragma('wal_checkpoint(truncate)')
    db.close()
  }
}

function fill(db: Database.Database, people: number, stored: number): Pick<Company, 'channelId' | 'tokens'> {
  const now = Date.now()
  const base = { created_at: now, updated_at: now, version: 1 }
  const role = db.prepare<[], { id: string }>("select id from core_role where key = 'project-member'").get()!
  const add = (table: string, row: Record<string, unknown>): void => {
    const whole = { id: newId(), ...base, ...row }
    const names = Object.keys(whole)
    db.prepare(`insert into ${table} (${names.join(', ')}) values (${names.map((name) => `@${name}`).join(', ')})`).run(whole)
  }
  const channel = (members: readonly string[], rows: number): string => {
    const id = newId()
    add('im_channel', {
      id,
      kind: 'group',
      name: '项目讨论',
      external: 0,
      created_by_id: members[0],
      last_seq: rows,
      last_no: rows,
      last_at: now,
    })
    for (const personId of members)
      add('im_member', { channel_id: id, person_id: personId, role: 'member', read_seq: 0, read_no: 0, muted: 0 })
    if (rows > 0) addMessages(db, { channelId: id, senderId: members[0]!, rows, now })
    return id
  }
  db.exec('begin')
  const ids = Array.from({ length: people }, newId)
  const tokens = ids.map((personId, index) => {
    const token = `liaison_${randomBytes(32).toString('base64url')}`
    add('core_person', {
      id: personId,
      account: `p${index}`,
      name: `员工${index}`,
      kind: 'internal',
      locale: 'zh-CN',
      disabled: 0,
      name_index: `p${index}`,
    })
    add('core_person_role', { person_id: personId, role_id: role.id })
    add('core_token', {
      person_id: personId,
      name: 'bench',
      hash: createHash('sha256').update(token).digest('hex'),
      expires_at: now + 86_400_000,
    })
    return token
  })
  // Half of what is stored lies in the channel that is measured, the rest in others of 5,000.
  const channelId = channel(ids, Math.floor(stored / 2))
  for (let left = stored - Math.floor(stored / 2); left > 0; left -= 5_000) channel(ids.slice(0, 10), Math.min(5_000, left))
  db.exec('commit')
  return { channelId, tokens }
}

function addMessages(
  db: Database.Database,
  { channelId, senderId, rows, now }: { channelId: string; senderId: string; rows: number; now: number },
): void {
  const insert = db.prepare(`
    insert into im_message (id, created_at, updated_at, version, channel_id, seq, no, kind, sender_id, client_id, text)
    values (?, ?, ?, 1, ?, ?, ?, 'message', ?, ?, '今天的会议改到下午三点，请大家提前把材料放到共享文件夹里，谢谢。')`)
  for (let seq = 1; seq <= rows; seq++) insert.run(newId(), now, now, channelId, seq, seq, senderId, newId())
}
