import type { PersonSummary } from '@liaison/sdk'
import { avatar, define, LocalizeController, partsStyles, QueryController, skeletonRows } from '@liaison/sdk/web'
import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import { listReaders, type Message } from '../../contract.ts'
import type { ChannelLog } from '../state/channel-log.ts'

const styles = css`
  :host(:popover-open) {
    display: block;
    width: 344px;
  }
  header {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
    padding: var(--ln-space-3) var(--ln-space-3) var(--ln-space-2) var(--ln-space-4);
  }
  h2 {
    font: var(--ln-text-head-s);
  }
  .im-columns {
    display: grid;
    grid-template-columns: 1fr 1fr;
    max-height: 360px;
    border-top: var(--ln-hairline) solid var(--ln-border);
    overflow: hidden auto;
  }
  .im-columns > div {
    min-width: 0;
    padding: var(--ln-space-2);
  }
  .im-columns > div + div {
    border-inline-start: var(--ln-hairline) solid var(--ln-border);
  }
  h3 {
    padding: 0 var(--ln-space-2);
    color: var(--ln-text-3);
    font: var(--ln-text-small);
    line-height: 24px;
  }
  li {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
    height: 28px;
    padding: 0 var(--ln-space-2);
    white-space: nowrap;
  }
  li > small {
    margin-inline-start: auto;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
    font-variant-numeric: tabular-nums;
  }
  @media (max-width: 719px) {
    :host(:popover-open) {
      width: 100%;
    }
    li {
      height: 40px;
    }
  }
`

/** Who has read a message and who has not. A popover: whoever opens it sets `message`. */
export class LnImReaders extends LitElement {
  static override properties = { message: { attribute: false }, log: { attribute: false }, isOpen: { state: true } }
  static override styles = [partsStyles, styles]
  declare message: Message | undefined
  declare log: ChannelLog | undefined
  declare isOpen: boolean

  #localize = new LocalizeController(this)
  #readers = new QueryController(this, listReaders, () =>
    this.isOpen && this.message ? { params: { messageId: this.message.id } } : undefined,
  )

  override connectedCallback() {
    super.connectedCallback()
    this.addEventListener('toggle', this.#onToggle)
  }
  override disconnectedCallback() {
    super.disconnectedCallback()
    this.removeEventListener('toggle', this.#onToggle)
  }

  override updated(changed: PropertyValues<this>) {
    // what was known when it was opened before may be old
    if (changed.has('isOpen') && this.isOpen && this.#readers.data !== undefined) void this.#readers.refetch()
  }

  override render() {
    if (!this.isOpen) return nothing
    const words = this.#localize
    const { data, problem } = this.#readers
    return html`<header><h2>${words.text('im.readers')}</h2></header>
      ${problem ? html`<ln-problem .problem=${problem} retry @ln-retry=${this.#readers.refetch}></ln-problem>` : nothing}
      <div class="im-columns" aria-busy=${data === undefined ? 'true' : 'false'}>
        ${
          data === undefined
            ? html`<div>${skeletonRows(3)}</div>
                <div>${skeletonRows(3)}</div>`
            : html`<div>
                  <h3>${words.text('im.unreadBy', { count: data.unread.length })}</h3>
                  <ul>
                    ${data.unread.map(({ personId }) => this.#line(personId))}
                  </ul>
                </div>
                <div>
                  <h3>${words.text('im.readBy', { count: data.read.length })}</h3>
                  <ul>
                    ${data.read.map(({ personId, at }) => this.#line(personId, at))}
                  </ul>
                </div>`
        }
      </div>`
  }

  #line(personId: string, at?: string) {
    const person: PersonSummary | undefined = this.log?.person(personId)
    if (person === undefined) return nothing
    const { dates } = this.#localize
    return html`<li>
      ${avatar(person, { size: 20 })}<span class="ln-truncate">${person.name}</span>
      ${at === undefined ? nothing : html`<small title=${dates.exact(at)}>${dates.short(at)}</small>`}
    </li>`
  }

  readonly #onToggle = (event: Event) => {
    this.isOpen = (event as ToggleEvent).newState === 'open'
  }
}
define('ln-im-readers', LnImReaders)
