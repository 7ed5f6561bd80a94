import { wrongPassword } from '@liaison/sdk'
import { addPasskey, beginPasskey } from '@liaison/sdk/platform'
import { Action, ApiController, define, icon, LocalizeController, partsStyles } from '@liaison/sdk/web'
import { circleAlert } from '@liaison/sdk/icons'
import { html, LitElement, nothing } from 'lit'
import { makePasskey, type PasskeyFailure } from '../../session/passkey-device.ts'
import { passwordField } from '../../session/password-field.ts'
import { passwordFieldStyles } from '../../session/password-field.styles.ts'
import { SafetyTexts } from '../../session/safety-texts.ts'
import { deviceOf } from '../device-name.ts'
import { FactorAddedEvent } from './factor-added.event.ts'
import { styles } from './factor-form.styles.ts'

/** Makes a passkey on this device: name, password, then the browser asks. @fires ln-factor-added */
export class LnPasskeySetUp extends LitElement {
  static override properties = { failure: { state: true } }
  static override styles = [...partsStyles, passwordFieldStyles, styles]
  declare failure: PasskeyFailure | undefined

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #texts = new SafetyTexts(this)
  #add = new Action(this, async (name: string, password: string) => {
    const made = await makePasskey(await this.#api.call(beginPasskey, { body: { password } }))
    if ('failure' in made) this.failure = made.failure
    else {
      const { recoveryCodes } = await this.#api.call(addPasskey, { body: { name, ...made.done } })
      this.dispatchEvent(new FactorAddedEvent(recoveryCodes))
    }
  })

  override connectedCallback() {
    super.connectedCallback()
    void this.#texts.load().then(() => this.renderRoot.querySelector<HTMLElement>('#password')?.focus())
  }

  override render() {
    if (!this.#texts.isReady) return nothing
    const { text } = this.#localize
    const { pending, problem } = this.#add
    const isWrong = problem?.type === wrongPassword.type
    const device = deviceOf(navigator.userAgent)
    const name = device === undefined ? '' : text('settings.sessions.device', device)
    return html`<form @submit=${this.#onSubmit} @input=${this.#onInput} novalidate>
      <p>${text('safety.passkeys.setup.hint')}</p>
      <div class="ln-field">
        <label class="ln-field-label" for="name">${text('safety.passkeys.name')}</label>
        <input class="ln-input is-large" id="name" name="name" maxlength="60" autocomplete="off" value=${name} />
      </div>
      ${passwordField({
        id: 'password',
        label: text('safety.password'),
        hint: text('safety.password.hint'),
        error: isWrong ? this.#localize.problem(problem) : undefined,
        autocomplete: 'current-password',
        localize: this.#localize,
      })}
      ${
        this.failure === undefined
          ? nothing
          : html`<p class="ln-field-error" role="alert">${icon(circleAlert, 14)}${text(`safety.passkey.${this.failure}`)}</p>`
      }
      ${isWrong ? nothing : html`<ln-problem .problem=${problem}></ln-problem>`}
      <div class="end">
        <button class="ln-button is-primary" ?disabled=${pending}>
          ${text(pending ? 'safety.second.passkey.pending' : 'safety.passkeys.create')}
        </button>
      </div>
    </form>`
  }

  readonly #onInput = () => {
    this.failure = undefined
    this.#add.reset()
  }

  async #onSubmit(event: SubmitEvent) {
    event.preventDefault()
    this.failure = undefined
    const [name, password] = ['name', 'password'].map((id) => this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)!)
    if (name!.value.trim() === '') name!.focus()
    else if (password!.value === '') password!.focus()
    else if (!(await this.#add.start(name!.value.trim(), password!.value))) password!.select()
  }
}
define('ln-passkey-set-up', LnPasskeySetUp)
