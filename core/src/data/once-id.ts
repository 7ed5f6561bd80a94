import { hash } from 'node:crypto'

const timed = /^[0-9a-f]{8}-[0-9a-f]{4}-7/
const variants = ['8', '9', 'a', 'b'] as const

/**
 * The id of a log's row from the two values that name its append: whoever appends the same again meets the row itself, and no
 * index but that of the ids has to be kept for it. A UUIDv8 (RFC 9562) of 74 bits of SHA-256 behind the time of a UUIDv7 in
 * `first`, so that rows of one time lie together; without one, of 122 bits.
 */
export function idOfOnce(first: string, second: string): string {
  const digest = hash('sha256', `${first}\u0000${second}`, 'hex')
  const time = timed.test(first) ? first.slice(0, 13) : `${digest.slice(24, 32)}-${digest.slice(32, 36)}`
  const variant = variants[Number.parseInt(digest[3]!, 16) & 3]!
  return `${time}-8${digest.slice(0, 3)}-${variant}${digest.slice(4, 7)}-${digest.slice(7, 19)}`
}
