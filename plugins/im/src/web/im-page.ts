import { define, empty, LocalizeController, navigate, partsStyles, type Route } from '@liaison/sdk/web'
import { messagesSquare } from '@liaison/sdk/icons'
import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import './conversation/conversation.ts'
import './conversation/detail.ts'
import './list/channel-list.ts'
import './people/new-conversation.ts'
import type { Sought } from './conversation/sought.ts'
import { ConversationsController } from './state/conversations-controller.ts'

const styles = css`
  :host {
    display: flex;
    flex: 1;
    min-width: 0;
    min-height: 0;
    height: 100%;
  }
  .ln-panes > * {
    min-height: 0;
  }
  ln-im-channel-list,
  ln-im-conversation,
  ln-im-detail {
    display: contents;
  }
  /* each pane is an element of its own: the shared rules for phones do not reach into it */
  @media (max-width: 719px) {
    .ln-panes > * {
      display: none;
    }
    .ln-panes[data-pane='list'] > ln-im-channel-list,
    .ln-panes[data-pane='content'] > ln-im-conversation,
    .ln-panes[data-pane='detail'] > ln-im-detail {
      display: contents;
    }
  }
  .im-nothing {
    display: grid;
    place-content: center;
    flex: 1;
  }
`

/** The page of conversations: list, conversation, details. On a phone one of them at a time. `?message=` brings a message into view. */
export class LnImPage extends LitElement {
  static override properties = { route: { attribute: false }, detailed: { state: true }, starting: { state: true } }
  static override styles = [partsStyles, styles]
  declare route: Route | undefined
  declare detailed: boolean
  declare starting: boolean

  #conversations = new ConversationsController(this)
  #localize = new LocalizeController(this)
  /** The details were opened from the conversation, which is one step back. */
  #turned = false
  /** The message that the address names; another object for each time it is gone to */
  #sought: Sought | undefined
  #phone = matchMedia('(max-width: 719px)')
  /** Wide enough for the details beside the conversation */
  #desk = matchMedia('(min-width: 1200px)')

  constructor() {
    super()
    this.detailed = this.#desk.matches && localStorage.getItem('liaison.im.detail') !== 'closed'
    this.starting = false
  }

  override connectedCallback() {
    super.connectedCallback()
    this.#phone.addEventListener('change', this.#onPhone)
    this.#desk.addEventListener('change', this.#onDesk)
  }
  override disconnectedCallback() {
    super.disconnectedCallback()
    this.#phone.removeEventListener('change', this.#onPhone)
    this.#desk.removeEventListener('change', this.#onDesk)
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('route')) return
    const before = changed.get('route')?.params['channelId']
    if (this.#phone.matches) this.detailed = this.route?.query.has('detail') === true
    else if (before !== this.#channelId && !this.#desk.matches) this.detailed = false
    if (this.route?.query.has('new') === true) this.starting = true
    const messageId = this.route?.query.get('message') ?? ''
    this.#sought = messageId === '' ? undefined : { messageId }
  }

  override updated(changed: PropertyValues<this>) {
    // On a phone one page takes the place of the other: the keyboard goes on where the eye does.
    if (this.#phone.matches && changed.get('detailed') !== undefined) void this.#focusPane()
  }

  override render() {
    const channelId = this.#channelId
    this.toggleAttribute('data-deep', channelId !== undefined)
    const pane = channelId === undefined ? 'list' : this.detailed ? 'detail' : 'content'
    return html`<div class="ln-panes" data-pane=${pane}>
        <ln-im-channel-list
          .channelId=${channelId}
          .isMain=${this.#phone.matches && channelId === undefined}
          @ln-im-conversation-wanted=${this.#onStart}
        ></ln-im-channel-list>
        ${channelId === undefined ? this.#nothing() : this.#conversation(channelId)}
      </div>
      ${
        this.starting
          ? html`<ln-im-new-conversation
              @ln-dialog-closed=${this.#onStarted}
              @ln-im-conversation-started=${this.#onStarted}
            ></ln-im-new-conversation>`
          : nothing
      }`
  }

  #conversation(channelId: string) {
    const channel = this.#conversations.state.get(channelId)
    return html`<ln-im-conversation
        .channelId=${channelId}
        .sought=${this.#sought}
        .detailed=${this.detailed}
        @ln-im-detail-toggled=${this.#onDetail}
      ></ln-im-conversation>
      ${
        this.detailed && channel !== undefined
          ? html`<ln-im-detail .channelId=${channelId} @ln-im-detail-toggled=${this.#onDetail}></ln-im-detail>`
          : nothing
      }`
  }

  #nothing() {
    const words = this.#localize
    const start = html`<button class="ln-button" @click=${this.#onStart}>${words.text('im.start')}</button>`
    return html`<main class="ln-content">
      <div class="im-nothing">
        ${empty({ icon: messagesSquare, title: words.text('im.choose.title'), text: words.text('im.choose.text'), action: start })}
      </div>
    </main>`
  }

  async #focusPane() {
    const pane = this.renderRoot.querySelector<LitElement>(this.detailed ? 'ln-im-detail' : 'ln-im-conversation')
    await pane?.updateComplete
    pane?.renderRoot.querySelector<HTMLElement>(this.detailed ? 'h2' : '.im-people')?.focus()
  }

  #turnPage() {
    const path = this.route?.path ?? '/im'
    if (!this.detailed) {
      this.#turned = true
      navigate(`${path}?detail`)
    } else if (this.#turned) {
      this.#turned = false
      history.back()
    } else navigate(path, { replace: true })
  }
  readonly #onPhone = () => this.requestUpdate()
  readonly #onDesk = () => {
    this.detailed = this.#desk.matches && localStorage.getItem('liaison.im.detail') !== 'closed'
  }
  get #channelId(): string | undefined {
    return this.route?.params['channelId']
  }
  #onStart() {
    this.starting = true
  }
  #onStarted(event: Event) {
    this.starting = false
    if (this.route?.query.has('new') === true && event.type === 'ln-dialog-closed') navigate(this.route.path, { replace: true })
  }
  #onDetail() {
    // On a phone the details are a page of their own: going back leaves them, not the conversation.
    if (this.#phone.matches) return this.#turnPage()
    this.detailed = !this.detailed
    if (this.#desk.matches) localStorage.setItem('liaison.im.detail', this.detailed ? 'open' : 'closed')
  }
}
define('ln-im-page', LnImPage)
