import { invalidInput, type Page, type PersonSummary, staleVersion } from '@liaison/sdk'
import type { ModuleChange, ModuleEntry, ModuleStage, RollOutForecast, RollOutStep } from '@liaison/sdk/platform'
import { unitOf } from '../rooms/unit-of.ts'
import { entryOf, readBoard, type RollOutRooms, type RollOutWork, stepsOf, targetOf } from './board-service.ts'
import { type Rollable, rollable } from './modules.ts'
import { onFor, reachOfSteps, type Steps } from './reach.ts'
import { type RollOutChangeRow, RollOutChangeEntity, RollOutEntity, type RollOutRow } from './roll-out-entities.ts'
import { settleInstant, settleSteps } from './step-input.ts'

export interface ModuleWish {
  readonly stage?: ModuleStage
  readonly ownerId?: string | null
  readonly goLiveAt?: string | null
  readonly steps?: readonly RollOutStep[] | null
  readonly dryRun?: boolean
}
/** What is stored of a roll-out. */
type Values = Pick<RollOutRow, 'stage' | 'ownerId' | 'goLiveAt' | 'steps'>

interface Ready {
  readonly one: Rollable
  readonly before: RollOutRow | undefined
  readonly after: Values
  readonly changed: readonly (keyof Values)[]
  readonly forecast: RollOutForecast
  readonly entry: (version: number) => ModuleEntry
}
/** People named in a forecast, of each kind */
const mostNamed = 12

/** Judges a wish and reckons what comes of it, outside the unit. @throws notFound (404), invalidInput (400) */
export async function prepareChange(work: RollOutWork, rooms: RollOutRooms, key: string, wish: ModuleWish): Promise<Ready> {
  const one = rollable(rooms.kernel, key)
  const after = await wished(rooms, wish)
  const board = await readBoard(work, rooms)
  const before = board.rows.get(key)
  const values: Values = { ...valuesOf(before), ...after }
  const next = { ...board, rows: new Map(board.rows).set(key, { ...before, ...values } as RollOutRow) }
  const now = work.now.getTime()
  const had = onFor(board.people, targetOf(board, one), now)
  const has = onFor(next.people, targetOf(next, one), now)
  const gaining = [...has].filter((id) => !had.has(id))
  const losing = [...had].filter((id) => !has.has(id))
  return {
    ...{ one, before, after: values },
    changed: names.filter((name) => String(valuesOf(before)[name]) !== String(values[name])),
    entry: (version) => ({ ...entryOf(next, rooms, one), version }),
    forecast: {
      ...{ people: has.size, of: board.people.length, gains: gaining.length, loses: losing.length },
      stepReach: reachOfSteps(board.people, targetOf(next, one)),
      gaining: [...rooms.directory.named(gaining.slice(0, mostNamed))],
      losing: [...rooms.directory.named(losing.slice(0, mostNamed))],
    },
  }
}

/**
 * Stores it, with who did it, and drops everybody's compiled access on all servers with the commit.
 * @throws staleVersion (412), conflict (409) when somebody else was the first to change it
 */
export async function applyChange(
  work: RollOutWork,
  { access }: RollOutRooms,
  { one, before, after, changed, entry }: Ready,
  expectedVersion: number | undefined,
): Promise<ModuleEntry> {
  if (expectedVersion !== undefined && expectedVersion !== (before?.version ?? 0)) throw staleVersion({ version: before?.version ?? 0 })
  if (changed.length === 0) return entry(before?.version ?? 0)
  const rows = work.rows.of(RollOutEntity)
  // what was reckoned with is what is changed
  const stored =
    before === undefined
      ? await rows.create({ ruleKey: one.key, ...after })
      : await rows.change(before.id, after, { version: before.version })
  await work.rows.of(RollOutChangeEntity).create({ ...after, ruleKey: one.key, actorId: work.actor.id, changed: changed.join() })
  if (changed.includes('steps')) access.changed(unitOf(work), '*')
  return entry(stored.version)
}

/** @throws notFound (404) */
export async function listChanges(
  work: RollOutWork,
  { kernel, directory }: RollOutRooms,
  key: string,
  page: { limit?: number; cursor?: string },
): Promise<Page<ModuleChange>> {
  rollable(kernel, key)
  const where = { ruleKey: key }
  const { items, next } = await work.rows.of(RollOutChangeEntity).list({ ...page, where, order: { by: 'id', descending: true } })
  const person = (id: string | null) => (id === null ? null : (directory.find(id) ?? null))
  const shown = (row: RollOutChangeRow): ModuleChange => ({
    id: row.id,
    by: person(row.actorId),
    at: row.createdAt.toISOString(),
    stage: row.stage,
    owner: person(row.ownerId),
    goLiveAt: row.goLiveAt?.toISOString() ?? null,
    steps: mutable(stepsOf(row)),
    changed: row.changed.split(',') as ModuleChange['changed'],
  })
  return { items: items.map(shown), next }
}

const names = ['stage', 'ownerId', 'goLiveAt', 'steps'] as const
const mutable = (steps: Steps) => (steps === null ? null : [...steps])

const valuesOf = (row: RollOutRow | undefined): Values => ({
  stage: row?.stage ?? 'done',
  ownerId: row?.ownerId ?? null,
  goLiveAt: row?.goLiveAt ?? null,
  steps: row?.steps ?? null,
})

const mayOwn = (person: PersonSummary | undefined): boolean => person !== undefined && !person.disabled && person.kind === 'internal'

async function wished(rooms: RollOutRooms, { stage, ownerId, goLiveAt, steps }: ModuleWish): Promise<Partial<Values>> {
  if (typeof ownerId === 'string' && !mayOwn(rooms.directory.find(ownerId)))
    throw invalidInput({ errors: [{ pointer: '/body/ownerId', message: 'names nobody inside the company' }] })
  return {
    ...(stage !== undefined && { stage }),
    ...(ownerId !== undefined && { ownerId }),
    ...(goLiveAt !== undefined && { goLiveAt: settleInstant(goLiveAt, '/body/goLiveAt') }),
    ...(steps !== undefined && { steps: steps === null ? null : JSON.stringify(await settleSteps(rooms, steps)) }),
  }
}
