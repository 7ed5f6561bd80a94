import { css, html, LitElement } from 'lit'
import { LocalizeController } from '../controllers.ts'
import { define } from '../define.ts'
import { icon } from '../icon.ts'
import { copy } from '../icons/lucide.ts'
import { partsStyles } from '../styles/parts.styles.ts'

const styles = css`
  :host {
    display: block;
    width: 100%;
  }
  .line {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--ln-space-2);
  }
  .line > .ln-button {
    height: auto;
  }
  .line > .ln-input {
    width: 100%;
    min-width: 0;
    font-family: var(--ln-font-mono, ui-monospace, monospace);
  }
  .ln-field-hint {
    display: block;
    min-height: 16px;
    margin-top: var(--ln-space-1);
  }
`

/**
 * Something that is shown this once, to be copied: a link, a password, a token. Its `focus()` goes to the field, which selects it all.
 */
export class LnSecret extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true }
  static override properties = { value: {}, label: {}, said: { state: true } }
  static override styles = [partsStyles, styles]
  declare value: string
  /** What it is, for whoever does not see it */
  declare label: string
  /** What became of the copying */
  declare said: 'copied' | 'byHand' | undefined

  #localize = new LocalizeController(this)

  constructor() {
    super()
    this.value = ''
    this.label = ''
  }

  override render() {
    const { text } = this.#localize
    return html`<div class="line">
        <input
          class="ln-input"
          readonly
          aria-label=${this.label}
          .value=${this.value}
          @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
        />
        <button class="ln-button" type="button" @click=${this.#copy}>${icon(copy)}${text('ln.copy')}</button>
      </div>
      <span class="ln-field-hint" role="status">${this.said === undefined ? '' : text(`ln.copy.${this.said}`)}</span>`
  }

  /** Without TLS, or where it is forbidden, there is no clipboard: then it is selected, to be copied by hand. */
  readonly #copy = async () => {
    try {
      await navigator.clipboard.writeText(this.value)
      this.said = 'copied'
    } catch {
      this.renderRoot.querySelector('input')?.focus()
      this.said = 'byHand'
    }
  }
}
define('ln-secret', LnSecret)
