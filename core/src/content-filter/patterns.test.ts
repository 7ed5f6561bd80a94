import { beforeAll, describe, expect, it } from 'vitest'
import { areTooLarge, loadPatterns, patternFault, Patterns } from './patterns.ts'

beforeAll(loadPatterns)

const found = (sources: readonly string[], text: string): string[] =>
  new Patterns(sources.map((source, owner) => ({ source, owner }))).find(text, 10).map(({ from, to }) => text.slice(from, to))

describe('patterns in a text', () => {
  it('are found all in one pass, each where it stands', () => {
    expect(found(['1[3-9]\\d{9}', '合同编号[:：]\\s*[A-Z]{2}-\\d+'], '😀 合同编号：LX-2026，电话 13812345678')).toEqual([
      '13812345678',
      '合同编号：LX-2026',
    ])
  })

  it('end in time where backtracking would not', () => {
    expect(found(['(a|aa)+$', '(a*)*b'], 'a'.repeat(20_000) + 'c')).toEqual([])
  })

  it.each(['(a', '(?=a)b', '(a)\\1', 'a*', 'x{1,900}', '(x{100}){100}'])('are refused: %s', (source) => {
    expect(patternFault(source)).toEqual(expect.any(String))
  })

  it('together have a limit', () => {
    const sources = Array.from({ length: 30 }, (_value, number) => `[a-z]{200}${number}`)
    expect(areTooLarge(sources.slice(0, 20))).toBe(false)
    expect(areTooLarge(sources)).toBe(true)
  })
})
