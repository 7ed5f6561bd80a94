import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { figure, median, table } from './figures.ts'
import { aFolder, environmentOf } from './seed.ts'

/** `npm start` on an empty data folder, without and with the demo company, and again on the same folder. */
export async function starts({ repetitions }: { repetitions: number }): Promise<string> {
  // Web parts are built once for a checkout; that is not what is measured here.
  await seconds('0')
  const rows: string[][] = []
  for (const [name, demo] of [
    ['empty', '0'],
    ['demo company', '1'],
  ] as const) {
    const measured = []
    for (let index = 0; index < repetitions; index++) measured.push(await seconds(demo))
    rows.push([name, figure(median(measured.map(({ cold }) => cold))), figure(median(measured.map(({ warm }) => warm)))])
  }
  return table(['data', 'first start s', 'later s'], rows)
}

async function seconds(demo: string): Promise<{ cold: number; warm: number }> {
  const { folder, remove } = aFolder()
  try {
    const environment = { ...environmentOf(folder), LIAISON_DEMO: demo, LIAISON_DEMO_PASSWORD: 'bench-password-1' }
    return { cold: await untilReady(environment), warm: await untilReady(environment) }
  } finally {
    remove()
  }
}

/** From the spawn of the process until it says that it is ready */
async function untilReady(environment: Record<string, string>): Promise<number> {
  const begin = performance.now()
  const main = fileURLToPath(new URL('../core/bin/serve.js', import.meta.url))
  const child = spawn(process.execPath, ['--min-semi-space-size=16', '--conditions=liaison-source', main], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => void child.once('exit', () => resolve()))
  await said(child, 'is ready')
  const took = (performance.now() - begin) / 1_000
  child.kill('SIGTERM')
  await ended
  return took
}

function said(child: ChildProcess, words: string): Promise<void> {
  let text = ''
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}\n${text}`)))
    child.stdout!.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      if (text.includes(words)) resolve()
    })
  })
}
