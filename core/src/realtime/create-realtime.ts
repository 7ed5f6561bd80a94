import type { Server } from 'node:http'
import { type Event, notFound } from '@liaison/sdk'
import type { Clock, Logger } from '@liaison/sdk/server'
import type { Access } from '../access/access.ts'
import type { AccessCache } from '../access/access-cache.ts'
import type { Memberships } from '../access/memberships.ts'
import type { Database } from '../data/database.ts'
import type { Dispatcher } from '../http/dispatcher.ts'
import { isOff } from '../http/judgement.ts'
import { ProblemTitles } from '../http/problem-document.ts'
import type { Sessions } from '../http/sessions.ts'
import type { Views } from '../http/views.ts'
import type { Kernel } from '../kernel/kernel.ts'
import type { Bus } from './bus.ts'
import type { SharedContext } from './connection-context.ts'
import { presenceChanged } from './contract.ts'
import { declaredTopics, eventOwners, personTopicName } from './declared-topics.ts'
import { createFailures } from './failures.ts'
import { Hub } from './hub.ts'
import { createInProcessBus } from './in-process-bus.ts'
import { LogFeed } from './log-feed.ts'
import { createPostgresqlBus } from './postgresql-bus.ts'
import { tellPerson } from './personal-events.ts'
import { PresenceBoard } from './presence-board.ts'
import { tooManySubscriptions } from './realtime-problems.ts'
import type { Realtime } from './realtime.ts'
import { createReplay } from './replay.ts'
import { RightsWatch } from './rights-watch.ts'
import { Sockets } from './sockets.ts'
import { Subscriptions } from './subscriptions.ts'
import type { Tickets } from './tickets.ts'
import { createTopicGuard } from './topic-guard.ts'

export interface RealtimeOptions {
  readonly kernel: Kernel
  readonly db: Database
  readonly tickets: Tickets
  readonly clock: Clock
  readonly logger: Logger
  newId(): string
  readonly access: Pick<AccessCache, 'get' | 'onChange'>
  readonly memberships: Pick<Memberships, 'onChange'>
  /** Where browsers reach the platform when a proxy stands before it */
  readonly publicUrl?: string | undefined
  /** false: `LIAISON_RATE_LIMIT=off` */
  readonly rateLimit?: boolean
  /** How long somebody without a socket counts as there, in ms; default 5 s */
  readonly presenceGraceMs?: number
  /** Another way to the other processes; default: by the database */
  readonly bus?: Bus
}

/** The sockets of one process. Publishing works at once; sockets are let in when the dispatcher is there. */
export interface RealtimeServer extends Realtime {
  /** Begins to answer `GET /api/realtime`. Other upgrades are left to who else listens for them; when nobody does, they are 404. */
  serve(doors: {
    readonly server: Server
    readonly dispatcher: Dispatcher
    readonly sessions: Sessions
    /** Who views as whom; without them nobody does over a socket */
    readonly views?: Views
  }): void
  /** Sends what waits, lets calls finish, closes the sockets with 1012. Before the database is closed. */
  close(): Promise<void>
  /** For the metrics page: since the start */
  readonly counted: { readonly events: number; readonly writes: number; readonly dropped: number }
}

export const realtimePath = '/api/realtime'
const ownTopic = `${personTopicName}:`

/** Builds the sockets floor over the data, access and dispatcher floors. */
export function createRealtime(options: RealtimeOptions): RealtimeServer {
  const { kernel, db, logger, clock } = options
  const processId = options.newId()
  const bus = options.bus ?? (db.dialect === 'postgresql' ? createPostgresqlBus({ db, processId, logger }) : createInProcessBus())
  const hub = new Hub()
  const replay = createReplay(db)
  const topics = declaredTopics(kernel)
  const owners = eventOwners(kernel)
  const feed = new LogFeed({ hub, replay, topics, logger })
  const failures = createFailures({ titles: new ProblemTitles(kernel, [tooManySubscriptions]), logger, newId: () => options.newId() })
  let sockets: Sockets | undefined
  let closed: Promise<void> | undefined

  const deliver = (topicName: string, eventName: string, json: () => string): void => {
    const topic = hub.find(topicName)
    if (topic === undefined || topic.outlets.size === 0) return
    const text = `${topic.prefix}"name":"${eventName}","data":${json()}}`
    const module = topicName.startsWith(ownTopic) ? owners.get(eventName) : undefined
    if (module === undefined) return hub.publish(topic, text)
    // a module that is off for a person tells him nothing, either
    const personId = topicName.slice(ownTopic.length)
    const tell = (access: Access | undefined): void => {
      if (access !== undefined && !isOff(access, module)) tellPerson(hub, topic, { text, module, sockets: sockets?.of(personId) ?? [] })
    }
    const access = options.access.get(personId)
    if (!(access instanceof Promise)) return tell(access)
    access.then(tell).catch((error: unknown) => logger.error({ err: error, event: eventName }, 'an event could not be told'))
  }
  const publish = (topicName: string, event: Event, data: unknown): void => {
    const serialise = topics.get(topicName.slice(0, topicName.indexOf(':')))?.serialisers.get(event.name)
    if (serialise === undefined) return logger.error({ topic: topicName, event: event.name }, 'a topic does not declare this event')
    let text: string | undefined
    const json = (): string => (text ??= serialise(data))
    try {
      deliver(topicName, event.name, json)
      if (db.dialect === 'postgresql' || options.bus) bus.send({ kind: 'event', topic: topicName, event: event.name, data: json() })
    } catch (error) {
      // It runs after a commit that must not be disturbed.
      logger.error({ err: error, topic: topicName, event: event.name }, 'an event could not be told')
    }
  }
  const presence = new PresenceBoard({
    bus,
    graceMs: options.presenceGraceMs ?? 5_000,
    // Every process hears who came and went, and tells its own sockets.
    changed: (personId, online) => deliver(`presence:${personId}`, presenceChanged.name, () => JSON.stringify({ personId, online })),
  })
  const cut = ({ sessionId, personId }: { sessionId?: string; personId?: string }): void => {
    for (const connection of sockets?.of(personId) ?? []) {
      if (sessionId === undefined || connection.session.id === sessionId) connection.end()
    }
  }
  bus.onMessage((message) => {
    if (message.kind === 'event') deliver(message.topic, message.event, () => message.data)
    else if (message.kind === 'disconnect') cut(message)
  })
  bus.onLost(() => feed.fillAll())
  db.onAppended(feed.appended)
  db.onBurst(hub.flush)
  db.onSync(hub.whileSyncing)

  const build = (dispatcher: Dispatcher, sessions: Sessions, views: Views | undefined): Sockets => {
    const guard = createTopicGuard(dispatcher)
    const subscriptions = new Subscriptions({ hub, feed, replay, guard, topics, logger })
    const context: SharedContext = {
      hub,
      subscriptions,
      dispatcher,
      clock,
      logger,
      failures,
      newId: options.newId,
      accessOf: (personId) => options.access.get(personId),
      isAppend: (operationId) => 'log' in (kernel.bound.get(operationId)?.binding.handler ?? {}),
      serialise: (operationId, body) =>
        body === undefined ? undefined : dispatcher.serialise(kernel.bound.get(operationId)!.binding.operation, body),
    }
    const built = new Sockets({
      context,
      doorkeeper: {
        sessions,
        views,
        tickets: options.tickets,
        publicOrigin: options.publicUrl === undefined ? undefined : new URL(options.publicUrl).origin,
      },
      limited: options.rateLimit ?? true,
      came: (personId) => presence.arrived(personId),
      left: (personId) => presence.left(personId),
    })
    watch = new RightsWatch({ sockets: built, views, topics, logger, access: options.access, memberships: options.memberships })
    return built
  }
  let watch: RightsWatch | undefined

  return {
    publish,
    disconnect(who) {
      cut(who)
      bus.send({ kind: 'disconnect', ...who })
    },
    isOnline: (personId) => presence.isOnline(personId),
    get connections() {
      return sockets?.size ?? 0
    },
    counted: hub.counted,
    serve({ server, dispatcher, sessions, views }) {
      const opened = (sockets = build(dispatcher, sessions, views))
      server.on('upgrade', (request, stream, head) => {
        if (request.url?.split('?')[0] === realtimePath) opened.upgrade(request, stream, head)
        else if (server.listenerCount('upgrade') === 1) opened.refuse(request, stream, notFound())
      })
    },
    close: () =>
      (closed ??= (async () => {
        watch?.close()
        await sockets?.close()
        presence.close()
        await bus.close()
      })()),
  }
}
