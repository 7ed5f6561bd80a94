import type { Audience, RollOutStep } from '@liaison/sdk/platform'

/** A step while it is being written: what was chosen for each kind stays when another kind is looked at. */
export interface StepDraft {
  readonly kind: Audience['kind']
  readonly departmentIds: readonly string[]
  readonly personIds: readonly string[]
  readonly percentage: number
  /** As the fields have it: local time, `2026-11-24T16:00`; `until` empty: for good */
  readonly from: string
  readonly until: string
}
export type StepFault = 'empty' | 'order'

export const kinds: readonly Audience['kind'][] = ['departments', 'people', 'percentage', 'inside', 'all']

export function draftOf(step: RollOutStep | undefined, now: Date): StepDraft {
  const { audience, from, until } = step ?? { audience: { kind: 'departments' as const }, from: now.toISOString(), until: null }
  return {
    kind: audience.kind,
    departmentIds: audience.departmentIds ?? [],
    personIds: audience.personIds ?? [],
    percentage: audience.percentage ?? 20,
    from: localMinute(from),
    until: typeof until === 'string' ? localMinute(until) : '',
  }
}

/** What is wrong with it as it is; undefined: nothing */
export function faultOf({ kind, departmentIds, personIds, percentage, from, until }: StepDraft): StepFault | undefined {
  if (kind === 'departments' && departmentIds.length === 0) return 'empty'
  if (kind === 'people' && personIds.length === 0) return 'empty'
  if (kind === 'percentage' && !(Number.isInteger(percentage) && percentage >= 1 && percentage <= 100)) return 'empty'
  if (from === '') return 'empty'
  return until !== '' && Date.parse(until) <= Date.parse(from) ? 'order' : undefined
}

/** @param before - keeps its seconds where the minute was not touched: a step that runs does not begin anew */
export function stepOf(draft: StepDraft, before: RollOutStep | undefined): RollOutStep {
  const instant = (local: string, old: string | null | undefined): string =>
    typeof old === 'string' && localMinute(old) === local ? old : new Date(local).toISOString()
  return {
    audience: audienceOf(draft),
    from: instant(draft.from, before?.from),
    until: draft.until === '' ? null : instant(draft.until, before?.until),
  }
}

function audienceOf({ kind, departmentIds, personIds, percentage }: StepDraft): Audience {
  if (kind === 'departments') return { kind, departmentIds: [...departmentIds] }
  if (kind === 'people') return { kind, personIds: [...personIds] }
  return kind === 'percentage' ? { kind, percentage } : { kind }
}

function localMinute(instant: string): string {
  const at = new Date(instant)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
