import { describe, expect, it } from 'vitest'
import { RateLimit } from './rate-limit.ts'

/** How many of so many requests a second were let through, over some seconds. */
function letThrough(kind: 'person' | 'address', perSecond: number, seconds: number): number {
  const limit = new RateLimit()
  let count = 0
  for (let request = 0; request < perSecond * seconds; request++) {
    try {
      limit.take(kind, 'somebody', (request * 1_000) / perSecond)
      count++
    } catch {
      // refused: not counted
    }
  }
  return count / (perSecond * seconds)
}

describe('request limits', () => {
  it('never refuse a signed-in person below 500 requests a second', () => {
    expect(letThrough('person', 500, 60)).toBe(1)
  })

  it('refuse a person who goes on with thousands, and an address that nobody has signed in from', () => {
    expect(letThrough('person', 5_000, 30)).toBeLessThan(0.3)
    expect(letThrough('address', 1_000, 30)).toBeLessThan(0.2)
  })

  it('say when to come back', () => {
    const limit = new RateLimit()
    for (let request = 0; request < 500; request++) limit.take('address', 'one', 0)
    expect(() => limit.take('address', 'one', 0)).toThrow(expect.objectContaining({ status: 429, members: { retryAfter: 1 } }))
    expect(() => limit.take('address', 'another', 0)).not.toThrow()
  })
})
