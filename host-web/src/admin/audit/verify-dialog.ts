import { type AuditVerification, verifyAudit } from '@liaison/sdk/platform'
import { Action, ApiController, define, icon, LocalizeController, partsStyles, ToastController } from '@liaison/sdk/web'
import { copy, shieldAlert, shieldCheck } from '@liaison/sdk/icons'
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { AuditAskedEvent } from './audit-asked.event.ts'

const anchorPattern = /^[0-9]{1,15}:[A-Za-z0-9_-]{43}$/

const styles = css`
  .verdict {
    display: flex;
    align-items: flex-start;
    gap: var(--ln-space-2);
    padding: var(--ln-space-3);
    border-radius: var(--ln-radius);
    background: var(--ln-success-subtle);
    color: var(--ln-success-text);
  }
  .verdict.is-bad {
    background: var(--ln-danger-subtle);
    color: var(--ln-danger-text);
  }
  .verdict > .ln-icon {
    margin-top: 2px;
  }
  .anchor {
    display: grid;
    gap: var(--ln-space-1);
  }
  .anchor > div {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
  }
  .anchor code {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
    font: 400 12px/16px var(--ln-font-mono);
  }
`

/** Walks the trail and says what it found. @fires ln-dialog-closed @fires ln-audit-asked - to show the entry that is named */
export class LnAuditVerify extends LitElement {
  static override properties = { open: { type: Boolean }, found: { attribute: false }, isWrong: { state: true } }
  static override styles = [...partsStyles, styles]
  declare open: boolean
  /** What the last walk found */
  declare found: AuditVerification | undefined
  declare isWrong: boolean

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #toasts = new ToastController(this)
  #verify = new Action(this, async (anchor: string) => {
    this.found = await this.#api.call(verifyAudit, { query: anchor === '' ? {} : { anchor } })
    this.dispatchEvent(new Event('ln-audit-verified', { bubbles: true, composed: true }))
  })

  constructor() {
    super()
    this.isWrong = false
  }

  override render() {
    const { text } = this.#localize
    return html`<ln-dialog .open=${this.open} heading=${text('audit.verify')}>
      <p>${text('audit.verify.hint')}</p>
      <div aria-live="polite">
        ${this.#verify.pending ? html`<p>${text('audit.verify.running')}</p>` : this.found === undefined ? nothing : this.#verdict(this.found)}
      </div>
      <ln-problem .problem=${this.#verify.problem}></ln-problem>
      ${this.found?.anchor === undefined || this.found.anchor === null ? nothing : this.#anchor(this.found.anchor)}
      <div class="ln-field">
        <label class="ln-field-label" for="earlier">${text('audit.verify.earlier')}</label>
        <input
          class="ln-input"
          id="earlier"
          autocomplete="off"
          spellcheck="false"
          maxlength="70"
          aria-invalid=${this.isWrong ? 'true' : 'false'}
          aria-describedby="earlier-hint"
        />
        <span class=${this.isWrong ? 'ln-field-error' : 'ln-field-hint'} id="earlier-hint"
          >${text(this.isWrong ? 'audit.verify.earlier.wrong' : 'audit.verify.earlier.hint')}</span
        >
      </div>
      <button slot="foot" class="ln-button is-primary" type="button" ?disabled=${this.#verify.pending} @click=${this.#onVerify}>
        ${text(this.found === undefined ? 'audit.verify' : 'audit.verify.again')}
      </button>
    </ln-dialog>`
  }

  #verdict({ ok, entries, fault, firstBadId: id }: AuditVerification): TemplateResult {
    const { text } = this.#localize
    if (ok) return html`<p class="verdict">${icon(shieldCheck)}<span>${text('audit.verify.ok', { count: entries })}</span></p>`
    const key = id === undefined && fault === 'cut' ? 'audit.verify.cut.unknown' : `audit.verify.${fault ?? 'missing'}`
    return html`<p class="verdict is-bad">
      ${icon(shieldAlert)}<span
        ><span>${text(key, { id: id ?? 0 })}</span> ${
          id === undefined || fault === 'cut'
            ? nothing
            : html`<button class="ln-link-button" type="button" @click=${() => this.dispatchEvent(new AuditAskedEvent({ entry: id }))}>
                ${text('audit.verify.show')}
              </button>`
        }</span
      >
    </p>`
  }

  #anchor(anchor: string): TemplateResult {
    const { text } = this.#localize
    return html`<div class="anchor">
      <span class="ln-field-label">${text('audit.verify.anchor')}</span>
      <div>
        <code>${anchor}</code>
        <button class="ln-button is-small" type="button" @click=${() => this.#copy(anchor)}>
          ${icon(copy)}${text('audit.verify.copy')}
        </button>
      </div>
      <span class="ln-field-hint">${text('audit.verify.anchor.hint')}</span>
    </div>`
  }

  async #copy(anchor: string) {
    await navigator.clipboard.writeText(anchor)
    this.#toasts.show({ text: this.#localize.text('audit.verify.copied') })
  }
  readonly #onVerify = () => {
    const anchor = this.renderRoot.querySelector<HTMLInputElement>('#earlier')?.value.trim() ?? ''
    this.isWrong = anchor !== '' && !anchorPattern.test(anchor)
    if (!this.isWrong) void this.#verify.start(anchor)
  }
}
define('ln-audit-verify', LnAuditVerify)
