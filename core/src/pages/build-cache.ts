import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'

const unusedAfter = 7 * 86_400_000

/**
 * Answers with the folder that holds what `build` makes; it is built when it is not there yet. Two processes may build the
 * same at once: the first that is done wins, a half-built folder is never seen.
 * @param name - kind of thing, for people who look into the cache
 * @param hash - of everything that it is built from
 */
export async function built(cacheFolder: string, name: string, hash: string, build: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(cacheFolder, `${name}-${hash}`)
  if (existsSync(folder)) {
    await keep(folder)
    return folder
  }
  const unfinished = join(cacheFolder, `.building-${randomUUID()}`)
  await mkdir(unfinished, { recursive: true })
  try {
    await build(unfinished)
    await rename(unfinished, folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    })
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
  await forgetOld(cacheFolder, name, folder)
  return folder
}

/** Marks a folder as used, at most once a day, so that it is kept. */
async function keep(folder: string): Promise<void> {
  const { mtimeMs } = await stat(folder)
  const now = new Date()
  if (now.getTime() - mtimeMs > 86_400_000) await utimes(folder, now, now)
}

async function forgetOld(cacheFolder: string, name: string, present: string) {
  for (const entry of await readdir(cacheFolder)) {
    const folder = join(cacheFolder, entry)
    if (!entry.startsWith(`${name}-`) || folder === present) continue
    const { mtimeMs } = await stat(folder)
    if (Date.now() - mtimeMs > unusedAfter) await rm(folder, { recursive: true, force: true })
  }
}
