import { randomBytes } from 'node:crypto'
import type { AnyPlugin } from '@liaison/sdk/server'
import type { RequestOptions, TestHost, TestHostOptions, TestPerson, TestResponse } from '@liaison/sdk/testing'
import type { InjectOptions } from 'fastify'
import type { Configuration } from '../kernel/configuration.ts'
import { createLogger } from '../kernel/logger.ts'
import { type Platform, startPlatform } from '../platform.ts'
import { testPlace, type TestPlace } from './test-database.ts'
import { answeredToJob } from './test-jobs.ts'
import { TestRows } from './test-rows.ts'
import { bearerOf, sessionIdOf, withTestSessions } from './test-sessions.ts'
import { openSocket } from './test-socket.ts'
import { TestWorld } from './test-world.ts'

const instant = (at: string | Date): Date => {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) throw new Error(`"${String(at)}" is no instant`)
  return date
}

class TestClock {
  #at: Date | undefined
  now(): Date {
    return new Date(this.#at ?? Date.now())
  }
  set(at: string | Date): void {
    this.#at = instant(at)
  }
  advance(milliseconds: number): void {
    this.#at = new Date(this.now().getTime() + milliseconds)
  }
}

const configurationOf = (
  { folder, databaseUrl }: TestPlace,
  { logLevel = 'silent', rooms = {}, publicUrl }: CoreTestHostOptions,
): Configuration => ({
  name: 'Liaison',
  host: '127.0.0.1',
  port: 0,
  data: folder,
  databaseUrl,
  publicUrl,
  secret: randomBytes(32).toString('base64url'),
  trustProxy: false,
  rateLimit: 'off',
  logLevel,
  demo: false,
  demoPassword: undefined,
  rooms: Object.fromEntries(Object.entries(rooms).map(([id, settings]) => [id, { settings }])),
  plugins: [],
  folder,
})

export interface CoreTestHostOptions extends TestHostOptions {
  /** Where the installation says it is reached; default: nowhere */
  readonly publicUrl?: string
  /** Settings of the core's rooms, by id */
  readonly rooms?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/** The core's own tests may look behind the doors. */
export interface CoreTestHost extends TestHost {
  readonly platform: Platform
}

/** Boots the real platform with plugins at hand, on an empty database; behind `aHost` of `@liaison/sdk/testing`. */
export async function startTestHost(plugins: readonly AnyPlugin[], options: CoreTestHostOptions = {}): Promise<CoreTestHost> {
  const place = await testPlace(options.database ?? 'sqlite')
  const clock = new TestClock()
  if (options.now !== undefined) clock.set(options.now)
  const configuration = configurationOf(place, options)
  try {
    const platform = await startPlatform({
      configuration,
      clock,
      logger: createLogger(configuration.logLevel),
      pages: false,
      sessions: withTestSessions,
      plugins: plugins.map((definition) => ({ definition, builtIn: false, settings: options.settings?.[definition.id] })),
    })
    return hostOf(platform, clock, place)
  } catch (error) {
    await place.remove()
    throw error
  }
}

function hostOf(platform: Platform, clock: TestClock, place: TestPlace): CoreTestHost {
  const world = new TestWorld(platform)
  const rows = new TestRows(platform)
  let address: Promise<string> | undefined
  const listen = (): Promise<string> => (address ??= platform.listen())

  async function http(method: string, url: string, { body, headers = {} }: RequestOptions = {}): Promise<TestResponse> {
    const isText = typeof body === 'string'
    const response = await platform.app.inject({
      method: method as NonNullable<InjectOptions['method']>,
      url,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { payload: isText ? body : JSON.stringify(body) }),
    })
    const text = response.payload
    const isJson = /json/.test(String(response.headers['content-type'] ?? ''))
    return {
      status: response.statusCode,
      headers: response.headers as TestResponse['headers'],
      text,
      body: isJson && text !== '' ? (JSON.parse(text) as unknown) : undefined,
    }
  }

  return {
    platform,
    clock,
    http,
    listen,
    socket: async ({ headers = {}, viewAs } = {}) => openSocket(await listen(), headers, viewAs),
    byJob: (personId, operation, input) => answeredToJob(platform, personId, operation, input),
    publish: (topic, event, data) => platform.realtime.publish(topic, event, data),
    settled: () => platform.outbox.settled(),
    enable: (pluginId, enabled) => platform.kernel.enable(pluginId, enabled),
    get operations() {
      return [...platform.kernel.bound.keys()]
    },
    get plugins() {
      return [...platform.kernel.plugins.values()].map(({ definition }) => definition)
    },
    stored: (table) => rows.stored(table),
    store: (table, row) => rows.store(table, row),
    append: (table, row) => rows.append(table, row),
    department: (wanted) => world.department(wanted),
    project: (wanted) => world.project(wanted),
    async person(wanted = {}): Promise<TestPerson> {
      const { id, account, name } = await world.person(wanted)
      const authorization = `Bearer ${bearerOf(id)}`
      return {
        id,
        account,
        name,
        does: async (operation, ...[input]) =>
          platform.dispatcher.call(
            operation,
            { access: await platform.access.get(id), sessionId: sessionIdOf(id) },
            (input ?? {}) as never,
          ),
        http: (method, url, request = {}) => http(method, url, { ...request, headers: { authorization, ...request.headers } }),
        socket: async (viewAs) => openSocket(await listen(), { authorization }, viewAs),
      }
    },
    async stop() {
      await platform.stop()
      await place.remove()
    },
  }
}
