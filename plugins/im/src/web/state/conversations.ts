import { isProblem, type PersonSummary, type Problem } from '@liaison/sdk'
import {
  type ConnectionState,
  type Live,
  live,
  type TopicEvent,
  unexpectedAnswer,
  type WebServices,
  type OutboxOutcome,
} from '@liaison/sdk/web'
import {
  type Channel,
  channelChanged,
  channelNoted,
  channelTopicOf,
  getChannel,
  listChannels,
  type Message,
  messageChanged,
  messageCreated,
  messageRecalled,
  muteChannel,
  readChannel,
  typing,
} from '../../contract.ts'
import { ChannelLog } from './channel-log.ts'
import { Drafts, Refused } from './drafts.ts'

/** How long somebody counts as typing after the last sign of it, ms */
const typingLasts = 6_000
/** People whose presence is followed at once */
const presencesFollowed = 150
/** Least time between two reading positions that are told to the server, ms */
const readInterval = 1_000

/**
 * All conversations of the person: the list with its counts, and the log of each that was opened. Counts come from the
 * numbers of messages, told by the channels' topics, not by asking.
 */
export class Conversations {
  readonly drafts: Drafts
  problem: Problem | undefined
  isLoaded = false
  readonly people = new Map<string, PersonSummary>()

  readonly #services: WebServices
  readonly #channels = new Map<string, Channel>()
  readonly #topics = new Map<string, () => void>()
  readonly #logs = new Map<string, ChannelLog>()
  readonly #online = new Map<string, boolean>()
  readonly #presences = new Map<string, () => void>()
  readonly #typing = new Map<string, Map<string, number>>()
  readonly #revision = live(0)
  readonly #unread = live(0)
  readonly #refused: Refused
  readonly #readWanted = new Map<string, number>()
  readonly #stops: (() => void)[] = []
  #readTimer: ReturnType<typeof setTimeout> | undefined
  #isDrawing = false
  #wasOffline = false

  constructor(services: WebServices) {
    this.#services = services
    this.drafts = new Drafts(services.session.me.id)
    this.#refused = new Refused(services.session.me.id)
  }

  get me(): string {
    return this.#services.session.me.id
  }
  /** Changes whenever there is something new to draw. */
  get revision(): Live<number> {
    return this.#revision
  }
  /** Messages not read, without muted channels */
  get unread(): Live<number> {
    return this.#unread
  }
  /** The most recently active first */
  get channels(): readonly Channel[] {
    return [...this.#channels.values()].toSorted((one, other) => other.lastAt.localeCompare(one.lastAt))
  }
  get(channelId: string): Channel | undefined {
    return this.#channels.get(channelId)
  }

  start(): void {
    const { realtime, outbox } = this.#services
    this.#stops.push(
      realtime.subscribe(`person:${this.me}`, { event: (event) => this.#heardOfMe(event), refetch: () => void this.load() }),
      realtime.state.subscribe((state) => this.#connectionIs(state)),
      outbox.subscribe((outcome) => this.#settled(outcome)),
    )
    void this.load()
  }

  stop(): void {
    for (const stop of [...this.#stops, ...this.#topics.values(), ...this.#presences.values()]) stop()
    clearTimeout(this.#readTimer)
    this.#topics.clear()
  }

  /** What became of a send; a refused one is kept, whether its channel is open or not. */
  #settled(outcome: OutboxOutcome): void {
    const log = this.#logs.get(outcome.entry.lane.replace(/^im:/, ''))
    if (log !== undefined) log.settled(outcome)
    else if ('problem' in outcome && outcome.entry.lane.startsWith('im:')) this.#refused.keep(outcome.entry, outcome.problem)
  }

  /** Fetches the whole list. */
  async load(): Promise<void> {
    try {
      let cursor: string | null = null
      const found: Channel[] = []
      do {
        const page: { items: readonly Channel[]; next: string | null } = await this.#services.api.call(listChannels, {
          query: { limit: 200, ...(cursor !== null && { cursor }) },
        })
        found.push(...page.items)
        cursor = page.next
      } while (cursor !== null)
      const ids = new Set(found.map(({ id }) => id))
      for (const id of this.#channels.keys()) if (!ids.has(id)) this.#drop(id)
      for (const channel of found) this.take(channel)
      this.problem = undefined
      this.isLoaded = true
    } catch (error) {
      if (!isProblem(error)) reportError(error)
      this.problem = isProblem(error) ? error : unexpectedAnswer()
    }
    this.changed()
  }

  /** Puts in a channel as the server tells it, and follows it. */
  take(told: Channel): void {
    const channel = latest(this.#channels.get(told.id), told)
    this.#channels.set(channel.id, channel)
    for (const person of [channel.person, channel.lastSender]) if (person) this.people.set(person.id, person)
    if (channel.person) this.followPresence([{ id: channel.person.id, online: channel.online }])
    if (!this.#topics.has(channel.id)) this.#follow(channel)
    this.changed()
  }

  /** Fetches one channel. @returns undefined when there is none, or it is not one's own */
  async fetch(channelId: string): Promise<Channel | undefined> {
    try {
      const channel = await this.#services.api.call(getChannel, { params: { channelId } })
      this.take(channel)
      return channel
    } catch (error) {
      if (!isProblem(error)) throw error
      if (error.status === 404) this.#drop(channelId)
      return undefined
    }
  }

  /** The log of a channel, begun when it is first asked for. */
  log(channelId: string): ChannelLog {
    let log = this.#logs.get(channelId)
    if (log === undefined) {
      const { people } = this
      log = new ChannelLog(channelId, {
        services: this.#services,
        people,
        refused: this.#refused,
        changed: this.changed,
        came: (members) => this.followPresence(members),
      })
      this.#logs.set(channelId, log)
    }
    return log
  }

  /** Names of those who are typing in a channel now. */
  typingIn(channelId: string): readonly PersonSummary[] {
    const now = Date.now()
    return [...(this.#typing.get(channelId) ?? [])].flatMap(([id, until]) => (until > now ? (this.people.get(id) ?? []) : []))
  }

  isOnline(personId: string): boolean {
    return this.#online.get(personId) ?? false
  }
  /** Follows whether people are connected, from what is known of them now. */
  followPresence(people: Iterable<{ readonly id: string; readonly online: boolean }>): void {
    for (const { id, online } of people) {
      this.#online.set(id, online)
      if (id === this.me || this.#presences.has(id) || this.#presences.size >= presencesFollowed) continue
      const event = ({ data }: TopicEvent) => {
        this.#online.set(id, (data as { online: boolean }).online)
        this.changed()
      }
      this.#presences.set(id, this.#services.realtime.subscribe(`presence:${id}`, { event }))
    }
  }

  setDraft(channelId: string, text: string): void {
    if (this.drafts.set(channelId, text)) this.changed()
  }

  /** Everything up to the newest message was seen. */
  markRead(channelId: string): void {
    const channel = this.#channels.get(channelId)
    if (channel === undefined || channel.unread === 0) return
    this.#patch(channelId, { readSeq: channel.lastSeq, readNo: channel.lastNo, unread: 0, mentions: 0 })
    this.#readWanted.set(channelId, channel.lastSeq)
    this.#readTimer ??= setTimeout(() => this.#tellRead(), readInterval / 4)
  }

  async mute(channelId: string, muted: boolean): Promise<void> {
    await this.#services.api.call(muteChannel, { params: { channelId }, body: { muted } })
    this.#patch(channelId, { muted })
  }

  /** Many changes of one moment are drawn once. */
  readonly changed = (): void => {
    if (this.#isDrawing) return
    this.#isDrawing = true
    queueMicrotask(() => {
      this.#isDrawing = false
      this.#unread.set([...this.#channels.values()].reduce((sum, { muted, unread }) => sum + (muted ? 0 : unread), 0))
      this.#revision.set(this.#revision.value + 1)
    })
  }

  /** Who was added where, or removed, is not told again after a time without connection: ask. */
  #connectionIs(state: ConnectionState): void {
    if (state === 'offline') this.#wasOffline = true
    if (state !== 'open') return
    if (this.#readWanted.size > 0) this.#tellRead()
    if (!this.#wasOffline) return
    this.#wasOffline = false
    void this.load()
  }

  #follow({ id, lastSeq }: Channel): void {
    const listener = {
      event: (event: TopicEvent) => this.#heard(id, event),
      refetch: () => void this.fetch(id).then(() => this.#logs.get(id)?.reload()),
      refused: () => this.#drop(id),
    }
    this.#topics.set(id, this.#services.realtime.subscribe(channelTopicOf(id), listener, lastSeq))
  }

  #drop(channelId: string): void {
    this.#topics.get(channelId)?.()
    this.#topics.delete(channelId)
    this.#channels.delete(channelId)
    this.#logs.delete(channelId)
    this.changed()
  }

  #heard(channelId: string, { name, seq, data }: TopicEvent): void {
    const channel = this.#channels.get(channelId)
    if (channel === undefined) return
    if (name === typing.name) return this.#heardTyping(channelId, (data as { personId: string }).personId)
    if (seq !== undefined && seq > channel.lastSeq) this.#patch(channelId, { lastSeq: seq })
    if (name === messageCreated.name) this.#heardMessage(channelId, data as Message)
    else if (name === messageChanged.name) this.#changeLast(channelId, data as Message)
    else if (name === messageRecalled.name) this.#recallLast(channelId, data as { id: string; recalledAt: string })
    else if (name === channelNoted.name) void this.fetch(channelId)
    this.#logs.get(channelId)?.heard(name, data)
  }

  #heardMessage(channelId: string, message: Message): void {
    const channel = this.#channels.get(channelId)
    this.#typing.get(channelId)?.delete(message.senderId)
    if (channel === undefined || message.no <= channel.lastNo) return
    const own = message.senderId === this.me
    const spokenTo = !own && (message.mentions.includes(this.me) || message.mentions.includes('all'))
    const lastSender = this.people.get(message.senderId) ?? null
    this.#patch(channelId, {
      lastNo: message.no,
      lastAt: message.createdAt,
      lastMessage: message,
      lastSender,
      mentions: own ? 0 : channel.mentions + (spokenTo ? 1 : 0),
      unread: own ? 0 : message.no - channel.readNo,
      ...(own && { readSeq: message.seq, readNo: message.no }),
    })
    if (lastSender === null) void this.fetch(channelId)
  }

  #heardOfMe({ name, data }: TopicEvent): void {
    if (name !== channelChanged.name) return
    const { channelId, what, readSeq = 0, readNo = 0 } = data as { channelId: string; what: string; readSeq?: number; readNo?: number }
    const channel = this.#channels.get(channelId)
    if (what === 'removed') this.#drop(channelId)
    else if (what !== 'read') void this.fetch(channelId)
    else if (channel !== undefined && readSeq >= channel.readSeq) {
      const unread = Math.max(0, channel.lastNo - readNo)
      this.#patch(channelId, { readSeq, readNo, unread, mentions: unread === 0 ? 0 : channel.mentions })
    }
  }

  #heardTyping(channelId: string, personId: string): void {
    if (personId === this.me) return
    const people = this.#typing.get(channelId) ?? new Map<string, number>()
    this.#typing.set(channelId, people.set(personId, Date.now() + typingLasts))
    this.changed()
    setTimeout(this.changed, typingLasts + 50)
  }

  #changeLast(channelId: string, message: Message): void {
    const channel = this.#channels.get(channelId)
    if (channel?.lastMessage?.id === message.id) this.#patch(channelId, { lastMessage: message })
  }

  #recallLast(channelId: string, { id, recalledAt }: { id: string; recalledAt: string }): void {
    const last = this.#channels.get(channelId)?.lastMessage
    if (last?.id === id) this.#patch(channelId, { lastMessage: { ...last, text: null, mentions: [], recalledAt } })
  }

  #patch(channelId: string, patch: Partial<Channel>): void {
    const channel = this.#channels.get(channelId)
    if (channel === undefined) return
    this.#channels.set(channelId, { ...channel, ...patch })
    this.changed()
  }

  #tellRead(): void {
    clearTimeout(this.#readTimer)
    this.#readTimer = undefined
    for (const [channelId, seq] of this.#readWanted) {
      void this.#services.api
        .call(readChannel, { params: { channelId }, body: { seq } })
        .then(() => this.#readWanted.get(channelId) === seq && this.#readWanted.delete(channelId))
        // without a connection it stays wanted, and is told when there is one again
        .catch((error: unknown) => {
          if (!isProblem(error)) reportError(error)
          else if (error.status < 500) this.#readWanted.delete(channelId)
        })
    }
  }
}

/** An answer may be older than what the topic or the reader has told meanwhile: neither messages nor reading go back. */
function latest(known: Channel | undefined, told: Channel): Channel {
  if (known === undefined) return told
  const { lastSeq, lastNo, lastAt, lastMessage, lastSender, mentions } = known.lastSeq > told.lastSeq ? known : told
  const { readSeq, readNo } = known.readNo > told.readNo ? known : told
  const unread = Math.max(0, lastNo - readNo)
  return { ...told, lastSeq, lastNo, lastAt, lastMessage, lastSender, readSeq, readNo, unread, mentions: unread === 0 ? 0 : mentions }
}
