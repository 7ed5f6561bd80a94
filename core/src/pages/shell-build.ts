import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { built } from './build-cache.ts'
import { buildApart } from './build-process.ts'
import { compressAll } from './compress.ts'
import { contentHash } from './content-hash.ts'
import type { SharedModules } from './link.ts'

export interface BuiltShell {
  readonly folder: string
  /** Names this build: what is linked against it depends on it. */
  readonly hash: string
  readonly shared: SharedModules
}

/** The shell's build writes it: specifier → address of each shared module. */
const sharedModulesFile = 'shared-modules.json'

const packageFolder = (name: string) => realpathSync(dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`))))

/** The shell comes built with its package; in a checkout it is built from its sources when they have changed. */
export async function shellBuild(cacheFolder: string, say: (line: string) => void): Promise<BuiltShell> {
  const folder = packageFolder('@liaison/host-web')
  return isCheckout(folder) ? fromSources(folder, cacheFolder, say) : fromPackage(join(folder, 'dist', 'shell'), cacheFolder)
}

async function fromSources(folder: string, cacheFolder: string, say: (line: string) => void): Promise<BuiltShell> {
  const sdk = packageFolder('@liaison/sdk')
  const sources = [join(folder, 'src'), join(folder, 'index.html'), join(folder, 'vite.config.ts'), join(folder, '..', 'package-lock.json')]
  const hash = contentHash([...sources, join(sdk, 'src', 'web'), join(sdk, 'src', 'contract'), join(sdk, 'src', 'cli')])
  const shell = await built(cacheFolder, 'shell', hash, async (place) => {
    say('Building the web pages (once, until their sources change) …')
    await buildApart({ kind: 'shell', place })
    await compressAll(place)
  })
  return { folder: shell, hash, shared: sharedModulesOf(shell) }
}

/** Packed here rather than published packed: three times the files for one that is served. */
async function fromPackage(published: string, cacheFolder: string): Promise<BuiltShell> {
  const hash = contentHash([join(published, 'index.html'), join(published, sharedModulesFile)])
  const shell = await built(cacheFolder, 'shell', hash, async (place) => {
    await cp(published, place, { recursive: true })
    await compressAll(place)
  })
  return { folder: shell, hash, shared: sharedModulesOf(shell) }
}

const isCheckout = (folder: string) => existsSync(join(folder, 'index.html'))
const sharedModulesOf = (shell: string) => JSON.parse(readFileSync(join(shell, sharedModulesFile), 'utf8')) as SharedModules

/** A checkout keeps what it builds in `.cache`, an installation beside its data. */
export function cacheFolderOf(dataFolder: string): string {
  const folder = packageFolder('@liaison/host-web')
  return isCheckout(folder) ? join(folder, '..', '.cache', 'web') : join(dataFolder, 'web')
}
