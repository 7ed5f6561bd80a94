import { accessViewAs, startView } from '@liaison/sdk/platform'
import {
  Action,
  ApiController,
  ContextController,
  define,
  icon,
  LocalizeController,
  partsStyles,
  SessionController,
} from '@liaison/sdk/web'
import { eye } from '@liaison/sdk/icons'
import { css, html, LitElement, nothing } from 'lit'
import { goFresh } from '../router/fresh-document.ts'
import { keepView, keptView } from './kept-view.ts'
import { viewMessages } from './locales/view-messages.ts'

/** Begins to view as a person, after a reason was given. Nothing for those who may not. */
export class LnViewAsButton extends LitElement {
  static override properties = { personId: {}, name: {}, ready: { state: true }, open: { state: true }, isMissing: { state: true } }
  static override styles = [
    ...partsStyles,
    css`
      :host {
        display: contents;
      }
      .ln-button.is-quiet {
        justify-self: start;
      }
      p {
        color: var(--ln-text-2);
      }
    `,
  ]
  declare personId: string
  declare name: string
  declare ready: boolean
  declare open: boolean
  declare isMissing: boolean

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #localizer = new ContextController(this, 'localizer')
  #session = new SessionController(this)
  #start = new Action(this, async (reason: string) => {
    const view = await this.#api.call(startView, { body: { personId: this.personId, reason } })
    keepView({ ...view, from: location.pathname + location.search })
    goFresh('/')
  })

  constructor() {
    super()
    this.personId = ''
    this.name = ''
    this.ready = false
    this.open = false
    this.isMissing = false
  }

  override connectedCallback() {
    super.connectedCallback()
    void this.updateComplete.then(() => this.#localizer.service.add('view-as', viewMessages)).then(() => (this.ready = true))
  }

  override render() {
    if (!this.ready || !this.#session.may(accessViewAs) || this.personId === this.#session.me.id || keptView() !== undefined) return nothing
    const { text } = this.#localize
    return html`<button class="ln-button is-quiet" type="button" @click=${this.#onAsk}>${icon(eye)}${text('view-as.start')}</button>
      <ln-dialog .open=${this.open} heading=${text('view-as.heading', { name: this.name })} @ln-dialog-closed=${() => (this.open = false)}>
        <p>${text('view-as.hint')}</p>
        <ln-problem .problem=${this.#start.problem}></ln-problem>
        <div class="ln-field">
          <label class="ln-field-label" for="reason"
            >${text('view-as.reason')}<span class="ln-field-required" aria-hidden="true">*</span></label
          >
          <input
            class="ln-input"
            id="reason"
            maxlength="200"
            autocomplete="off"
            required
            aria-invalid=${this.isMissing ? 'true' : 'false'}
            aria-describedby="reason-hint"
            @input=${() => (this.isMissing = false)}
            @keydown=${this.#onKey}
          />
          <span class=${this.isMissing ? 'ln-field-error' : 'ln-field-hint'} id="reason-hint"
            >${text(this.isMissing ? 'view-as.reason.missing' : 'view-as.reason.hint')}</span
          >
        </div>
        <button slot="foot" class="ln-button" type="button" @click=${() => (this.open = false)}>${text('view-as.cancel')}</button>
        <button slot="foot" class="ln-button is-primary" type="button" ?disabled=${this.#start.pending} @click=${this.#onGo}>
          ${text('view-as.go')}
        </button>
      </ln-dialog>`
  }

  readonly #onAsk = () => {
    this.isMissing = false
    this.#start.reset()
    this.open = true
  }
  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing) return
    event.preventDefault()
    this.#onGo()
  }
  readonly #onGo = () => {
    const reason = this.renderRoot.querySelector<HTMLInputElement>('#reason')?.value.trim() ?? ''
    this.isMissing = reason === ''
    if (!this.isMissing) void this.#start.start(reason)
  }
}
define('ln-view-as-button', LnViewAsButton)
