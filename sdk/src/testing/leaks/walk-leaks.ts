import { type AnyEntity, type AnyLog, type AnyPlugin, isLog } from '../../server/index.ts'
import type { TestHost } from '../test-host.ts'
import { Callers } from './leak-callers.ts'
import { aCast } from './leak-cast.ts'
import { doorsOf } from './leak-doors.ts'
import { type LeakFacts, LeakModel, type StoredRow } from './leak-model.ts'
import { thePlaces } from './leak-places.ts'
import { type CellKind, type Leak, LeakReport } from './leak-report.ts'
import { RowMaker } from './leak-rows.ts'
import type { LeakSamples } from './leak-samples.ts'
import { tryDoor } from './leak-walk.ts'
import type { Walked } from './walked.ts'
import { tryTopic } from './walk-topics.ts'

export interface LeakWalk {
  /** How many times an actor, a door and a row were compared with the model */
  readonly cells: number
  readonly counts: ReadonlyMap<CellKind, { readonly open: number; readonly shut: number }>
  readonly wrong: readonly Leak[]
  /** What the walk could not judge and nobody declared */
  readonly complaints: readonly string[]
  /** What the testing entries declare as not to be judged, with the reasons */
  readonly unjudged: readonly string[]
}

/**
 * Walks every operation and topic of everything that runs on the host — lists, items, searches, filters, counts, exports — as
 * everybody, about rows of every scope, and compares what each shows with a simple model of the rules. The host has to be
 * fresh; its matrix is as the plugins declare it.
 * @param samples - of every plugin that runs
 * @param of - ids of the plugins whose doors are tried; default: all
 */
export async function walkLeaks(host: TestHost, samples: readonly LeakSamples[], of?: readonly string[]): Promise<LeakWalk> {
  const byPlugin = new Map(samples.map((entry) => [entry.plugin, entry]))
  const plugins = host.plugins.filter(({ id }) => of === undefined || of.includes(id))
  const entities = entitiesOf(host.plugins)
  refuseUnsampled(entitiesOf(plugins), samples)
  const places = await thePlaces(host)
  const cast = await aCast(host, places)
  const texts = await new RowMaker(host, cast, places, samples).make(entities)
  await host.settled()
  const model = new LeakModel(await factsOf(host, entities))
  const report = new LeakReport()
  const { doors, complaints, unjudged } = doorsOf(plugins, new Set(host.operations), byPlugin)
  report.complaints.push(...complaints)
  const callers = await Callers.of(cast.actors)
  const walked: Walked = {
    ...{ host, model, report, actors: cast.actors, bySockets: callers.all, byJobs: cast.byJobs, turns: { next: 0 } },
    made: madeOf(texts, model),
    readOf: new Map([...entities].map(([table, { rule }]) => [table, (rule as { read: { key: string } }).read.key])),
    parentOf: parentsOf(entities),
  }
  for (const door of doors) await tryDoor(walked, door)
  await callers.close()
  for (const { id, topics = [] } of plugins)
    for (const topic of topics)
      await tryTopic(walked, topic, { note: byPlugin.get(id)?.topics?.[topic.name], log: logOf(entities, topic.name) })
  const { wrong, cells, counts } = report
  return { cells, counts, wrong, complaints: report.complaints, unjudged }
}

/** @throws with the tables of which nobody says how their rows look */
function refuseUnsampled(entities: ReadonlyMap<string, AnyEntity>, samples: readonly LeakSamples[]): void {
  const sampled = new Set(samples.flatMap(({ rows }) => Object.keys(rows)))
  const missing = [...entities.keys()].filter((table) => !sampled.has(table))
  if (missing.length > 0) throw new Error(`the testing entry has no sample for ${missing.join(', ')}`)
}

const logOf = (entities: ReadonlyMap<string, AnyEntity>, topic: string): AnyLog | undefined =>
  [...entities.values()].find((entity): entity is AnyLog => isLog(entity) && entity.log.topic === topic)

const entitiesOf = (plugins: readonly AnyPlugin[]): ReadonlyMap<string, AnyEntity> =>
  new Map(plugins.flatMap(({ entities = [] }) => (entities as readonly AnyEntity[]).map((entity) => [entity.table, entity] as const)))

async function factsOf(host: TestHost, entities: ReadonlyMap<string, AnyEntity>): Promise<LeakFacts> {
  const tables = new Map<string, readonly StoredRow[]>()
  for (const table of [...entities.keys(), 'core_share']) tables.set(table, await host.stored(table))
  const permissions = new Map(host.plugins.flatMap(({ permissions: declared = [] }) => declared.map((one) => [one.key, one] as const)))
  return { now: host.clock.now(), permissions, entities, tables }
}

function madeOf(texts: ReadonlyMap<string, readonly { id: string; text: string }[]>, model: LeakModel): Walked['made'] {
  const made = new Map<string, { table: string; row: StoredRow; text: string }>()
  for (const [table, rows] of texts)
    for (const { id, text } of rows) {
      const row = model.row(table, id)
      if (row === undefined) continue
      made.set(id, { table, row, text })
      made.set(text, { table, row, text })
    }
  return made
}

function parentsOf(entities: ReadonlyMap<string, AnyEntity>): ReadonlyMap<string, readonly [string, string]> {
  const parents = new Map<string, readonly [string, string]>()
  for (const [table, { rule }] of entities) {
    const { within, inherits } = rule as { within?: readonly [string, string]; inherits?: readonly [string, string] }
    const above = within ?? inherits
    if (above) parents.set(table, above)
  }
  return parents
}
