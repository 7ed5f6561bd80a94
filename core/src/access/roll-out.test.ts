import { describe, expect, it } from 'vitest'
import { compileRollOut, isOnFor, nextChange, placeOf, type Whom } from './roll-out.ts'

const ids = Array.from({ length: 2_000 }, (_, at) => `0190a000-0000-7000-8000-${String(at).padStart(12, '0')}`)
const whom = (id: string, more: Partial<Whom> = {}): Whom => ({ id, external: false, departments: new Set(), ...more })
const now = Date.parse('2026-11-24T08:00:00Z')
const from = '2026-11-24T08:00:00.000Z'
const share = (key: string, percentage: number) => {
  const rule = { key, steps: [{ audience: { kind: 'percentage' as const, percentage }, from }] }
  return new Set(ids.filter((id) => isOnFor(rule, whom(id), now)))
}

describe('a share of the people', () => {
  it('is about as large as it says', () => {
    for (const percentage of [1, 20, 50, 90]) {
      const part = (share('im', percentage).size / ids.length) * 100
      expect(Math.abs(part - percentage)).toBeLessThan(3)
    }
    expect(share('im', 100).size).toBe(ids.length)
  })

  it('is always of the same people, and a larger one holds a smaller one', () => {
    expect(share('im', 20)).toEqual(share('im', 20))
    expect(share('im', 20).isSubsetOf(share('im', 35))).toBe(true)
  })

  it('is of other people for another module', () => {
    const both = share('im', 50).intersection(share('docs', 50))
    expect(both.size / ids.length).toBeGreaterThan(0.2)
    expect(both.size / ids.length).toBeLessThan(0.3)
  })

  it('does not change from one version to the next', () => {
    expect(placeOf('im', ids[0]!)).toBeCloseTo(88.304, 3)
  })

  it('leaves out people from outside', () => {
    const rule = { key: 'im', steps: [{ audience: { kind: 'percentage' as const, percentage: 100 }, from }] }
    expect(isOnFor(rule, whom(ids[0]!, { external: true }), now)).toBe(false)
  })
})

describe('a step', () => {
  const rule = { key: 'im', steps: [{ audience: { kind: 'all' as const }, from, until: '2026-11-25T08:00:00.000Z' }] }

  it('runs from its instant until just before its end', () => {
    const end = now + 86_400_000
    expect([now - 1, now, end - 1, end].map((at) => isOnFor(rule, whom('lin'), at))).toEqual([false, true, true, false])
  })

  it('says when something changes next', () => {
    expect(nextChange([rule], now - 1)).toBe(now)
    expect(nextChange([rule], now)).toBe(now + 86_400_000)
    expect(nextChange([rule], now + 86_400_000)).toBeUndefined()
  })

  it('in a department reaches whoever is in it or below it', () => {
    const inRnd = { key: 'im', steps: [{ audience: { kind: 'departments' as const, departmentIds: ['rnd'] }, from }] }
    expect(isOnFor(inRnd, whom('lin', { departments: new Set(['company', 'rnd', 'rnd-1']) }), now)).toBe(true)
    expect(isOnFor(inRnd, whom('lin', { departments: new Set(['company']) }), now)).toBe(false)
  })
})

describe('what is compiled', () => {
  it('is nothing at all without rules', () => {
    expect(compileRollOut([], whom('lin'), now)).toEqual({ off: undefined, until: undefined })
  })
  it('names what is off', () => {
    const rules = [
      { key: 'im', steps: [] },
      { key: 'docs', steps: [{ audience: { kind: 'inside' as const }, from }] },
    ]
    expect(compileRollOut(rules, whom('lin'), now).off).toEqual(new Set(['im']))
    expect(compileRollOut(rules, whom('lin', { external: true }), now).off).toEqual(new Set(['im', 'docs']))
  })
})
