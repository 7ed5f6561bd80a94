import { describe, expect, it } from 'vitest'
import { idOfOnce } from './once-id.ts'

describe('the id of what is appended once', () => {
  const first = '0199f3a1-7c21-7abc-8def-0123456789ab'

  it('is the same for the same two values, and another for any other', () => {
    const id = idOfOnce(first, 'lin')
    expect(idOfOnce(first, 'lin')).toBe(id)
    const others = [idOfOnce(first, 'wu'), idOfOnce('c1', 'lin'), idOfOnce('c1l', 'in'), idOfOnce('', first)]
    expect(new Set([id, ...others]).size).toBe(5)
  })

  it('is a UUIDv8 with the time of a UUIDv7', () => {
    for (const value of [first, 'c1', '']) {
      expect(idOfOnce(value, 'lin')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    }
    expect(idOfOnce(first, 'lin').slice(0, 13)).toBe(first.slice(0, 13))
  })
})
