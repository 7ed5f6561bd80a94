import { type BlockedContent, contentBlocked } from '@liaison/sdk'
import type { ContentFlag, ContentGuard, ContentVerdict, TextToCheck } from '@liaison/sdk/server'
import type { Database } from '../data/database.ts'
import { UnitWork } from '../http/unit-work.ts'
import type { FlagStore } from './flag-store.ts'
import { blockedAction, dayOf, ruleKind } from './rule-figures.ts'
import type { RuleMemory } from './rule-memory.ts'
import { type Finding, type JudgingRule, reached } from './rule-set.ts'

type AskingWork = Parameters<ContentGuard['check']>[0]
type AskOthers = (text: TextToCheck & { readonly personId: string }) => ContentVerdict | undefined | Promise<ContentVerdict | undefined>

export interface RuleGuardOptions {
  readonly db: Database
  readonly memory: RuleMemory
  readonly flags: FlagStore
  /** Filters of plugins, after our own rules */
  readonly others: AskOthers
}

const isThenable = <T>(value: T | Promise<T>): value is Promise<T> => typeof (value as { then?: unknown } | undefined)?.then === 'function'

/** The company's rules, then the filters of plugins: a text that nobody speaks about costs a pass over it and no promise. */
export class RuleGuard implements ContentGuard {
  readonly #options: RuleGuardOptions

  constructor(options: RuleGuardOptions) {
    this.#options = options
  }

  check(work: AskingWork, text: TextToCheck): ContentFlag | undefined | Promise<ContentFlag | undefined> {
    const { memory } = this.#options
    const { kind } = text
    const findings = memory.rules.find(text.text, { module: kind.slice(0, kind.indexOf('.')), most: 1 })
    if (!findings.some(({ rule }) => rule.reach === 'outside')) return this.#judge(work, text, findings)
    const outside = text.outside?.() ?? false
    const judge = (isOutside: boolean) => this.#judge(work, text, reached(findings, isOutside))
    return isThenable(outside) ? outside.then(judge) : judge(outside)
  }

  #judge(work: AskingWork, text: TextToCheck, findings: readonly Finding[]): ContentFlag | undefined | Promise<ContentFlag | undefined> {
    const blocking = findings.find(({ rule }) => rule.action === 'block')
    if (blocking !== undefined) throw this.#refusal(work, text, blocking)
    const verdict = this.#options.others({ ...text, personId: work.actor.id })
    if (isThenable(verdict)) return verdict.then((answer) => this.#weigh(work, text, findings, answer))
    return this.#weigh(work, text, findings, verdict)
  }

  #weigh(
    work: AskingWork,
    text: TextToCheck,
    findings: readonly Finding[],
    verdict: ContentVerdict | undefined,
  ): ContentFlag | undefined | Promise<ContentFlag> {
    if (verdict?.action === 'block') throw this.#refusal(work, text, asFinding(verdict, text))
    const noted = verdict === undefined ? findings : [...findings, asFinding(verdict, text)]
    return noted.length === 0 ? undefined : this.#note(work, text, noted)
  }

  /** Ids and places go into the trail, what was written does not. */
  #refusal({ actor, origin }: AskingWork, { kind, place, pointer = '/body/text' }: TextToCheck, { rule, from, to }: Finding): Error {
    this.#options.db.refused({
      actorId: actor.viewerId ?? actor.id,
      action: blockedAction,
      kind: ruleKind,
      rowId: rule.id ?? '',
      detail: {
        ...{ rule: rule.name, kind, from, to },
        ...(place !== undefined && { place: `${place.type}:${place.id}` }),
        ...(origin !== undefined && { traceId: origin.traceId, address: origin.address }),
      },
    })
    const blocked: BlockedContent = { rule: rule.name, reason: rule.reason, pointer, from, to }
    return contentBlocked({ ...blocked })
  }

  async #note(work: AskingWork, { kind, place }: TextToCheck, findings: readonly Finding[]): Promise<ContentFlag> {
    const { flags } = this.#options
    const { actor, now, origin } = work
    const rows = findings.map(({ rule, from, to }) => ({
      id: work.newId(),
      ...{ ruleId: rule.id, rule: rule.name, personId: actor.id, kind, begins: from, ends: to, day: dayOf(now) },
      ...{ placeType: place?.type ?? null, placeId: place?.id ?? null, thingType: null, thingId: null },
      ...{ state: 'open' as const, reviewedById: null, reviewedAt: null },
    }))
    await flags.note({ rows, now, address: origin?.address, unit: unitBehind(work) })
    return {
      stored: (thing) =>
        flags.settle(
          rows.map(({ id }) => id),
          thing,
        ),
    }
  }
}

/** A text may be checked by an operation that another one calls in its unit: a second unit would wait for the first. */
const unitBehind = (work: unknown) => (work instanceof UnitWork ? work.facts.unit : undefined)

const asFinding = ({ action, rule: name, reason, from = 0, to }: ContentVerdict, { text }: TextToCheck): Finding => ({
  rule: { id: null, name, action, reason: reason ?? null, kind: 'pattern', reach: 'all', modules: [], terms: [] } satisfies JudgingRule,
  from,
  to: to ?? text.length,
})
