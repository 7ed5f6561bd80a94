import { wrongPassword } from '@liaison/sdk'
import { beginAuthenticator, confirmAuthenticator, wrongCode } from '@liaison/sdk/platform'
import { Action, ApiController, define, icon, LocalizeController, partsStyles } from '@liaison/sdk/web'
import { copy } from '@liaison/sdk/icons'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { codeField, codeFieldStyles } from '../../session/code-field.ts'
import { passwordField } from '../../session/password-field.ts'
import { passwordFieldStyles } from '../../session/password-field.styles.ts'
import { SafetyTexts } from '../../session/safety-texts.ts'
import { FactorAddedEvent } from './factor-added.event.ts'
import { styles } from './factor-form.styles.ts'
import { qrCode } from './qr-code.ts'

/** Teaches an authenticator app my secret: password, QR code, first code. @fires ln-factor-added */
export class LnAuthenticatorSetUp extends LitElement {
  static override properties = { begun: { state: true }, copied: { state: true } }
  static override styles = [...partsStyles, passwordFieldStyles, codeFieldStyles, styles]
  declare begun: { readonly secret: string; readonly challenge: string; readonly picture: TemplateResult } | undefined
  declare copied: boolean

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #texts = new SafetyTexts(this)
  #begin = new Action(this, async (password: string) => {
    const { uri, secret, challenge } = await this.#api.call(beginAuthenticator, { body: { password } })
    this.begun = { secret, challenge, picture: await qrCode(uri, this.#localize.text('safety.authenticator.qr')) }
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('#code')?.focus()
  })
  #confirm = new Action(this, async (code: string) => {
    const { recoveryCodes } = await this.#api.call(confirmAuthenticator, { body: { challenge: this.begun!.challenge, code } })
    this.dispatchEvent(new FactorAddedEvent(recoveryCodes))
  })

  override connectedCallback() {
    super.connectedCallback()
    void this.#texts.load().then(() => this.renderRoot.querySelector('input')?.focus())
  }

  override render() {
    if (!this.#texts.isReady) return nothing
    return this.begun === undefined ? this.#password() : this.#code(this.begun)
  }

  #password() {
    const { text } = this.#localize
    const { pending, problem } = this.#begin
    const isWrong = problem?.type === wrongPassword.type
    return html`<form @submit=${this.#onPassword} @input=${this.#begin.reset} novalidate>
      ${passwordField({
        id: 'password',
        label: text('safety.password'),
        hint: text('safety.password.hint'),
        error: isWrong ? this.#localize.problem(problem) : undefined,
        autocomplete: 'current-password',
        localize: this.#localize,
      })}
      ${isWrong ? nothing : html`<ln-problem .problem=${problem}></ln-problem>`}
      <div class="end"><button class="ln-button is-primary" ?disabled=${pending}>${text('safety.next')}</button></div>
    </form>`
  }

  #code({ secret, picture }: { secret: string; picture: TemplateResult }) {
    const { text } = this.#localize
    const { pending, problem } = this.#confirm
    const isWrong = problem?.type === wrongCode.type
    return html`<form @submit=${this.#onCode} @input=${this.#confirm.reset} novalidate>
      <p>${text('safety.authenticator.scan')}</p>
      ${picture}
      <details>
        <summary>${text('safety.authenticator.manual')}</summary>
        <div class="secret">
          <code>${secret.match(/.{1,4}/g)?.join(' ')}</code>
          <button class="ln-button is-icon" type="button" aria-label=${text('safety.codes.copy')} @click=${() => this.#copy(secret)}>
            ${icon(copy)}
          </button>
        </div>
        <span role="status" class="ln-field-hint">${this.copied ? text('safety.authenticator.copied') : ''}</span>
      </details>
      ${codeField({
        label: text('safety.authenticator.code'),
        error: isWrong ? this.#localize.problem(problem) : undefined,
        localize: this.#localize,
        full: (code) => void this.#send(code),
      })}
      ${isWrong ? nothing : html`<ln-problem .problem=${problem}></ln-problem>`}
      <div class="end"><button class="ln-button is-primary" ?disabled=${pending}>${text('safety.authenticator.confirm')}</button></div>
    </form>`
  }

  async #copy(secret: string) {
    await navigator.clipboard.writeText(secret)
    this.copied = true
  }

  async #send(code: string) {
    if (!(await this.#confirm.start(code))) this.renderRoot.querySelector<HTMLInputElement>('#code')?.select()
  }

  async #onPassword(event: SubmitEvent) {
    event.preventDefault()
    const input = this.renderRoot.querySelector<HTMLInputElement>('#password')
    if (input === null || input.value === '') input?.focus()
    else if (!(await this.#begin.start(input.value))) input.select()
  }

  async #onCode(event: SubmitEvent) {
    event.preventDefault()
    const input = this.renderRoot.querySelector<HTMLInputElement>('#code')
    if (input?.value.length === 6) await this.#send(input.value)
    else input?.focus()
  }
}
define('ln-authenticator-set-up', LnAuthenticatorSetUp)
