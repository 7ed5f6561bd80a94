import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, globSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'

// What is published: JavaScript and declarations of the packages, the shell, and the web parts of the plugins.
// With --packages the browser parts are left out.
const packages = ['sdk', 'core', ...globSync('plugins/*')]

// What was compiled from a source that is gone must not be packed.
for (const folder of packages) rmSync(`${folder}/dist`, { recursive: true, force: true })
for (const memory of globSync('.cache/types/*.build.tsbuildinfo')) rmSync(memory)

const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b', 'tsconfig.build.json'], { stdio: 'inherit' })
if (status !== 0) process.exit(1)
for (const folder of packages) copyFileSync('LICENSE', `${folder}/LICENSE`)

if (!process.argv.includes('--packages')) {
  const { buildShell } = await import('@liaison/host-web/build')
  await buildShell(resolve('host-web/dist/shell'))
  const { buildWebPart, builtWebPart } = await import('@liaison/sdk/build')
  for (const folder of globSync('{plugins,examples}/*').map((path) => resolve(path))) {
    const entry = `${folder}/src/web/index.ts`
    if (existsSync(entry)) await buildWebPart({ pluginId: folder, folder, entry }, builtWebPart(folder))
  }
}
