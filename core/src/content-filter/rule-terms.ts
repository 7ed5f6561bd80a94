import { type InputError, invalidInput } from '@liaison/sdk'
import { contentMarks, tooManyTerms } from '@liaison/sdk/platform'
import { areTooLarge, loadPatterns, patternFault } from './patterns.ts'
import type { JudgingRule } from './rule-set.ts'
import { wordKey } from './word-automaton.ts'

/** Words of all dictionaries together */
const mostWords = 100_000
const errorsTold = 20

type Terms = Pick<JudgingRule, 'kind' | 'terms'>

/** Each once, in the order given. */
export const distinctTerms = (terms: readonly string[]): string[] => [...new Set(terms)]

/** @throws invalidInput (400) at each mark, pattern or word that there cannot be; a pattern needs the engine, which is loaded here */
export async function refuseWrongTerms({ kind, terms }: Terms, pointer = '/body/terms'): Promise<void> {
  if (kind === 'pattern') await loadPatterns()
  const errors: InputError[] = []
  for (const [index, term] of terms.entries()) {
    const fault = faultOf(kind, term)
    if (fault !== undefined) errors.push({ pointer: `${pointer}/${index}`, message: fault })
    if (errors.length >= errorsTold) break
  }
  if (errors.length > 0) throw invalidInput({ errors })
}

function faultOf(kind: JudgingRule['kind'], term: string): string | undefined {
  if (kind === 'pattern') return patternFault(term)
  if (kind === 'mark') return contentMarks.some((mark) => mark === term) ? undefined : `is none of ${contentMarks.join(', ')}`
  return wordKey(term).length === 0 ? 'holds nothing to look for' : undefined
}

/** What all rules together may cost. @throws tooManyTerms (409) */
export async function refuseTooMany(rules: readonly Terms[]): Promise<void> {
  if (rules.some(({ kind }) => kind === 'pattern')) await loadPatterns()
  const terms = (kind: JudgingRule['kind']) => rules.filter((rule) => rule.kind === kind).flatMap((rule) => rule.terms)
  if (terms('dictionary').length > mostWords || areTooLarge(terms('pattern'))) throw tooManyTerms()
}
