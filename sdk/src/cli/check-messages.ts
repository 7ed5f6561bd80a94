import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { IntlMessageFormat } from 'intl-messageformat'
import { locales } from '../contract/text.ts'

type Messages = Readonly<Record<string, string>>

/** Faults of a plugin's texts: keys that one language lacks, values that differ, texts that cannot be read, keys used but not there. */
export async function checkMessages(folder: string): Promise<readonly string[]> {
  const all = new Map<string, Messages>()
  for (const locale of locales) {
    const file = ['ts', 'js', 'json']
      .map((ending) => join(folder, 'src', 'locales', `${locale}.${ending}`))
      .find((path) => existsSync(path))
    if (file !== undefined) all.set(locale, await messagesIn(file))
  }
  if (all.size === 0) return []
  const missing = locales
    .filter((locale) => !all.has(locale))
    .map((locale) => `there are no texts for ${locale} (src/locales/${locale}.ts)`)
  const keys = new Set([...all.values()].flatMap((messages) => Object.keys(messages)))
  return [...missing, ...[...keys].flatMap((key) => faultsOf(key, all)), ...unknownKeys(folder, keys)]
}

async function messagesIn(file: string): Promise<Messages> {
  if (file.endsWith('.json')) return JSON.parse(readFileSync(file, 'utf8')) as Messages
  return ((await import(pathToFileURL(file).href)) as { default: Messages }).default
}

function faultsOf(key: string, all: ReadonlyMap<string, Messages>): readonly string[] {
  const faults: string[] = []
  const values = new Map<string, string>()
  for (const [locale, messages] of all) {
    const message = messages[key]
    if (message === undefined) faults.push(`"${key}" is missing in ${locale}`)
    else
      try {
        values.set(locale, valuesOf(message, locale))
      } catch (error) {
        faults.push(`"${key}" in ${locale} cannot be read: ${(error as Error).message}`)
      }
  }
  if (new Set(values.values()).size > 1)
    faults.push(`"${key}" takes different values: ${[...values].map(([locale, names]) => `${locale} {${names}}`).join(', ')}`)
  return faults
}

interface Part {
  readonly type: number
  readonly value?: unknown
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>
}
const literal = 0
const pound = 7

/** Names of the values in a message, sorted. */
function valuesOf(message: string, locale: string): string {
  const names = new Set<string>()
  const visit = (parts: readonly Part[]) => {
    for (const { type, value, options } of parts) {
      if (type !== literal && type !== pound && typeof value === 'string') names.add(value)
      for (const option of Object.values(options ?? {})) visit(option.value)
    }
  }
  visit(new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst() as unknown as readonly Part[])
  return [...names].toSorted().join(', ')
}

/** Keys written out in `text('…')` of the plugin's own name that no language knows. */
function unknownKeys(folder: string, keys: ReadonlySet<string>): readonly string[] {
  const prefixes = new Set([...keys].map((key) => key.split('.')[0]))
  const sources = globSync(join(folder, 'src', '**', '*.ts')).filter((file) => !file.endsWith('.test.ts'))
  return sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\btext\(\s*'([\w.-]+)'/g)]
      .map(([, key]) => key as string)
      .filter((key) => prefixes.has(key.split('.')[0]) && !keys.has(key))
      .map((key) => `"${key}" is used in ${file.slice(folder.length + 1)}, but no language has it`),
  )
}
