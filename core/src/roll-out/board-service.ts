import { invalidInput, type Page } from '@liaison/sdk'
import type { ModuleEntry, RollOutStep } from '@liaison/sdk/platform'
import type { Work } from '@liaison/sdk/server'
import { nextChange, type Whom } from '../access/roll-out.ts'
import type { Database } from '../data/database.ts'
import { DepartmentEntity } from '../directory/directory-entities.ts'
import type { DirectoryMemory } from '../directory/directory-memory.ts'
import type { Kernel } from '../kernel/kernel.ts'
import type { CompiledAccess } from '../rooms/floors.ts'
import { readRows } from '../rooms/read-rows.ts'
import { type Rollable, rollable, rollables } from './modules.ts'
import { type Department, everybody, onFor, reachOfSteps, type Steps, type Target } from './reach.ts'
import { type RollOutEntities, RollOutEntity, type RollOutRow } from './roll-out-entities.ts'
import { dayOf } from './use-counter.ts'
import { noUse, type RememberedFigures, smallestGroup, usersOf } from './use-figures.ts'

export interface RollOutRooms {
  readonly db: Database
  readonly kernel: Kernel
  readonly directory: DirectoryMemory
  readonly access: CompiledAccess
  readonly figures: RememberedFigures
}
export type RollOutWork = Work<RollOutEntities>

/** Everything that the board is drawn from, read once. */
interface Board {
  readonly rows: ReadonlyMap<string, RollOutRow>
  readonly departments: readonly Department[]
  readonly people: readonly Whom[]
  readonly use: Awaited<ReturnType<RememberedFigures['at']>>
  readonly now: Date
}

export const stepsOf = (row: Pick<RollOutRow, 'steps'> | undefined): Steps =>
  row === undefined || row.steps === null ? null : (JSON.parse(row.steps) as RollOutStep[])

export async function readBoard(work: RollOutWork, { db, directory, figures }: RollOutRooms): Promise<Board> {
  const [rows, departments, use] = await Promise.all([readRows(db, RollOutEntity), readRows(db, DepartmentEntity), figures.at(work.now)])
  return {
    rows: new Map(rows.map((row) => [row.ruleKey, row])),
    departments,
    people: everybody(directory, departments),
    use,
    now: work.now,
  }
}

/** What decides for whom it is on; `steps` in place of those that are stored. */
export function targetOf(board: Pick<Board, 'rows'>, { key, kind, moduleId }: Rollable, steps = stepsOf(board.rows.get(key))): Target {
  return { key, steps, ...(kind === 'feature' && { module: { key: moduleId, steps: stepsOf(board.rows.get(moduleId)) } }) }
}

export function entryOf(board: Board, { directory }: RollOutRooms, one: Rollable): ModuleEntry {
  const { key, kind, moduleId, title, summary, running } = one
  const row = board.rows.get(key)
  const steps = stepsOf(row)
  const on = onFor(board.people, targetOf(board, one), board.now.getTime()).size
  const next = steps === null ? undefined : nextChange([{ key, steps }], board.now.getTime())
  return {
    ...{ key, kind, moduleId, running },
    title: { 'zh-CN': title['zh-CN'], en: title.en },
    summary: summary === undefined ? null : { 'zh-CN': summary['zh-CN'], en: summary.en },
    owner: directory.find(row?.ownerId ?? '') ?? null,
    stage: row?.stage ?? 'done',
    goLiveAt: row?.goLiveAt?.toISOString() ?? null,
    steps: steps === null ? null : [...steps],
    reach: { people: on, of: board.people.length },
    nextChangeAt: next === undefined ? null : new Date(next).toISOString(),
    use: on > 0 && on < smallestGroup ? null : (board.use.get(key) ?? noUse),
    version: row?.version ?? 0,
  }
}

export async function listModules(
  work: RollOutWork,
  rooms: RollOutRooms,
  page: { limit?: number; cursor?: string },
): Promise<Page<ModuleEntry>> {
  const board = await readBoard(work, rooms)
  const { items, next } = pageByKey(rollables(rooms.kernel), page)
  return { items: items.map((one) => entryOf(board, rooms, one)), next }
}

/** @throws notFound (404) */
export async function readModule(work: RollOutWork, rooms: RollOutRooms, key: string) {
  const one = rollable(rooms.kernel, key)
  const board = await readBoard(work, rooms)
  const target = targetOf(board, one)
  const on = onFor(board.people, target, work.now.getTime())
  const used = await usersOf(rooms.db, key, dayOf(work.now))
  const named = (target.steps ?? []).flatMap(({ audience }) => audience.personIds ?? [])
  return {
    ...entryOf(board, rooms, one),
    stepReach: reachOfSteps(board.people, target),
    departments: topOf(board.departments).flatMap((department) => placeOf(board, department, on, used)),
    people: [...rooms.directory.named(new Set(named))],
  }
}

/** Those without one above; what is below it where one stands above all */
function topOf(departments: readonly Department[]): readonly Department[] {
  const top = departments.filter(({ parentId }) => parentId === null)
  const below = top.length === 1 ? departments.filter(({ parentId }) => parentId === top[0]!.id) : []
  return below.length > 0 ? below : top
}

function placeOf({ people }: Board, { id, name }: Department, on: ReadonlySet<string>, used: ReadonlySet<string>) {
  const members = people.filter(({ departments }) => departments.has(id))
  const having = members.filter((whom) => on.has(whom.id))
  if (members.length === 0) return []
  const users = having.length < smallestGroup ? null : having.filter((whom) => used.has(whom.id)).length
  return [{ id, name, people: having.length, of: members.length, used: users }]
}

function pageByKey(all: readonly Rollable[], { limit = 50, cursor }: { limit?: number; cursor?: string }) {
  const start = cursor === undefined ? 0 : all.findIndex(({ key }) => key === cursor) + 1
  if (cursor !== undefined && start === 0)
    throw invalidInput({ errors: [{ pointer: '/query/cursor', message: 'is no cursor of this list' }] })
  const items = all.slice(start, start + limit)
  return { items, next: start + limit < all.length ? items.at(-1)!.key : null }
}
