import { endView } from '@liaison/sdk/platform'
import { Action, ApiClient, avatar, ContextController, define, icon, LocalizeController, partsStyles, personName } from '@liaison/sdk/web'
import { eye } from '@liaison/sdk/icons'
import { html, LitElement, nothing } from 'lit'
import { type KeptView, keptView, leaveView } from './kept-view.ts'
import { viewMessages } from './locales/view-messages.ts'
import { styles } from './view-banner.styles.ts'

/** Says on every page whom this tab views as, and for how long; ends it. */
export class LnViewBanner extends LitElement {
  static override properties = { ready: { state: true }, leftMs: { state: true } }
  static override styles = [...partsStyles, styles]
  declare ready: boolean
  declare leftMs: number

  #localize = new LocalizeController(this)
  #localizer = new ContextController(this, 'localizer')
  #view: KeptView | undefined = keptView()
  #timer: ReturnType<typeof setInterval> | undefined
  #end = new Action(this, async () => {
    const view = this.#view
    if (view === undefined) return
    // in the viewer's own name: the client of the page speaks in the other's
    await new ApiClient().call(endView, { params: { id: view.id } })
    leaveView(view.from, false)
  })

  constructor() {
    super()
    this.ready = false
    this.leftMs = this.#left
  }

  override connectedCallback() {
    super.connectedCallback()
    void this.updateComplete.then(() => this.#localizer.service.add('view-as', viewMessages)).then(() => (this.ready = true))
    this.#timer = setInterval(() => {
      this.leftMs = this.#left
      if (this.leftMs <= 0 && this.#view !== undefined) leaveView(this.#view.from, true)
    }, 1_000)
  }
  override disconnectedCallback() {
    super.disconnectedCallback()
    clearInterval(this.#timer)
  }

  override render() {
    const view = this.#view
    if (!this.ready || view === undefined) return nothing
    const { text } = this.#localize
    return html`<div class="ln-banner" role="region" aria-label=${text('view-as.label')}>
      ${icon(eye)}
      <p class="ln-person">
        ${text('view-as.as')} ${avatar(view.person, { size: 20 })}${personName(view.person, this.#localize)} ${text('view-as.as.after')}
      </p>
      <span class="ln-badge is-warning">${text('view-as.readOnly')}</span>
      <span class="left" role="timer">${text('view-as.left', { left: clock(this.leftMs) })}</span>
      ${this.#end.problem === undefined ? nothing : html`<span role="alert">${this.#localize.problem(this.#end.problem)}</span>`}
      <button class="ln-button is-small" type="button" ?disabled=${this.#end.pending} @click=${this.#end.start}>
        ${text('view-as.end')}
      </button>
    </div>`
  }

  get #left(): number {
    return this.#view === undefined ? 0 : Date.parse(this.#view.expiresAt) - Date.now()
  }
}

/** 29:05 */
function clock(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1_000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
define('ln-view-banner', LnViewBanner)
