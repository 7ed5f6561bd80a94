import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

export const run = promisify(execFile)
const published = {
  '@liaison/sdk': 'sdk',
  '@liaison/core': 'core',
  '@liaison/host-web': 'host-web',
  '@liaison/plugin-im': 'plugins/im',
} as const

/** Everything as a stranger finds it who installed our packages from a registry. */
export interface Installation {
  readonly folder: string
  /** Paths inside a package's tarball */
  files(name: keyof typeof published): readonly string[]
  remove(): void
}

/** Builds and packs the packages, and installs the tarballs into an empty folder; what they depend on is linked from here. */
export async function installPacked(): Promise<Installation> {
  await run(process.execPath, ['--conditions=liaison-source', 'scripts/build.ts', '--packages']).catch(
    (failed: { stdout: string; stderr: string }) => {
      throw new Error(`The packages do not build:\n${failed.stdout}${failed.stderr}`)
    },
  )
  const folder = mkdtempSync(join(tmpdir(), 'liaison-packages-'))
  const modules = join(folder, 'node_modules')
  mkdirSync(join(modules, '@liaison'), { recursive: true })
  linkDependencies(modules)

  const contents = new Map<string, readonly string[]>()
  for (const [name, workspace] of Object.entries(published)) {
    const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--workspace', workspace, '--pack-destination', folder])
    const [tarball] = Object.values(JSON.parse(stdout) as Record<string, { filename: string; files: { path: string }[] }>)
    if (tarball === undefined) throw new Error(`npm packed nothing for ${name}`)
    contents.set(
      name,
      tarball.files.map(({ path }) => path),
    )
    const place = join(modules, name)
    mkdirSync(place)
    await run('tar', ['-xzf', join(folder, tarball.filename), '-C', place, '--strip-components=1'])
  }
  return { folder, files: (name) => contents.get(name) ?? [], remove: () => rmSync(folder, { recursive: true, force: true }) }
}

function linkDependencies(modules: string) {
  for (const entry of readdirSync('node_modules')) {
    if (entry.startsWith('.') || entry === '@liaison') continue
    symlinkSync(resolve('node_modules', entry), join(modules, entry))
  }
}
