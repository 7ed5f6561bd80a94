import { define, icon, LocalizeController, partsStyles } from '@liaison/sdk/web'
import { copy, download } from '@liaison/sdk/icons'
import { html, LitElement, nothing } from 'lit'
import { saveFile } from '../../files/save-file.ts'
import { SafetyTexts } from '../../session/safety-texts.ts'
import { CodesKeptEvent } from './codes-kept.event.ts'
import { styles } from './factor-form.styles.ts'

/** Shows new recovery codes, this once. @fires ln-codes-kept */
export class LnRecoveryCodes extends LitElement {
  static override properties = { codes: { attribute: false }, copied: { state: true } }
  static override styles = [...partsStyles, styles]
  declare codes: readonly string[]
  declare copied: boolean

  #localize = new LocalizeController(this)
  #texts = new SafetyTexts(this)

  override connectedCallback() {
    super.connectedCallback()
    void this.#texts.load().then(() => this.renderRoot.querySelector<HTMLElement>('.is-primary')?.focus())
  }

  override render() {
    if (!this.#texts.isReady) return nothing
    const { text } = this.#localize
    return html`<div class="codes-keep">
      <p>${text('safety.codes.once')}</p>
      <ul class="codes" aria-label=${text('safety.codes')}>
        ${this.codes.map((code) => html`<li>${code}</li>`)}
      </ul>
      <span class="ln-field-hint" role="status">${this.copied ? text('safety.codes.copied') : ''}</span>
      <div class="end">
        <button class="ln-button" type="button" @click=${this.#onCopy}>${icon(copy)}${text('safety.codes.copy')}</button>
        <button class="ln-button" type="button" @click=${this.#onDownload}>${icon(download)}${text('safety.codes.download')}</button>
        <button class="ln-button is-primary" type="button" @click=${() => this.dispatchEvent(new CodesKeptEvent())}>
          ${text('safety.codes.done')}
        </button>
      </div>
    </div>`
  }

  readonly #onCopy = async () => {
    await navigator.clipboard.writeText(this.codes.join('\n'))
    this.copied = true
  }
  readonly #onDownload = () => saveFile('liaison-recovery-codes.txt', `${this.codes.join('\r\n')}\r\n`, 'text/plain')
}
define('ln-recovery-codes', LnRecoveryCodes)
