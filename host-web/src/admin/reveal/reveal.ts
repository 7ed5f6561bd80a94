import { peopleReveal, revealPerson } from '@liaison/sdk/platform'
import { Action, ApiController, define, LocalizeController, partsStyles, SessionController } from '@liaison/sdk/web'
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'

/** ms for which a whole number stays on the page */
const shownFor = 10 * 60_000
const reasons = ['contact', 'check', 'other'] as const

const styles = css`
  :host {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-width: 0;
  }
  .value {
    font-variant-numeric: tabular-nums;
  }
  form {
    display: grid;
    gap: var(--ln-space-3);
    width: 296px;
    padding: var(--ln-space-4);
  }
  strong {
    font: var(--ln-text-head-s);
  }
  p,
  small {
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  fieldset {
    display: grid;
    gap: 6px;
    margin: 0;
    padding: 0;
    border: 0;
  }
  footer {
    display: flex;
    justify-content: flex-end;
    gap: var(--ln-space-2);
  }
`

/** A phone number or mail address, masked; whoever may sees it whole after giving a reason, which the audit trail keeps. */
export class LnReveal extends LitElement {
  static override properties = {
    personId: {},
    name: {},
    field: {},
    masked: {},
    value: { state: true },
    reason: { state: true },
  }
  static override styles = [...partsStyles, styles]
  declare personId: string
  declare name: string
  declare field: 'phone' | 'email'
  declare masked: string
  declare value: string | undefined
  declare reason: (typeof reasons)[number]

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #session = new SessionController(this)
  #timer: ReturnType<typeof setTimeout> | undefined
  #reveal = new Action(this, async (reason: string) => {
    const { value } = await this.#api.call(revealPerson, { params: { id: this.personId }, body: { field: this.field, reason } })
    this.value = value ?? ''
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => (this.value = undefined), shownFor)
    this.#popover.hidePopover()
  })

  constructor() {
    super()
    this.reason = 'contact'
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
    this.value = undefined
  }
  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('personId') || changed.has('field')) this.value = undefined
  }

  override render() {
    const { text } = this.#localize
    const { value, masked } = this
    const mayReveal = value === undefined && this.#session.may(peopleReveal)
    return html`<span class="value">${value ?? masked}</span>${
        mayReveal
          ? html`<button
                class="ln-link-button"
                type="button"
                popovertarget="ask"
                aria-label=${text(`admin.reveal.${this.field}`, { name: this.name })}
              >
                ${text('admin.reveal')}
              </button>
              ${this.#asking()}`
          : nothing
      }`
  }

  #asking(): TemplateResult {
    const { text } = this.#localize
    return html`<div class="ln-popover" id="ask" popover data-place="bottom-end" role="dialog" aria-labelledby="heading">
      <form @submit=${this.#onSubmit}>
        <div>
          <strong id="heading">${text(`admin.reveal.${this.field}`, { name: this.name })}</strong>
          <p>${text('admin.reveal.hint')}</p>
        </div>
        <ln-problem .problem=${this.#reveal.problem}></ln-problem>
        <fieldset>
          <legend class="ln-visually-hidden">${text('admin.reveal.reason')}</legend>
          ${reasons.map(
            (reason) =>
              html`<label class="ln-check"
                ><input
                  type="radio"
                  name="reason"
                  value=${reason}
                  .checked=${reason === this.reason}
                  @change=${() => (this.reason = reason)}
                />${text(`admin.reveal.reason.${reason}`)}</label
              >`,
          )}
          <input
            class="ln-input"
            name="words"
            maxlength="200"
            aria-label=${text('admin.reveal.words')}
            placeholder=${text('admin.reveal.words')}
            ?required=${this.reason === 'other'}
          />
        </fieldset>
        <footer>
          <button class="ln-button" type="button" popovertarget="ask" popovertargetaction="hide">${text('admin.cancel')}</button>
          <button class="ln-button is-primary" type="submit" ?disabled=${this.#reveal.pending}>${text('admin.reveal')}</button>
        </footer>
      </form>
    </div>`
  }

  get #popover() {
    return this.renderRoot.querySelector('[popover]') as HTMLElement
  }
  readonly #onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    const words = String(new FormData(event.target as HTMLFormElement).get('words') ?? '').trim()
    const reason = this.reason === 'other' ? '' : this.#localize.text(`admin.reveal.reason.${this.reason}`)
    const said = [reason, words].filter((part) => part !== '').join('：')
    if (said !== '') void this.#reveal.start(said.slice(0, 200))
  }
}
define('ln-reveal', LnReveal)
