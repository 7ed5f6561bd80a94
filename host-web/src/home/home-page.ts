import { define, each, empty, icon, LocalizeController, partsStyles, SessionController, type WebCard } from '@liaison/sdk/web'
import { arrowLeft, arrowRight, eye, eyeOff, layoutDashboard, layoutTemplate, search } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { ContributionsController } from '../shell/contributions-controller.ts'
import { SearchAskedEvent } from '../shell/shell.events.ts'
import { type Arrangement, arranged, keepArrangement, moved, readArrangement } from './arrangement.ts'
import { homeCards } from './home-cards.ts'
import { styles } from './home-page.styles.ts'
import './home-card.ts'

/** 工作台: what now? Cards of the shell and the modules, as the person has arranged them. */
export class LnHomePage extends LitElement {
  static override properties = { arranging: { state: true }, arrangement: { state: true }, dragged: { state: true } }
  static override styles = [...partsStyles, styles]
  declare arranging: boolean
  declare arrangement: Arrangement
  /** Id of the card under the hand */
  declare dragged: string | undefined

  #localize = new LocalizeController(this)
  #session = new SessionController(this)
  #contributions = new ContributionsController(this)
  #refocus: { readonly id: string; readonly act: string } | undefined

  constructor() {
    super()
    this.arranging = false
  }

  override willUpdate() {
    this.arrangement ??= readArrangement(this.#session.me.id)
  }

  override updated(changed: PropertyValues<this>) {
    if (!changed.has('arrangement') || this.#refocus === undefined) return
    const { id, act } = this.#refocus
    this.#refocus = undefined
    // A card that moved has left the keyboard behind; at an end, the other way is what is left to do.
    const tools = [...this.renderRoot.querySelectorAll<HTMLButtonElement>(`[data-card="${CSS.escape(id)}"] .home-tools > button`)]
    const wanted = tools.find((button) => button.dataset['act'] === act && !button.disabled)
    ;(wanted ?? tools.find(({ disabled }) => !disabled))?.focus()
  }

  override render() {
    const { text, dates } = this.#localize
    const { isComplete } = this.#contributions.value
    const cards = this.#cards
    const shown = this.arranging ? cards : cards.filter(({ id }) => !this.arrangement.hidden.includes(id))
    return html`<main>
      <header class="home-head">
        <h1>${dates.heading(new Date())}</h1>
        <p>${this.arranging ? text('home.arrange.hint') : text(greetingOf(new Date()), { name: this.#session.me.name })}</p>
        ${this.#tools(cards.length)}
      </header>
      ${
        shown.length === 0 && isComplete
          ? empty({ icon: layoutDashboard, title: text('home.empty.title'), text: text('home.empty.text') })
          : html`<div class="home-grid">
              ${each(
                shown,
                ({ id }) => id,
                (card, index) => this.#card(card, index, cards.length),
              )}
            </div>`
      }
    </main>`
  }

  get #cards(): readonly WebCard[] {
    const own = homeCards.filter(({ permission }) => permission === undefined || this.#session.may(permission))
    const cards = [...this.#contributions.value.cards, ...own].toSorted((one, other) => one.order - other.order)
    return arranged(cards, this.arrangement)
  }

  #tools(count: number) {
    const { text } = this.#localize
    const isTouched = this.arrangement.order.length + this.arrangement.hidden.length > 0
    return html`<div class="home-head-end">
      ${
        this.arranging && isTouched
          ? html`<button class="ln-button is-quiet" type="button" @click=${() => this.#keep({ order: [], hidden: [] })}>
              ${text('home.arrange.reset')}
            </button>`
          : nothing
      }
      ${
        count > 1
          ? html`<button
              class=${this.arranging ? 'ln-button is-primary' : 'ln-button is-quiet'}
              type="button"
              aria-label=${text(this.arranging ? 'home.arrange.done' : 'home.arrange')}
              @click=${() => (this.arranging = !this.arranging)}
            >
              ${this.arranging ? text('home.arrange.done') : html`${icon(layoutTemplate)}<span class="ln-desk">${text('home.arrange')}</span>`}
            </button>`
          : nothing
      }
      <button class="ln-button is-icon is-quiet ln-phone" type="button" aria-label=${text('shell.search')} @click=${this.#onSearch}>
        ${icon(search, 20)}
      </button>
    </div>`
  }

  #card(card: WebCard, index: number, count: number) {
    const { text } = this.#localize
    const isHidden = this.arrangement.hidden.includes(card.id)
    return html`<section
      class="home-card"
      data-card=${card.id}
      data-span=${card.span ?? 1}
      ?data-tall=${card.tall === true}
      ?data-hidden=${isHidden}
      ?data-dragged=${this.dragged === card.id}
      draggable=${this.arranging ? 'true' : 'false'}
      aria-labelledby="card-${card.id}"
      @dragstart=${(event: DragEvent) => this.#onDrag(event, card.id)}
      @dragover=${(event: DragEvent) => this.#onOver(event, index)}
      @drop=${(event: DragEvent) => event.preventDefault()}
      @dragend=${() => (this.dragged = undefined)}
    >
      <header>
        <h2 id="card-${card.id}">${text(card.title)}</h2>
        ${this.arranging ? this.#cardTools(card, index, count) : this.#more(card)}
      </header>
      <ln-home-card .card=${card} ?inert=${this.arranging}></ln-home-card>
    </section>`
  }

  #more(card: WebCard) {
    if (card.path === undefined) return nothing
    return html`<a class="ln-link-button" href=${card.path} aria-describedby="card-${card.id}">${this.#localize.text('home.all')}</a>`
  }

  #cardTools({ id, title }: WebCard, index: number, count: number) {
    const { text } = this.#localize
    const isHidden = this.arrangement.hidden.includes(id)
    const tools = [
      { act: 'earlier', icon: arrowLeft, disabled: index === 0, run: () => this.#move(id, index - 1) },
      { act: 'later', icon: arrowRight, disabled: index === count - 1, run: () => this.#move(id, index + 1) },
      { act: isHidden ? 'show' : 'hide', icon: isHidden ? eye : eyeOff, disabled: false, run: () => this.#toggle(id) },
    ]
    return html`<div class="home-tools">
      ${tools.map(({ act, icon: sign, disabled, run }) => {
        const label = text(`home.arrange.${act}`, { card: text(title) })
        const onClick = () => {
          this.#refocus = { id, act }
          run()
        }
        return html`<button
          class="ln-button is-icon is-quiet"
          type="button"
          data-act=${act}
          aria-label=${label}
          title=${label}
          ?disabled=${disabled}
          @click=${onClick}
        >
          ${icon(sign)}
        </button>`
      })}
    </div>`
  }

  #move(id: string, to: number) {
    const order = moved(
      this.#cards.map((card) => card.id),
      id,
      to,
    )
    this.#keep({ ...this.arrangement, order })
  }
  #toggle(id: string) {
    const { hidden } = this.arrangement
    this.#keep({ ...this.arrangement, hidden: hidden.includes(id) ? hidden.filter((one) => one !== id) : [...hidden, id] })
  }
  #keep(arrangement: Arrangement) {
    this.arrangement = arrangement
    keepArrangement(this.#session.me.id, arrangement)
  }

  #onDrag(event: DragEvent, id: string) {
    if (!this.arranging) return
    this.dragged = id
    event.dataTransfer?.setData('text/plain', '')
  }
  #onOver(event: DragEvent, index: number) {
    if (this.dragged === undefined) return
    event.preventDefault()
    if (this.#cards[index]?.id !== this.dragged) this.#move(this.dragged, index)
  }

  #onSearch() {
    this.dispatchEvent(new SearchAskedEvent())
  }
}

const noon = 12
const evening = 18
const night = 5
function greetingOf(now: Date): string {
  const hour = now.getHours()
  if (hour < night || hour >= evening) return 'home.evening'
  return hour < noon ? 'home.morning' : 'home.afternoon'
}
define('ln-home-page', LnHomePage)
