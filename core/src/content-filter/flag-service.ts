import type { Page, PersonSummary } from '@liaison/sdk'
import type { ContentFlagEntry } from '@liaison/sdk/platform'
import type { ContentPlace, People } from '@liaison/sdk/server'
import type { Database } from '../data/database.ts'
import type { Kernel } from '../kernel/kernel.ts'
import type { CompiledAccess } from '../rooms/floors.ts'
import { FlagEntity, type FlagRow } from './rule-entity.ts'
import type { FilterWork } from './rule-service.ts'
import { visibleThings } from './visible-things.ts'

export interface FlagRooms {
  readonly db: Database
  readonly kernel: Kernel
  readonly access: CompiledAccess
  readonly people: People
}
interface FlagQuery {
  readonly limit?: number
  readonly cursor?: string
  readonly state?: 'open' | 'reviewed'
  readonly ruleId?: string
}

/** Newest first; what the reviewer may not see is named, and leads nowhere. */
export async function listFlags(
  work: FilterWork,
  rooms: FlagRooms,
  { state, ruleId, ...page }: FlagQuery,
): Promise<Page<ContentFlagEntry>> {
  const where = { ...(state !== undefined && { state }), ...(ruleId !== undefined && { ruleId }) }
  const { items, next } = await work.rows.of(FlagEntity).list({ ...page, where, order: { by: 'id', descending: true } })
  return { items: await shown(work, rooms, items), next }
}

/** @throws notFound (404), staleVersion (412) */
export async function reviewFlag(
  work: FilterWork,
  rooms: FlagRooms,
  id: string,
  { state, version }: { state: 'open' | 'reviewed'; version: number | undefined },
): Promise<ContentFlagEntry> {
  const isDone = state === 'reviewed'
  const row = await work.rows
    .of(FlagEntity)
    .change(id, { state, reviewedById: isDone ? work.actor.id : null, reviewedAt: isDone ? work.now : null }, { version })
  return (await shown(work, rooms, [row]))[0]!
}

async function shown(work: FilterWork, rooms: FlagRooms, rows: readonly FlagRow[]): Promise<ContentFlagEntry[]> {
  const access = await rooms.access.get(work.actor.id)
  const things = rows.flatMap((row) => placeOf(row.thingType, row.thingId) ?? [])
  const isVisible = access === undefined ? () => false : await visibleThings(rooms, access, things, work.now)
  const person = (id: string): PersonSummary =>
    rooms.people.find(id) ?? { id, name: id, kind: 'internal', affiliation: null, disabled: true }
  return rows.map((row) => {
    const thing = placeOf(row.thingType, row.thingId)
    return {
      ...{ id: row.id, ruleId: row.ruleId, rule: row.rule, kind: row.kind, from: row.begins, to: row.ends, state: row.state },
      ...{ at: row.createdAt.toISOString(), person: person(row.personId), version: row.version },
      ...{ thing, place: placeOf(row.placeType, row.placeId), visible: thing !== null && isVisible(thing) },
      reviewedBy: row.reviewedById === null ? null : person(row.reviewedById),
      reviewedAt: row.reviewedAt?.toISOString() ?? null,
    }
  })
}

const placeOf = (type: string | null, id: string | null): ContentPlace | null => (type === null || id === null ? null : { type, id })
