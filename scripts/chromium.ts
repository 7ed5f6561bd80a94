import { existsSync } from 'node:fs'

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
  if (ofSystem !== undefined) return ofSystem
  const { default: chromium } = await import('@sparticuz/chromium')
  return chromium.executablePath()
}
