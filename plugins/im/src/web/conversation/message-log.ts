import { isProblem, type PersonSummary } from '@liaison/sdk'
import {
  define,
  each,
  empty,
  icon,
  LocalizeController,
  menu,
  type MenuItem,
  partsStyles,
  SessionController,
  skeletonRows,
  ToastController,
} from '@liaison/sdk/web'
import { arrowDown, copy, cornerUpLeft, messageSquareText, pencil, reply } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { imReaders, imSend, type Message } from '../../contract.ts'
import { MessageChosenEvent, RewriteWantedEvent } from '../im-events.ts'
import type { ChannelLog } from '../state/channel-log.ts'
import { ConversationsController } from '../state/conversations-controller.ts'
import { type LogRow, logRows } from './log-rows.ts'
import { styles } from './message-log.styles.ts'
import { drawRow, type RowContext, rowDependsOn } from './message-rows.ts'
import './readers.ts'
import { RowWindow } from './row-window.ts'
import type { Sought } from './sought.ts'

/**
 * The messages of a channel. However long it is, a window of rows is in the page; it moves with the reader and keeps his place.
 * @fires ln-im-message-chosen
 * @fires ln-im-rewrite-wanted
 */
export class LnImMessageLog extends LitElement {
  static override properties = {
    channelId: { attribute: false },
    sought: { attribute: false },
    chosen: { state: true },
    isMenuOpen: { state: true },
    asked: { state: true },
    focusKey: { state: true },
    nearKey: { state: true },
  }
  static override styles = [partsStyles, styles]
  declare channelId: string
  /** Brought into view, with the focus */
  declare sought: Sought | undefined
  /** Whose menu is open */
  declare chosen: Message | undefined
  declare isMenuOpen: boolean
  /** Whose readers are shown */
  declare asked: Message | undefined
  declare focusKey: string | undefined
  /** The row under the pointer, or that has the focus: only it has its tools, which would be half of all there is in the page. */
  declare nearKey: string | undefined

  #conversations = new ConversationsController(this)
  #localize = new LocalizeController(this)
  #session = new SessionController(this)
  #toasts = new ToastController(this)
  #window = new RowWindow(this, () => this.renderRoot.querySelector<HTMLElement>('.im-scroll') ?? undefined)
  #rows: readonly LogRow[] = []
  #keys: readonly string[] = []
  /** What the rows were made of: scrolling makes none anew. */
  #rowsOf: readonly unknown[] = []
  #wanted: string | undefined
  /** The one among them that gets the focus */
  #goal: string | undefined

  constructor() {
    super()
    this.isMenuOpen = false
  }

  override connectedCallback() {
    super.connectedCallback()
    // `toggle` does not bubble
    this.renderRoot.addEventListener('toggle', this.#onToggle, { capture: true })
    document.addEventListener('visibilitychange', this.#onSeen)
    window.addEventListener('focus', this.#onSeen)
  }
  override disconnectedCallback() {
    super.disconnectedCallback()
    this.#window.dispose()
    this.renderRoot.removeEventListener('toggle', this.#onToggle, { capture: true })
    document.removeEventListener('visibilitychange', this.#onSeen)
    window.removeEventListener('focus', this.#onSeen)
  }

  override willUpdate(changed: PropertyValues<this>) {
    const { state } = this.#conversations
    const log = this.#log
    if (changed.has('channelId')) {
      this.#window.reset()
      this.focusKey = undefined
      const channel = state.get(this.channelId)
      log.newAfter = channel !== undefined && channel.unread > 0 ? channel.readSeq : Number.POSITIVE_INFINITY
      void log.load()
    }
    const { messages, pending, newAfter } = log
    const key = [messages, pending, newAfter, new Date().toDateString()]
    if (key.some((one, at) => one !== this.#rowsOf[at])) {
      this.#rowsOf = key
      this.#rows = logRows({ messages, pending, newAfter, me: state.me })
      this.#keys = this.#rows.map(({ key: own }) => own)
    }
    this.#window.goesOn = log.hasNewer
    this.#window.settle(this.#keys)
  }

  override render() {
    const words = this.#localize
    const log = this.#log
    const shown = this.#rows.slice(this.#window.from, this.#window.to)
    const context = this.#context(log)
    return html`<div class="im-scroll" @scroll=${this.#onScroll}>
        <div
          class="im-log"
          role="log"
          aria-label=${words.text('im.messages')}
          aria-busy=${log.isLoaded ? 'false' : 'true'}
          @keydown=${this.#onKey}
          @pointerover=${this.#onNear}
          @focusin=${this.#onNear}
        >
          ${this.#top(log)}
          ${each(
            shown,
            ({ key }) => key,
            (row) => guard(rowDependsOn(row, context), () => drawRow(row, context)),
          )}
        </div>
      </div>
      ${this.#jump()} ${menu({ id: 'message-menu', label: words.text('im.more'), items: this.#items() })}
      <ln-im-readers id="readers" popover class="ln-popover" data-place="top-end" .message=${this.asked} .log=${log}></ln-im-readers>`
  }

  override updated(changed: PropertyValues<this>) {
    this.#window.keepPlace()
    if (changed.has('sought') && this.sought !== undefined) void this.#goTo(this.sought)
    if (this.#wanted !== undefined) void this.#find(this.#wanted)
    this.#onSeen()
  }

  #context(log: ChannelLog): RowContext {
    const { me } = this.#session
    const own: PersonSummary = log.person(me.id) ?? { id: me.id, name: me.name, kind: me.kind, affiliation: null, disabled: false }
    const lastMessage = this.#rows.findLast(({ kind }) => kind === 'message')?.key
    const isFocusShown = this.#rows.slice(this.#window.from, this.#window.to).some(({ key }) => key === this.focusKey)
    return {
      log,
      me: own,
      words: this.#localize,
      isOffline: this.#conversations.isOffline,
      canSend: this.#session.may(imSend),
      namesReaders: this.#session.has(imReaders),
      openId: this.isMenuOpen ? this.chosen?.id : undefined,
      nearKey: this.nearKey,
      focusKey: isFocusShown ? this.focusKey : lastMessage,
      reply: (message) => this.#choose(message, 'reply'),
      edit: (message) => this.#choose(message, 'edit'),
      more: (message, event) => this.#openMenu(message, event),
      readers: (message) => (this.asked = message),
      show: (messageId) => void this.#find(messageId),
      retry: (pending) => void log.retry(pending),
      discard: (pending) => void log.discard(pending),
      rewrite: (pending) => this.dispatchEvent(new RewriteWantedEvent(pending)),
    }
  }

  #top(log: ChannelLog) {
    const words = this.#localize
    if (log.problem !== undefined)
      return html`<ln-problem .problem=${log.problem} retry @ln-retry=${() => (log.isLoaded ? log.loadOlder() : log.load())}></ln-problem>`
    if (!log.isLoaded) return html`<div class="im-wait">${skeletonRows(6)}</div>`
    if (this.#window.from > 0 || log.hasOlder)
      return log.isLoadingOlder ? html`<div class="im-wait" aria-busy="true">${skeletonRows(2)}</div>` : nothing
    if (this.#rows.length === 0)
      return empty({ icon: messageSquareText, title: words.text('im.noMessages'), text: words.text('im.noMessages.text') })
    return nothing
  }

  #jump() {
    const words = this.#localize
    const unread = this.#conversations.state.get(this.channelId)?.unread ?? 0
    if (this.#window.isFollowing || !this.#log.isLoaded) return nothing
    const label = unread > 0 ? words.text('im.jumpNew', { count: unread }) : words.text('im.jumpEnd')
    return html`<div class="im-jump">
      <button class=${unread > 0 ? 'ln-button is-primary is-small' : 'ln-button is-small'} @click=${this.#toEnd}>
        ${icon(arrowDown, 14)}${label}
      </button>
    </div>`
  }

  #items(): MenuItem[] {
    const message = this.chosen
    if (message === undefined) return []
    const words = this.#localize
    const isOwn = message.senderId === this.#conversations.state.me
    const manages = this.#conversations.state.get(this.channelId)?.role === 'owner'
    const canSend = this.#session.may(imSend)
    return [
      ...(canSend ? [{ label: words.text('im.reply'), icon: reply, run: () => this.#choose(message, 'reply') }] : []),
      { label: words.text('im.copy'), icon: copy, run: () => void navigator.clipboard.writeText(message.text ?? '') },
      ...(isOwn && canSend
        ? [{ label: words.text('im.edit'), icon: pencil, separated: true, run: () => this.#choose(message, 'edit') }]
        : []),
      ...((isOwn || manages) && canSend
        ? [{ label: words.text('im.recall'), icon: cornerUpLeft, danger: true, run: () => void this.#recall(message) }]
        : []),
    ]
  }

  async #recall(message: Message) {
    try {
      await this.#log.recall(message)
      await this.#returnTo(message.id)
    } catch (error) {
      if (!isProblem(error)) throw error
      this.#toasts.show({ text: this.#localize.problem(error) })
    }
  }

  readonly #onNear = (event: Event) => {
    const row = (event.target as Element).closest<HTMLElement>('.im-message')
    if (row !== null) this.nearKey = row.dataset['key']
  }

  readonly #onToggle = (event: Event) => {
    if ((event.target as HTMLElement).id !== 'message-menu') return
    this.isMenuOpen = (event as ToggleEvent).newState === 'open'
    if (!this.isMenuOpen && this.chosen !== undefined) void this.#returnTo(this.chosen.id)
  }

  /** From a menu the focus goes back to its message, or to what stands in its place, unless what was chosen took it elsewhere. */
  async #returnTo(messageId: string) {
    await this.updateComplete
    const inside = this.shadowRoot?.activeElement
    const isLost = document.activeElement === document.body || inside?.getAttribute('popovertarget') === 'message-menu'
    const row = this.renderRoot.querySelector<HTMLElement>(`[data-id="${messageId}"]`)
    if (isLost) (row?.querySelector<HTMLElement>('[popovertarget="message-menu"], .ln-link-button') ?? row)?.focus({ preventScroll: true })
  }

  #openMenu(message: Message, event: Event) {
    this.chosen = message
    this.isMenuOpen = true
    if (event.type !== 'contextmenu') return
    event.preventDefault()
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('#message-menu')?.showPopover({ source: event.currentTarget as HTMLElement }),
    )
  }

  #choose(message: Message, aim: 'reply' | 'edit') {
    this.dispatchEvent(new MessageChosenEvent(message, aim))
  }

  /** Whoever came for a message goes on from it, once the page has been shown. */
  async #goTo(sought: Sought) {
    await this.#log.load()
    await new Promise(requestAnimationFrame)
    if (sought !== this.sought || !this.#log.isLoaded) return
    this.#goal = sought.messageId
    await this.#find(sought.messageId)
  }

  /** Brings a message into view, from further back if need be. */
  async #find(messageId: string) {
    this.#wanted = messageId
    const index = this.#rows.findIndex((row) => (row.kind === 'message' || row.kind === 'note') && row.message.id === messageId)
    if (index === -1) {
      if (await this.#log.reach(messageId)) return
      this.#wanted = undefined
      if (this.#log.problem === undefined) this.#toasts.show({ text: this.#localize.text('im.messageGone') })
      return
    }
    this.#wanted = undefined
    this.#window.around(index)
    await this.updateComplete
    const row = this.renderRoot.querySelector<HTMLElement>(`[data-id="${messageId}"]`)
    row?.scrollIntoView({ block: 'center' })
    if (this.#goal === messageId) row?.focus({ preventScroll: true })
    this.#goal = undefined
    row?.classList.add('im-found')
    row?.addEventListener('animationend', () => row.classList.remove('im-found'), { once: true })
  }

  #onScroll() {
    const near = this.#window.scrolled()
    if (near.start) void this.#log.loadOlder()
    if (near.end) void this.#log.loadNewer()
    this.#onSeen()
  }

  /** Arrows go from message to message; the tools of the focused one are shown. */
  #onKey(event: KeyboardEvent) {
    const present = event.target as HTMLElement
    if (!present.matches('.im-message') || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    const all = [...this.renderRoot.querySelectorAll<HTMLElement>('.im-message')]
    const next = all[all.indexOf(present) + (event.key === 'ArrowUp' ? -1 : 1)]
    if (next === undefined) return
    event.preventDefault()
    this.focusKey = next.dataset['key']
    next.focus()
  }

  readonly #toEnd = async () => {
    await this.#log.toNewest()
    this.#window.follow()
  }

  readonly #onSeen = () => {
    if (
      this.#window.isFollowing &&
      this.#log.isLoaded &&
      !this.#log.hasNewer &&
      document.visibilityState === 'visible' &&
      document.hasFocus()
    )
      this.#conversations.state.markRead(this.channelId)
  }
  get #log(): ChannelLog {
    return this.#conversations.state.log(this.channelId)
  }
}
define('ln-im-message-log', LnImMessageLog)
