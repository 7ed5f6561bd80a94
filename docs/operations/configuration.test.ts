import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

type Member = { description?: string; default?: unknown; enum?: string[] }
const { properties } = JSON.parse(readFileSync('liaison.schema.json', 'utf8')) as { properties: Record<string, Member> }
const page = readFileSync('docs/operations/configuration.md', 'utf8')

const reader = readFileSync('core/src/kernel/configuration.ts', 'utf8')
/** The variable that overrides a key, when the configuration reads one. */
function variable(key: string): string {
  const name = `LIAISON_${key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`
  return reader.includes(name) ? `\`${name}\`` : '—'
}
const lines = Object.entries(properties)
  .filter(([key]) => key !== '$schema')
  .map(([key, { default: usual, description, enum: values = [] }]) => {
    const shown = usual === undefined ? '—' : `\`${JSON.stringify(usual)}\``
    return `| \`${key}\` | ${variable(key)} | ${shown} | ${description ?? values.join(', ')} |`
  })

it.each(lines)('the configuration page says %s', (line) => {
  expect(page).toContain(line)
})

it('the configuration page says nothing more', () => {
  expect(page.match(/^\| `/gm)).toHaveLength(lines.length)
})
