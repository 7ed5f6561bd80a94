import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const demoPassword = 'journeys-of-people'

interface ProductOptions {
  /** As in `LIAISON_PLUGINS`; default: conversations */
  readonly plugins?: string
  /** Make the demo company; default true */
  readonly demo?: boolean
}

/** The product as `npm start` starts it: a process of its own, on an empty data folder. */
export class Product {
  readonly port: number
  readonly #data = mkdtempSync(join(tmpdir(), 'liaison-journey-'))
  #options: ProductOptions
  #process: ChildProcess | undefined
  #said = ''

  private constructor(port: number, options: ProductOptions) {
    this.port = port
    this.#options = options
  }

  static async start(options: ProductOptions = {}): Promise<Product> {
    const product = new Product(await freePort(), options)
    await product.#up()
    return product
  }

  get url(): string {
    return `http://localhost:${this.port}`
  }
  /** What it has printed since its last start. */
  get said(): string {
    return this.#said
  }

  /** Stops in order and starts again on the same data, perhaps with other plugins. @returns ms from the start until it was ready */
  async restart(options: ProductOptions = this.#options): Promise<number> {
    await this.#down('SIGTERM')
    this.#options = options
    return this.#up()
  }
  /** As when the machine loses power. */
  async kill(): Promise<void> {
    await this.#down('SIGKILL')
  }
  async stop(): Promise<void> {
    await this.#down('SIGTERM')
    rmSync(this.#data, { recursive: true, force: true })
  }

  async #up(): Promise<number> {
    const began = performance.now()
    const { plugins = '@liaison/plugin-im', demo = true } = this.#options
    const child = spawn(process.execPath, ['--conditions=liaison-source', 'core/bin/serve.js'], {
      env: {
        PATH: process.env.PATH,
        LIAISON_PORT: String(this.port),
        LIAISON_DATA: this.#data,
        LIAISON_PLUGINS: plugins,
        LIAISON_DEMO: demo ? '1' : '0',
        LIAISON_DEMO_PASSWORD: demoPassword,
        LIAISON_LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#process = child
    this.#said = ''
    await new Promise<void>((resolve, reject) => {
      const hear = (words: Buffer) => {
        this.#said += words.toString()
        if (this.#said.includes('is ready at')) resolve()
      }
      child.stdout.on('data', hear)
      child.stderr.on('data', hear)
      child.once('exit', (code) => reject(new Error(`The product ended with ${code}:\n${this.#said}`)))
    })
    return performance.now() - began
  }

  async #down(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const child = this.#process
    this.#process = undefined
    if (child === undefined || child.exitCode !== null) return
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    child.kill(signal)
    await ended
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no free port'))))
    })
  })
