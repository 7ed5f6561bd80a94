import { describe, expect, it } from 'vitest'
import { isCommon } from './common-passwords.ts'
import { isLike } from './password-rules.ts'

describe('common passwords', () => {
  it.each([
    'password123',
    'P@ssw0rd',
    'woaini1314',
    '5201314a',
    'Admin@123',
    'qwertyuiop',
    '1qaz2wsx',
    'abcdefghij',
    '0987654321',
    '13812345678',
    '19880808',
    'aaaaaaaaaaaa',
    'abababababab',
    'huawei@123',
  ])('include %s', (password) => expect(isCommon(password)).toBe(true))

  it.each(['correct horse battery', '长江后浪推前浪一浪高', 'tR7-kd2-Wq9', 'demo-company-2026'])('do not include %s', (password) =>
    expect(isCommon(password)).toBe(false),
  )
})

describe('passwords like the account', () => {
  it.each([
    ['chensiqi', 'chensiqi'],
    ['ChenSiqi2026', 'chensiqi'],
    ['@chensiqi!!', 'chensiqi'],
    ['陈思齐19880808', '陈思齐'],
    ['admin12345678', 'admin'],
  ])('%s for %s', (password, account) => expect(isLike(password, account)).toBe(true))

  it.each([
    ['admin keeps the house', 'admin'],
    ['correct horse battery', 'x'],
    ['correct horse battery', 'chensiqi'],
  ])('not %s for %s', (password, account) => expect(isLike(password, account)).toBe(false))
})
