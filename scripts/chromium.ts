import { chmodSync, existsSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Our own arguments: those that packaged browsers suggest switch web security off, and cross-origin tests would prove nothing. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** The browser that tests drive: `CHROME_PATH`, one of the system, or the one that comes from npm. Never none. */
export async function chromiumExecutable(): Promise<string> {
  const wanted = process.env.CHROME_PATH
  if (wanted) {
    if (!existsSync(wanted)) throw new Error(`CHROME_PATH names ${wanted}, which is not there`)
    return wanted
  }
  const ofSystem = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))
  return ofSystem ?? chromiumFromNpm()
}

/** Bare machines lack NSS and expat; the package brings them, too, but uses them in the cloud only. */
async function chromiumFromNpm(): Promise<string> {
  const { default: chromium, inflate } = await import('@sparticuz/chromium')
  const folder = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../bin')
  const [browser, libraries] = await Promise.all([chromium.executablePath(), inflate(join(folder, 'al2023.tar.br'))])
  const start = join(tmpdir(), 'liaison-chromium')
  writeFileSync(start, `#!/bin/sh\nLD_LIBRARY_PATH='${join(libraries, 'lib')}' exec '${browser}' "$@"\n`)
  chmodSync(start, 0o755)
  return start
}
