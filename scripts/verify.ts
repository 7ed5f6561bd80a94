import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'

// Everything that can be said about the sources without running them. All steps run, so that one call shows all faults.
const steps: readonly (readonly [string, string, ...string[]])[] = [
  ['types', 'scripts/check-types.ts'],
  ['lint', 'node_modules/oxlint/bin/oxlint'],
  ['format', 'node_modules/oxfmt/bin/oxfmt', '--check'],
  ['unused', 'node_modules/knip/bin/knip.js', '--no-progress'],
  ['sdk surface', 'scripts/api-report.ts', '--check'],
  ...globSync('{plugins,examples}/*').map((plugin) => [`web part of ${plugin}`, 'sdk/bin/liaison.js', 'check', plugin] as const),
  ['changesets', 'scripts/check-changeset.ts'],
]

const failed: string[] = []
for (const [title, script, ...words] of steps) {
  const began = performance.now()
  const passed = await run([script, ...words])
  console.log(`${passed ? '✓' : '✗'} ${title} ${((performance.now() - began) / 1000).toFixed(1)} s`)
  if (!passed) failed.push(title)
}
if (failed.length > 0) {
  console.error(`Not in order: ${failed.join(', ')}`)
  process.exitCode = 1
}

function run(words: readonly string[]): Promise<boolean> {
  const child = spawn(process.execPath, ['--conditions=liaison-source', ...words], { stdio: 'inherit' })
  return new Promise((resolve) => child.once('exit', (code) => resolve(code === 0)))
}
