import { describe, expect, it } from 'vitest'
import { codeOf, fromBase32, stepAt, stepOf, toBase32 } from './one-time-code.ts'

/** RFC 6238, appendix B: the last six digits of its SHA-1 codes. */
const secret = toBase32(Buffer.from('12345678901234567890'))
const published = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
] as const

describe('one-time codes', () => {
  it.each(published)('are those of RFC 6238 at %i s', (seconds, code) => {
    expect(codeOf(secret, stepAt(new Date(seconds * 1000)))).toBe(code)
  })

  it('carry their secret through base32', () => {
    expect(secret).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
    for (const length of [1, 2, 3, 4, 5, 19, 20]) {
      const bytes = Buffer.alloc(length, 0xa5)
      expect(fromBase32(toBase32(bytes))).toEqual(bytes)
    }
  })

  it('count for the step before and after, no further', () => {
    const now = new Date(1_800_000_000_000)
    const step = stepAt(now)
    const judged = [-2, -1, 0, 1, 2].map((off) => stepOf(secret, codeOf(secret, step + off), { now, lastStep: 0 }))
    expect(judged).toEqual([undefined, step - 1, step, step + 1, undefined])
  })

  it('count once, and none before the last one', () => {
    const now = new Date(1_800_000_000_000)
    const step = stepAt(now)
    expect(stepOf(secret, codeOf(secret, step), { now, lastStep: step })).toBeUndefined()
    expect(stepOf(secret, codeOf(secret, step - 1), { now, lastStep: step })).toBeUndefined()
    expect(stepOf(secret, codeOf(secret, step + 1), { now, lastStep: step })).toBe(step + 1)
  })
})
