import { readFileSync } from 'node:fs'
import { dirname, isAbsolute, resolve } from 'node:path'
import { Ajv } from 'ajv'
import { BootError } from './boot-error.ts'
import { ConfigurationFile } from './configuration-schema.ts'
import { placeOf } from './schema-error.ts'

export interface PluginConfiguration {
  /** Package name, or an absolute folder path */
  readonly source: string
  readonly optional: boolean
  readonly settings: Readonly<Record<string, unknown>>
}

/** What the platform runs with: the file, overridden by the environment, every default filled in, every path absolute. */
export interface Configuration {
  readonly name: string
  readonly host: string
  readonly port: number
  readonly data: string
  /** SQLite file path, or `postgres://…` */
  readonly databaseUrl: string
  /** Without a trailing slash */
  readonly publicUrl: string | undefined
  /** As configured; `readSecret` makes one when there is none. */
  readonly secret: string | undefined
  /** Of sensitive values, the newest first; the secret opens, too. Default: the secret alone */
  readonly encryptionKeys?: readonly string[]
  readonly trustProxy: boolean
  readonly rateLimit: 'on' | 'off'
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  readonly demo: boolean
  readonly demoPassword: string | undefined
  /** Settings of the core's rooms by their id; default: none */
  readonly rooms?: Readonly<Record<string, { readonly settings: Readonly<Record<string, unknown>> }>>
  readonly plugins: readonly PluginConfiguration[]
  /** Folder that package names are resolved from */
  readonly folder: string
}

type Environment = Readonly<Record<string, string | undefined>>
type Values = Record<string, unknown>

const onOff = (text: string): unknown => (['1', 'true', 'on'].includes(text) ? true : ['0', 'false', 'off'].includes(text) ? false : text)
const whole = (text: string): unknown => (/^\d+$/.test(text) ? Number(text) : text)
const same = (text: string): unknown => text
const several = (text: string): unknown => text.split(/[\s,]+/).filter((one) => one !== '')

/** Environment variables and the member each of them overrides. */
const variables: Readonly<Record<string, readonly [member: string, read: (text: string) => unknown]>> = {
  LIAISON_NAME: ['name', same],
  LIAISON_HOST: ['host', same],
  LIAISON_PORT: ['port', whole],
  LIAISON_DATA: ['data', same],
  LIAISON_DATABASE_URL: ['databaseUrl', same],
  LIAISON_PUBLIC_URL: ['publicUrl', same],
  LIAISON_SECRET: ['secret', same],
  LIAISON_ENCRYPTION_KEYS: ['encryptionKeys', several],
  LIAISON_TRUST_PROXY: ['trustProxy', onOff],
  LIAISON_RATE_LIMIT: ['rateLimit', same],
  LIAISON_LOG_LEVEL: ['logLevel', same],
  LIAISON_DEMO: ['demo', onOff],
  LIAISON_DEMO_PASSWORD: ['demoPassword', same],
}
const secrets = ['LIAISON_DATABASE_URL', 'LIAISON_SECRET', 'LIAISON_ENCRYPTION_KEYS', 'LIAISON_DEMO_PASSWORD']
/** The members that they set: what was found there is never shown. */
const secretMembers = new Set(secrets.map((name) => variables[name]![0]))
const known = new Set([
  ...Object.keys(variables),
  ...secrets.map((name) => `${name}_FILE`),
  'LIAISON_PLUGINS',
  'LIAISON_CONFIG',
  'LIAISON_REDIS_URL',
])

function fromFile(environment: Environment, name: string): string | undefined {
  const path = environment[`${name}_FILE`]
  if (path === undefined) return undefined
  if (environment[name] !== undefined) throw new BootError(`${name} and ${name}_FILE are both set: one of them`)
  try {
    return readFileSync(path, 'utf8').trimEnd()
  } catch (error) {
    throw new BootError(`${name}_FILE: cannot read ${path}`, { cause: error })
  }
}

/** A value of the environment counts for the member that it overrides, so its faults are told by the variable's name. */
function override(values: Values, environment: Environment): ReadonlyMap<string, string> {
  const origins = new Map<string, string>()
  if (environment['LIAISON_REDIS_URL'])
    throw new BootError('LIAISON_REDIS_URL: there is no Redis driver yet; several servers share one PostgreSQL')
  for (const name of Object.keys(environment)) {
    if (name.startsWith('LIAISON_') && !known.has(name))
      throw new BootError(`${name}: unknown variable; known are ${[...known].sort().join(', ')}`)
  }
  for (const [name, [member, read]] of Object.entries(variables)) {
    const text = secrets.includes(name) ? (fromFile(environment, name) ?? environment[name]) : environment[name]
    if (text === undefined || text === '') continue
    values[member] = read(text)
    origins.set(member, name)
  }
  return origins
}

function pluginsOf(values: ConfigurationFile, environment: Environment, folder: string): readonly PluginConfiguration[] {
  const listed = values.plugins ?? {}
  const given = environment['LIAISON_PLUGINS']?.trim()
  const names =
    given === undefined || given === ''
      ? Object.keys(listed)
      : given === 'none'
        ? []
        : given
            .split(',')
            .map((name) => name.trim())
            .filter((name) => name !== '')
  return names.map((name) => {
    const isPath = /^\.{0,2}\//.test(name)
    return {
      source: isPath ? resolve(folder, name) : name,
      optional: listed[name]?.optional ?? false,
      settings: listed[name]?.settings ?? {},
    }
  })
}

const sqliteFile = (url: string, folder: string): string => {
  const path = url.slice('sqlite:'.length)
  return isAbsolute(path) ? path : resolve(folder, path)
}

function readValues(path: string, required: boolean): Values {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (!required && (error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw new BootError(`cannot read the configuration ${path}`, { cause: error })
  }
  try {
    const values: unknown = JSON.parse(text)
    if (typeof values !== 'object' || values === null || Array.isArray(values)) throw new TypeError('an object is expected')
    return values as Values
  } catch (error) {
    throw new BootError(`${path} is no JSON: ${(error as Error).message}`, { cause: error })
  }
}

/**
 * Reads `liaison.config.json` (or what `LIAISON_CONFIG` names) and the environment.
 * @throws BootError with every wrong place: its path, what was expected, what was found
 */
export function readConfiguration(environment: Environment = process.env, workingFolder = process.cwd()): Configuration {
  const path = resolve(workingFolder, environment['LIAISON_CONFIG'] ?? 'liaison.config.json')
  const folder = dirname(path)
  const values = readValues(path, environment['LIAISON_CONFIG'] !== undefined)
  const origins = override(values, environment)
  const ajv = new Ajv({ strict: true, allErrors: true, useDefaults: true, verbose: true, allowUnionTypes: true })
  const check = ajv.compile<ConfigurationFile>(ConfigurationFile)
  if (!check(values)) {
    const lines = check.errors!.map((error) => {
      const member = error.instancePath.slice(1).split('/')[0]!
      const origin = origins.get(member)
      if (secretMembers.has(member)) return `${origin ?? member}: ${error.message ?? error.keyword}`
      return placeOf(origin === undefined ? error : { ...error, instancePath: `/${origin}` })
    })
    throw new BootError(`the configuration is wrong:\n  ${[...new Set(lines)].join('\n  ')}`)
  }
  const data = resolve(folder, values.data!)
  const { databaseUrl } = values
  return {
    name: values.name!,
    host: values.host!,
    port: values.port!,
    data,
    databaseUrl:
      databaseUrl === undefined
        ? resolve(data, 'liaison.sqlite')
        : databaseUrl.startsWith('sqlite:')
          ? sqliteFile(databaseUrl, folder)
          : databaseUrl,
    publicUrl: values.publicUrl?.replace(/\/$/, ''),
    secret: values.secret,
    ...(values.encryptionKeys !== undefined && { encryptionKeys: values.encryptionKeys }),
    trustProxy: values.trustProxy!,
    rateLimit: values.rateLimit!,
    logLevel: values.logLevel!,
    demo: values.demo!,
    demoPassword: values.demoPassword,
    rooms: values.rooms!,
    plugins: pluginsOf(values, environment, folder),
    folder,
  }
}
