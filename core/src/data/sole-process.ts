import Sqlite from 'better-sqlite3'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/** A process that is being replaced may still be finishing, ms */
const patience = 3_000

/**
 * Claims an SQLite file for this process: what a process knows of rights, memberships and numbers it keeps in memory, and the
 * changes of another one would pass it by. The claim is a lock of the operating system on a file beside it, so that no end of a
 * process leaves it behind. The folder is made when it is missing.
 * @returns gives it up
 * @throws Error when another process holds it
 */
export function claim(file: string): () => void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const lock = new Sqlite(`${file}-lock`, { timeout: patience })
  try {
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error
    throw new Error('another process works with it; several servers share one PostgreSQL', { cause: error })
  }
  return () => void lock.close()
}
