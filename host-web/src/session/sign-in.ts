import { isProblem, type Problem, secondFactorRequired, signIn, tooManyRequests, wrongCredentials } from '@liaison/sdk'
import { askPasskey, signInWithPasskey } from '@liaison/sdk/platform'
import { Action, ApiController, define, icon, LocalizeController, partsStyles } from '@liaison/sdk/web'
import { circleAlert, keyRound } from '@liaison/sdk/icons'
import { ContextConsumer } from '@lit/context'
import { html, LitElement, nothing } from 'lit'
import { platformContext } from '../contexts.ts'
import { entryPage, LanguageController } from './entry-page.ts'
import { passwordField } from './password-field.ts'
import { passwordFieldStyles } from './password-field.styles.ts'
import { styles } from './sign-in.styles.ts'
import { answerWithPasskey, canUsePasskeys, type PasskeyFailure } from './passkey-device.ts'
import { SafetyTexts } from './safety-texts.ts'
import type { SecondStep } from './second-step.ts'
import type { SignInLeftEvent } from './sign-in-left.event.ts'
import { SignInRules } from './sign-in-rules.ts'
import { SignedInEvent } from './signed-in.event.ts'

/** The sign-in page. What was typed stays when it was wrong. @fires ln-signed-in */
export class LnSignIn extends LitElement {
  static override properties = { incomplete: { state: true }, view: { state: true }, failure: { state: true }, left: { state: true } }
  static override styles = [...partsStyles, passwordFieldStyles, styles]
  declare incomplete: boolean
  /** What stands in place of account and password: the second step, or the way to a new password */
  declare view: SecondStep | 'forgotten' | undefined
  /** Why the device gave no passkey */
  declare failure: PasskeyFailure | undefined
  /** Why the second step has to begin again */
  declare left: Problem | undefined

  #typed = ''
  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #language = new LanguageController(this)
  #platform = new ContextConsumer(this, { context: platformContext })
  #signIn = new Action(this, async (account: string, password: string) => {
    try {
      await this.#api.call(signIn, { body: { account, password } })
    } catch (error) {
      if (!isProblem(error) || error.type !== secondFactorRequired.type) throw error
      await import('./second-step.ts')
      this.view = error.members as unknown as SecondStep
      return
    }
    this.dispatchEvent(new SignedInEvent())
  })
  #texts = new SafetyTexts(this)
  #rules = new SignInRules(this)
  #passkey = new Action(this, async () => {
    await this.#texts.load()
    const answer = await answerWithPasskey(await this.#api.call(askPasskey))
    if ('failure' in answer) this.failure = answer.failure
    else {
      await this.#api.call(signInWithPasskey, { body: { answer: answer.done } })
      this.dispatchEvent(new SignedInEvent())
    }
  })

  override render() {
    const { text } = this.#localize
    const { name = '', version = '' } = this.#platform.value ?? {}
    document.title = `${text('signin.title')} · ${name}`
    const frame = { company: name, version, localize: this.#localize, language: this.#language }
    if (this.view === 'forgotten')
      return entryPage({ ...frame, form: html`<ln-forgotten .account=${this.#typed} @ln-sign-in-left=${this.#onLeft}></ln-forgotten>` })
    if (this.view !== undefined)
      return entryPage({ ...frame, form: html`<ln-second-step .asked=${this.view} @ln-sign-in-left=${this.#onLeft}></ln-second-step>` })
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
          value=${this.#typed}
        />
      </div>
      ${passwordField({
        id: 'password',
        label: text('signin.password'),
        error: problem?.type === wrongCredentials.type ? this.#localize.problem(problem) : undefined,
        autocomplete: 'current-password',
        ...(this.#rules.forgotten && {
          aside: html`<button class="ln-link-button" type="button" @click=${this.#onForgotten}>${text('signin.forgotten')}</button>`,
        }),
        localize: this.#localize,
      })}
      ${this.#otherProblem()}
      <button class="ln-button is-primary is-large is-wide" ?disabled=${pending}>
        ${text(pending ? 'signin.submit.pending' : 'signin.submit')}
      </button>
      ${canUsePasskeys() ? this.#otherWay() : nothing}
    </form>`
    return entryPage({ ...frame, form })
  }

  #otherWay() {
    const { text } = this.#localize
    return html`<div class="signin-or">${text('signin.or')}</div>
      <button class="ln-button is-large is-wide" type="button" ?disabled=${this.#passkey.pending} @click=${this.#onPasskey}>
        ${icon(keyRound)}${text('signin.passkey')}
      </button>`
  }

  #otherProblem() {
    if (this.failure !== undefined)
      return html`<p class="ln-field-error" role="alert">
        ${icon(circleAlert, 14)}${this.#localize.text(`safety.passkey.${this.failure}`)}
      </p>`
    const problem = this.#signIn.problem ?? this.#passkey.problem ?? this.left
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
    this.failure = undefined
    this.left = undefined
    this.#signIn.reset()
    this.#passkey.reset()
  }

  readonly #onPasskey = () => {
    this.#onInput()
    void this.#passkey.start()
  }
  readonly #onForgotten = async () => {
    this.#typed = this.renderRoot.querySelector<HTMLInputElement>('#account')?.value ?? ''
    await import('./forgotten.ts')
    this.view = 'forgotten'
  }
  readonly #onLeft = ({ problem }: SignInLeftEvent) => {
    this.view = undefined
    this.left = problem
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLInputElement>(this.#typed === '' ? '#account' : '#password')?.focus(),
    )
  }

  async #onSubmit(event: SubmitEvent) {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const { account, password } = Object.fromEntries(new FormData(form)) as Record<string, string>
    this.incomplete = account?.trim() === '' || password === ''
    if (this.incomplete || account === undefined || password === undefined) return
    this.#typed = account.trim()
    const done = await this.#signIn.start(this.#typed, password)
    if (!done) form.querySelector<HTMLInputElement>('#password')?.select()
  }
}
define('ln-sign-in', LnSignIn)
