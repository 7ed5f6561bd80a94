import { marksIn } from './marks.ts'
import { Patterns } from './patterns.ts'
import { plainText } from './fold.ts'
import { WordAutomaton } from './word-automaton.ts'

/** A rule as far as texts are judged by it. */
export interface JudgingRule {
  readonly id: string | null
  readonly name: string
  readonly kind: 'mark' | 'pattern' | 'dictionary'
  readonly action: 'block' | 'flag'
  readonly reach: 'all' | 'outside'
  readonly modules: readonly string[]
  readonly reason: string | null
  readonly terms: readonly string[]
}

/** A place in a text that a rule speaks about, in UTF-16 code units. */
export interface Finding {
  readonly rule: JudgingRule
  readonly from: number
  readonly to: number
}

export interface Surroundings {
  /** Undefined: whatever the module */
  readonly module: string | undefined
  /** Places of one rule that are told */
  readonly most: number
}

const nothing: readonly Finding[] = []

/** Rules compiled for texts: one pass for all words, one for all patterns, the head for marks. */
export class RuleSet {
  readonly #marks: readonly JudgingRule[]
  readonly #rules: readonly JudgingRule[]
  readonly #words: WordAutomaton
  readonly #patterns: Patterns
  readonly #hasPatterns: boolean

  /** `loadPatterns` must have ended when there is a pattern among them. */
  constructor(rules: readonly JudgingRule[]) {
    this.#rules = rules
    this.#marks = rules.filter(({ kind }) => kind === 'mark')
    this.#words = new WordAutomaton(termsOf(rules, 'dictionary'))
    this.#patterns = new Patterns([...termsOf(rules, 'pattern')].map(([source, owner]) => ({ source, owner })))
    this.#hasPatterns = rules.some(({ kind }) => kind === 'pattern')
  }

  get isEmpty(): boolean {
    return this.#rules.length === 0
  }

  /** In the order of the text; what blocks comes first where two begin together. Who reads it is not asked here. */
  find(text: string, { module, most }: Surroundings): readonly Finding[] {
    if (this.isEmpty) return nothing
    const findings: Finding[] = []
    const counts = new Map<JudgingRule, number>()
    const concerns = (rule: JudgingRule): boolean => module === undefined || rule.modules.length === 0 || rule.modules.includes(module)
    const add = (rule: JudgingRule, from: number, to: number): void => {
      const count = counts.get(rule) ?? 0
      if (count >= most || (count === 0 && !concerns(rule))) return
      counts.set(rule, count + 1)
      findings.push({ rule, from, to })
    }
    if (this.#marks.length > 0)
      for (const { mark, from, to } of marksIn(text)) for (const rule of this.#marks) if (rule.terms.includes(mark)) add(rule, from, to)
    this.#words.find(text, ({ owner, from, to }) => add(this.#rules[owner]!, from, to))
    if (this.#hasPatterns) for (const { owner, from, to } of this.#patterns.find(plainText(text), most)) add(this.#rules[owner]!, from, to)
    return findings.toSorted((one, other) => one.from - other.from || weight(one) - weight(other))
  }
}

/** Without those of rules that only concern what outside people read, where they do not. */
export const reached = (findings: readonly Finding[], isOutside: boolean): readonly Finding[] =>
  isOutside ? findings : findings.filter(({ rule }) => rule.reach === 'all')

const weight = ({ rule }: Finding): number => (rule.action === 'block' ? 0 : 1)

function* termsOf(rules: readonly JudgingRule[], kind: JudgingRule['kind']): Iterable<readonly [string, number]> {
  for (const [owner, rule] of rules.entries()) if (rule.kind === kind) for (const term of rule.terms) yield [term, owner]
}
