import { define, each, empty, icon, LocalizeController, partsStyles, SessionController, skeletonRows } from '@liaison/sdk/web'
import { chevronDown, messagesSquare, squarePen } from '@liaison/sdk/icons'
import { html, LitElement, nothing } from 'lit'
import { type Channel, imSend } from '../../contract.ts'
import { looksExternal } from '../channel-title.ts'
import { ConversationWantedEvent } from '../im-events.ts'
import { ConversationsController } from '../state/conversations-controller.ts'
import { styles } from './channel-list.styles.ts'
import { channelRow } from './channel-row.ts'

const filters = ['all', 'unread', 'mentions', 'external'] as const
type Filter = (typeof filters)[number]
const groups = ['together', 'external', 'direct'] as const
type Group = (typeof groups)[number]

const groupOf = (channel: Channel, isExternal: boolean): Group =>
  isExternal ? 'external' : channel.kind === 'direct' ? 'direct' : 'together'
const passes: Record<Filter, (channel: Channel) => boolean> = {
  all: () => true,
  unread: ({ unread }) => unread > 0,
  mentions: ({ mentions }) => mentions > 0,
  external: ({ external }) => external,
}

/** The list pane: conversations in groups, with filters. @fires ln-im-conversation-wanted */
export class LnImChannelList extends LitElement {
  static override properties = {
    channelId: { attribute: false },
    isMain: { attribute: false },
    filter: { state: true },
    folded: { state: true },
  }
  static override styles = [partsStyles, styles]
  declare channelId: string | undefined
  /** On a phone the list is all there is. */
  declare isMain: boolean
  declare filter: Filter
  declare folded: ReadonlySet<Group>

  #conversations = new ConversationsController(this)
  #localize = new LocalizeController(this)
  #session = new SessionController(this)

  constructor() {
    super()
    this.filter = 'all'
    this.folded = new Set()
  }

  override render() {
    const words = this.#localize
    return html`<section class="ln-list" role=${this.isMain ? 'main' : nothing} aria-label=${words.text('im.conversations')}>
      <header class="ln-head">
        <h1 tabindex="-1">${words.text('im.title')}</h1>
        <div class="ln-head-end">
          ${
            this.#session.may(imSend)
              ? html`<button
                  class="ln-button is-icon is-quiet"
                  aria-label=${words.text('im.start')}
                  title=${words.text('im.start')}
                  @click=${this.#onStart}
                >
                  ${icon(squarePen)}
                </button>`
              : nothing
          }
        </div>
      </header>
      <div class="im-filters" role="group" aria-label=${words.text('im.filter')}>
        ${this.#filters.map((filter) => this.#filter(filter))}
      </div>
      <div class="ln-scroll im-list" @keydown=${this.#onKey}>${this.#body()}</div>
      <ln-resizer name="im.list" min="240" max="400"></ln-resizer>
    </section>`
  }

  get #filters(): readonly Filter[] {
    return this.#session.me.kind === 'internal' ? filters : filters.filter((filter) => filter !== 'external')
  }
  #filter(filter: Filter) {
    const unread = this.#conversations.state.unread.value
    const count = filter === 'unread' && unread > 0 ? ` ${this.#localize.number(unread)}` : ''
    return html`<button class="im-filter" aria-pressed=${this.filter === filter ? 'true' : 'false'} @click=${() => (this.filter = filter)}>
      ${this.#localize.text(`im.filter.${filter}`)}${count}
    </button>`
  }

  #body() {
    const { state } = this.#conversations
    const words = this.#localize
    if (!state.isLoaded)
      return state.problem
        ? html`<ln-problem .problem=${state.problem} retry @ln-retry=${() => state.load()}></ln-problem>`
        : html`<div aria-busy="true" aria-label=${words.text('im.loading')}>${skeletonRows(8)}</div>`
    const shown = state.channels.filter((channel) => passes[this.filter](channel) || channel.id === this.channelId)
    if (shown.length === 0) {
      const none = this.filter === 'all' ? 'im.none' : `im.none.${this.filter}`
      const start = html`<button class="ln-button" @click=${this.#onStart}>${words.text('im.start')}</button>`
      return empty({
        icon: messagesSquare,
        title: words.text(none),
        ...(this.filter === 'all' && { text: words.text('im.none.text'), action: start }),
      })
    }
    return groups.map((group) =>
      this.#group(
        group,
        shown.filter((channel) => groupOf(channel, looksExternal(channel, this.#session.me)) === group),
      ),
    )
  }

  #group(group: Group, channels: readonly Channel[]) {
    if (channels.length === 0) return nothing
    const { state } = this.#conversations
    const isFolded = this.folded.has(group)
    const row = (channel: Channel) =>
      channelRow(channel, {
        me: state.me,
        words: this.#localize,
        draft: state.drafts.of(channel.id),
        isCurrent: channel.id === this.channelId,
        isExternal: looksExternal(channel, this.#session.me),
        isOnline: channel.person !== null && (channel.person.id === state.me || state.isOnline(channel.person.id)),
      })
    return html`<section>
      <h2 class="ln-section-head">
        <button class="im-fold" aria-expanded=${isFolded ? 'false' : 'true'} @click=${() => this.#fold(group)}>
          ${icon(chevronDown, 14)}${this.#localize.text(`im.group.${group}`)}
        </button>
      </h2>
      ${each(isFolded ? channels.filter(({ id }) => id === this.channelId) : channels, ({ id }) => id, row)}
    </section>`
  }

  #fold(group: Group) {
    const folded = new Set(this.folded)
    if (!folded.delete(group)) folded.add(group)
    this.folded = folded
  }
  #onStart() {
    this.dispatchEvent(new ConversationWantedEvent())
  }
  /** Arrows go from conversation to conversation. */
  #onKey(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('.im-convo')]
    const present = rows.indexOf((event.target as HTMLElement).closest<HTMLElement>('.im-convo') as HTMLElement)
    const next = rows[present + (event.key === 'ArrowDown' ? 1 : -1)]
    if (present === -1 || next === undefined) return
    event.preventDefault()
    next.focus()
  }
}
define('ln-im-channel-list', LnImChannelList)
