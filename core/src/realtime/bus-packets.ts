import type { BusMessage } from './bus.ts'

/** UTF-8 bytes of one packet; PostgreSQL takes payloads below 8,000. */
const packetLimit = 7_500
/** Bytes of JSON in one part, so that its own escaping fits in, too */
const partLimit = 3_000

/** A packet holds whole messages, or one part of a message that is too long for a packet. */
type Packet =
  | { readonly from: string; readonly messages: readonly BusMessage[] }
  | { readonly from: string; readonly part: string; readonly index: number; readonly of: number }

/** Turns messages into packets, in order. */
export function createPacker(processId: string): (messages: readonly BusMessage[]) => string[] {
  return (messages) => {
    const packets: string[] = []
    let together: BusMessage[] = []
    let size = 0
    const close = (): void => {
      if (together.length > 0) packets.push(JSON.stringify({ from: processId, messages: together } satisfies Packet))
      together = []
      size = 0
    }
    for (const message of messages) {
      const text = JSON.stringify(message)
      const bytes = Buffer.byteLength(text)
      if (size + bytes > packetLimit - 100) close()
      if (bytes > packetLimit - 100) packets.push(...partsOf(processId, text))
      else {
        together.push(message)
        size += bytes + 1
      }
    }
    close()
    return packets
  }
}

function partsOf(processId: string, text: string): string[] {
  // Base64 has nothing that JSON would escape and no character that could be cut in two.
  const encoded = Buffer.from(text).toString('base64')
  const of = Math.ceil(encoded.length / partLimit)
  return Array.from({ length: of }, (_, index) =>
    JSON.stringify({ from: processId, part: encoded.slice(index * partLimit, (index + 1) * partLimit), index, of } satisfies Packet),
  )
}

/** Turns packets back into messages; undefined for this process's own, and for parts until the last is there. */
export function createUnpacker(processId: string): (packet: string) => { from: string; messages: readonly BusMessage[] } | undefined {
  const unfinished = new Map<string, string[]>()
  return (text) => {
    const packet = JSON.parse(text) as Packet
    const { from } = packet
    if (from === processId) return undefined
    if ('messages' in packet) return packet
    const parts = packet.index === 0 ? [] : (unfinished.get(from) ?? [])
    // A part that does not follow belongs to a message whose beginning was lost.
    if (parts.length !== packet.index) return void unfinished.delete(from)
    parts.push(packet.part)
    unfinished.set(from, parts)
    if (parts.length < packet.of) return undefined
    unfinished.delete(from)
    return { from, messages: [JSON.parse(Buffer.from(parts.join(''), 'base64').toString()) as BusMessage] }
  }
}
