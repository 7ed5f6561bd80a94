import type { Message } from '../../contract.ts'

/** By `seq`; of two of the same the later version. Mostly they come behind the last or before the first. */
export function merged(known: readonly Message[], fresh: readonly Message[]): readonly Message[] {
  const [first, last] = [fresh[0], fresh.at(-1)]
  if (first === undefined || last === undefined) return known
  const isInOrder = fresh.every((message, at) => at === 0 || (fresh[at - 1] as Message).seq < message.seq)
  if (isInOrder && first.seq > (known.at(-1)?.seq ?? 0)) return [...known, ...fresh]
  if (isInOrder && last.seq < (known[0]?.seq ?? 0)) return [...fresh, ...known]
  const bySeq = new Map(known.map((message) => [message.seq, message]))
  for (const message of fresh) {
    const before = bySeq.get(message.seq)
    if (before === undefined || before.version <= message.version) bySeq.set(message.seq, message)
  }
  return [...bySeq.values()].toSorted((one, other) => one.seq - other.seq)
}
