import type * as Re2 from 're2js'
import type { RE2JS, RE2Set } from 're2js'

/** Instructions of one compiled pattern, and of all together: the time for a text grows with them at worst. */
const largest = 500
const mostInstructions = 5_000
/** What the automaton may remember, bytes; beyond, it goes on more slowly */
const memory = 16 * 1024 * 1024

type Engine = typeof Re2
let engine: Engine | undefined

/** The engine (260 kB) is loaded when the first pattern is there. */
export async function loadPatterns(): Promise<void> {
  engine ??= await import('re2js')
}

export interface PatternHit {
  readonly owner: number
  readonly from: number
  readonly to: number
}

interface Owned {
  readonly source: string
  readonly owner: number
}

/**
 * Many patterns in one pass over the text, in linear time (RE2: no back-references, no look-around). Where a pattern matched is
 * looked for afterwards, for those alone that did.
 */
export class Patterns {
  readonly #set: RE2Set | undefined
  readonly #patterns: readonly (Owned & { readonly expression: RE2JS })[]

  /** `loadPatterns` must have ended. */
  constructor(patterns: readonly Owned[]) {
    this.#patterns = patterns.map((pattern) => ({ ...pattern, expression: compiled(pattern.source) }))
    if (patterns.length === 0) return
    const { RE2Set: Set } = loaded()
    this.#set = new Set(Set.UNANCHORED, 0, memory)
    for (const { source } of patterns) this.#set.add(source)
    this.#set.compile()
  }

  /** @param most - matches of one pattern that are told */
  find(text: string, most: number): readonly PatternHit[] {
    if (this.#set === undefined) return []
    return this.#set.match(text).flatMap((index) => {
      const { expression, owner } = this.#patterns[index]!
      const matcher = expression.matcher(text)
      const hits: PatternHit[] = []
      while (hits.length < most && matcher.find()) hits.push({ owner, from: matcher.start(), to: matcher.end() })
      return hits
    })
  }
}

/** Why a pattern cannot be taken; undefined when it can. */
export function patternFault(source: string): string | undefined {
  let expression: RE2JS
  try {
    expression = compiled(source)
  } catch (error) {
    if (!(error instanceof loaded().RE2JSException)) throw error
    return `cannot be read: ${error.message}`
  }
  if (expression.programSize() > largest) return `is too large: ${expression.programSize()} steps, at most ${largest}`
  return expression.test('') ? 'matches where there is nothing' : undefined
}

/** Whether so many patterns would still be searched quickly. */
export const areTooLarge = (sources: readonly string[]): boolean =>
  sources.reduce((sum, source) => sum + compiled(source).programSize(), 0) > mostInstructions

const compiled = (source: string): RE2JS => loaded().RE2JS.compile(source)

function loaded(): Engine {
  if (engine === undefined) throw new Error('the pattern engine is not loaded')
  return engine
}
