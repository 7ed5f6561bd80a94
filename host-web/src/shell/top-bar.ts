import { define, icon, LocalizeController, menu, partsStyles, RealtimeController } from '@liaison/sdk/web'
import { chevronRight, plus, search, wifiOff } from '@liaison/sdk/icons'
import { html, LitElement, nothing } from 'lit'
import { ContributionsController } from './contributions-controller.ts'
import { ServicesController } from './services-controller.ts'
import { SearchAskedEvent } from './shell.events.ts'
import { styles } from './top-bar.styles.ts'

/** Where I am, search, create; and whether there is a connection. */
export class LnTopBar extends LitElement {
  static override properties = { where: {}, detail: {} }
  static override styles = [...partsStyles, styles]
  /** The page */
  declare where: string
  /** What the page shows now: a conversation, a task */
  declare detail: string

  #localize = new LocalizeController(this)
  #contributions = new ContributionsController(this)
  #realtime = new RealtimeController(this)
  #services = new ServicesController(this)

  override render() {
    const { text } = this.#localize
    return html`<header>
      <div class="ln-where">
        ${this.detail === '' ? html`<strong>${this.where}</strong>` : html`<span>${this.where}</span>${icon(chevronRight)}<strong>${this.detail}</strong>`}
      </div>
      <button class="ln-search" type="button" @click=${this.#onSearch}>
        ${icon(search)}<span>${text('shell.search.hint')}</span><kbd class="ln-kbd">${searchKeys}</kbd>
      </button>
      <div class="ln-topbar-end">
        ${
          this.#realtime.state === 'offline'
            ? html`<span class="ln-badge is-warning" role="status" title=${text('shell.offline')}
                >${icon(wifiOff, 12)}${text('shell.offline.short')}</span
              >`
            : nothing
        }
        ${this.#create()}
      </div>
    </header>`
  }

  #create() {
    const { text } = this.#localize
    const commands = this.#contributions.value.commands.filter(({ creates }) => creates === true)
    if (commands.length === 0) return nothing
    const items = commands.map((command) => ({
      label: text(command.title),
      icon: command.icon,
      run: () => void command.run(this.#services.all),
    }))
    return html`<button class="ln-button" type="button" popovertarget="create" aria-haspopup="menu">
        ${icon(plus)}${text('shell.create')}
      </button>
      ${menu({ id: 'create', label: text('shell.create'), items })}`
  }

  #onSearch() {
    this.dispatchEvent(new SearchAskedEvent())
  }
}

const isApple = /Mac|iPhone|iPad/.test(navigator.platform)
const searchKeys = isApple ? '⌘ K' : 'Ctrl K'

define('ln-top-bar', LnTopBar)
