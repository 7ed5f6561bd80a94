import { define, empty, externalBadge, icon, LocalizeController, partsStyles, SessionController, skeletonRows } from '@liaison/sdk/web'
import { atSign, messageSquareText } from '@liaison/sdk/icons'
import { css, html, LitElement, nothing } from 'lit'
import type { Channel } from '../../contract.ts'
import { channelAvatar, looksExternal, titleOf } from '../channel-title.ts'
import { lastWords } from '../list/last-words.ts'
import { ConversationsController } from '../state/conversations-controller.ts'

const styles = css`
  :host {
    display: block;
  }
  .ln-row {
    min-height: var(--ln-row-l);
  }
  .im-line {
    display: flex;
    align-items: center;
    gap: var(--ln-space-1);
    min-width: 0;
  }
`
const shownAtOnce = 6

/** Home card: conversations with something unread, those that mention me first. */
export class LnImUnreadCard extends LitElement {
  static override styles = [partsStyles, styles]

  #conversations = new ConversationsController(this)
  #localize = new LocalizeController(this)
  #session = new SessionController(this)

  override render() {
    const { state } = this.#conversations
    const words = this.#localize
    if (!state.isLoaded)
      return state.problem
        ? html`<ln-problem .problem=${state.problem} retry @ln-retry=${() => state.load()}></ln-problem>`
        : html`<div aria-busy="true">${skeletonRows(3)}</div>`
    const waiting = state.channels
      .filter(({ unread, muted, mentions }) => mentions > 0 || (unread > 0 && !muted))
      .toSorted((one, other) => Number(other.mentions > 0) - Number(one.mentions > 0))
    if (waiting.length === 0)
      return empty({ icon: messageSquareText, title: words.text('im.card.none'), text: words.text('im.card.none.text') })
    return html`<ul>
      ${waiting.slice(0, shownAtOnce).map((channel) => html`<li>${this.#row(channel)}</li>`)}
    </ul>`
  }

  #row(channel: Channel) {
    const words = this.#localize
    const isExternal = looksExternal(channel, this.#session.me)
    return html`<a class="ln-row" href=${`/im/${channel.id}`}>
      ${channelAvatar(channel, isExternal)}
      <span class="ln-row-main">
        <span class="im-line">
          <span class="ln-truncate">${titleOf(channel, this.#conversations.state.me, words)}</span>
          ${isExternal ? externalBadge(words) : nothing}
        </span>
        <span class="ln-row-sub im-line"><span class="ln-truncate">${lastWords(channel, this.#conversations.state.me, words)}</span></span>
      </span>
      ${channel.mentions > 0 ? html`<span class="ln-count is-mention" role="img" aria-label=${words.text('im.mentioned')}>${icon(atSign)}</span>` : nothing}
      ${channel.unread > 0 ? html`<span class="ln-count">${channel.unread > 99 ? '99+' : channel.unread}<span class="ln-visually-hidden">${words.text('im.unreadCount', { count: channel.unread })}</span></span>` : nothing}
    </a>`
  }
}
define('ln-im-unread-card', LnImUnreadCard)
