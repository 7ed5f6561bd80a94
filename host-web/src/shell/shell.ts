import {
  type AccessQuestion,
  define,
  icon,
  LocalizeController,
  type PageTitledEvent,
  partsStyles,
  RealtimeController,
  type WhyAskedEvent,
} from '@liaison/sdk/web'
import { wifiOff } from '@liaison/sdk/icons'
import { ContextConsumer } from '@lit/context'
import { html, LitElement, nothing } from 'lit'
import { platformContext } from '../contexts.ts'
import { TourController } from '../tour/tour-controller.ts'
import { Router } from '../router/router.ts'
import { ContributionsController } from './contributions-controller.ts'
import { fallbackPage } from './fallback.ts'
import { focusHeading } from './focus-heading.ts'
import { LeaveQuestion } from './leave-question.ts'
import { PageController } from './page-controller.ts'
import { styles } from './shell.styles.ts'
import './bottom-bar.ts'
import './rail.ts'
import './toasts.ts'
import { keptView } from '../view-as/kept-view.ts'
import './top-bar.ts'

/** The frame around all pages. */
export class LnShell extends LitElement {
  static override properties = {
    path: { state: true },
    detail: { state: true },
    searching: { state: true },
    helping: { state: true },
    wondering: { state: true },
  }
  static override styles = [...partsStyles, styles]
  declare path: string
  declare detail: string
  declare searching: boolean
  declare helping: boolean
  /** What somebody wants to have explained */
  declare wondering: AccessQuestion | undefined

  #localize = new LocalizeController(this)
  #contributions = new ContributionsController(this)
  #platform = new ContextConsumer(this, { context: platformContext })
  #realtime = new RealtimeController(this)
  #page = new PageController(this, () => this.#contributions.value)
  #tour = new TourController(this, {
    navigation: () => this.#contributions.value.navigation,
    focusPage: () => this.#focusHeading(),
  })
  #leave = new LeaveQuestion(this)
  #router = new Router({
    show: async (url, signal) => {
      if (url.pathname !== this.path) this.detail = ''
      this.wondering = undefined
      this.path = url.pathname
      await this.#page.show(url, signal)
    },
    focusHeading: () => this.#focusHeading(),
    confirmLeave: this.#leave.ask,
  })

  constructor() {
    super()
    this.path = location.pathname
    this.detail = ''
    this.searching = false
    this.helping = false
  }

  override firstUpdated() {
    this.#router.start()
    if (keptView() !== undefined) void import('../view-as/view-banner.ts')
    addEventListener('keydown', this.#onKey)
  }

  override updated() {
    void this.#page.refresh(new URL(location.href))
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    this.#router.stop()
    removeEventListener('keydown', this.#onKey)
  }

  override render() {
    const { text } = this.#localize
    const { page, element, fallback } = this.#page
    const where = page === undefined ? '' : text(page.title)
    this.#nameDocument(where)
    return html`<div
      class="ln-shell"
      @ln-search-asked=${this.#onSearch}
      @ln-shortcuts-asked=${this.#onHelp}
      @ln-tour-asked=${this.showTour}
      @ln-why-asked=${this.#onWhy}
      @ln-page-titled=${(event: PageTitledEvent) => (this.detail = event.title)}
    >
      <nav class="ln-skip-links" aria-label=${text('shell.skip')}>
        <a class="ln-skip" href="#content" @click=${this.#onSkip}>${text('shell.skip')}</a>
      </nav>
      <ln-rail .path=${this.path}></ln-rail>
      <ln-top-bar .where=${where} .detail=${this.detail}></ln-top-bar>
      <div class="ln-body" id="content" tabindex="-1">
        ${keptView() === undefined ? nothing : html`<ln-view-banner></ln-view-banner>`}
        ${
          this.#realtime.state === 'offline'
            ? html`<div class="ln-banner" data-tone="warning" role="status">
                ${icon(wifiOff)}
                <p>${text('shell.offline')}</p>
              </div>`
            : nothing
        }
        ${fallback === undefined ? element : fallbackPage(fallback, where, this.#localize)}
      </div>
      <ln-bottom-bar .path=${this.path}></ln-bottom-bar>
      <ln-toasts></ln-toasts>
      ${this.#tour.shown()} ${this.#leave.shown()}
      <ln-search-palette .open=${this.searching} @ln-dialog-closed=${() => (this.searching = false)}></ln-search-palette>
      <ln-shortcuts-dialog .open=${this.helping} @ln-dialog-closed=${() => (this.helping = false)}></ln-shortcuts-dialog>
      <ln-why-dialog .question=${this.wondering} @ln-dialog-closed=${() => (this.wondering = undefined)}></ln-why-dialog>
    </div>`
  }

  #nameDocument(where: string) {
    const { unread } = this.#contributions.value
    const names = [this.detail, where, this.#platform.value?.name ?? ''].filter((name) => name !== '')
    document.title = (unread > 0 ? `(${unread}) ` : '') + names.join(' · ')
  }

  /** Shows somebody around. */
  readonly showTour = (): Promise<void> => {
    this.helping = false
    return this.#tour.show()
  }

  #focusHeading() {
    focusHeading(this.#page.element ?? this.#body)
  }
  get #body() {
    return this.renderRoot.querySelector('#content') as HTMLElement
  }

  #onSkip(event: Event) {
    event.preventDefault()
    this.#body.focus()
  }
  readonly #onSearch = async () => {
    await import('../search/search-palette.ts')
    this.searching = true
  }
  readonly #onHelp = async () => {
    await import('./shortcuts-dialog.ts')
    this.helping = true
  }
  readonly #onWhy = async ({ question }: WhyAskedEvent) => {
    await import('../admin/explain/why-dialog.ts')
    this.wondering = question
  }
  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
      event.preventDefault()
      void this.#onSearch()
    } else if (event.key === '?' && !isTyping(event)) void this.#onHelp()
  }
}

function isTyping(event: Event): boolean {
  const target = event.composedPath()[0]
  return target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable)
}
define('ln-shell', LnShell)
