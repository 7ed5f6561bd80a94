import { describe, expect, it } from 'vitest'
import { isIdNumber } from './id-number.ts'

describe('the number of an identity card', () => {
  it.each(['11010519491231002X', '440524188001010014'])('is %s', (number) => expect(isIdNumber(number)).toBe(true))
  it.each([
    ['a wrong check', '110105194912310021'],
    ['an exchanged pair of digits', '11010519491213002X'],
    ['a day that does not exist', '11010519490230002X'],
    ['too short', '1101051949123100'],
    ['a small x', '11010519491231002x'],
    ['nothing', ''],
  ])('is not one with %s', (_what, number) => expect(isIdNumber(number)).toBe(false))
})
