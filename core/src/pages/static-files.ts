import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { extname, join } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
}

export type Encoding = 'br' | 'gzip' | undefined

/** A file as it is served: read once, when it is first asked for. */
export interface StaticFile {
  readonly type: string
  readonly etag: string
  /** The encodings that lie beside it, best first. @throws ENOENT when the folder was cleared since */
  body(accepted: string): { readonly encoding: Encoding; readonly bytes: Buffer }
}

/** The files of a built folder by path, `/` between names. */
export function staticFiles(folder: string, prefix: string): ReadonlyMap<string, StaticFile> {
  const files = new Map<string, StaticFile>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || /\.(br|gz)$/.test(entry.name)) continue
    const file = join(entry.parentPath, entry.name)
    files.set(prefix + file.slice(folder.length).replaceAll('\\', '/'), staticFile(file))
  }
  return files
}

function staticFile(file: string): StaticFile {
  const packed = { br: existsSync(`${file}.br`), gzip: existsSync(`${file}.gz`) }
  const read = remembered((path: string) => readFileSync(path))
  const etag = remembered(() => `"${createHash('sha256').update(read(file)).digest('base64url').slice(0, 22)}"`)
  return {
    type: types[extname(file)] ?? 'application/octet-stream',
    get etag() {
      return etag('')
    },
    body(accepted) {
      if (packed.br && /\bbr\b/.test(accepted)) return { encoding: 'br', bytes: read(`${file}.br`) }
      if (packed.gzip && /\bgzip\b/.test(accepted)) return { encoding: 'gzip', bytes: read(`${file}.gz`) }
      return { encoding: undefined, bytes: read(file) }
    },
  }
}

function remembered<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    const value = known.get(key) ?? make(key)
    known.set(key, value)
    return value
  }
}
