import { expect, it } from 'vitest'
import { strengthOf } from './strength.ts'

it.each([
  ['short', 0],
  ['1234567890', 1],
  ['aaaaaaaaaaaa', 1],
  ['abcdefghijk', 1],
  ['kw8dq3mzt5', 2],
  ['Kw8-dq3-Mz!', 3],
  ['correct horse battery', 4],
  ['长江后浪推前浪一浪高', 4],
] as const)('%s is worth %i', (password, strength) => expect(strengthOf(password, 10)).toBe(strength))
