import { describe, expect, it } from 'vitest'
import { textOf } from './file-text.ts'

describe('the text of a file', () => {
  it('is UTF-8, with a mark or without', () => {
    expect(textOf(new TextEncoder().encode('\uFEFF姓名,账号'))).toBe('姓名,账号')
    expect(textOf(new TextEncoder().encode('姓名,账号'))).toBe('姓名,账号')
  })

  it('is GB18030 where Excel has saved it on a Chinese Windows', () => {
    // 姓名,莫小雨 and a sign of four bytes
    const bytes = [0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xc4, 0xaa, 0xd0, 0xa1, 0xd3, 0xea, 0x2c, 0x82, 0x35, 0x8f, 0x33]
    expect(textOf(new Uint8Array(bytes))).toBe('姓名,莫小雨,\u{9FA6}')
  })
})
