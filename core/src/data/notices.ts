/** What processes tell each other over PostgreSQL's NOTIFY: ids and figures, never content. */
export type Notice =
  | { readonly kind: 'signal'; readonly origin: string; readonly channel: string; readonly message: string }
  | {
      readonly kind: 'appended'
      readonly origin: string
      readonly table: string
      readonly stream: string
      readonly from: number
      readonly to: number
    }

export const noticeChannel = 'liaison'
const separator = '\n'
/** PostgreSQL's own limit is 8,000 bytes */
const longest = 7_900

export function writeSignal(origin: string, channel: string, message: string): string {
  const text = ['s', origin, channel, message].join(separator)
  if (Buffer.byteLength(text) > longest) throw new Error(`a signal on ${channel} is longer than ${longest} bytes: send ids, not content`)
  return text
}

/** SQL that writes an `appended` notice; the arguments are SQL expressions. */
export const appendedNotice = (origin: string, table: string, stream: string, from: string, to: string): string =>
  `concat_ws(e'\\n', 'a', ${origin}, ${table}, ${stream}, ${from}, ${to})`

/** Undefined for something that this version does not know. */
export function readNotice(text: string): Notice | undefined {
  const [kind, origin = '', name = '', ...rest] = text.split(separator)
  if (kind === 's') return { kind: 'signal', origin, channel: name, message: rest.join(separator) }
  const [stream, from, to] = rest
  if (kind !== 'a' || stream === undefined) return undefined
  return { kind: 'appended', origin, table: name, stream, from: Number(from), to: Number(to) }
}
