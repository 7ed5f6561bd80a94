import type { Page } from '@liaison/sdk'
import type { ContentRule, ContentRuleDetail, ContentRuleWish } from '@liaison/sdk/platform'
import type { Work } from '@liaison/sdk/server'
import { type ContentFilterEntity, RuleEntity, type RuleRow } from './rule-entity.ts'
import type { RuleFigures } from './rule-figures.ts'
import type { RuleMemory } from './rule-memory.ts'
import { distinctTerms, refuseTooMany, refuseWrongTerms } from './rule-terms.ts'

export type FilterWork = Work<ContentFilterEntity>
export interface RuleRooms {
  readonly memory: RuleMemory
  readonly figures: RuleFigures
}
type Counts = { readonly blocked: number; readonly flagged: number }

const shown = (row: RuleRow, { blocked, flagged }: Counts): ContentRule => ({
  ...{ id: row.id, name: row.name, kind: row.kind, action: row.action, reach: row.reach, reason: row.reason, enabled: row.enabled },
  modules: [...row.modules],
  termCount: row.terms.length,
  ...{ blocked, flagged },
  updatedAt: row.updatedAt.toISOString(),
  version: row.version,
})
const shownInFull = (row: RuleRow, counts: Counts): ContentRuleDetail => ({ ...shown(row, counts), terms: [...row.terms] })

export async function listRules(
  work: FilterWork,
  { figures }: RuleRooms,
  page: { limit?: number; cursor?: string },
): Promise<Page<ContentRule>> {
  const [{ items, next }, of] = await Promise.all([
    work.rows.of(RuleEntity).list({ ...page, order: { by: 'id' } }),
    figures.byRule(work.now),
  ])
  return { items: items.map((row) => shown(row, of(row.id))), next }
}

/** @throws notFound (404) */
export async function readRule(work: FilterWork, { figures }: RuleRooms, id: string): Promise<ContentRuleDetail> {
  const row = await work.rows.of(RuleEntity).get(id)
  return shownInFull(row, (await figures.byRule(work.now))(id))
}

/** @throws invalidInput (400), tooManyTerms (409) */
export async function judgeNewRule({ memory }: RuleRooms, wish: ContentRuleWish): Promise<void> {
  await refuseWrongTerms(wish)
  await refuseTooMany([...memory.all(), wish])
}

/** @throws conflict (409) when another rule has the name */
export async function createRule(work: FilterWork, { memory }: RuleRooms, wish: ContentRuleWish): Promise<ContentRuleDetail> {
  const { reach = 'all', modules = [], reason = null, enabled = true } = wish
  const rule = await work.rows.of(RuleEntity).create({
    ...{ name: wish.name, kind: wish.kind, action: wish.action, reach, modules, reason, enabled },
    terms: distinctTerms(wish.terms),
  })
  memory.announce(work, { rule })
  return shownInFull(rule, { blocked: 0, flagged: 0 })
}

/** @returns how often the rule spoke. @throws notFound (404), invalidInput (400), tooManyTerms (409) */
export async function judgeChange(
  work: FilterWork,
  { memory, figures }: RuleRooms,
  id: string,
  patch: Partial<ContentRuleWish>,
): Promise<Counts> {
  const row = await work.rows.of(RuleEntity).get(id)
  const next = { kind: patch.kind ?? row.kind, terms: patch.terms ?? row.terms }
  if (patch.kind !== undefined || patch.terms !== undefined) await refuseWrongTerms(next)
  await refuseTooMany([...[...memory.all()].filter((other) => other.id !== id), next])
  return (await figures.byRule(work.now))(id)
}

/** @throws notFound (404), conflict (409) when another rule has the name, staleVersion (412) */
export async function changeRule(
  work: FilterWork,
  { memory }: RuleRooms,
  id: string,
  { patch, counts, version }: { patch: Partial<ContentRuleWish>; counts: Counts; version: number | undefined },
): Promise<ContentRuleDetail> {
  const { terms, ...rest } = patch
  const rule = await work.rows
    .of(RuleEntity)
    .change(id, { ...rest, ...(terms !== undefined && { terms: distinctTerms(terms) }) }, { version })
  memory.announce(work, { rule })
  return shownInFull(rule, counts)
}

/** What it noted stays, under its name. @throws notFound (404) */
export async function deleteRule(work: FilterWork, { memory }: RuleRooms, id: string): Promise<void> {
  const rows = work.rows.of(RuleEntity)
  await rows.get(id)
  await rows.remove(id)
  memory.announce(work, { removedId: id })
}
