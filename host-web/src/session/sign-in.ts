import { signIn, tooManyRequests, wrongCredentials } from '@liaison/sdk'
import { Action, ApiController, define, icon, LocalizeController, partsStyles } from '@liaison/sdk/web'
import { circleAlert } from '@liaison/sdk/icons'
import { ContextConsumer } from '@lit/context'
import { html, LitElement, nothing } from 'lit'
import { platformContext } from '../contexts.ts'
import { entryPage, LanguageController } from './entry-page.ts'
import { passwordField } from './password-field.ts'
import { passwordFieldStyles } from './password-field.styles.ts'
import { styles } from './sign-in.styles.ts'
import { SignedInEvent } from './signed-in.event.ts'

/** The sign-in page. What was typed stays when it was wrong. @fires ln-signed-in */
export class LnSignIn extends LitElement {
  static override properties = { incomplete: { state: true } }
  static override styles = [...partsStyles, passwordFieldStyles, styles]
  declare incomplete: boolean

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #language = new LanguageController(this)
  #platform = new ContextConsumer(this, { context: platformContext })
  #signIn = new Action(this, async (account: string, password: string) => {
    await this.#api.call(signIn, { body: { account, password } })
    this.dispatchEvent(new SignedInEvent())
  })

  override render() {
    const { text } = this.#localize
    const { name = '', version = '' } = this.#platform.value ?? {}
    document.title = `${text('signin.title')} · ${name}`
    const { pending, problem } = this.#signIn
    const form = html`<form class="signin-form" @submit=${this.#onSubmit} @input=${this.#onInput} novalidate>
      <header>
        <h1>${text('signin.title')}</h1>
        <p>${text('signin.hint')}</p>
      </header>
      <div class="ln-field">
        <label class="ln-field-label" for="account">${text('signin.account')}</label>
        <input
          class="ln-input is-large"
          id="account"
          name="account"
          autocomplete="username"
          autocapitalize="off"
          spellcheck="false"
          autofocus
        />
      </div>
      ${passwordField({
        id: 'password',
        label: text('signin.password'),
        error: problem?.type === wrongCredentials.type ? this.#localize.problem(problem) : undefined,
        autocomplete: 'current-password',
        localize: this.#localize,
      })}
      ${this.#otherProblem()}
      <button class="ln-button is-primary is-large is-wide" ?disabled=${pending}>
        ${text(pending ? 'signin.submit.pending' : 'signin.submit')}
      </button>
    </form>`
    return entryPage({ company: name, version, form, localize: this.#localize, language: this.#language })
  }

  #otherProblem() {
    const { problem } = this.#signIn
    if (this.incomplete)
      return html`<p class="ln-field-error" role="alert">${icon(circleAlert, 14)}${this.#localize.text('signin.missing')}</p>`
    if (problem === undefined || problem.type === wrongCredentials.type) return nothing
    const seconds = problem.type === tooManyRequests.type ? Number(problem.members['retryAfter'] ?? 0) : 0
    return seconds > 0
      ? html`<p class="ln-field-error" role="alert">${icon(circleAlert, 14)}${this.#localize.text('signin.wait', { seconds })}</p>`
      : html`<ln-problem .problem=${problem}></ln-problem>`
  }

  override firstUpdated() {
    this.renderRoot.querySelector('input')?.focus()
  }

  #onInput() {
    this.incomplete = false
    this.#signIn.reset()
  }

  async #onSubmit(event: SubmitEvent) {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const { account, password } = Object.fromEntries(new FormData(form)) as Record<string, string>
    this.incomplete = account?.trim() === '' || password === ''
    if (this.incomplete || account === undefined || password === undefined) return
    const done = await this.#signIn.start(account.trim(), password)
    if (!done) form.querySelector<HTMLInputElement>('#password')?.select()
  }
}
define('ln-sign-in', LnSignIn)
