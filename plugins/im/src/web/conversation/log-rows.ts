import type { Message } from '../../contract.ts'
import type { PendingMessage } from '../state/drafts.ts'

/** One line of the conversation as it is drawn. `key` stays with it. */
export type LogRow =
  | { readonly kind: 'day'; readonly key: string; readonly at: string }
  | { readonly kind: 'new'; readonly key: string }
  | { readonly kind: 'note'; readonly key: string; readonly message: Message }
  | { readonly kind: 'message'; readonly key: string; readonly message: Message; readonly starts: boolean }
  | { readonly kind: 'pending'; readonly key: string; readonly pending: PendingMessage; readonly starts: boolean }

/** Whether a key is that of a mark, which stays at the head of its day as rows come before it. */
export const isMark = (key: string): boolean => key === 'new' || key.startsWith('day ')

/** Messages of one person within this time stand together, ms */
const together = 5 * 60_000

interface Sources {
  readonly messages: readonly Message[]
  readonly pending: readonly PendingMessage[]
  /** Messages after this `seq`, and not one's own, are new. */
  readonly newAfter: number
  readonly me: string
}

/** What is drawn of a log: day marks, the mark before what is new, messages grouped by author, notes, what waits to be sent. */
export function logRows({ messages, pending, newAfter, me }: Sources): LogRow[] {
  const rows: LogRow[] = []
  let day = { from: Number.NaN, to: Number.NaN }
  let isNewMarked = false
  let last: { senderId: string; at: number } | undefined
  const begin = (at: string, instant: number) => {
    if (instant >= day.from && instant < day.to) return
    day = dayAround(instant)
    last = undefined
    rows.push({ kind: 'day', key: `day ${new Date(instant).toDateString()}`, at })
  }
  const starts = (senderId: string, at: number): boolean => {
    const isNext = last?.senderId === senderId && at - last.at < together
    last = { senderId, at }
    return !isNext
  }
  for (const message of messages) {
    const instant = Date.parse(message.createdAt)
    begin(message.createdAt, instant)
    if (!isNewMarked && message.seq > newAfter && message.senderId !== me && message.kind === 'message') {
      isNewMarked = true
      last = undefined
      rows.push({ kind: 'new', key: 'new' })
    }
    if (message.kind === 'system' || message.recalledAt !== null) {
      last = undefined
      rows.push({ kind: 'note', key: message.id, message })
    } else {
      const isStart = starts(message.senderId, instant) || message.replyToId !== null
      // the client's id, so that the row stays the same one when the server has stored it
      rows.push({ kind: 'message', key: message.clientId, message, starts: isStart })
    }
  }
  for (const waiting of pending) {
    begin(new Date(waiting.at).toISOString(), waiting.at)
    rows.push({ kind: 'pending', key: waiting.clientId, pending: waiting, starts: starts(me, waiting.at) })
  }
  return rows
}

/** Where the day of an instant begins and ends here. Asking the calendar for each of thousands of messages would take its time. */
function dayAround(instant: number): { from: number; to: number } {
  const start = new Date(instant).setHours(0, 0, 0, 0)
  const next = new Date(start)
  return { from: start, to: next.setDate(next.getDate() + 1) }
}
