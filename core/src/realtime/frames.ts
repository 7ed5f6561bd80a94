const slabBytes = 256 * 1024
let slab = Buffer.allocUnsafeSlow(slabBytes)
let used = 0

/** Longest UTF-8 form of a UTF-16 unit, and the longest header of an unmasked frame */
const bytesPerUnit = 3
const longestHeader = 10

/**
 * Text frames (RFC 6455, section 5.2: unmasked, unfragmented), one for each text, in one buffer that is never written again.
 * A text is encoded once, behind room for the usual header of four bytes; the header follows when the length is known.
 */
export function encodeFrames(texts: readonly string[]): Buffer {
  let most = 0
  for (const text of texts) most += text.length * bytesPerUnit + longestHeader
  if (most > slabBytes / 4) {
    const own = Buffer.allocUnsafeSlow(most)
    return own.subarray(0, writeFrames(own, 0, texts))
  }
  if (used + most > slabBytes) {
    slab = Buffer.allocUnsafeSlow(slabBytes)
    used = 0
  }
  const start = used
  used = writeFrames(slab, start, texts)
  return slab.subarray(start, used)
}

/** @returns where the next frame would begin */
function writeFrames(target: Buffer, start: number, texts: readonly string[]): number {
  let at = start
  for (const text of texts) {
    const length = target.write(text, at + 4)
    target[at] = 0x81
    if (length < 126) {
      target[at + 1] = length
      target.copyWithin(at + 2, at + 4, at + 4 + length)
      at += 2 + length
    } else if (length < 65_536) {
      target[at + 1] = 126
      target[at + 2] = length >> 8
      target[at + 3] = length & 255
      at += 4 + length
    } else {
      target.copyWithin(at + 10, at + 4, at + 4 + length)
      target[at + 1] = 127
      target.writeUInt32BE(Math.floor(length / 2 ** 32), at + 2)
      target.writeUInt32BE(length % 2 ** 32, at + 6)
      at += 10 + length
    }
  }
  return at
}

/** A ping without payload */
export const pingFrame = Buffer.from([0x89, 0])
