import { describe, expect, it } from 'vitest'
import { type Attempt, SignInThrottle } from './sign-in-throttle.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 8) + seconds * 1000)
const attempt = (patch: Partial<Attempt> = {}): Attempt => ({ account: 'chensiqi', address: '10.0.0.1', trusted: false, ...patch })

function failing(throttle: SignInThrottle, times: number, patch?: Partial<Attempt>): void {
  for (let time = 0; time < times; time += 1) throttle.failed(attempt(patch), at(0))
}

describe('failed sign-ins', () => {
  it('may happen five times, then the same account waits at the same address', () => {
    const throttle = new SignInThrottle()
    failing(throttle, 5)
    expect(() => throttle.check(attempt(), at(1))).toThrow(expect.objectContaining({ status: 429, members: { retryAfter: 29 } }))
  })

  it('double the wait each', () => {
    const throttle = new SignInThrottle()
    failing(throttle, 5)
    throttle.failed(attempt(), at(31))
    expect(() => throttle.check(attempt(), at(32))).toThrow(expect.objectContaining({ members: { retryAfter: 59 } }))
  })

  it('lock nobody out elsewhere', () => {
    const throttle = new SignInThrottle()
    failing(throttle, 5)
    expect(() => throttle.check(attempt({ address: '10.0.0.2' }), at(1))).not.toThrow()
  })

  it('lock nobody out of a browser that he has used before, even behind the same address', () => {
    const throttle = new SignInThrottle()
    failing(throttle, 5)
    expect(() => throttle.check(attempt({ trusted: true }), at(1))).not.toThrow()
  })

  it('of many accounts from one address are counted together', () => {
    const throttle = new SignInThrottle()
    for (let time = 0; time < 50; time += 1) throttle.failed(attempt({ account: `guess-${time}` }), at(0))
    expect(() => throttle.check(attempt({ account: 'one-more' }), at(1))).toThrow(expect.objectContaining({ status: 429 }))
  })

  it('of an address never keep its other people waiting for more than a minute', () => {
    const throttle = new SignInThrottle()
    for (let time = 0; time < 200; time += 1) throttle.failed(attempt({ account: `guess-${time}` }), at(0))
    expect(() => throttle.check(attempt({ account: 'colleague' }), at(1))).toThrow(expect.objectContaining({ members: { retryAfter: 59 } }))
  })

  it('are forgotten after a success, and after a quarter of an hour', () => {
    const throttle = new SignInThrottle()
    failing(throttle, 4)
    throttle.succeeded(attempt())
    failing(throttle, 4)
    expect(() => throttle.check(attempt(), at(1))).not.toThrow()
    failing(throttle, 5)
    expect(() => throttle.check(attempt(), at(901))).not.toThrow()
  })
})
