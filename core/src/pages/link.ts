import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { init, parse } from 'es-module-lexer'

/** Where the shell keeps each shared module: bare specifier → address */
export type SharedModules = Readonly<Record<string, string>>

/**
 * Rewrites the bare imports of a bundle to the addresses of the shared modules: no import map, no globals, one copy of each.
 * @throws Error naming the plugin and the import that is no shared module
 */
export async function linkFolder(pluginId: string, folder: string, shared: SharedModules): Promise<void> {
  await init()
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.js')) continue
    const file = join(folder, name)
    await writeFile(file, linked(pluginId, name, await readFile(file, 'utf8'), shared))
  }
}

function linked(pluginId: string, name: string, code: string, shared: SharedModules): string {
  let result = ''
  let done = 0
  for (const { type, specifier, start, end } of parse(code)[0]) {
    if (typeof specifier !== 'string' || /^(\.{0,2}\/|data:|blob:|https?:)/.test(specifier)) continue
    const address = shared[specifier]
    if (address === undefined) {
      throw new Error(
        `The web part of plugin "${pluginId}" imports "${specifier}" (in ${name}), which is not one of the shared modules. ` +
          'Let the bundle contain it, or import one of: ' +
          `${Object.keys(shared).join(', ')}`,
      )
    }
    // The place of a dynamic import includes its quotes.
    result += code.slice(done, start) + (type === 'dynamic' ? JSON.stringify(address) : address)
    done = end
  }
  return result + code.slice(done)
}
