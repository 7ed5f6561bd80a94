import { randomBytes } from 'node:crypto'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BootError } from './boot-error.ts'
import { privateFolder } from './private-path.ts'

/**
 * The installation's secret: as configured, or the one in the data folder, made (readable by its owner alone) at the first start.
 * Two processes that start together end with the same one.
 * @throws BootError when the folder cannot be used
 */
export function readSecret({ secret, data }: { secret: string | undefined; data: string }): string {
  if (secret !== undefined) return secret
  try {
    return ownSecret(data)
  } catch (error) {
    throw new BootError(`the data folder ${data} cannot be used`, { cause: error })
  }
}

/** What seals sensitive values, the newest first; the secret, which sealed before there were keys of their own, comes last. */
export function keyRing(encryptionKeys: readonly string[] | undefined, secret: string): readonly [string, ...string[]] {
  const [newest, ...others] = encryptionKeys ?? []
  return newest === undefined ? [secret] : [newest, ...others.filter((key) => key !== secret), ...(newest === secret ? [] : [secret])]
}

function ownSecret(data: string): string {
  const path = join(data, 'secret')
  privateFolder(data)
  try {
    writeFileSync(path, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    chmodSync(path, 0o600)
  }
  return readFileSync(path, 'utf8').trim()
}
