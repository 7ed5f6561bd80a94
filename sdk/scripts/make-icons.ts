/**
 * Writes `src/web/icons/lucide.ts` from the names in `icon-names.txt`: each icon a Lit template of its own, so that a bundle
 * holds the icons it uses and nothing is fetched. `node scripts/make-icons.ts`
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = join(dirname(fileURLToPath(import.meta.resolve('lucide-static/package.json'))), 'icons')
const names = readFileSync(new URL('icon-names.txt', import.meta.url), 'utf8')
  .split(/\s+/)
  .filter(Boolean)
  .toSorted()

const identifier = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
const linesOf = (name: string) =>
  readFileSync(join(folder, `${name}.svg`), 'utf8')
    .replace(/^[\s\S]*?<svg[^>]*>/, '')
    .replace('</svg>', '')
    .replace(/<(\w+)([^>]*?)\s*\/>/g, (_, tag: string, attributes: string) => `<${tag}${attributes}></${tag}>`)
    .replace(/\s*\n\s*/g, '')

const icons = names.map((name) => `export const ${identifier(name)}: Icon = () => svg\`${linesOf(name)}\``)
const head = `// Written by scripts/make-icons.ts from scripts/icon-names.txt. Lucide (ISC licence), lucide.dev
import { svg } from 'lit'
import type { Icon } from '../icon.ts'
`
writeFileSync(new URL('../src/web/icons/lucide.ts', import.meta.url), `${head}\n${icons.join('\n')}\n`)
