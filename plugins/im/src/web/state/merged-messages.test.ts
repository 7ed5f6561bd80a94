import { describe, expect, it } from 'vitest'
import type { Message } from '../../contract.ts'
import { merged } from './merged-messages.ts'

const message = (seq: number, version = 1) => ({ seq, version }) as Message
const seqs = (messages: readonly Message[]) => messages.map(({ seq }) => seq)

describe('messages that come to those known', () => {
  it('stand in their order, wherever they come', () => {
    const known = [message(3), message(4)]
    expect(seqs(merged(known, [message(5), message(6)]))).toEqual([3, 4, 5, 6])
    expect(seqs(merged(known, [message(1), message(2)]))).toEqual([1, 2, 3, 4])
    expect(seqs(merged(known, [message(6), message(2), message(5)]))).toEqual([2, 3, 4, 5, 6])
  })

  it('are there once, as their latest version', () => {
    expect(merged([message(3, 2), message(4)], [message(3), message(4, 2), message(5)])).toEqual([message(3, 2), message(4, 2), message(5)])
  })

  it('change nothing when there are none', () => {
    const known = [message(1)]
    expect(merged(known, [])).toBe(known)
  })
})
