import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { AnyPlugin } from '@liaison/sdk/server'
import { BootError } from './boot-error.ts'
import type { PluginConfiguration } from './configuration.ts'
import type { FoundPlugin, LeftOut } from './kernel.ts'

/** Plugins run from their sources when the core does. */
const conditions = [...(import.meta.url.endsWith('.ts') ? ['liaison-source'] : []), 'node', 'import', 'default']

type Exports = string | { readonly [key: string]: Exports }

function target(exports: Exports | undefined): string | undefined {
  if (exports === undefined || typeof exports === 'string') return exports
  for (const [condition, inner] of Object.entries(exports)) {
    const found = conditions.includes(condition) ? target(inner) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

/** The nearest `node_modules/<name>` above the folder: workspaces are linked there, too. */
function installed(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name)
    if (existsSync(join(candidate, 'package.json'))) return candidate
    if (dirname(folder) === folder) return undefined
  }
}

const isDefinition = (value: Partial<AnyPlugin> | undefined): value is AnyPlugin =>
  typeof value?.id === 'string' && typeof value.version === 'string' && typeof value.title?.en === 'string'

async function load({ source, optional, settings }: PluginConfiguration, from: string): Promise<FoundPlugin> {
  const linked = isAbsolute(source) ? source : (installed(source, from) ?? installed(source, import.meta.dirname))
  if (linked === undefined) throw new BootError(`plugin "${source}" is not installed (looked for node_modules/${source} above ${from})`)
  if (!existsSync(join(linked, 'package.json'))) throw new BootError(`plugin folder ${linked} has no package.json`)
  const folder = realpathSync(linked)
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { exports?: Exports; main?: string }
  const { exports } = manifest
  const entry = target(typeof exports === 'object' && '.' in exports ? exports['.'] : exports) ?? manifest.main
  if (entry === undefined) throw new BootError(`plugin "${source}": its package.json exports no "." for ${conditions.join(', ')}`)
  const module = (await import(pathToFileURL(join(folder, entry)).href)) as { default?: AnyPlugin }
  if (!isDefinition(module.default)) throw new BootError(`plugin "${source}": ${entry} has no default export made by definePlugin`)
  return { definition: module.default, builtIn: false, optional, settings, folder }
}

/**
 * Imports the configured plugins from workspaces, node_modules or folders.
 * @param leftOut - receives the optional ones that cannot be loaded
 * @throws BootError that names the plugin and the cause
 */
export async function discover(
  configured: readonly PluginConfiguration[],
  from: string,
  leftOut: LeftOut[] = [],
): Promise<readonly FoundPlugin[]> {
  const found: FoundPlugin[] = []
  for (const plugin of configured) {
    try {
      found.push(await load(plugin, from))
    } catch (error) {
      const reason = error instanceof BootError ? error.message : `plugin "${plugin.source}" cannot be loaded: ${(error as Error).message}`
      if (!plugin.optional) throw new BootError(reason, { cause: error })
      leftOut.push({ id: plugin.source, reason })
    }
  }
  return found
}
