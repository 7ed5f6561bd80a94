import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { WebPartSource } from './build-web-part.ts'

interface Manifest {
  readonly name?: string
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>
}

/**
 * Reads where a plugin's web part begins: the source behind `./web` of its `package.json`, else `src/web/index.ts`.
 * @throws Error when the folder holds no package
 */
export function pluginIn(path: string): WebPartSource | undefined {
  const folder = resolve(path)
  const file = join(folder, 'package.json')
  if (!existsSync(file)) throw new Error(`${folder} holds no package.json: name the folder of a plugin`)
  const { name = folder, exports } = JSON.parse(readFileSync(file, 'utf8')) as Manifest
  const web = exports?.['./web']
  const declared = typeof web === 'string' ? web : web?.['liaison-source']
  const entry = join(folder, declared ?? 'src/web/index.ts')
  return existsSync(entry) ? { pluginId: name, folder, entry } : undefined
}
