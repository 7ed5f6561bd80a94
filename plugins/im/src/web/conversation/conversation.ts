import {
  define,
  empty,
  externalBadge,
  icon,
  LocalizeController,
  PageTitledEvent,
  partsStyles,
  SessionController,
  skeletonRows,
} from '@liaison/sdk/web'
import { chevronLeft, messagesSquare, panelRight } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import type { Channel } from '../../contract.ts'
import { looksExternal, titleOf } from '../channel-title.ts'
import { DetailToggledEvent, type MessageChosenEvent, type RewriteWantedEvent } from '../im-events.ts'
import { ConversationsController } from '../state/conversations-controller.ts'
import type { LnImComposer } from './composer.ts'
import './composer.ts'
import { styles } from './conversation.styles.ts'
import './message-log.ts'
import type { Sought } from './sought.ts'

/** The content pane: head, messages, composer of one channel. @fires ln-im-detail-toggled */
export class LnImConversation extends LitElement {
  static override properties = {
    channelId: { attribute: false },
    sought: { attribute: false },
    detailed: { type: Boolean },
    isGone: { state: true },
  }
  static override styles = [partsStyles, styles]
  declare channelId: string
  declare sought: Sought | undefined
  declare detailed: boolean
  /** There is no such channel, or it is not mine: both look the same. */
  declare isGone: boolean

  #conversations = new ConversationsController(this)
  #localize = new LocalizeController(this)
  #session = new SessionController(this)
  #title = ''
  #wantsFocus = false

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('channelId')) return
    this.isGone = false
    const asked = this.channelId
    const { state } = this.#conversations
    if (state.get(asked) === undefined)
      void state.fetch(asked).then((found) => asked === this.channelId && (this.isGone = found === undefined))
  }

  override updated(changed: PropertyValues<this>) {
    this.#namePage()
    // whoever comes for a message goes on from there
    if (changed.has('channelId'))
      this.#wantsFocus = this.sought === undefined && matchMedia('(min-width: 720px) and (hover: hover)').matches
    if (!this.#wantsFocus || this.#composer === undefined) return
    // A deep link draws the composer only once the channel is known.
    this.#wantsFocus = false
    if (!isWriting()) void this.#composer.updateComplete.then(() => this.#composer?.focus())
  }

  override render() {
    const { state } = this.#conversations
    const channel = state.get(this.channelId)
    if (channel === undefined) return this.isGone || state.isLoaded ? this.#gone() : this.#waiting()
    return html`<main
      class=${looksExternal(channel, this.#session.me) ? 'ln-content is-external' : 'ln-content'}
      @ln-im-message-chosen=${this.#onChosen}
      @ln-im-rewrite-wanted=${({ pending }: RewriteWantedEvent) => this.#composer?.rewrite(pending)}
    >
      ${this.#head(channel)}
      <ln-im-message-log .channelId=${channel.id} .sought=${this.sought}></ln-im-message-log>
      <ln-im-composer .channelId=${channel.id}></ln-im-composer>
    </main>`
  }

  /** The top bar and the tab say where one is. */
  #namePage() {
    const { state } = this.#conversations
    const channel = state.get(this.channelId)
    const title = channel === undefined ? '' : titleOf(channel, state.me, this.#localize)
    if (title === this.#title) return
    this.#title = title
    this.dispatchEvent(new PageTitledEvent(title))
  }

  #head(channel: Channel) {
    const words = this.#localize
    const { state } = this.#conversations
    return html`<header class="ln-head">
      ${this.#back()}
      <div class="im-title">
        <h1 tabindex="-1">${titleOf(channel, state.me, words)}</h1>
        ${looksExternal(channel, this.#session.me) ? externalBadge(words) : nothing}
      </div>
      <span class="im-about">${this.#about(channel)}</span>
      <div class="ln-head-end">
        <button
          class="ln-button is-quiet im-people"
          aria-pressed=${this.detailed ? 'true' : 'false'}
          aria-label=${`${words.text('im.details')} ${words.number(channel.memberCount)}`}
          title=${words.text('im.details')}
          @click=${() => this.dispatchEvent(new DetailToggledEvent())}
        >
          ${icon(panelRight)}<span class="ln-number ln-desk">${words.number(channel.memberCount)}</span>
        </button>
      </div>
    </header>`
  }

  #about(channel: Channel): string {
    const members = this.#conversations.state.log(channel.id).members?.map(({ person }) => person) ?? []
    const words = this.#localize
    if (looksExternal(channel, this.#session.me)) {
      const outside = members.filter(({ kind }) => kind === 'external')
      const companies = words.list([...new Set(outside.map(({ affiliation, name }) => affiliation ?? name))])
      return outside.length === 0 ? '' : words.text('im.visibleTo', { companies, count: outside.length })
    }
    if (channel.kind === 'direct') return channel.person?.affiliation ?? ''
    return channel.topic ?? [...new Set(members.flatMap(({ affiliation }) => affiliation ?? []))].slice(0, 4).join('、')
  }

  #back() {
    return html`<a class="ln-button is-icon is-quiet ln-phone ln-back" href="/im" aria-label=${this.#localize.text('im.back')}
      >${icon(chevronLeft)}</a
    >`
  }
  #waiting() {
    return html`<main class="ln-content" aria-busy="true">
      <header class="ln-head">${this.#back()}<span class="ln-skeleton" data-w="2"></span></header>
      ${skeletonRows(6)}
    </main>`
  }
  #gone() {
    const words = this.#localize
    return html`<main class="ln-content">
      <header class="ln-head">${this.#back()}</header>
      <div class="im-gone">${empty({ icon: messagesSquare, title: words.text('im.gone.title'), text: words.text('im.gone.text') })}</div>
    </main>`
  }

  #onChosen(event: MessageChosenEvent) {
    this.#composer?.take(event.message, event.aim)
  }
  get #composer(): LnImComposer | undefined {
    return this.renderRoot.querySelector<LnImComposer>('ln-im-composer') ?? undefined
  }
}
/** Somebody is typing elsewhere: in a dialog, in the search. */
function isWriting(): boolean {
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active?.matches('input, textarea') === true
}
define('ln-im-conversation', LnImConversation)
