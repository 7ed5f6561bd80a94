import Sqlite from 'better-sqlite3'
import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { closeToOthers, privateFile } from '../kernel/private-path.ts'

/** A process that is being replaced may still be finishing, ms */
const patience = 3_000

/**
 * Claims an SQLite file for this process: what a process knows of rights, memberships and numbers it keeps in memory, and the
 * changes of another one would pass it by. The claim is a lock of the operating system on a file beside it, so that no end of a
 * process leaves it behind. The folder is made when it is missing; nobody else may read the files.
 * @returns gives it up
 * @throws Error when another process holds it
 */
export function claim(file: string): () => void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  // SQLite gives its other files the mode of the database
  for (const path of [file, `${file}-lock`]) privateFile(path)
  for (const path of [`${file}-wal`, `${file}-shm`]) if (existsSync(path)) closeToOthers(path, 0o600)
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
