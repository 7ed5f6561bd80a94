import { type AnyEntity, type Clock, clock as clockToken, presence, rollOut } from '@liaison/sdk/server'
import { type AccessCache, createAccessCache } from './access/access-cache.ts'
import { createAccessLoader } from './access/access-loader.ts'
import { declaredPermissions } from './access-administration/declared-permissions.ts'
import { createAppendCheck } from './access/append-check.ts'
import { createMemberships, type Memberships } from './access/memberships.ts'
import { accessMigrations } from './access/shares.ts'
import type { Database } from './data/database.ts'
import { checkTables, migrate } from './data/migrations.ts'
import { sealStored } from './data/seal-stored.ts'
import { openDatabase } from './data/open-database.ts'
import { claim } from './data/sole-process.ts'
import { type Outbox, startOutbox } from './data/outbox.ts'
import { outboxListeners } from './http/outbox-listeners.ts'
import { createDispatcher, type OwnedDispatcher } from './http/create-dispatcher.ts'
import { jobRunner } from './jobs/job-runner.ts'
import { BootError } from './kernel/boot-error.ts'
import type { Configuration } from './kernel/configuration.ts'
import { createKernel, type OwnedKernel } from './kernel/create-kernel.ts'
import type { FoundPlugin } from './kernel/kernel.ts'
import type { RootLogger } from './kernel/logger.ts'
import { keyRing } from './kernel/secret.ts'
import { uuidSource } from './kernel/uuid.ts'
import type { WebParts } from './pages/web-parts.ts'
import { webParts } from './pages/web-parts.ts'
import { createRealtime, type RealtimeServer } from './realtime/create-realtime.ts'
import { createRollOut, type RollOutService } from './roll-out/roll-out-service.ts'
import { UseCounter, useCounter } from './roll-out/use-counter.ts'
import { createTickets, tickets } from './realtime/tickets.ts'
import { realtime as realtimeToken } from './realtime/token.ts'
import { sealTextsAnew } from './sensitive/sealed-texts.ts'
import { compiledAccess, database, dispatcher as dispatcherToken, installation, kernel as kernelToken } from './rooms/floors.ts'

export interface FloorOptions {
  readonly configuration: Configuration
  readonly secret: string
  readonly version: string
  readonly plugins: readonly FoundPlugin[]
  readonly logger: RootLogger
  readonly clock: Clock
  /** Known once the pages are built */
  readonly webParts: WebParts
}

/** One process to an SQLite file; a PostgreSQL is shared. @returns gives it up */
function claimDatabase(url: string): () => void {
  if (/^postgres(ql)?:/.test(url)) return () => undefined
  try {
    return claim(url)
  } catch (error) {
    throw cannotOpen(url, error)
  }
}

const cannotOpen = (url: string, cause: unknown): BootError =>
  new BootError(`the database ${withoutSecret(url)} cannot be opened`, { cause })
const withoutSecret = (url: string): string => url.replace(/(:\/\/[^/@]*?):[^/]*@/, '$1@').replace(/\?.*$/, '')

/** Migrates, and compares with what the entities declare. What an optional plugin fails at ends that plugin's start alone. */
async function prepareTables(db: Database, kernel: OwnedKernel): Promise<void> {
  const plugins = [...kernel.plugins.values()].map(({ definition: { id, migrations = [], entities = [] }, optional = false }) => ({
    ...{ id, migrations, entities: entities as readonly AnyEntity[] },
    ...(optional && { failed: (error: unknown) => kernel.fail(id, error) }),
  }))
  try {
    await migrate(db, [{ id: 'core.access', migrations: accessMigrations }, ...plugins])
    for (const { entities, failed } of plugins) {
      const checked = checkTables(db, entities).then(() => sealStored(db, entities))
      await (failed === undefined ? checked : checked.catch(failed))
    }
  } catch (error) {
    throw new BootError((error as Error).message, { cause: error })
  }
}

/** The floors below HTTP, up and running. */
export interface Floors {
  readonly kernel: OwnedKernel
  readonly db: Database
  readonly access: AccessCache
  readonly memberships: Memberships
  readonly realtime: RealtimeServer
  readonly dispatcher: OwnedDispatcher
  readonly outbox: Outbox
  readonly clock: Clock
  /** The realtime floor is closed before, with the server. */
  stop(): Promise<void>
}

/**
 * Orders and checks the plugins, opens the database, brings its tables up to date, and sets the plugins up.
 * @throws BootError; what was opened is closed
 */
export async function startFloors(options: FloorOptions): Promise<Floors> {
  const { configuration, secret, logger, clock } = options
  const now = () => clock.now()
  // ids keep the real time's order, whatever the clock of an import or a test says
  const newId = uuidSource(Date.now)
  const late: { dispatcher?: OwnedDispatcher; realtime?: RealtimeServer; rollOut?: RollOutService } = {}
  const ready = (): OwnedDispatcher => {
    if (late.dispatcher === undefined) throw new Error('the dispatcher is asked for before the floors stand')
    return late.dispatcher
  }
  const kernel = createKernel({
    plugins: options.plugins,
    logger: (id) => logger.named(id),
    now,
    asSystem: (plugin, reason, job) => ready().asSystem(plugin, reason, job),
    publish: (topic, event, data) => late.realtime?.publish(topic, event, data),
    isOffFor: (plugin, personId) => late.rollOut?.isOffFor(plugin, personId) ?? false,
  })
  const definitions = [...kernel.plugins.values()].map(({ definition }) => definition)
  const entities: AnyEntity[] = definitions.flatMap((definition) => (definition.entities ?? []) as AnyEntity[])
  const url = configuration.databaseUrl
  const release = claimDatabase(url)
  const ring = keyRing(configuration.encryptionKeys, secret)
  const db = await openDatabase({ url, entities, auditKey: secret, sensitiveKeys: ring, clock, newId, log: logger.named('data') }).catch(
    (error: unknown) => {
      release()
      throw cannotOpen(url, error)
    },
  )
  try {
    await prepareTables(db, kernel)
    await sealTextsAnew(db, ring)
    const declared = declaredPermissions(kernel)
    const access = createAccessCache({ db, load: createAccessLoader(db, now, (permission) => declared.get(permission)?.scopes), now })
    late.rollOut = createRollOut(kernel, access)
    const use = new UseCounter({ db, now, log: logger.named('modules') })
    const memberships = createMemberships({ db, entities })
    const appendCheck = createAppendCheck({ db, memberships, entities: new Map(entities.map((entity) => [entity.table, entity])), now })
    const office = createTickets({ db, clock })
    const realtime = createRealtime({
      kernel,
      db,
      tickets: office,
      clock,
      logger: logger.named('realtime'),
      newId,
      access,
      memberships,
      publicUrl: configuration.publicUrl,
      rateLimit: configuration.rateLimit === 'on',
    })
    const dispatcher = createDispatcher({
      kernel,
      db,
      memberships,
      appendCheck,
      now,
      newId,
      secret,
      publish: (topic, event, data) => realtime.publish(topic, event, data),
      used: use.used,
    })
    late.dispatcher = dispatcher
    late.realtime = realtime

    kernel.offer(clockToken, () => clock)
    kernel.offer(presence, () => realtime)
    kernel.offer(database, () => db)
    kernel.offer(kernelToken, () => kernel)
    kernel.offer(dispatcherToken, () => dispatcher)
    kernel.offer(compiledAccess, () => access)
    kernel.offer(realtimeToken, () => realtime)
    kernel.offer(tickets, () => office)
    kernel.offer(rollOut, () => late.rollOut!)
    kernel.offer(useCounter, () => use)
    kernel.offer(webParts, () => options.webParts)
    const { name, publicUrl, data: dataFolder } = configuration
    kernel.offer(installation, () => ({ name, version: options.version, publicUrl, secret, keyRing: ring, dataFolder }))
    await kernel.setUp()
    const topics = definitions.flatMap((definition) => definition.topics ?? [])
    const outbox = await startOutbox({ db, listeners: outboxListeners(kernel, dispatcher), topics, clock, log: logger.named('outbox') })
    return {
      kernel,
      db,
      access,
      memberships,
      realtime,
      dispatcher,
      outbox,
      clock,
      async stop() {
        await outbox.stop()
        await kernel.find(jobRunner)?.stop()
        await kernel.stop()
        memberships.close()
        access.close()
        await db.close()
        release()
      },
    }
  } catch (error) {
    await db.close()
    release()
    throw error
  }
}
