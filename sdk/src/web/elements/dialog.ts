import { css, html, LitElement, type PropertyValues } from 'lit'
import { LocalizeController } from '../controllers.ts'
import { define } from '../define.ts'
import { icon } from '../icon.ts'
import { x } from '../icons/lucide.ts'
import { partsStyles } from '../styles/parts.styles.ts'
import { DialogClosedEvent } from './dialog-closed.event.ts'

const styles = css`
  :host {
    display: contents;
  }
  dialog {
    flex-direction: column;
    max-height: calc(100dvh - 64px);
    padding: 0;
  }
  dialog[open] {
    display: flex;
  }
  .ln-dialog-body {
    flex: 1;
    min-height: 0;
    overflow: hidden auto;
    align-content: start;
  }
  ::slotted([slot='foot']) {
    display: contents;
  }
  .ln-dialog-foot:not(.is-filled) {
    display: none;
  }

  @media (max-width: 719px) {
    dialog[open] {
      width: 100%;
      max-width: none;
      max-height: 94dvh;
      margin: auto 0 0;
      border-radius: var(--ln-radius-l) var(--ln-radius-l) 0 0;
      padding-bottom: env(safe-area-inset-bottom);
    }
  }
`

/**
 * A modal dialog. The focus goes in when it opens and back to where it was when it closes; Esc and the cross close it.
 * @slot - the body
 * @slot foot - buttons; the one that does it comes last and is `is-primary`
 * @fires ln-dialog-closed
 */
export class LnDialog extends LitElement {
  static override properties = { open: { type: Boolean, reflect: true }, heading: {}, footed: { state: true } }
  static override styles = [partsStyles, styles]
  declare open: boolean
  declare heading: string
  declare footed: boolean

  #localize = new LocalizeController(this)

  override render() {
    return html`<dialog class="ln-dialog" aria-labelledby="heading" @close=${this.#onClose}>
      <div class="ln-dialog-head">
        <h2 id="heading">${this.heading}</h2>
        <button class="ln-button is-icon is-quiet" type="button" aria-label=${this.#localize.text('ln.close')} @click=${this.#close}>
          ${icon(x)}
        </button>
      </div>
      <div class="ln-dialog-body"><slot></slot></div>
      <div class=${this.footed ? 'ln-dialog-foot is-filled' : 'ln-dialog-foot'}><slot name="foot" @slotchange=${this.#onFoot}></slot></div>
    </dialog>`
  }

  override updated(changed: PropertyValues<this>) {
    if (!changed.has('open')) return
    const dialog = this.#dialog
    if (this.open && !dialog.open) {
      dialog.showModal()
      this.querySelector<HTMLElement>('[autofocus]')?.focus()
    } else if (!this.open && dialog.open) dialog.close()
  }

  get #dialog() {
    return this.renderRoot.querySelector('dialog') as HTMLDialogElement
  }
  readonly #close = () => this.#dialog.close()

  #onClose() {
    this.open = false
    this.dispatchEvent(new DialogClosedEvent())
  }
  #onFoot(event: Event) {
    this.footed = (event.target as HTMLSlotElement).assignedElements().length > 0
  }
}
define('ln-dialog', LnDialog)
