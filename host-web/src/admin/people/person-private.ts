import type { DirectoryPerson } from '@liaison/sdk'
import { peopleReveal, revealPerson } from '@liaison/sdk/platform'
import { Action, ApiController, define, icon, LocalizeController, partsStyles, SessionController, tableStyles } from '@liaison/sdk/web'
import { eye, eyeOff } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { styles } from './person-private.styles.ts'

const fields = ['phone', 'email', 'idNumber'] as const
type Field = (typeof fields)[number]
/** A whole number stays in sight for so long */
const shownMs = 30_000

/** Phone, mail and ID number of a person: masked; shown whole for a short time to those who may, who say why. */
export class LnPersonPrivate extends LitElement {
  static override properties = { person: { attribute: false }, asking: { state: true }, shown: { state: true }, isMissing: { state: true } }
  static override styles = [...partsStyles, tableStyles, styles]
  declare person: DirectoryPerson
  /** Which one a reason is asked for */
  declare asking: Field | undefined
  declare shown: { readonly field: Field; readonly value: string } | undefined
  declare isMissing: boolean

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #session = new SessionController(this)
  #timer: ReturnType<typeof setTimeout> | undefined
  #reveal = new Action(this, async (field: Field, reason: string) => {
    const { id } = this.person
    const { value } = await this.#api.call(revealPerson, { params: { id }, body: { field, reason } })
    if (id !== this.person.id || value === null) return
    this.asking = undefined
    this.shown = { field, value }
    clearTimeout(this.#timer)
    this.#timer = setTimeout(this.#hide, shownMs)
  })

  constructor() {
    super()
    this.isMissing = false
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('person') || changed.get('person')?.id === this.person.id) return
    this.asking = undefined
    this.#reveal.reset()
    this.#hide()
  }
  override updated(changed: PropertyValues<this>) {
    if (changed.has('asking') && this.asking !== undefined) this.renderRoot.querySelector<HTMLElement>('#reason')?.focus()
  }
  override disconnectedCallback() {
    super.disconnectedCallback()
    this.#hide()
  }

  override render() {
    const known = fields.filter((field) => (this.person[field] ?? null) !== null)
    if (known.length === 0) return nothing
    return html`<dl class="ln-facts" aria-label=${this.#localize.text('admin.private')}>${known.map((field) => this.#row(field))}</dl>
      ${this.asking === undefined ? nothing : this.#form(this.asking)}`
  }

  #row(field: Field): TemplateResult {
    const { text } = this.#localize
    const label = text(`admin.people.${field}`)
    const isShown = this.shown?.field === field
    return html`<dt>${label}</dt>
      <dd>
        <span class="ln-number" aria-live="polite">${isShown ? this.shown?.value : this.person[field]}</span>
        ${
          this.#session.may(peopleReveal)
            ? html`<button
                class="ln-button is-icon is-quiet is-small"
                type="button"
                aria-expanded=${this.asking === field ? 'true' : 'false'}
                aria-label=${text(isShown ? 'admin.private.hide' : 'admin.private.show', { field: label })}
                title=${text(isShown ? 'admin.private.hide' : 'admin.private.show', { field: label })}
                @click=${() => this.#onEye(field, isShown)}
              >
                ${icon(isShown ? eyeOff : eye)}
              </button>`
            : nothing
        }
      </dd>`
  }

  #form(field: Field): TemplateResult {
    const { text } = this.#localize
    return html`<div class="ask" role="group" aria-label=${text('admin.private.show', { field: text(`admin.people.${field}`) })}>
      <ln-problem .problem=${this.#reveal.problem}></ln-problem>
      <label class="ln-field-label" for="reason">${text('admin.private.reason')}</label>
      <div class="line">
        <input
          class="ln-input"
          id="reason"
          maxlength="200"
          autocomplete="off"
          aria-invalid=${this.isMissing ? 'true' : 'false'}
          aria-describedby="reason-hint"
          @input=${() => (this.isMissing = false)}
          @keydown=${this.#onKey}
        />
        <button class="ln-button" type="button" ?disabled=${this.#reveal.pending} @click=${this.#onGo}>${text('admin.private.go')}</button>
      </div>
      <span class=${this.isMissing ? 'ln-field-error' : 'ln-field-hint'} id="reason-hint"
        >${text(this.isMissing ? 'admin.private.reason.missing' : 'admin.private.reason.hint')}</span
      >
    </div>`
  }

  readonly #hide = () => {
    clearTimeout(this.#timer)
    this.shown = undefined
  }
  #onEye(field: Field, isShown: boolean) {
    this.#reveal.reset()
    this.isMissing = false
    if (isShown) this.#hide()
    else this.asking = this.asking === field ? undefined : field
  }
  /** The form around is another one. */
  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') this.asking = undefined
    if (event.key !== 'Enter' || event.isComposing) return
    event.preventDefault()
    this.#onGo()
  }
  readonly #onGo = () => {
    const reason = this.renderRoot.querySelector<HTMLInputElement>('#reason')?.value.trim() ?? ''
    this.isMissing = reason === ''
    if (!this.isMissing && this.asking !== undefined) void this.#reveal.start(this.asking, reason)
  }
}
define('ln-person-private', LnPersonPrivate)
