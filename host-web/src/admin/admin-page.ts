import {
  ContextController,
  define,
  empty,
  icon,
  LocalizeController,
  type PageElement,
  PageTitledEvent,
  partsStyles,
  type Route,
  SessionController,
} from '@liaison/sdk/web'
import { ghost, shield } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { adminPath } from './admin-area.ts'
import { styles } from './admin-page.styles.ts'
import { type AdminPage, adminPages } from './admin-sections.ts'
import { adminMessages } from './locales/admin-messages.ts'

/** The administration: the side list of the pages that the person may have, and the one that is open. */
export class LnAdminPage extends LitElement {
  static override properties = { route: { attribute: false }, ready: { state: true }, page: { state: true } }
  static override styles = [...partsStyles, styles]
  declare route: Route | undefined
  /** The texts are there. */
  declare ready: boolean
  declare page: PageElement | undefined

  #localize = new LocalizeController(this)
  #localizer = new ContextController(this, 'localizer')
  #session = new SessionController(this)

  constructor() {
    super()
    this.ready = false
  }

  override connectedCallback() {
    super.connectedCallback()
    void this.#learn()
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('route') && this.ready) void this.#open()
  }

  override render() {
    if (!this.ready) return nothing
    const { text } = this.#localize
    const open = this.#present
    if (this.#pages.length === 0) return html`<main class="ln-content">${this.#nothing()}</main>`
    return html`<div class="ln-panes" data-pane=${this.#chosen === undefined ? 'list' : 'content'}>
      <section class="ln-list" aria-label=${text('admin.title')}>
        <header class="ln-head">
          ${this.#chosen === undefined ? html`<h1>${text('admin.title')}</h1>` : html`<h2>${text('admin.title')}</h2>`}
        </header>
        <nav class="ln-scroll admin-nav" aria-label=${text('admin.pages')}>
          <ul>
            ${this.#pages.map(
              (page) =>
                html`<li>
                  <a class="ln-row" href="${adminPath}/${page.id}" aria-current=${page === open ? 'page' : nothing}>
                    ${icon(page.icon)}<span class="ln-row-main ln-row-title">${text(page.title)}</span>
                  </a>
                </li>`,
            )}
          </ul>
        </nav>
      </section>
      <main class="ln-content">${open === undefined ? this.#nothing() : this.page}</main>
    </div>`
  }

  /** A page that is not this person's looks like one that does not exist. */
  #nothing(): TemplateResult {
    const { text } = this.#localize
    if (this.#chosen === undefined)
      return html`<h1 class="ln-visually-hidden">${text('admin.nothing')}</h1>
        ${empty({ icon: shield, title: text('admin.nothing'), text: text('admin.nothing.hint') })}`
    return html`<h1 class="ln-visually-hidden">${text('shell.nothing.title')}</h1>
      ${empty({
        icon: ghost,
        title: text('shell.nothing.title'),
        text: text('shell.nothing.text'),
        action: html`<a class="ln-button" href="/">${text('shell.nothing.home')}</a>`,
      })}`
  }

  get #pages(): readonly AdminPage[] {
    return adminPages.filter(({ permission }) => this.#session.may(permission))
  }
  get #chosen(): string | undefined {
    return this.route?.params['page']
  }
  /** Without a choice the first page stands beside the list; the phone shows the list alone. */
  get #present(): AdminPage | undefined {
    const pages = this.#pages
    return this.#chosen === undefined ? pages[0] : pages.find(({ id }) => id === this.#chosen)
  }

  async #learn() {
    await this.updateComplete
    await this.#localizer.service.add('admin', adminMessages)
    this.ready = true
    await this.#open()
  }

  async #open() {
    const open = this.#present
    this.dispatchEvent(new PageTitledEvent(open === undefined ? '' : this.#localize.text(open.title)))
    if (open === undefined) return
    await open.load()
    if (open !== this.#present) return
    if (this.page?.localName !== open.element) this.page = document.createElement(open.element) as PageElement
    if (this.route !== undefined) this.page.route = this.route
  }
}
define('ln-admin-page', LnAdminPage)
