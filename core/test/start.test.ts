import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

interface Started {
  readonly process: ChildProcess
  readonly said: () => string
  readonly ended: Promise<number | null>
  /** Resolves with the address once it is told. */
  readonly address: Promise<string>
}

function start(environment: Record<string, string>): Started {
  const process_ = spawn(process.execPath, ['--conditions=liaison-source', 'core/bin/serve.js'], {
    cwd: root,
    env: { PATH: process.env['PATH'], LIAISON_PORT: '0', LIAISON_HOST: '127.0.0.1', ...environment },
  })
  let text = ''
  const address = new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      text += String(chunk)
      const told = /ready at (http:\S+)/.exec(text)?.[1]
      if (told !== undefined) resolve(told)
    }
    process_.stdout.on('data', hear)
    process_.stderr.on('data', hear)
    process_.once('exit', () => reject(new Error(`it ended:\n${text}`)))
  })
  address.catch(() => undefined) // some tests want it to end
  return { process: process_, said: () => text, ended: once(process_, 'exit').then(([code]) => code as number | null), address }
}

describe('the platform as a process', () => {
  let data = ''
  let running: Started | undefined
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'liaison-start-'))
  })
  afterEach(async () => {
    running?.process.kill('SIGKILL')
    await running?.ended
    rmSync(data, { recursive: true, force: true })
  })

  it('starts on an empty folder, makes the demo company, serves, and ends in order when it is told to', async () => {
    running = start({ LIAISON_DATA: data, LIAISON_DEMO_PASSWORD: 'a demo password' })
    const address = await running.address
    expect(running.said()).toContain('linzhiyuan')
    const signIn = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account: 'linzhiyuan', password: 'a demo password' }),
    }
    expect((await fetch(`${address}/api/auth/login`, signIn)).status).toBe(200)
    expect(await (await fetch(`${address}/readyz`)).text()).toBe('ready\n')

    running.process.kill('SIGTERM')
    expect(await running.ended).toBe(0)
  }, 40_000)

  it('keeps what a plugin stored while it is not configured', async () => {
    const environment = { LIAISON_DATA: data, LIAISON_DEMO_PASSWORD: 'a demo password' }
    running = start(environment)
    const signedIn = async (address: string): Promise<Record<string, string>> => {
      const body = JSON.stringify({ account: 'linzhiyuan', password: 'a demo password' })
      const { headers } = await fetch(`${address}/api/auth/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      })
      return {
        cookie: headers
          .getSetCookie()
          .map((cookie) => cookie.split(';')[0])
          .join('; '),
      }
    }
    const channels = async (address: string) => fetch(`${address}/api/im/channels`, { headers: await signedIn(address) })
    const before: unknown = await (await channels(await running.address)).json()
    expect(before).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ id: expect.any(String) })]) })
    running.process.kill('SIGTERM')
    await running.ended

    running = start({ ...environment, LIAISON_PLUGINS: 'none' })
    const without = await channels(await running.address)
    expect(without.status).toBe(404)
    expect(without.headers.get('content-type')).toContain('application/problem+json')
    running.process.kill('SIGTERM')
    await running.ended

    running = start(environment)
    expect(await (await channels(await running.address)).json()).toEqual(before)
  }, 60_000)

  it('tells what is wrong with the configuration, without a stack, and ends', async () => {
    const configuration = join(data, 'liaison.config.json')
    writeFileSync(configuration, JSON.stringify({ port: 'many', plugins: { '@acme/missing': {} } }))
    running = start({ LIAISON_CONFIG: configuration, LIAISON_PORT: '' })
    expect(await running.ended).toBe(1)
    expect(running.said()).toBe('the configuration is wrong:\n  port: must be integer, found "many"\n')
  }, 20_000)

  it('names a plugin that is not installed', async () => {
    running = start({ LIAISON_DATA: data, LIAISON_PLUGINS: '@acme/missing' })
    expect(await running.ended).toBe(1)
    expect(running.said()).toMatch(/^plugin "@acme\/missing" is not installed \(looked for .*\)\n$/)
  }, 20_000)

  it.each([
    ['a file in the place of the folder', (place: string) => ({ LIAISON_DATA: join(place, 'no-database') }), 'the data folder'],
    [
      'no SQLite file',
      (place: string) => ({ LIAISON_DATA: place, LIAISON_DATABASE_URL: `sqlite:${join(place, 'no-database')}` }),
      'the database',
    ],
    [
      'a PostgreSQL that is not there',
      () => ({ LIAISON_DATABASE_URL: 'postgres://me:hunter2@127.0.0.1:9/x' }),
      'the database postgres://me@127.0.0.1:9/x',
    ],
  ])(
    'tells what cannot be used, without a stack or a password: %s',
    async (_what, environment, told) => {
      writeFileSync(join(data, 'no-database'), 'something else '.repeat(100))
      running = start({ LIAISON_DATA: data, LIAISON_PLUGINS: 'none', ...environment(data) })
      expect(await running.ended).toBe(1)
      expect(running.said()).toMatch(new RegExp(`^${told} .*\n  because: .*\n$`))
      expect(running.said()).not.toContain('hunter2')
    },
    20_000,
  )

  it('leaves an SQLite file to the process that works with it, and takes it over when that is killed', async () => {
    const environment = { LIAISON_DATA: join(data, 'made'), LIAISON_SECRET: 's'.repeat(40), LIAISON_DEMO: '0', LIAISON_PLUGINS: 'none' }
    running = start(environment)
    await running.address
    const second = start(environment)
    expect(await second.ended).toBe(1)
    expect(second.said()).toMatch(/^the database .*liaison.sqlite cannot be opened\n  because: another process works with it; /)
    running.process.kill('SIGKILL')
    await running.ended
    running = start(environment)
    await running.address
  }, 40_000)

  it('says so when the port is taken', async () => {
    const environment = { LIAISON_DATA: data, LIAISON_DEMO: '0', LIAISON_PLUGINS: 'none' }
    running = start(environment)
    const { port } = new URL(await running.address)
    const other = mkdtempSync(join(tmpdir(), 'liaison-start-'))
    const second = start({ ...environment, LIAISON_DATA: other, LIAISON_PORT: port })
    expect(await second.ended).toBe(1)
    expect(second.said()).toContain(`cannot listen on 127.0.0.1:${port}`)
    rmSync(other, { recursive: true })
  }, 40_000)
})
