import { define, empty, icon, LocalizeController, partsStyles, SessionController, type WebCard } from '@liaison/sdk/web'
import { layoutDashboard, search } from '@liaison/sdk/icons'
import { html, LitElement, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { ContributionsController } from '../shell/contributions-controller.ts'
import { SearchAskedEvent } from '../shell/shell.events.ts'
import { styles } from './home-page.styles.ts'
import './home-card.ts'

/** 工作台: what now? Cards of the modules. */
export class LnHomePage extends LitElement {
  static override styles = [...partsStyles, styles]

  #localize = new LocalizeController(this)
  #session = new SessionController(this)
  #contributions = new ContributionsController(this)

  override render() {
    const { text, dates } = this.#localize
    const { cards, isComplete } = this.#contributions.value
    return html`<main>
      <header class="home-head">
        <h1>${dates.heading(new Date())}</h1>
        <p>${text(greetingOf(new Date()), { name: this.#session.me.name })}</p>
        <button class="ln-button is-icon is-quiet ln-phone" type="button" aria-label=${text('shell.search')} @click=${this.#onSearch}>
          ${icon(search, 20)}
        </button>
      </header>
      ${
        cards.length === 0 && isComplete
          ? empty({ icon: layoutDashboard, title: text('home.empty.title'), text: text('home.empty.text') })
          : html`<div class="home-grid">
              ${repeat(
                cards,
                ({ id }) => id,
                (card) => this.#card(card),
              )}
            </div>`
      }
    </main>`
  }

  #card(card: WebCard) {
    const { text } = this.#localize
    return html`<section class="home-card" data-span=${card.span ?? 1} ?data-tall=${card.tall === true} aria-labelledby="card-${card.id}">
      <header>
        <h2 id="card-${card.id}">${text(card.title)}</h2>
        ${
          card.path === undefined
            ? nothing
            : html`<a class="ln-link-button" href=${card.path} aria-describedby="card-${card.id}">${text('home.all')}</a>`
        }
      </header>
      <ln-home-card .card=${card}></ln-home-card>
    </section>`
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
