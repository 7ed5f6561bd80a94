import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type PersonSummary, scopes, type Scope } from '@liaison/sdk'
import { people } from '@liaison/sdk/server'
import type { Access } from '../src/access/access.ts'
import { createAccessCache } from '../src/access/access-cache.ts'
import { createAppendCheck } from '../src/access/append-check.ts'
import { createMemberships } from '../src/access/memberships.ts'
import { accessMigrations } from '../src/access/shares.ts'
import type { Database } from '../src/data/database.ts'
import { createDispatcher } from '../src/http/create-dispatcher.ts'
import type { Session } from '../src/http/sessions.ts'
import { createKernel } from '../src/kernel/create-kernel.ts'
import { createRealtime } from '../src/realtime/create-realtime.ts'
import { createRealtimeRoom } from '../src/realtime/plugin.ts'
import { createTickets, tickets } from '../src/realtime/tickets.ts'
import { type TestSetup, testIds } from './database.ts'
import { createTalkPlugin, Line, Member, Note, Room } from './realtime-sample.ts'

export const realtimeSetup: TestSetup = {
  entities: [Room, Member, Line, Note],
  plugins: [
    { id: 'access', migrations: accessMigrations },
    { id: 'realtime', migrations: createRealtimeRoom().migrations ?? [] },
    { id: 'talk', migrations: createTalkPlugin().migrations ?? [] },
  ],
}

/** What several processes of one installation share beside the database. */
export interface Installation {
  /** Scope of every permission of the sample, by person */
  readonly rights: Map<string, Scope>
  readonly outside: Set<string>
  /** Sessions that have ended; a session's id and its secret are the same: `<person id>` */
  readonly ended: Set<string>
  readonly projects: Map<string, ReadonlySet<string>>
}
export const anInstallation = (): Installation => ({ rights: new Map(), outside: new Set(), ended: new Set(), projects: new Map() })

export type RealtimeHost = Awaited<ReturnType<typeof startRealtimeHost>>

/** The real floors on a port of their own, with a simple sign-in: bearer token, cookie and session id are the person's id. */
export async function startRealtimeHost(
  db: Database,
  installation: Installation,
  options: { clock?: { now(): Date }; publicUrl?: string; rateLimit?: boolean } = {},
) {
  const newId = testIds()
  const clock = options.clock ?? { now: () => new Date() }
  const errors: { facts: object; message: string }[] = []
  const logger = { info() {}, warn() {}, error: (facts: object, message: string) => void errors.push({ facts, message }) }
  const access = createAccessCache({ db, now: () => clock.now(), load: async (personId) => accessOf(installation, personId) })
  const memberships = createMemberships({ db, entities: realtimeSetup.entities })
  const entities = new Map(realtimeSetup.entities.map((entity) => [entity.table, entity]))
  const kernel = createKernel({
    plugins: [
      { definition: createRealtimeRoom(), builtIn: true },
      { definition: createTalkPlugin(), builtIn: false },
    ],
    logger: () => logger,
    now: () => clock.now(),
    asSystem: (plugin, reason, job) => dispatcher.asSystem(plugin, reason, job),
  })
  const office = createTickets({ db, clock })
  kernel.offer(tickets, () => office)
  kernel.offer(people, () => peopleOf(installation))
  const realtime = createRealtime({
    kernel,
    db,
    tickets: office,
    clock,
    logger,
    newId,
    access,
    memberships,
    presenceGraceMs: 0,
    ...options,
  })
  const dispatcher = createDispatcher({
    kernel,
    db,
    now: () => clock.now(),
    newId,
    secret: 'a secret for the tests',
    publish: (topic, event, data) => realtime.publish(topic, event, data),
    memberships,
    appendCheck: createAppendCheck({ db, memberships, entities, now: () => clock.now() }),
  })
  await kernel.setUp()
  const server = createServer((_request, response) => response.writeHead(404).end())
  const find = (secret: string | undefined): Session | undefined => {
    if (secret === undefined || !installation.rights.has(secret) || installation.ended.has(secret)) return undefined
    return { id: secret, personId: secret, isLive: () => !installation.ended.has(secret) }
  }
  realtime.serve({ server, dispatcher, sessions: { find: ({ bearer, cookie }) => find(bearer ?? cookie), byId: find } })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  const write = <T>(job: Parameters<typeof db.write<T>>[0]) => db.write(job)
  return {
    address: `ws://127.0.0.1:${port}/api/realtime`,
    errors,
    realtime,
    dispatcher,
    kernel,
    newId,
    db,
    /** Somebody who may do everything within a scope, with the session of the same name */
    person(scope: Scope = 'all', { outside = false } = {}): string {
      const id = newId()
      installation.rights.set(id, scope)
      if (outside) installation.outside.add(id)
      return id
    },
    async setRights(personId: string, scope: Scope | undefined): Promise<void> {
      if (scope === undefined) installation.rights.delete(personId)
      else installation.rights.set(personId, scope)
      await write(async (unit) => access.changed(unit, personId))
    },
    async room(...members: string[]): Promise<string> {
      const id = newId()
      const now = clock.now()
      await write(async (unit) => {
        unit.attribute(null, 'test')
        unit.em.create(Room.schema, { id, createdAt: now, updatedAt: now, version: 1, lastSeq: 0, lastNo: 0, lastAt: null } as never)
        await unit.em.flush()
      })
      for (const personId of members) await this.enter(id, personId)
      return id
    },
    async note(ownerId: string): Promise<string> {
      const id = newId()
      await db.write(async (unit) => {
        unit.attribute(null, 'test')
        const now = clock.now()
        unit.em.create(Note.schema, { id, createdAt: now, updatedAt: now, version: 1, ownerId } as never)
        await unit.em.flush()
      })
      return id
    },
    async giveNote(id: string, ownerId: string): Promise<void> {
      await db.write((unit) => unit.em.nativeUpdate(Note.schema, { id }, { ownerId } as never))
    },
    async enter(roomId: string, personId: string): Promise<void> {
      await write(async (unit) => {
        const now = clock.now()
        const row = { id: newId(), createdAt: now, updatedAt: now, version: 1, roomId, personId, readSeq: 0, readNo: 0, readAt: null }
        unit.attribute(null, 'test')
        unit.em.create(Member.schema, row as never)
        await unit.em.flush()
        memberships.written(unit, Member.table, [row])
      })
    },
    async leave(roomId: string, personId: string): Promise<void> {
      await write(async (unit) => {
        await unit.em.nativeDelete(Member.schema, { roomId, personId } as never)
        memberships.written(unit, Member.table, [{ roomId, personId }])
      })
    },
    async stop(): Promise<void> {
      await realtime.close()
      server.closeAllConnections()
      await new Promise<void>((resolve) => void server.close(() => resolve()))
      await kernel.stop()
      memberships.close()
      access.close()
    },
  }
}

function accessOf({ rights, outside }: Installation, personId: string): Access | undefined {
  const scope = rights.get(personId)
  if (scope === undefined) return undefined
  const grant = { rank: scopes.indexOf(scope), own: true as const, projects: [], departments: [] }
  const grants = new Map(scope === 'none' ? [] : ['talk.read', 'talk.say'].map((key) => [key, grant]))
  return { personId, external: outside.has(personId), grants, subjects: [personId], off: undefined, until: undefined }
}

const peopleOf = ({ rights, projects, outside }: Installation) => ({
  find: (id: string): PersonSummary | undefined =>
    rights.has(id) ? { id, name: id, kind: outside.has(id) ? 'external' : 'internal', affiliation: null, disabled: false } : undefined,
  named: () => [],
  ofProject: (id: string) => projects.get(id) ?? new Set<string>(),
  projectsOf: (personId: string) => [...projects].flatMap(([id, members]) => (members.has(personId) ? [id] : [])),
  departmentsOf: () => [],
})
