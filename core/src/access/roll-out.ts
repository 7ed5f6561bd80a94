import { createHash } from 'node:crypto'
import type { Audience, RollOutStep } from '@liaison/sdk/platform'

/** A module or feature that is on for some people only. */
export interface RollOutRule {
  /** Id of the module, or key of the feature */
  readonly key: string
  /** On for whoever one of the running steps reaches */
  readonly steps: readonly RollOutStep[]
}
/** A person as an audience knows him. */
export interface Whom {
  readonly id: string
  readonly external: boolean
  /** His departments and all that lie above them */
  readonly departments: ReadonlySet<string>
}
/** What is off for a person, and until when that holds without anything being changed. */
export interface RollOutState {
  readonly off: ReadonlySet<string> | undefined
  /** Milliseconds since 1970; undefined: until a change */
  readonly until: number | undefined
}

/** Of 0 to 100, the same for a person and a module at all times and on every server; spread evenly. */
export function placeOf(key: string, personId: string): number {
  return (createHash('sha256').update(`${key}\n${personId}`).digest().readUInt32BE() / 2 ** 32) * 100
}

/** Whether an audience of this module or feature holds a person. */
export function reaches(key: string, { kind, departmentIds = [], personIds = [], percentage = 0 }: Audience, whom: Whom): boolean {
  switch (kind) {
    case 'all':
      return true
    case 'inside':
      return !whom.external
    case 'departments':
      return departmentIds.some((id) => whom.departments.has(id))
    case 'people':
      return personIds.includes(whom.id)
    case 'percentage':
      return !whom.external && placeOf(key, whom.id) < percentage
  }
}

/** @param now - milliseconds since 1970 */
export const isRunning = ({ from, until }: RollOutStep, now: number): boolean =>
  Date.parse(from) <= now && (until === undefined || until === null || now < Date.parse(until))

export const isOnFor = ({ key, steps }: RollOutRule, whom: Whom, now: number): boolean =>
  steps.some((step) => isRunning(step, now) && reaches(key, step.audience, whom))

/** When a step of any of the rules begins or ends next. */
export function nextChange(rules: readonly RollOutRule[], now: number): number | undefined {
  let next: number | undefined
  for (const { steps } of rules) {
    for (const { from, until } of steps) {
      for (const at of [Date.parse(from), until === undefined || until === null ? NaN : Date.parse(until)])
        if (at > now && (next === undefined || at < next)) next = at
    }
  }
  return next
}

/** Compiles the rules for one person: a check is a look-up then. */
export function compileRollOut(rules: readonly RollOutRule[], whom: Whom, now: number): RollOutState {
  const off = rules.filter((rule) => !isOnFor(rule, whom, now)).map(({ key }) => key)
  return { off: off.length === 0 ? undefined : new Set(off), until: nextChange(rules, now) }
}
