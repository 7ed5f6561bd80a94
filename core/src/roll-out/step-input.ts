import { invalidInput, type InputError } from '@liaison/sdk'
import type { Audience, RollOutStep } from '@liaison/sdk/platform'
import { DepartmentEntity } from '../directory/directory-entities.ts'
import type { Database } from '../data/database.ts'
import type { DirectoryMemory } from '../directory/directory-memory.ts'
import { readRows } from '../rooms/read-rows.ts'

interface Known {
  readonly db: Database
  readonly directory: DirectoryMemory
}
const memberOf = { departments: 'departmentIds', people: 'personIds', percentage: 'percentage' } as const
type Kind = keyof typeof memberOf

/**
 * Steps as they are stored: instants in UTC, audiences with the one member that their kind has.
 * @throws invalidInput (400) with every place: a member that is missing or of another kind, ids that name nobody, an end before
 * the beginning
 */
export async function settleSteps(known: Known, steps: readonly RollOutStep[]): Promise<RollOutStep[]> {
  const departments = await departmentsAmong(known.db, steps)
  const errors = steps.flatMap((step, at) => faultsOf(step, `/body/steps/${at}`, known.directory, departments))
  if (errors.length > 0) throw invalidInput({ errors })
  return steps.map(({ audience, from, until = null }) => ({
    audience: audienceOf(audience),
    from: new Date(from).toISOString(),
    until: until === null ? null : new Date(until).toISOString(),
  }))
}

/** @throws invalidInput (400) for what is no instant, such as a leap second */
export function settleInstant(at: string | null, pointer: string): Date | null {
  if (at === null) return null
  if (Number.isNaN(Date.parse(at))) throw invalidInput({ errors: [{ pointer, message: 'is no instant' }] })
  return new Date(at)
}

function audienceOf({ kind, departmentIds, personIds, percentage }: Audience): Audience {
  if (kind === 'departments') return { kind, departmentIds: departmentIds! }
  if (kind === 'people') return { kind, personIds: personIds! }
  return kind === 'percentage' ? { kind, percentage: percentage! } : { kind }
}

async function departmentsAmong(db: Database, steps: readonly RollOutStep[]): Promise<ReadonlySet<string>> {
  const ids = [...new Set(steps.flatMap(({ audience }) => audience.departmentIds ?? []))]
  if (ids.length === 0) return new Set()
  return new Set((await readRows(db, DepartmentEntity, { id: ids })).map(({ id }) => id))
}

function faultsOf(
  { audience, from, until }: RollOutStep,
  at: string,
  directory: DirectoryMemory,
  departments: ReadonlySet<string>,
): InputError[] {
  const errors: InputError[] = []
  const report = (pointer: string, message: string): void => void errors.push({ pointer: `${at}/${pointer}`, message })
  const own = memberOf[audience.kind as Kind] as (typeof memberOf)[Kind] | undefined
  if (own !== undefined && audience[own] === undefined) report(`audience/${own}`, `is what an audience of ${audience.kind} has`)
  for (const member of Object.values(memberOf))
    if (member !== own && audience[member] !== undefined) report(`audience/${member}`, `is not for an audience of ${audience.kind}`)
  if (audience.departmentIds?.some((id) => !departments.has(id))) report('audience/departmentIds', 'names nothing that exists')
  if (audience.personIds?.some((id) => directory.find(id) === undefined)) report('audience/personIds', 'names nobody')
  if (Number.isNaN(Date.parse(from))) report('from', 'is no instant')
  const ends = until ?? null
  if (ends === null) return errors
  if (Number.isNaN(Date.parse(ends))) report('until', 'is no instant')
  else if (Date.parse(ends) <= Date.parse(from)) report('until', 'is not after the beginning')
  return errors
}
