import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const irrelevant = /(^|\/)(node_modules|dist|server|demo|test|\.cache)(\/|$)|\.test\.ts$|\.tsbuildinfo$/

/** Names what is built from these files and folders: the same contents, the same name. What no browser build reads is left out. */
export function contentHash(places: readonly string[], ...further: readonly string[]): string {
  const hash = createHash('sha256')
  for (const place of places)
    for (const file of filesBelow(place)) hash.update(file.slice(place.length)).update('\0').update(readFileSync(file)).update('\0')
  for (const text of further) hash.update(text).update('\0')
  return hash.digest('hex').slice(0, 16)
}

function filesBelow(place: string): readonly string[] {
  if (!existsSync(place)) return []
  if (!statSync(place).isDirectory()) return [place]
  return readdirSync(place, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !irrelevant.test(file.slice(place.length)))
    .toSorted()
}
