import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

type Manifest = { name?: string; license?: string; dependencies?: Record<string, string>; devDependencies?: Record<string, string> }
const manifest = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Manifest

const used = new Map(
  ['package.json', ...globSync('{sdk,core,host-web,plugins/*,examples/*}/package.json')]
    .flatMap((path) => Object.entries({ ...manifest(path).dependencies, ...manifest(path).devDependencies }))
    .filter(([name]) => !name.startsWith('@liaison/')),
)
const told = new Map(
  [...readFileSync('docs/dependencies.md', 'utf8').matchAll(/^\| `([^`]+)` \| (\S+) \| ([^|]+) \|[^|]*\|[^|]*\| (.+) \|$/gm)].map(
    ([, name = '', version, licence, why]) => [name, { version, licence, why }],
  ),
)
const permissive = /^(MIT|MIT-0|ISC|BSD-[23]-Clause|Apache-2\.0|0BSD|MPL-2\.0)$/

it('docs/dependencies.md lists every direct dependency and nothing else', () => {
  expect([...told.keys()].toSorted()).toEqual([...used.keys()].toSorted())
})

it.each([...used])('%s is pinned at %s, permissively licensed, and its line says so', (name, version) => {
  expect(version).toMatch(/^\d+\.\d+\.\d+/)
  const { license = '' } = manifest(`node_modules/${name}/package.json`)
  expect(license).toMatch(permissive)
  expect(told.get(name)).toMatchObject({ version, licence: license })
})
