import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs'

/** Makes a folder that only the server's own user may enter; one that is there already is closed to others, too. */
export function privateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  closeToOthers(path, 0o700)
}

/** Makes an empty file that only the server's own user may read, or closes one that is there to others. */
export function privateFile(path: string): void {
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600))
  closeToOthers(path, 0o600)
}

/** What belongs to somebody else, as a mounted volume may, is his to close. */
export function closeToOthers(path: string, mode: number): void {
  const { uid, mode: present } = statSync(path)
  if ((present & 0o077) !== 0 && (process.getuid === undefined || process.getuid() === uid)) chmodSync(path, mode)
}
