import type { Audience, ModuleEntry, RollOutStep } from '@liaison/sdk/platform'
import type { LocalizeController } from '@liaison/sdk/web'

/** Names of those whom audiences name, by id. */
export type Names = ReadonlyMap<string, string>
const mostNamed = 2

/** 产品中心、研发部 · 按比例：内部人员的50% */
export function audienceWords(
  { kind, departmentIds, personIds, percentage = 0 }: Audience,
  names: Names,
  words: LocalizeController,
): string {
  const { text } = words
  if (kind === 'percentage') return text('modules.audience.percentage', { percentage })
  const ids = kind === 'departments' ? departmentIds : kind === 'people' ? personIds : undefined
  const known = ids?.flatMap((id) => names.get(id) ?? []) ?? []
  if (ids === undefined || known.length === 0) return text(`modules.audience.${kind}`)
  const some = words.list(known.slice(0, mostNamed))
  return ids.length > mostNamed ? text(`modules.audience.${kind}.others`, { names: some, count: ids.length }) : some
}

/** 全部216人 · 76/216人 · 无人 */
export function reachWords({ people, of }: ModuleEntry['reach'], { text }: LocalizeController): string {
  if (people === 0) return text('modules.on.nobody')
  return people === of ? text('modules.on.all', { count: people }) : text('modules.on.some', { count: people, of })
}

export const percent = (part: number, whole: number, words: LocalizeController): string =>
  words.number(whole === 0 ? 0 : part / whole, { style: 'percent', maximumFractionDigits: 0 })

export type StepState = 'over' | 'on' | 'next'
export function stateOf({ from, until }: RollOutStep, now: number): StepState {
  if (Date.parse(from) > now) return 'next'
  return typeof until === 'string' && Date.parse(until) <= now ? 'over' : 'on'
}
