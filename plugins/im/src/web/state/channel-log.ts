import type { PersonSummary, Problem } from '@liaison/sdk'
import { isProblem, notFound } from '@liaison/sdk'
import { newId, type OutboxOutcome, unexpectedAnswer, type WebServices } from '@liaison/sdk/web'
import {
  changeMessage,
  getMessage,
  listMembers,
  listMessages,
  type Member,
  type Message,
  messageChanged,
  messageCreated,
  messageRecalled,
  channelNoted,
  readMoved,
  recallMessage,
  sendMessage,
} from '../../contract.ts'
import { merged } from './merged-messages.ts'
import { isSame, type PendingMessage, pendingOf, type Refused } from './drafts.ts'

const pageSize = 50
/** So many are fetched at once for a message that is not far back: as many as a page may hold */
const furthestPage = 200
/** Up to so many members each message of one's own says how many have read it. */
const countedUpTo = 50

/** Where the log is told from, and what it tells. */
export interface LogSurroundings {
  readonly services: WebServices
  readonly people: Map<string, PersonSummary>
  readonly refused: Refused
  /** Something to draw has changed */
  changed(): void
  /** Who is in the channel, and connected now */
  came(members: readonly { readonly id: string; readonly online: boolean }[]): void
}

const laneOf = (channelId: string): string => `im:${channelId}`

/** The messages of one channel as far as they are known here, by `seq`, with those that wait to be sent. */
export class ChannelLog {
  readonly channelId: string
  messages: readonly Message[] = []
  pending: readonly PendingMessage[] = []
  members: readonly Member[] | undefined
  problem: Problem | undefined
  /** The first page is there. */
  isLoaded = false
  hasOlder = true
  isLoadingOlder = false
  /** What is known here ends before the newest: somebody went to a message far back. */
  hasNewer = false
  /** Messages after this were new when the channel was opened. */
  newAfter = Number.POSITIVE_INFINITY

  readonly #around: LogSurroundings
  readonly #quoted = new Map<string, Message | undefined>()
  readonly #readSeqs = new Map<string, number>()
  readonly #recalledTexts = new Map<string, string>()
  #loading: Promise<void> | undefined
  #isLoadingNewer = false
  #justBlocked: PendingMessage | undefined

  constructor(channelId: string, around: LogSurroundings) {
    this.channelId = channelId
    this.#around = around
  }

  /** Fetches the newest page and the members, unless they are there. */
  load(): Promise<void> {
    this.#loading ??= this.#load()
    return this.#loading
  }

  async reload(): Promise<void> {
    this.#loading = undefined
    await this.load()
  }

  /** @param limit - messages; more for somebody who looks for one far back */
  async loadOlder(limit = pageSize): Promise<void> {
    const oldest = this.messages[0]
    if (!this.hasOlder || this.isLoadingOlder || oldest === undefined) return
    this.isLoadingOlder = true
    this.#around.changed()
    try {
      await this.#page({ before: oldest.seq, limit })
    } catch (error) {
      this.#fail(error)
    } finally {
      this.isLoadingOlder = false
      this.#around.changed()
    }
  }

  /** Goes on from a part far back towards the newest. */
  async loadNewer(): Promise<void> {
    const newest = this.messages.at(-1)
    if (!this.hasNewer || this.#isLoadingNewer || newest === undefined) return
    this.#isLoadingNewer = true
    try {
      await this.#page({ after: newest.seq, limit: pageSize })
    } catch (error) {
      this.#fail(error)
    } finally {
      this.#isLoadingNewer = false
      this.#around.changed()
    }
  }

  /** Leaves a part far back for the newest page. */
  async toNewest(): Promise<void> {
    if (this.hasNewer) await this.reload()
  }

  /**
   * Fetches what is around a message that is not known here: the way to it when it is near, else only its surroundings.
   * @returns whether it is known now
   */
  async reach(messageId: string): Promise<boolean> {
    try {
      const { seq, channelId } = this.quoted(messageId) ?? (await this.#around.services.api.call(getMessage, { params: { messageId } }))
      if (channelId !== this.channelId) return false
      const oldest = this.messages[0]?.seq ?? 0
      if (seq < oldest && oldest - seq <= furthestPage) await this.#page({ before: oldest, limit: furthestPage })
      else await this.#page({ before: seq + pageSize / 2, limit: pageSize }, 'alone')
    } catch (error) {
      if (isProblem(error) && error.type === notFound.type) return false
      this.#fail(error)
    }
    this.#around.changed()
    return this.messages.some(({ id }) => id === messageId)
  }

  /** Members and how far each has read; fetched anew when somebody came or went. */
  async loadMembers(): Promise<void> {
    const members: Member[] = []
    let cursor: string | null = null
    do {
      const page: { items: readonly Member[]; next: string | null } = await this.#around.services.api.call(listMembers, {
        params: { channelId: this.channelId },
        query: { limit: 200, ...(cursor !== null && { cursor }) },
      })
      members.push(...page.items)
      cursor = page.next
    } while (cursor !== null)
    this.members = members
    this.#around.came(members.map(({ person, online }) => ({ id: person.id, online })))
    for (const { person, readSeq } of members) {
      this.#around.people.set(person.id, person)
      this.#readSeqs.set(person.id, Math.max(readSeq, this.#readSeqs.get(person.id) ?? 0))
    }
    this.#around.changed()
  }

  person(id: string): PersonSummary | undefined {
    return this.#around.people.get(id)
  }

  /** The message that another one replies to; fetched when it is none of those shown. */
  quoted(id: string): Message | undefined {
    const shown = this.messages.find((message) => message.id === id)
    if (shown !== undefined) return shown
    if (!this.#quoted.has(id)) {
      this.#quoted.set(id, undefined)
      void this.#around.services.api
        .call(getMessage, { params: { messageId: id } })
        .then((message) => {
          this.#quoted.set(id, message)
          this.#around.changed()
        })
        .catch(ignoreProblem)
    }
    return this.#quoted.get(id)
  }

  /** How many have read a message and how many have not; undefined where only asking for the lists tells. */
  receipt(message: Message): { read: number; unread: number } | undefined {
    const others = this.members?.filter(({ person }) => person.id !== message.senderId)
    if (others === undefined || others.length === 0 || others.length >= countedUpTo) return undefined
    const there = others.filter(({ joinedAt, person }) => joinedAt <= message.createdAt || this.#readSeqOf(person.id) >= message.seq)
    const read = there.filter(({ person }) => this.#readSeqOf(person.id) >= message.seq).length
    return { read, unread: there.length - read }
  }

  /** Keeps a message on this device and sends it as soon as may be. */
  async send(text: string, mentions: readonly string[], replyToId: string | null): Promise<void> {
    await this.toNewest()
    const clientId = newId()
    await this.#queue({ clientId, channelId: this.channelId, text, mentions, replyToId, at: Date.now() })
  }

  /** Sends what was refused, or waits, once more. */
  async retry(pending: PendingMessage): Promise<void> {
    const { outbox } = this.#around.services
    if (pending.refused === undefined) return outbox.wake()
    this.discardShown(pending.clientId)
    const { refused: _, blocked: _blocked, ...message } = pending
    await this.#queue(message)
  }

  /** What a content rule has just refused, once: for whoever writes it anew. */
  takeBlocked(): PendingMessage | undefined {
    const blocked = this.#justBlocked
    this.#justBlocked = undefined
    return blocked
  }

  async discard(pending: PendingMessage): Promise<void> {
    await this.#around.services.outbox.withdraw(pending.clientId)
    this.discardShown(pending.clientId)
  }

  async change(message: Message, text: string, mentions: readonly string[]): Promise<void> {
    const body = { text, ...(mentions.length > 0 && { mentions: [...mentions] }) }
    this.#replace(
      await this.#around.services.api.call(changeMessage, { params: { messageId: message.id }, body }, { version: message.version }),
    )
  }

  /** What one has taken back oneself on this page, to write it anew. */
  recalledText(messageId: string): string | undefined {
    return this.#recalledTexts.get(messageId)
  }

  async recall(message: Message): Promise<void> {
    if (message.text !== null) this.#recalledTexts.set(message.id, message.text)
    this.#replace(await this.#around.services.api.call(recallMessage, { params: { messageId: message.id } }))
  }

  /** What the channel's topic told. */
  heard(name: string, data: unknown): void {
    if (name === messageCreated.name) this.#came([data as Message])
    else if (name === channelNoted.name) {
      this.#came([(data as { message: Message }).message])
      void this.loadMembers().catch(ignoreProblem)
    } else if (name === messageChanged.name) this.#replace(data as Message)
    else if (name === messageRecalled.name) this.#recalled(data as { id: string; recalledAt: string })
    else if (name === readMoved.name) {
      for (const { personId, seq } of (data as { readers: { personId: string; seq: number }[] }).readers)
        this.#readSeqs.set(personId, Math.max(seq, this.#readSeqs.get(personId) ?? 0))
      this.#around.changed()
    }
  }

  /** What became of one of our sends. */
  settled(outcome: OutboxOutcome): void {
    if ('reply' in outcome) return this.#came([outcome.reply as Message])
    const refused = this.#around.refused.keep(outcome.entry, outcome.problem)
    this.pending = this.pending.map((one) => (one.clientId === refused.clientId ? refused : one))
    if (refused.blocked !== undefined) this.#justBlocked = refused
    this.#around.changed()
  }

  async #load(): Promise<void> {
    try {
      this.problem = undefined
      const [waiting] = await Promise.all([this.#waiting(), this.#page({}), this.loadMembers()])
      this.pending = [...this.#around.refused.of(this.channelId), ...waiting].toSorted((one, other) => one.at - other.at)
      this.isLoaded = true
      this.#insert([])
    } catch (error) {
      this.#loading = undefined
      this.#fail(error)
    }
    this.#around.changed()
  }

  /** @param place - `alone`: apart from what was known, which is dropped */
  async #page(query: { before?: number; after?: number; limit?: number }, place?: 'alone'): Promise<void> {
    const page = await this.#around.services.api.call(listMessages, {
      params: { channelId: this.channelId },
      query: { limit: pageSize, ...query },
    })
    for (const person of page.people) this.#around.people.set(person.id, person)
    for (const message of page.quoted) this.#quoted.set(message.id, message)
    const newest = this.messages.at(-1)
    const first = page.items[0]
    const isNewest = query.before === undefined && query.after === undefined
    // a newest page that does not reach what is known here leaves a gap behind it: begin anew
    const leavesGap = isNewest && newest !== undefined && first !== undefined && page.next !== null && first.seq > newest.seq + 1
    if (leavesGap || place === 'alone') this.messages = []
    if (query.after !== undefined) this.hasNewer = page.next !== null
    else {
      if (isNewest || place === 'alone') this.hasNewer = !isNewest
      if (!isNewest || this.messages.length === 0 || (first?.seq ?? 0) <= this.messages[0]!.seq) this.hasOlder = page.next !== null
    }
    this.#insert(page.items)
  }

  async #waiting(): Promise<PendingMessage[]> {
    const entries = await this.#around.services.outbox.waiting(laneOf(this.channelId))
    return entries.map(pendingOf)
  }

  async #queue(message: PendingMessage): Promise<void> {
    this.pending = [...this.pending, message]
    this.#around.changed()
    const { clientId, channelId, text, mentions, replyToId } = message
    const body = { clientId, text, ...(mentions.length > 0 && { mentions: [...mentions] }), ...(replyToId !== null && { replyToId }) }
    await this.#around.services.outbox.add(laneOf(channelId), sendMessage, { params: { channelId }, body }, clientId)
  }

  discardShown(clientId: string): void {
    this.#around.refused.remove(clientId)
    this.pending = this.pending.filter((pending) => pending.clientId !== clientId)
    this.#around.changed()
  }

  /** What is said now does not follow a part far back. */
  #came(fresh: readonly Message[]): void {
    if (!this.hasNewer) return this.#insert(fresh)
    this.pending = this.pending.filter((pending) => !fresh.some((message) => isSame(message, pending)))
    this.#around.changed()
  }

  #insert(fresh: readonly Message[]): void {
    for (const message of fresh) {
      if (this.#around.people.get(message.senderId) === undefined && this.isLoaded) void this.loadMembers().catch(ignoreProblem)
      this.#readSeqs.set(message.senderId, Math.max(message.seq, this.#readSeqs.get(message.senderId) ?? 0))
    }
    this.messages = merged(this.messages, fresh)
    if (this.pending.length > 0) this.pending = this.pending.filter((pending) => !this.messages.some((message) => isSame(message, pending)))
    this.#around.changed()
  }

  #replace(message: Message): void {
    this.messages = this.messages.map((known) => (known.id === message.id && known.version <= message.version ? message : known))
    if (this.#quoted.has(message.id)) this.#quoted.set(message.id, message)
    this.#around.changed()
  }

  #recalled({ id, recalledAt }: { id: string; recalledAt: string }): void {
    const empty = (message: Message): Message => ({ ...message, text: null, mentions: [], fileIds: [], recalledAt })
    this.messages = this.messages.map((known) => (known.id === id ? empty(known) : known))
    const quoted = this.#quoted.get(id)
    if (quoted !== undefined) this.#quoted.set(id, empty(quoted))
    this.#around.changed()
  }

  #readSeqOf(personId: string): number {
    return this.#readSeqs.get(personId) ?? 0
  }

  #fail(error: unknown): void {
    if (!isProblem(error)) reportError(error)
    this.problem = isProblem(error) ? error : unexpectedAnswer()
  }
}

/** What was fetched in passing may fail: it is fetched again when it is needed. Bugs are told. */
function ignoreProblem(error: unknown): void {
  if (!isProblem(error)) reportError(error)
}
