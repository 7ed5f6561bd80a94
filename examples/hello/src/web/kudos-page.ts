import {
  ApiController,
  define,
  empty,
  LocalizeController,
  type Route,
  partsStyles,
  QueryController,
  SessionController,
  skeletonLines,
  Action,
} from '@liaison/sdk/web'
import { partyPopper } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { type Kudos, kudosGive, listKudos } from '../contract.ts'
import './kudos-form.ts'
import './kudos-note.ts'
import { kudosStyles } from './kudos.styles.ts'

/** The wall: the newest first, earlier ones by a button. `?give` opens the form. */
export class KudosPage extends LitElement {
  static override properties = { route: { attribute: false }, giving: { state: true }, earlier: { state: true } }
  static override styles = [partsStyles, kudosStyles]
  declare route: Route | undefined
  declare giving: boolean
  declare earlier: { items: readonly Kudos[]; next: string | null } | undefined

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #session = new SessionController(this)
  #newest = new QueryController(this, listKudos, () => ({ query: { limit: 50 } }))
  #more = new Action(this, async () => {
    const cursor = this.#next
    if (cursor === null) return
    const { items, next } = await this.#api.call(listKudos, { query: { cursor } })
    this.earlier = { items: [...(this.earlier?.items ?? []), ...items], next }
  })

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('route') && this.route?.query.has('give')) this.giving = true
  }

  override render() {
    const { data, problem, refetch } = this.#newest
    return html`<main class="ln-content">
      <header class="ln-head">
        <h1 tabindex="-1">${this.#localize.text('kudos.title')}</h1>
        <div class="ln-head-end">${this.#giveButton()}</div>
      </header>
      <div class="ln-scroll">
        ${problem ? html`<ln-problem .problem=${problem} retry @ln-retry=${refetch}></ln-problem>` : nothing}
        ${data ? this.#wall([...data.items, ...(this.earlier?.items ?? [])]) : this.#waiting()}
      </div>
      <kudos-form .open=${this.giving} @ln-dialog-closed=${this.#onClosed}></kudos-form>
    </main>`
  }

  #wall(items: readonly Kudos[]) {
    if (items.length === 0) {
      const [title, text] = [this.#localize.text('kudos.empty.title'), this.#localize.text('kudos.empty.text')]
      return empty({ icon: partyPopper, title, text, action: html`${this.#giveButton()}` })
    }
    return html`<div class="wall">
      ${items.map((kudos) => html`<kudos-note .kudos=${kudos}></kudos-note>`)}
      ${
        this.#next === null
          ? nothing
          : html`<button class="ln-button more" ?disabled=${this.#more.pending} @click=${() => this.#more.start()}>
              ${this.#localize.text('kudos.more')}
            </button>`
      }
    </div>`
  }

  #waiting() {
    return html`<div class="wall" aria-busy="true">${[1, 2, 3].map(() => html`<div class="note">${skeletonLines(3)}</div>`)}</div>`
  }

  #giveButton() {
    if (!this.#session.may(kudosGive)) return nothing
    return html`<button class="ln-button is-primary" @click=${() => (this.giving = true)}>${this.#localize.text('kudos.give')}</button>`
  }

  get #next() {
    return this.earlier === undefined ? (this.#newest.data?.next ?? null) : this.earlier.next
  }

  #onClosed() {
    this.giving = false
    this.earlier = undefined
  }
}
define('kudos-page', KudosPage)
