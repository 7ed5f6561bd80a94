import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'

// JavaScript and declarations of the published packages, then the browser parts.
run('node_modules/typescript/bin/tsc', '-b', 'tsconfig.build.json')
run('node_modules/vite/bin/vite.js', 'build', 'host-web')
for (const plugin of globSync('{plugins,examples}/*/src/web/index.ts'))
  run('sdk/bin/liaison.js', 'build', plugin.replace('/src/web/index.ts', ''))

function run(...words: string[]): void {
  const { status } = spawnSync(process.execPath, ['--conditions=liaison-source', ...words], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
