import type { BlockedContent, Problem } from '@liaison/sdk'
import type { OutboxEntry } from '@liaison/sdk/web'
import type { Message } from '../../contract.ts'
import { blockedOf } from '../conversation/blocked-words.ts'

/** Words that were typed and not sent, one text a channel, kept on this device for one person. */
export class Drafts {
  readonly #prefix: string
  readonly #known = new Map<string, string>()

  constructor(personId: string) {
    this.#prefix = `liaison.im.draft.${personId}.`
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(this.#prefix)) this.#known.set(key.slice(this.#prefix.length), localStorage.getItem(key) ?? '')
    }
  }

  of(channelId: string): string {
    return this.#known.get(channelId) ?? ''
  }
  /** @returns whether there is a draft now and was none, or the other way round */
  set(channelId: string, text: string): boolean {
    const had = this.of(channelId).trim() !== ''
    if (text === '') {
      this.#known.delete(channelId)
      localStorage.removeItem(this.#prefix + channelId)
    } else {
      this.#known.set(channelId, text)
      localStorage.setItem(this.#prefix + channelId, text)
    }
    return had !== (text.trim() !== '')
  }
}

/** A message of one's own that the server does not have yet, or has refused. */
export interface PendingMessage {
  readonly clientId: string
  readonly channelId: string
  readonly text: string
  readonly mentions: readonly string[]
  readonly replyToId: string | null
  /** ms since 1970 */
  readonly at: number
  /** Why the server refused it; undefined while it waits to be sent */
  readonly refused?: string
  /** What a content rule said, when it was one */
  readonly blocked?: BlockedContent
}

/** What waits in the outbox, as it is drawn. */
export function pendingOf({ id, at, input }: OutboxEntry): PendingMessage {
  const { channelId } = input.params as { channelId: string }
  const { text, mentions = [], replyToId = null } = input.body as { text: string; mentions?: string[]; replyToId?: string }
  return { clientId: id, channelId, text, mentions, replyToId, at }
}

export const isSame = (message: Message, pending: PendingMessage): boolean => message.clientId === pending.clientId

/** Messages that the server refused: kept on this device until they are sent again or thrown away. */
export class Refused {
  readonly #key: string

  constructor(personId: string) {
    this.#key = `liaison.im.refused.${personId}`
  }

  of(channelId: string): PendingMessage[] {
    return this.#all().filter((message) => message.channelId === channelId)
  }
  /** Keeps what the server refused, also in a channel that nobody looks at. */
  keep(entry: OutboxEntry, problem: Problem): PendingMessage {
    const blocked = blockedOf(problem)
    const message = { ...pendingOf(entry), refused: problem.type, ...(blocked !== undefined && { blocked }) }
    this.#store([...this.#all().filter(({ clientId }) => clientId !== message.clientId), message])
    return message
  }
  remove(clientId: string): void {
    this.#store(this.#all().filter((message) => message.clientId !== clientId))
  }

  #all(): PendingMessage[] {
    return JSON.parse(localStorage.getItem(this.#key) ?? '[]') as PendingMessage[]
  }
  #store(messages: readonly PendingMessage[]): void {
    if (messages.length === 0) localStorage.removeItem(this.#key)
    else localStorage.setItem(this.#key, JSON.stringify(messages))
  }
}
