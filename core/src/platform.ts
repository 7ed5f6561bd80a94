import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import type { Clock } from '@liaison/sdk/server'
import type { FastifyInstance } from 'fastify'
import { builtInRooms } from './built-in-rooms.ts'
import { type Floors, startFloors } from './floors.ts'
import { addHealthRoutes } from './health/health-routes.ts'
import { createMetrics, type Metrics } from './health/metrics.ts'
import { createHttp } from './http/create-http.ts'
import { pageHeaders } from './http/security-headers.ts'
import { sessions, type Sessions } from './http/sessions.ts'
import { views } from './http/views.ts'
import { BootError } from './kernel/boot-error.ts'
import type { Configuration } from './kernel/configuration.ts'
import { discover } from './kernel/discovery.ts'
import type { FoundPlugin, LeftOut } from './kernel/kernel.ts'
import { createLogger, type RootLogger } from './kernel/logger.ts'
import { readSecret } from './kernel/secret.ts'
import type { Pages } from './pages/create-pages.ts'

export interface PlatformOptions {
  readonly configuration: Configuration
  /** Plugins at hand, beside those that the configuration names */
  readonly plugins?: readonly FoundPlugin[]
  readonly clock?: Clock
  readonly logger?: RootLogger
  /** Serve the shell and the web parts; default true */
  readonly pages?: boolean
  /** Serve the sources of the pages through Vite, with reload */
  readonly development?: boolean
  /** Another way in beside the auth room's, for tests */
  sessions?(own: Sessions): Sessions
  /** Tells whoever started us what takes time; default: the log */
  say?(line: string): void
}

export interface Platform extends Floors {
  readonly app: FastifyInstance
  readonly logger: RootLogger
  /** Optional plugins that failed, with why */
  readonly leftOut: readonly LeftOut[]
  /** Opens the port. @returns the address that it listens on */
  listen(): Promise<string>
  /** Stops accepting, lets requests and sockets finish (10 s at most), keeps what waits, closes. */
  stop(): Promise<void>
}

/** What may still be going on gets so long, in ms. */
const patience = 10_000

/** Brings the floors up in order. @throws BootError; nothing is left open then */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const { configuration, clock = { now: () => new Date() } } = options
  const logger = options.logger ?? createLogger(configuration.logLevel)
  const leftOut: LeftOut[] = []
  const found = await discover(configuration.plugins, configuration.folder, leftOut)
  const late: { pages?: Pages } = {}
  const floors = await startFloors({
    configuration,
    clock,
    logger,
    secret: readSecret(configuration),
    version: versionOf(),
    plugins: [...builtInRooms(configuration.rooms), ...found, ...(options.plugins ?? [])],
    webParts: { urlOf: (pluginId) => late.pages?.urlOf(pluginId) },
  })
  try {
    if (options.pages !== false) late.pages = await pagesOf(floors, options, options.say ?? ((line) => logger.info({}, line)))
    for (const { id, reason } of [...leftOut, ...floors.kernel.leftOut])
      logger.warn({ plugin: id, reason }, 'started without an optional plugin')
    const signIn = floors.kernel.get(sessions)
    return serve(floors, {
      configuration,
      logger,
      signIn: options.sessions?.(signIn) ?? signIn,
      pages: late.pages,
      leftOut: [...leftOut, ...floors.kernel.leftOut],
    })
  } catch (error) {
    await floors.realtime.close()
    await floors.stop()
    throw error
  }
}

const versionOf = (): string =>
  (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version

async function pagesOf(
  { kernel }: Floors,
  { configuration, development = false }: PlatformOptions,
  say: (line: string) => void,
): Promise<Pages> {
  const { createPages } = await import('./pages/create-pages.ts')
  return createPages({ plugins: kernel.plugins, dataFolder: configuration.data, say, development })
}

interface Served {
  readonly configuration: Configuration
  readonly logger: RootLogger
  readonly signIn: Sessions
  readonly pages: Pages | undefined
  readonly leftOut: readonly LeftOut[]
}

function serve(floors: Floors, { configuration, logger, signIn, pages, leftOut }: Served): Platform {
  const { kernel, db, access, realtime, dispatcher, outbox } = floors
  let isReady = false
  let stopping: Promise<void> | undefined
  const metrics: Metrics = createMetrics({
    connections: () => realtime.connections,
    counted: () => realtime.counted,
    outboxLag: () => outbox.lagSeconds(),
  })
  const { name, publicUrl, trustProxy, rateLimit } = configuration
  const { app } = createHttp({
    kernel,
    dispatcher,
    sessions: signIn,
    views: floors.kernel.get(views),
    accessOf: (personId) => access.get(personId),
    logger: logger.named('http'),
    name,
    version: versionOf(),
    publicUrl,
    trustProxy,
    rateLimit,
    finished: metrics.finished,
  })
  addHealthRoutes(app, { db, metrics, isReady: () => isReady })
  if (pages !== undefined) addPages(app, pages, publicUrl)
  realtime.serve({ server: app.server, dispatcher, sessions: signIn, views: floors.kernel.get(views) })

  const stop = async (): Promise<void> => {
    isReady = false
    const late = setTimeout(() => app.server.closeAllConnections(), patience)
    // Who was busy when the door closed keeps the connection alive afterwards.
    const idle = setInterval(() => app.server.closeIdleConnections(), 50)
    await Promise.all([app.close(), realtime.close()])
    clearTimeout(late)
    clearInterval(idle)
    await floors.stop()
  }
  return {
    ...floors,
    app,
    logger,
    leftOut,
    async listen() {
      await app.listen({ host: configuration.host, port: configuration.port }).catch((error: unknown) => {
        throw new BootError(`cannot listen on ${configuration.host}:${configuration.port}`, { cause: error })
      })
      isReady = true
      const { port } = app.server.address() as AddressInfo
      return publicUrl ?? `http://localhost:${port}`
    },
    stop: () => (stopping ??= stop()),
  }
}

function addPages(app: FastifyInstance, pages: Pages, publicUrl: string | undefined): void {
  const headers = pageHeaders(publicUrl?.startsWith('https:') === true)
  void app.register(async (scope) => {
    scope.addHook('onRequest', (_request, reply, next) => {
      reply.headers(headers)
      next()
    })
    pages.register(scope)
  })
}
