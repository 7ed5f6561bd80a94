import type { ProblemDocument } from '../http/problem-document.ts'

/** Bytes of one frame from a client */
export const frameLimit = 64 * 1024
export const subProtocol = 'liaison.v1'
export const ticketPrefix = 'ticket.'

/** Why the server closes a socket (RFC 6455, section 7.4; 4000 and up are ours). */
export const closing = {
  /** Text was expected */
  unsupported: 1003,
  /** One bad frame after another */
  policy: 1008,
  /** The server stops; connect again */
  restart: 1012,
  /** The session ended; sign in first */
  signedOut: 4401,
  /** Viewing as somebody else has ended */
  viewEnded: 4403,
} as const

export type FrameId = string | number

export interface CallFrame {
  readonly type: 'call'
  readonly id: FrameId
  readonly operation: string
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
  /** As `If-Match` over HTTP */
  readonly version?: number
}
export interface SubscribeFrame {
  readonly type: 'subscribe'
  readonly id: FrameId
  /** Topic and the newest `seq` that the client has, as it came: checked for each topic */
  readonly topics: readonly (readonly [topic: string, after: unknown])[]
}
export type ClientFrame = CallFrame | SubscribeFrame | { readonly type: 'unsubscribe'; readonly topic: string } | { readonly type: 'ping' }

/** What is wrong with a frame, and to which it is answered. */
export interface BadFrame {
  readonly type: 'bad'
  readonly id: FrameId | null
  readonly pointer: string
  readonly message: string
}

const members: Readonly<Record<string, ReadonlySet<string>>> = {
  call: new Set(['type', 'id', 'operation', 'params', 'query', 'body', 'version']),
  subscribe: new Set(['type', 'id', 'topic', 'after', 'topics']),
  unsubscribe: new Set(['type', 'topic']),
  ping: new Set(['type']),
}

/** Reads one frame; what is not exactly in the protocol is a `bad` one. */
export function readFrame(text: string): ClientFrame | BadFrame {
  let frame: Record<string, unknown>
  try {
    frame = JSON.parse(text)
  } catch {
    return bad(null, '', 'must be JSON')
  }
  if (typeof frame !== 'object' || frame === null || Array.isArray(frame)) return bad(null, '', 'must be an object')
  const id = isFrameId(frame.id) ? frame.id : null
  const known = typeof frame.type === 'string' && Object.hasOwn(members, frame.type) ? members[frame.type] : undefined
  if (known === undefined) return bad(id, '/type', 'must be call, subscribe, unsubscribe or ping')
  for (const name in frame) if (!known.has(name)) return bad(id, `/${name}`, 'is not known')
  switch (frame.type) {
    case 'call':
      return readCall(frame, id)
    case 'subscribe':
      return readSubscribe(frame, id)
    case 'unsubscribe':
      return typeof frame.topic === 'string' ? { type: 'unsubscribe', topic: frame.topic } : bad(id, '/topic', 'must be a string')
    default:
      return { type: 'ping' }
  }
}

function readCall(frame: Record<string, unknown>, id: FrameId | null): ClientFrame | BadFrame {
  if (id === null) return noId
  if (typeof frame.operation !== 'string') return bad(id, '/operation', 'must be a string')
  if (frame.version !== undefined && !isCount(frame.version)) return bad(id, '/version', 'must be a whole number from 0')
  return frame as unknown as CallFrame
}

function readSubscribe(frame: Record<string, unknown>, id: FrameId | null): ClientFrame | BadFrame {
  if (id === null) return noId
  if (typeof frame.topic === 'string' && frame.topics === undefined) return { type: 'subscribe', id, topics: [[frame.topic, frame.after]] }
  if (frame.topic !== undefined || frame.after !== undefined || !Array.isArray(frame.topics)) {
    return bad(id, '/topic', 'one topic, or a list of topics')
  }
  if (frame.topics.length === 0) return bad(id, '/topics', 'must name a topic')
  const isPair = (pair: unknown) => Array.isArray(pair) && (pair.length === 1 || pair.length === 2) && typeof pair[0] === 'string'
  const wrong = frame.topics.findIndex((pair) => !isPair(pair))
  if (wrong >= 0) return bad(id, `/topics/${wrong}`, 'must be [topic] or [topic, after]')
  // A client that has nothing yet may write null in the place of `after`.
  return { type: 'subscribe', id, topics: frame.topics.map(([topic, after]: [string, unknown]) => [topic, after ?? undefined]) }
}

export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isFrameId = (value: unknown): value is FrameId =>
  typeof value === 'string' ? value.length > 0 && value.length <= 64 : Number.isSafeInteger(value)
const bad = (id: FrameId | null, pointer: string, message: string): BadFrame => ({ type: 'bad', id, pointer, message })
const noId = bad(null, '/id', 'must be a string of 1 to 64 characters, or a whole number')

/** Topics are written into frames as they are: `<name>:<id>`, nothing that JSON would escape. */
const topicShape = /^([a-z][a-z0-9.-]{0,63}):([A-Za-z0-9_-]{1,64})$/
export function readTopic(name: string): { name: string; id: string } | undefined {
  const match = topicShape.exec(name)
  return match === null ? undefined : { name: match[1]!, id: match[2]! }
}

export const pong = '{"type":"pong"}'
export const subscribedText = (id: FrameId, topic: string, seq: number): string =>
  `{"type":"subscribed","id":${JSON.stringify(id)},"topic":"${topic}","seq":${seq}}`
export const refetchText = (topic: string, seq: number): string => `{"type":"refetch","topic":"${topic}","seq":${seq}}`
export const resultText = (id: FrameId, status: number, body: string | undefined): string =>
  body === undefined
    ? `{"type":"result","id":${JSON.stringify(id)},"status":${status}}`
    : `{"type":"result","id":${JSON.stringify(id)},"status":${status},"body":${body}}`

/** @param about - the frame it answers, or the topic of a subscription that was refused or has ended */
export const problemText = (about: { id?: FrameId | null; topic?: string }, problem: ProblemDocument): string =>
  JSON.stringify({ type: 'problem', id: about.id ?? null, ...(about.topic !== undefined && { topic: about.topic }), problem })
