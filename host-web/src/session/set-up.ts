import { setUp, signIn } from '@liaison/sdk'
import { Action, ApiController, define, icon, LocalizeController, partsStyles } from '@liaison/sdk/web'
import { circleAlert } from '@liaison/sdk/icons'
import { ContextConsumer } from '@lit/context'
import { html, LitElement, nothing } from 'lit'
import { platformContext } from '../contexts.ts'
import { entryPage, LanguageController } from './entry-page.ts'
import { passwordField } from './password-field.ts'
import { passwordFieldStyles } from './password-field.styles.ts'
import { styles } from './sign-in.styles.ts'
import { SignInRules } from './sign-in-rules.ts'
import { SignedInEvent } from './signed-in.event.ts'

interface Typed {
  readonly name: string
  readonly account: string
  readonly password: string
}

/** Makes the first administrator of an empty installation, and signs him in. @fires ln-signed-in */
export class LnSetUp extends LitElement {
  static override properties = { incomplete: { state: true } }
  static override styles = [...partsStyles, passwordFieldStyles, styles]
  declare incomplete: boolean

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #language = new LanguageController(this)
  #rules = new SignInRules(this)
  #platform = new ContextConsumer(this, { context: platformContext })
  #setUp = new Action(this, async ({ name, account, password }: Typed) => {
    await this.#api.call(setUp, { body: { name, account, password } })
    await this.#api.call(signIn, { body: { account, password } })
    this.dispatchEvent(new SignedInEvent())
  })

  override render() {
    const { text } = this.#localize
    const { name = '', version = '' } = this.#platform.value ?? {}
    document.title = `${text('setup.title')} · ${name}`
    const form = html`<form class="signin-form" @submit=${this.#onSubmit} @input=${this.#onInput} novalidate>
      <header>
        <h1>${text('setup.title')}</h1>
        <p>${text('setup.hint')}</p>
      </header>
      <div class="ln-field">
        <label class="ln-field-label" for="name">${text('setup.name')}</label>
        <input class="ln-input is-large" id="name" name="name" autocomplete="name" maxlength="60" />
      </div>
      <div class="ln-field">
        <label class="ln-field-label" for="account">${text('setup.account')}</label>
        <input
          class="ln-input is-large"
          id="account"
          name="account"
          autocomplete="username"
          autocapitalize="off"
          spellcheck="false"
          maxlength="64"
          aria-describedby="account-hint"
        />
        <p class="ln-field-hint" id="account-hint">${text('setup.account.hint')}</p>
      </div>
      ${passwordField({
        id: 'password',
        label: text('setup.password'),
        minLength: this.#rules.minLength,
        autocomplete: 'new-password',
        localize: this.#localize,
      })}
      ${this.incomplete ? html`<p class="ln-field-error" role="alert">${icon(circleAlert, 14)}${text('setup.incomplete')}</p>` : nothing}
      <ln-problem .problem=${this.#setUp.problem}></ln-problem>
      <button class="ln-button is-primary is-large is-wide" ?disabled=${this.#setUp.pending}>${text('setup.submit')}</button>
    </form>`
    return entryPage({ company: name, version, form, localize: this.#localize, language: this.#language })
  }

  override firstUpdated() {
    this.renderRoot.querySelector('input')?.focus()
  }

  #onInput() {
    this.incomplete = false
    this.#setUp.reset()
  }

  async #onSubmit(event: SubmitEvent) {
    event.preventDefault()
    const { name, account, password } = Object.fromEntries(new FormData(event.currentTarget as HTMLFormElement)) as unknown as Typed
    this.incomplete = name.trim() === '' || account.trim() === '' || password.length < this.#rules.minLength
    if (!this.incomplete) await this.#setUp.start({ name: name.trim(), account: account.trim(), password })
  }
}
define('ln-set-up', LnSetUp)
