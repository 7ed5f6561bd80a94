import { changePassword, wrongPassword } from '@liaison/sdk'
import { Action, ApiController, define, icon, LocalizeController, partsStyles } from '@liaison/sdk/web'
import { keyRound, smartphone } from '@liaison/sdk/icons'
import { ContextConsumer } from '@lit/context'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { platformContext } from '../contexts.ts'
import type { FactorAddedEvent } from '../settings/second-factor/factor-added.event.ts'
import { SignOutEvent } from '../shell/shell.events.ts'
import { DutyDoneEvent } from './duty-done.event.ts'
import { styles } from './duty-page.styles.ts'
import { entryPage, LanguageController } from './entry-page.ts'
import { complaintOf, newPasswordFields, type TypedTwice } from './new-password.ts'
import { canUsePasskeys } from './passkey-device.ts'
import { passwordField } from './password-field.ts'
import { passwordFieldStyles } from './password-field.styles.ts'
import { SafetyTexts } from './safety-texts.ts'
import { SignInRules } from './sign-in-rules.ts'
import { styles as entryStyles } from './sign-in.styles.ts'
import '../settings/second-factor/authenticator-set-up.ts'
import '../settings/second-factor/passkey-set-up.ts'
import '../settings/second-factor/recovery-codes.ts'

interface Typed extends TypedTwice {
  readonly current: string
}

/** What has to be done after sign-in before anything else: a new password, or a second factor. @fires ln-duty-done, ln-sign-out */
export class LnDutyPage extends LitElement {
  static override properties = { way: { state: true }, codes: { state: true }, complaint: { state: true } }
  static override styles = [...partsStyles, passwordFieldStyles, entryStyles, styles]
  /** Which second factor is being set up */
  declare way: 'authenticator' | 'passkeys' | undefined
  declare codes: readonly string[] | undefined
  declare complaint: string | undefined

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #language = new LanguageController(this)
  // one duty may follow another on the same page
  #platform = new ContextConsumer(this, { context: platformContext, subscribe: true })
  #texts = new SafetyTexts(this)
  #rules = new SignInRules(this)
  #change = new Action(this, async ({ current, next }: Typed) => {
    await this.#api.call(changePassword, { body: { current, next } })
    this.dispatchEvent(new DutyDoneEvent())
  })

  override connectedCallback() {
    super.connectedCallback()
    void this.#texts.load().then(() => this.renderRoot.querySelector<HTMLElement>('#current, .duty-way')?.focus())
  }

  override render() {
    if (!this.#texts.isReady) return nothing
    const { text } = this.#localize
    const { name = '', version = '', duty } = this.#platform.value ?? {}
    const title = text(duty === 'password' ? 'safety.duty.password' : 'safety.duty.factor')
    document.title = `${title} · ${name}`
    const form = html`<div class="signin-form">
      <header>
        <h1>${this.codes === undefined ? title : text('safety.codes.title')}</h1>
        ${this.codes === undefined ? html`<p>${text(duty === 'password' ? 'safety.duty.password.hint' : 'safety.duty.factor.hint')}</p>` : nothing}
      </header>
      ${duty === 'password' ? this.#password() : this.#factor()}
      ${
        this.codes === undefined
          ? html`<button class="ln-link-button duty-leave" type="button" @click=${() => this.dispatchEvent(new SignOutEvent())}>
              ${text('safety.duty.leave')}
            </button>`
          : nothing
      }
    </div>`
    return entryPage({ company: name, version, form, localize: this.#localize, language: this.#language })
  }

  #password(): TemplateResult {
    const { text } = this.#localize
    const { pending, problem } = this.#change
    const localize = this.#localize
    const isWrong = problem?.type === wrongPassword.type
    return html`<form class="duty-form" @submit=${this.#onSubmit} @input=${this.#onInput} novalidate>
      <input class="ln-visually-hidden" name="username" autocomplete="username" tabindex="-1" aria-hidden="true" />
      ${passwordField({
        id: 'current',
        label: text('settings.password.current'),
        error: isWrong ? localize.problem(problem) : undefined,
        autocomplete: 'current-password',
        localize,
      })}
      ${newPasswordFields({ minLength: this.#rules.minLength, complaint: this.complaint, localize })}
      ${isWrong ? nothing : html`<ln-problem .problem=${problem}></ln-problem>`}
      <button class="ln-button is-primary is-large is-wide" ?disabled=${pending}>${text('safety.duty.password.submit')}</button>
    </form>`
  }

  #factor(): TemplateResult {
    if (this.codes !== undefined)
      return html`<ln-recovery-codes
        .codes=${this.codes}
        @ln-codes-kept=${() => this.dispatchEvent(new DutyDoneEvent())}
      ></ln-recovery-codes>`
    return html`<div class="duty-ways" role="group" aria-label=${this.#localize.text('safety.settings')}>
        ${this.#way('authenticator', smartphone)} ${canUsePasskeys() ? this.#way('passkeys', keyRound) : nothing}
      </div>
      ${
        this.way === 'authenticator'
          ? html`<ln-authenticator-set-up @ln-factor-added=${this.#onAdded}></ln-authenticator-set-up>`
          : this.way === 'passkeys'
            ? html`<ln-passkey-set-up @ln-factor-added=${this.#onAdded}></ln-passkey-set-up>`
            : nothing
      }`
  }

  #way(way: 'authenticator' | 'passkeys', picture: typeof smartphone): TemplateResult {
    const { text } = this.#localize
    return html`<button class="duty-way" type="button" aria-pressed=${this.way === way ? 'true' : 'false'} @click=${() => (this.way = way)}>
      ${icon(picture, 20)}
      <span><strong>${text(`safety.${way}`)}</strong><small>${text(`safety.${way}.hint`)}</small></span>
    </button>`
  }

  readonly #onAdded = ({ recoveryCodes }: FactorAddedEvent) => {
    if (recoveryCodes.length > 0) this.codes = recoveryCodes
    else this.dispatchEvent(new DutyDoneEvent())
  }
  readonly #onInput = () => {
    this.complaint = undefined
    this.#change.reset()
  }

  async #onSubmit(event: SubmitEvent) {
    event.preventDefault()
    const typed = Object.fromEntries(new FormData(event.currentTarget as HTMLFormElement)) as unknown as Typed
    this.complaint = complaintOf(typed, this.#rules.minLength)
    if (this.complaint === undefined) await this.#change.start(typed)
  }
}
define('ln-duty-page', LnDutyPage)
