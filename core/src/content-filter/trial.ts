import { refuseWrongTerms } from './rule-terms.ts'
import { type Finding, type JudgingRule, reached, RuleSet } from './rule-set.ts'
import type { RuleMemory } from './rule-memory.ts'

export interface TrialWish {
  readonly text: string
  readonly outside?: boolean
  readonly module?: string
  readonly draft?: Pick<JudgingRule, 'kind' | 'action' | 'terms'> & { readonly name?: string }
}

const mostFindings = 100

/** @throws invalidInput (400) for a draft that cannot be compiled */
export async function tryRules(memory: RuleMemory, { text, outside = false, module, draft }: TrialWish) {
  if (draft !== undefined) await refuseWrongTerms(draft, '/body/draft/terms')
  const rules = draft === undefined ? memory.rules : new RuleSet([asRule(draft)])
  const findings = reached(rules.find(text, { module, most: mostFindings }), outside)
  return { outcome: outcomeOf(findings), findings: findings.slice(0, mostFindings).map(shown) }
}

const asRule = ({ kind, action, terms, name = '' }: NonNullable<TrialWish['draft']>): JudgingRule => ({
  ...{ kind, action, terms, name },
  ...{ id: null, reach: 'all', modules: [], reason: null },
})

/** One rule that blocks is enough. */
const outcomeOf = (findings: readonly Finding[]): 'pass' | 'flag' | 'block' =>
  findings.some(({ rule }) => rule.action === 'block') ? 'block' : findings.length > 0 ? 'flag' : 'pass'

const shown = ({ rule, from, to }: Finding) => ({ ruleId: rule.id, rule: rule.name, action: rule.action, from, to })
