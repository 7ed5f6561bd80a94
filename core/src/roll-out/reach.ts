import type { RollOutStep } from '@liaison/sdk/platform'
import { isOnFor, reaches, type Whom } from '../access/roll-out.ts'
import type { DirectoryMemory } from '../directory/directory-memory.ts'

/** Steps of a module or feature; null: on for everybody. */
export type Steps = readonly RollOutStep[] | null

export interface Department {
  readonly id: string
  readonly name: string
  readonly parentId: string | null
  readonly path: string
}

/** Everybody who is not disabled, as audiences know them. */
export function everybody(directory: DirectoryMemory, departments: readonly Department[]): readonly Whom[] {
  const lines = new Map(departments.map(({ id, path }) => [id, path.split('/').filter((part) => part !== '')]))
  return [...directory.all()]
    .filter(({ disabled }) => !disabled)
    .map(({ id, kind, departmentIds }) => ({
      id,
      external: kind === 'external',
      departments: new Set(departmentIds.flatMap((id) => lines.get(id) ?? [])),
    }))
}

/** Ids of those for whom it is on at an instant (ms since 1970). A feature needs its module. */
export function onFor(people: readonly Whom[], { key, steps, module }: Target, now: number): ReadonlySet<string> {
  const has = (of: { readonly key: string; readonly steps: Steps } | undefined, whom: Whom): boolean =>
    of === undefined || of.steps === null || isOnFor({ key: of.key, steps: of.steps }, whom, now)
  return new Set(people.filter((whom) => has({ key, steps }, whom) && has(module, whom)).map(({ id }) => id))
}
export interface Target {
  readonly key: string
  readonly steps: Steps
  /** Of a feature: the module that it belongs to */
  readonly module?: { readonly key: string; readonly steps: Steps } | undefined
}

/** People whom each step reaches, whatever its dates */
export const reachOfSteps = (people: readonly Whom[], { key, steps }: Target): number[] =>
  (steps ?? []).map(({ audience }) => people.filter((whom) => reaches(key, audience, whom)).length)
