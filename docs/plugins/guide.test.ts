import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sharedModules } from '@liaison/sdk/build'
import { describe, expect, it } from 'vitest'

const snippet = /<!-- from (\S+) -->\n```\w+\n([\s\S]*?)```/g
const link = /\[[^\]]*\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g
const pages = ['README.md', 'CONTRIBUTING.md', ...globSync('{docs,examples}/**/*.md', { exclude: (path) => path.includes('node_modules') })]

describe('the plugin guide', () => {
  const snippets = [...readFileSync('docs/plugins/README.md', 'utf8').matchAll(snippet)].map(([, file = '', code = '']) => ({ file, code }))

  it('shows code', () => {
    expect(snippets.length).toBeGreaterThan(8)
  })
  it.each(snippets)('shows what is in $file', ({ file, code }) => {
    expect(readFileSync(file, 'utf8')).toContain(code)
  })
})

it('the plugin guide lists the shared modules', () => {
  expect(readFileSync('docs/plugins/README.md', 'utf8')).toContain(`\`\`\`\n${sharedModules.join('\n')}\n\`\`\``)
})

describe('links', () => {
  it.each(pages)('of %s lead somewhere', (page) => {
    const broken = [...readFileSync(page, 'utf8').matchAll(link)]
      .map(([, to = '']) => to)
      .filter((to) => !existsSync(join(dirname(page), to)))
    expect(broken).toEqual([])
  })
})
