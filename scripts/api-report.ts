import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { publicSurface } from './public-surface.ts'

// `npm run api-report` writes the public surface of the SDK to sdk/api; with --check it only says whether that is up to date.
const folder = 'sdk/api'
const surface = await publicSurface()

if (process.argv.includes('--check')) {
  const stale = [...surface].filter(([file, text]) => committed(file) !== text).map(([file]) => file)
  const left = globSync('**/*.d.ts', { cwd: folder }).filter((file) => !surface.has(file))
  if (stale.length + left.length > 0) {
    console.error(`sdk/api is stale: ${[...stale, ...left].join(', ')}. Run npm run api-report and look at the difference.`)
    process.exitCode = 1
  } else console.log(`sdk/api is up to date (${surface.size} files)`)
} else {
  rmSync(folder, { recursive: true, force: true })
  for (const [file, text] of surface) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  console.log(`sdk/api: ${surface.size} files`)
}

function committed(file: string): string | undefined {
  const path = join(folder, file)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
