import { describe, expect, it } from 'vitest'
import { isInstant, isStorable, isText } from './formats.ts'

describe('text', () => {
  it.each(['a', ' a ', '你好', '👩‍👩‍👧', 'line\r\nline\ttab', 'e\u0301'])('takes %j as it is', (value) => expect(isText(value)).toBe(true))
  it.each(['', ' ', '\n\t', '\u3000', '\u200b\u200d', '\ufeff', '\u2800', 'a\u0000', 'a\u0007', '\u007f', '\u0085x', '\ud800', 'x\udc00'])(
    'refuses %j',
    (value) => expect(isText(value)).toBe(false),
  )
})

describe('any other string', () => {
  it('is what both databases can keep', () => {
    expect(isStorable('')).toBe(true)
    expect(isStorable('\u0007')).toBe(true)
    expect(isStorable('a\u0000')).toBe(false)
    expect(isStorable('\ud800')).toBe(false)
  })
})

describe('instants', () => {
  it.each(['2026-03-01T08:00:00Z', '2026-03-01T08:00:00.123Z', '2024-02-29T00:00:00+08:00'])('take %s', (value) =>
    expect(isInstant(value)).toBe(true),
  )
  it.each([
    '2026-03-01',
    '2026-02-29T00:00:00Z',
    '2026-03-01T24:01:00Z',
    '2026-03-01T23:59:60Z',
    '0000-01-01T00:00:00Z',
    '2026-03-01 08:00:00Z',
    '2026-03-01T08:00:00',
  ])('refuse %s', (value) => expect(isInstant(value)).toBe(false))
})
