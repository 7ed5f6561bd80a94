import { spawn } from 'node:child_process'
import { globSync, mkdirSync } from 'node:fs'

// One program for each tsconfig.json: server code without the DOM, browser code without Node. Sources of other packages are
// read through the `liaison-source` condition, so nothing has to be built first.
const only = process.argv[2]
const programs = globSync('**/tsconfig.json', { exclude: (path) => /(^|\/)(node_modules|dist|fixtures|\.cache)$/.test(path) })
  .filter((path) => only === undefined || path.startsWith(only))
  .toSorted()

mkdirSync('.cache/types', { recursive: true })
const failed: string[] = []
const waiting = [...programs]
await Promise.all([worker(), worker()])
if (failed.length > 0) {
  console.error(`Type errors in ${failed.join(', ')}`)
  process.exitCode = 1
} else console.log(`${programs.length} programs type-check`)

async function worker(): Promise<void> {
  for (let program = waiting.shift(); program !== undefined; program = waiting.shift()) if (!(await check(program))) failed.push(program)
}

function check(program: string): Promise<boolean> {
  const memory = `.cache/types/${program.replaceAll('/', '-')}.tsbuildinfo`
  const compiler = spawn(
    process.execPath,
    ['node_modules/typescript/bin/tsc', '-p', program, '--incremental', '--tsBuildInfoFile', memory, '--pretty', 'false'],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  )
  return new Promise((resolve) => compiler.once('exit', (code) => resolve(code === 0)))
}
