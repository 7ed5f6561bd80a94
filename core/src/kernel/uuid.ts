import { randomFillSync } from 'node:crypto'

const digits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const pool = new Uint8Array(8 * 512)

/**
 * A source of UUIDv7 (RFC 9562), lower case. Ids of one source ascend, also within a millisecond and when the clock steps back:
 * the 12 bits behind the time count, and a full count borrows from the next millisecond.
 */
export function uuidSource(now: () => number): () => string {
  let last = 0
  let count = 0
  let position = pool.length
  return () => {
    const time = now()
    if (time > last) {
      last = time
      count = 0
    } else if (++count > 0xfff) {
      last++
      count = 0
    }
    if (position >= pool.length) {
      randomFillSync(pool)
      position = 0
    }
    const at = position
    position += 8
    const byte = (offset: number): string => digits[pool[at + offset]!]!
    const hex = last.toString(16).padStart(12, '0')
    const counted = (0x7000 | count).toString(16)
    const variant = digits[0x80 | (pool[at]! & 0x3f)]!
    return `${hex.slice(0, 8)}-${hex.slice(8)}-${counted}-${variant}${byte(1)}-${byte(2)}${byte(3)}${byte(4)}${byte(5)}${byte(6)}${byte(7)}`
  }
}
