import { existsSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LoadedPlugin } from '../kernel/kernel.ts'
import { built } from './build-cache.ts'
import { buildApart } from './build-process.ts'
import { compressAll } from './compress.ts'
import { contentHash } from './content-hash.ts'
import { linkFolder } from './link.ts'
import type { BuiltShell } from './shell-build.ts'

export interface BuiltWebPart {
  readonly folder: string
  readonly hash: string
}

/** Where a package keeps the web part that it was published with. */
const published = (folder: string) => join(folder, 'dist', 'browser')

/**
 * A plugin's web part, linked against the shell: bundled from its sources when they are there, else as it was published.
 * @param others - by id, since contracts of required plugins are bundled too
 * @throws Error naming the plugin and what is wrong with its web part
 */
export async function webPartBuild(
  plugin: LoadedPlugin,
  others: ReadonlyMap<string, LoadedPlugin>,
  shell: BuiltShell,
  cacheFolder: string,
  say: (line: string) => void,
): Promise<BuiltWebPart | undefined> {
  const { definition, folder } = plugin
  if (definition.web === undefined || folder === undefined) return undefined
  const pluginId = definition.id
  const entry = fileURLToPath(definition.web.entry)
  const fromSource = existsSync(entry)
  const hash = contentHash(fromSource ? sourcesOf(plugin, others) : [published(folder)], pluginId, shell.hash)
  const place = await built(cacheFolder, `part-${pluginId}`, hash, async (unfinished) => {
    if (fromSource) {
      say(`Building the web part of ${pluginId} …`)
      await buildApart({ kind: 'web-part', place: unfinished, part: { pluginId, folder, entry } })
    } else await cp(published(folder), unfinished, { recursive: true })
    await linkFolder(pluginId, unfinished, shell.shared)
    await compressAll(unfinished)
  })
  return { folder: place, hash }
}

function sourcesOf(plugin: LoadedPlugin, others: ReadonlyMap<string, LoadedPlugin>): readonly string[] {
  const required = Object.keys(plugin.definition.requires?.plugins ?? {}).map((id) => others.get(id))
  return [plugin, ...required].flatMap((one) =>
    one?.folder === undefined ? [] : [join(one.folder, 'src'), join(one.folder, 'package.json')],
  )
}
