import { loadPatterns } from '../core/src/content-filter/patterns.ts'
import { type JudgingRule, RuleSet } from '../core/src/content-filter/rule-set.ts'
import { figure, median, table } from './figures.ts'

/** Rounds of each repetition */
const rounds = 2_000

/** 200 characters, as people write them; with a number, so that none is like the one before */
const textOf = (number: number): string =>
  `第 ${number} 次核对：供应商的报价已经收到，单价与上月相同，交期改为下周三；请 @周敏 在合同里补上违约条款，附件以采购部发出的版本为准。`
    .repeat(3)
    .slice(0, 200)

const ruleOf = (kind: JudgingRule['kind'], terms: readonly string[]): JudgingRule => ({
  ...{ id: kind, name: kind, kind, action: 'block', reach: 'all', modules: [], reason: null, terms },
})

/** Words of four characters that no text has: everything is looked for, nothing is found */
const characters = '龙虎风云雷电金木水火土山川河海松竹梅兰菊'
const words = Array.from({ length: 5_000 }, (_, index) =>
  [index % 20, Math.floor(index / 20) % 20, Math.floor(index / 400) % 20, (index * 7) % 20].map((at) => characters[at]).join(''),
)
const patterns = Array.from({ length: 50 }, (_, index) => `${String.fromCodePoint(65 + (index % 26))}${index}-\\d{4,12}[a-z]?`)

/** What the content rules cost a message of 200 characters. */
export async function contentRules({ repetitions }: { repetitions: number }): Promise<string> {
  await loadPatterns()
  const marks = ruleOf('mark', ['绝密', '机密', '秘密'])
  const sets: readonly (readonly [string, readonly JudgingRule[]])[] = [
    ['none', []],
    ['marks', [marks]],
    ['5,000 words', [ruleOf('dictionary', words)]],
    ['50 patterns', [ruleOf('pattern', patterns)]],
    ['all of them', [marks, ruleOf('dictionary', words), ruleOf('pattern', patterns)]],
  ]
  const texts = Array.from({ length: rounds }, (_, index) => textOf(index))
  return table(
    ['rules', 'µs a message'],
    sets.map(([name, rules]) => {
      const set = new RuleSet(rules)
      const took = Array.from({ length: repetitions + 1 }, () => {
        const begin = performance.now()
        for (const text of texts)
          if (set.find(text, { module: 'im', most: 3 }).length > 0) throw new Error('nothing was to be found in this text')
        return ((performance.now() - begin) * 1_000) / rounds
      })
      // the first compiles
      return [name, figure(median(took.slice(1)))]
    }),
  )
}
