import { type ChildProcess, fork } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** As `npm start` has it, together with the cache of compiled code */
const asStarted = ['--min-semi-space-size=16', '--conditions=liaison-source']

/** What a process has used since its start */
export interface Usage {
  /** Microseconds of CPU, user and system */
  readonly cpu: number
  /** Bytes */
  readonly rss: number
  readonly heap: number
}

/** A server of ours in a process of its own, that answers to `usage` and `stop`. */
export class Child {
  readonly port: number
  readonly pid: number
  /** Resolves when the process is gone */
  readonly ended: Promise<void>
  readonly #process: ChildProcess

  private constructor(process: ChildProcess, port: number) {
    this.#process = process
    this.port = port
    this.pid = process.pid!
    this.ended = new Promise((resolve) => void process.once('exit', () => resolve()))
  }

  /** @returns when it listens. @param file - beside this one */
  static async start(file: string, options: { environment?: Record<string, string>; arguments?: string[] } = {}): Promise<Child> {
    const process_ = fork(fileURLToPath(new URL(file, import.meta.url)), options.arguments ?? [], {
      execArgv: [...asStarted, '--expose-gc', ...(process.env.BENCH_NODE_OPTIONS?.split(' ') ?? [])],
      env: { NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'), ...process.env, ...options.environment },
    })
    const port = await new Promise<number>((resolve, reject) => {
      process_.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)))
      process_.once('message', (message) => resolve((message as { port: number }).port))
    })
    process_.removeAllListeners('exit')
    return new Child(process_, port)
  }

  /** @param settled - after the garbage was collected: for memory, not for CPU */
  async usage({ settled = false } = {}): Promise<Usage> {
    const answer = new Promise<Usage>((resolve) => void this.#process.once('message', (message) => resolve(message as Usage)))
    this.#process.send(settled ? 'settled-usage' : 'usage')
    return answer
  }

  async stop(): Promise<void> {
    if (this.#process.connected) this.#process.send('stop')
    await this.ended
  }

  kill(): void {
    this.#process.kill('SIGKILL')
  }
}

/** The other end, in the child. */
export function serveParent(port: number, stop: () => Promise<void>): void {
  process.on('message', (message) => {
    if (message === 'usage' || message === 'settled-usage') {
      if (message === 'settled-usage') collectGarbage()
      const { user, system } = process.cpuUsage()
      const { rss, heapUsed } = process.memoryUsage()
      process.send?.({ cpu: user + system, rss, heap: heapUsed } satisfies Usage)
    } else if (message === 'stop') void stop().then(() => process.exit(0))
  })
  process.send?.({ port })
}

/** With its empty pages given back: V8 keeps tens of MB of them for a while, whatever they were used for. */
function collectGarbage(): void {
  const collect = globalThis.gc as unknown as (options: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}
