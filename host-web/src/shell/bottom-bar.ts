import { define, icon, LocalizeController, menu, type MenuItem, partsStyles, SessionController } from '@liaison/sdk/web'
import { circleQuestionMark, layoutDashboard, menu as menuIcon, search, shield } from '@liaison/sdk/icons'
import { html, LitElement, nothing } from 'lit'
import { adminPath, mayAdminister } from '../admin/admin-area.ts'
import { styles } from './bottom-bar.styles.ts'
import { ContributionsController } from './contributions-controller.ts'
import { count } from './count.ts'
import { MeMenuController } from './me-menu-controller.ts'
import { SearchAskedEvent, TourAskedEvent } from './shell.events.ts'
import { isWithin } from './where.ts'

/** Home, three modules, and everything else. */
const modulesShown = 3

/** The phone's bar. */
export class LnBottomBar extends LitElement {
  static override properties = { path: {} }
  static override styles = [...partsStyles, styles]
  declare path: string

  #localize = new LocalizeController(this)
  #contributions = new ContributionsController(this)
  #session = new SessionController(this)
  #menu = new MeMenuController(this)

  override render() {
    const { text } = this.#localize
    const { navigation } = this.#contributions.value
    return html`<nav aria-label=${text('shell.modules')}>
      <a class="ln-bottom-item" href="/" aria-current=${this.path === '/' ? 'page' : nothing}>
        ${icon(layoutDashboard, 20)}<span>${text('shell.home')}</span>
      </a>
      ${navigation
        .slice(0, modulesShown)
        .map(
          (entry) =>
            html`<a class="ln-bottom-item" href=${entry.path} aria-current=${isWithin(this.path, entry.path) ? 'page' : nothing}>
              ${icon(entry.icon, 20)}<span>${text(entry.label)}</span>${count(entry.count.value, this.#localize)}
            </a>`,
        )}
      <button class="ln-bottom-item" type="button" popovertarget="more" aria-haspopup="menu">
        ${icon(menuIcon, 20)}<span>${text('shell.more')}</span>
      </button>
      ${menu({ id: 'more', label: text('shell.more'), place: 'top-end', items: this.#items(), head: this.#menu.head() })}
    </nav>`
  }

  #items(): readonly MenuItem[] {
    const { text } = this.#localize
    const { navigation, failed } = this.#contributions.value
    return [
      { label: text('shell.search'), icon: search, run: () => void this.dispatchEvent(new SearchAskedEvent()) },
      { label: text('shell.tour'), icon: circleQuestionMark, run: () => void this.dispatchEvent(new TourAskedEvent()) },
      ...navigation.slice(modulesShown).map((entry) => ({ label: text(entry.label), icon: entry.icon, href: entry.path })),
      ...failed.map(({ id, title }) => ({ label: title[this.#localize.locale], href: `/${id}` })),
      ...(mayAdminister(this.#session) ? [{ label: text('shell.admin'), icon: shield, href: adminPath }] : []),
      ...this.#menu.items(),
    ]
  }
}
define('ln-bottom-bar', LnBottomBar)
