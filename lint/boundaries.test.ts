import { execFile } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const run = promisify(execFile)
const bad = 'lint/fixtures/bad'
const plant = /\/\/ plant: (\S+)/

type Finding = {
  readonly filename: string
  readonly code?: string
  readonly labels: readonly { readonly span: { readonly line: number } }[]
}

/** What the linter says about the plants, as `file:line rule`. */
async function found(): Promise<ReadonlySet<string>> {
  const { stdout } = await run(process.execPath, ['node_modules/oxlint/bin/oxlint', '-c', 'lint/plants.config.ts', '-f', 'json', bad], {
    maxBuffer: 1 << 24,
  }).catch((failed: { stdout: string }) => failed)
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly Finding[] }
  return new Set(
    diagnostics.map(
      ({ filename, code = '', labels }) => `${filename}:${labels[0]?.span.line} ${/\(([\w-]+\/)?([\w-]+)\)/.exec(code)?.[2] ?? code}`,
    ),
  )
}

const plants = globSync(`${bad}/**/*.ts`).flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      const rule = plant.exec(line)?.[1]
      return rule === undefined ? [] : [`${file}:${index + 1} ${rule}`]
    }),
)

describe('the boundaries of the house', async () => {
  const findings = await found()

  it.each(plants)('reports %s', (planted) => {
    expect(findings).toContain(planted)
  })

  it('lets a plugin use the contract and the hooks of another', () => {
    const allowed = [...findings].filter(
      (finding) => /reach\.ts:(3|4) no-restricted/.test(finding) && finding.includes('plugins/notes/src/server'),
    )
    expect(allowed).toEqual([])
  })
})
