import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readConfiguration } from './configuration.ts'
import { ConfigurationFile } from './configuration-schema.ts'
import { readSecret } from './secret.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'liaison-configuration-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (values: unknown): void =>
  writeFileSync(join(folder, 'liaison.config.json'), typeof values === 'string' ? values : JSON.stringify(values))
const read = (environment: Record<string, string> = {}) => readConfiguration(environment, folder)

describe('the configuration', () => {
  it('has a default for everything', () => {
    expect(read()).toMatchObject({
      name: 'Liaison',
      port: 8080,
      data: join(folder, 'data'),
      databaseUrl: join(folder, 'data/liaison.sqlite'),
      rateLimit: 'on',
      demo: true,
      plugins: [],
    })
  })

  it('takes the file, and the environment before the file', () => {
    write({ name: '恒川智能', port: 9000, publicUrl: 'https://liaison.example.com/' })
    expect(read({ LIAISON_PORT: '9001', LIAISON_DEMO: '0' })).toMatchObject({
      name: '恒川智能',
      port: 9001,
      demo: false,
      publicUrl: 'https://liaison.example.com',
    })
  })

  it('tells every wrong place at once: where, what was expected, what was found', () => {
    write({ port: 'many', colour: 'red', plugins: { im: { optional: 1 } } })
    expect(() => read()).toThrow(
      [
        'the configuration is wrong:',
        'colour: unknown key',
        'port: must be integer, found "many"',
        'plugins.im.optional: must be boolean, found 1',
      ].join('\n  '),
    )
  })

  it('names the variable when the environment is wrong, and does not show a secret', () => {
    expect(() => read({ LIAISON_PORT: 'many' })).toThrow('LIAISON_PORT: must be integer, found "many"')
    expect(() => read({ LIAISON_SECRET: 'too short' })).toThrow(/LIAISON_SECRET: must NOT have fewer than 32 characters$/)
  })

  it('does not show a secret of the file either', () => {
    write({ secret: 'too short a secret', databaseUrl: 'mysql://root:hunter2@localhost' })
    expect(() => read()).toThrow(
      'databaseUrl: must match pattern "^(postgres(ql)?://.+|sqlite:.+)$"\n  secret: must NOT have fewer than 32 characters',
    )
  })

  it('refuses variables that it does not know', () => {
    expect(() => read({ LIAISON_PROT: '80' })).toThrow('LIAISON_PROT: unknown variable; known are ')
    expect(() => read({ LIAISON_REDIS_URL: 'redis://localhost' })).toThrow('there is no Redis driver yet')
  })

  it('says where the JSON is broken, and when a named file is missing', () => {
    write('{"port": }')
    expect(() => read()).toThrow(/liaison\.config\.json is no JSON: Unexpected token/)
    expect(() => read({ LIAISON_CONFIG: 'other.json' })).toThrow('cannot read the configuration')
  })

  it('reads secrets from files', () => {
    const path = join(folder, 'secret.txt')
    writeFileSync(path, `${'s'.repeat(40)}\n`)
    expect(read({ LIAISON_SECRET_FILE: path }).secret).toBe('s'.repeat(40))
    expect(() => read({ LIAISON_SECRET_FILE: path, LIAISON_SECRET: 'x'.repeat(40) })).toThrow(
      'LIAISON_SECRET and LIAISON_SECRET_FILE are both set',
    )
  })

  it('takes an SQLite file beside the data, or a PostgreSQL', () => {
    expect(read({ LIAISON_DATABASE_URL: 'sqlite:other.sqlite' }).databaseUrl).toBe(join(folder, 'other.sqlite'))
    expect(read({ LIAISON_DATABASE_URL: 'postgres://localhost/liaison' }).databaseUrl).toBe('postgres://localhost/liaison')
    expect(() => read({ LIAISON_DATABASE_URL: 'mysql://localhost/liaison' })).toThrow('LIAISON_DATABASE_URL: must match pattern')
  })
})

describe('the plugins of the configuration', () => {
  beforeEach(() => write({ plugins: { '@liaison/plugin-im': { settings: { editMinutes: 5 } }, './examples/hello': { optional: true } } }))

  it('are package names and folders relative to the file', () => {
    expect(read().plugins).toEqual([
      { source: '@liaison/plugin-im', optional: false, settings: { editMinutes: 5 } },
      { source: join(folder, 'examples/hello'), optional: true, settings: {} },
    ])
  })

  it('are those that LIAISON_PLUGINS lists, with the settings of the file', () => {
    expect(read({ LIAISON_PLUGINS: '@liaison/plugin-im, ./other' }).plugins).toEqual([
      { source: '@liaison/plugin-im', optional: false, settings: { editMinutes: 5 } },
      { source: join(folder, 'other'), optional: false, settings: {} },
    ])
  })

  it('are none when it says none', () => {
    expect(read({ LIAISON_PLUGINS: 'none' }).plugins).toEqual([])
  })
})

describe('the secret', () => {
  it('is made once, readable by its owner alone', () => {
    const data = join(folder, 'data')
    const secret = readSecret({ secret: undefined, data })
    expect(secret).toMatch(/^[\w-]{43}$/)
    expect(readSecret({ secret: undefined, data })).toBe(secret)
    expect(statSync(join(data, 'secret')).mode & 0o777).toBe(0o600)
  })

  it('is the configured one, which is not written anywhere', () => {
    mkdirSync(join(folder, 'data'))
    expect(readSecret({ secret: 'configured', data: join(folder, 'data') })).toBe('configured')
    expect(() => statSync(join(folder, 'data/secret'))).toThrow()
  })
})

describe('liaison.schema.json', () => {
  it('is the schema that the configuration is checked with', () => {
    const committed = JSON.parse(readFileSync(new URL('../../../liaison.schema.json', import.meta.url), 'utf8')) as object
    expect(committed).toEqual({ $schema: 'http://json-schema.org/draft-07/schema#', ...JSON.parse(JSON.stringify(ConfigurationFile)) })
  })
})
