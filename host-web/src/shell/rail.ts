import { avatar, define, each, icon, LocalizeController, menu, partsStyles, SessionController } from '@liaison/sdk/web'
import { circleQuestionMark, layoutDashboard, shield, triangleAlert } from '@liaison/sdk/icons'
import { ContextConsumer } from '@lit/context'
import { html, LitElement, nothing } from 'lit'
import { adminPath, isAdminPath, mayAdminister } from '../admin/admin-area.ts'
import { platformContext } from '../contexts.ts'
import markUrl from '../images/mark.svg'
import { ContributionsController } from './contributions-controller.ts'
import { count } from './count.ts'
import { MeMenuController } from './me-menu-controller.ts'
import { styles } from './rail.styles.ts'
import { isWithin } from './where.ts'
import { ShortcutsAskedEvent } from './shell.events.ts'

/** The modules, help and me. */
export class LnRail extends LitElement {
  static override properties = { path: {} }
  static override styles = [...partsStyles, styles]
  /** Where the person is */
  declare path: string

  #localize = new LocalizeController(this)
  #session = new SessionController(this)
  #contributions = new ContributionsController(this)
  #platform = new ContextConsumer(this, { context: platformContext })
  #menu = new MeMenuController(this)

  override render() {
    const { text } = this.#localize
    const { me } = this.#session
    const { navigation, failed } = this.#contributions.value
    return html`<nav aria-label=${text('shell.modules')}>
      <a class="ln-rail-mark" href="/" aria-label=${text('shell.home.back', { company: this.#platform.value?.name ?? '' })}>
        <img src=${markUrl} alt="" width="28" height="28" />
      </a>
      <a class="ln-rail-item" href="/" aria-current=${this.path === '/' ? 'page' : nothing}>
        ${icon(layoutDashboard, 20)}<span class="ln-label">${text('shell.home')}</span>
      </a>
      ${each(
        navigation,
        ({ id }) => id,
        (entry) =>
          html`<a class="ln-rail-item" href=${entry.path} aria-current=${isWithin(this.path, entry.path) ? 'page' : nothing}>
            ${icon(entry.icon, 20)}<span class="ln-label" title=${text(entry.label)}>${text(entry.label)}</span
            >${count(entry.count.value, this.#localize)}
          </a>`,
      )}
      ${failed.map(
        ({ id, title }) =>
          html`<a class="ln-rail-item" href="/${id}" aria-current=${isWithin(this.path, `/${id}`) ? 'page' : nothing}>
            ${icon(triangleAlert, 20)}<span class="ln-label">${title[this.#localize.locale]}</span>
          </a>`,
      )}
      <span class="ln-spacer"></span>
      ${
        mayAdminister(this.#session)
          ? html`<a class="ln-rail-item" href=${adminPath} aria-current=${isAdminPath(this.path) ? 'page' : nothing}>
              ${icon(shield, 20)}<span class="ln-label">${text('shell.admin')}</span>
            </a>`
          : nothing
      }
      <button class="ln-rail-item" type="button" @click=${this.#onHelp}>
        ${icon(circleQuestionMark, 20)}<span class="ln-label">${text('shell.help')}</span>
      </button>
      <button class="ln-rail-me" type="button" popovertarget="me" aria-haspopup="menu">
        ${avatar(me, { presence: this.#menu.online ? 'online' : 'offline' })}
        <span class="ln-visually-hidden">${text('shell.me', { name: me.name })}</span>
      </button>
      ${menu({ id: 'me', label: text('shell.me.menu'), place: 'top-start', items: this.#menu.items(), head: this.#menu.head() })}
    </nav>`
  }

  #onHelp() {
    this.dispatchEvent(new ShortcutsAskedEvent())
  }
}
define('ln-rail', LnRail)
