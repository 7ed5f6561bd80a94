import { describe, expect, it } from 'vitest'
import { maskedEmail, maskedPhone } from './masked.ts'

describe('masking', () => {
  it('keeps what a number is recognised by', () => expect(maskedPhone('138 0013 1234')).toBe('138****1234'))
  it('keeps two digits of a short number', () => expect(maskedPhone('6021')).toBe('****21'))
  it('keeps the first letter and the domain of an address', () =>
    expect(maskedEmail('chensiqi@hengchuan.example')).toBe('c****@hengchuan.example'))
  it('leaves nothing where there is nothing', () => expect([maskedPhone(null), maskedEmail(null)]).toEqual([null, null]))
})
