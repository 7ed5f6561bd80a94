import { spawn } from 'node:child_process'
import { join } from 'node:path'

export interface TestProcess {
  /** What it wrote, once it ended by itself; rejects when it failed */
  readonly output: Promise<string>
  /** Resolves when it has written so many lines. */
  lines(count: number): Promise<readonly string[]>
  /** SIGKILL: no chance to tidy up. Resolves with every whole line that it wrote. */
  kill(): Promise<readonly string[]>
}

/** Starts a process of its own on a database. @param main - the file that it runs */
export function startProcess(job: string, url: string, name = 'process', main = 'data-process-main.ts'): TestProcess {
  const child = spawn(process.execPath, ['--conditions=liaison-source', join(import.meta.dirname, main), job, url, name], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let written = ''
  let failed = ''
  let watch: () => void = () => {}
  child.stdout.on('data', (data: Buffer) => {
    written += data.toString()
    watch()
  })
  child.stderr.on('data', (data: Buffer) => (failed += data.toString()))
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve))
  const lines = (): string[] => written.split('\n').slice(0, -1)
  const output = closed.then((code) => {
    if (code !== 0) throw new Error(`the process ended with ${code}: ${failed}`)
    return written
  })
  output.catch(() => undefined)
  return {
    output,
    lines: (count) =>
      new Promise((resolve, reject) => {
        watch = () => lines().length >= count && resolve(lines())
        watch()
        output.catch(reject)
      }),
    async kill() {
      child.kill('SIGKILL')
      await closed
      return lines()
    },
  }
}
