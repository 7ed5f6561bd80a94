import { isProblem, type Problem } from '@liaison/sdk'
import { readReset, resetGone, useReset } from '@liaison/sdk/platform'
import { Action, ApiController, define, LocalizeController, partsStyles } from '@liaison/sdk/web'
import { ContextConsumer } from '@lit/context'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { platformContext } from '../contexts.ts'
import { entryPage, LanguageController } from './entry-page.ts'
import { complaintOf, newPasswordFields, type TypedTwice } from './new-password.ts'
import { passwordFieldStyles } from './password-field.styles.ts'
import { SafetyTexts } from './safety-texts.ts'
import { SignInRules } from './sign-in-rules.ts'
import { styles } from './sign-in.styles.ts'

/** Where a link leads that sets a new password. */
export class LnResetPage extends LitElement {
  static override properties = {
    code: {},
    about: { state: true },
    failure: { state: true },
    done: { state: true },
    complaint: { state: true },
  }
  static override styles = [...partsStyles, passwordFieldStyles, styles]
  declare code: string
  declare about: { readonly account: string; readonly name: string } | undefined
  declare failure: Problem | undefined
  declare done: boolean
  declare complaint: string | undefined

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #language = new LanguageController(this)
  #platform = new ContextConsumer(this, { context: platformContext })
  #texts = new SafetyTexts(this)
  #rules = new SignInRules(this)
  #save = new Action(this, async (password: string) => {
    try {
      await this.#api.call(useReset, { params: { code: this.code }, body: { password } })
      this.done = true
    } catch (error) {
      if (isProblem(error) && error.type === resetGone.type) this.failure = error
      throw error
    }
  })

  override connectedCallback() {
    super.connectedCallback()
    void this.#begin()
  }

  override render() {
    if (!this.#texts.isReady || (this.about === undefined && this.failure === undefined)) return nothing
    const { name = '', version = '' } = this.#platform.value ?? {}
    document.title = `${this.#localize.text('safety.reset.title')} · ${name}`
    const form = this.done ? this.#said('done') : this.failure !== undefined ? this.#failed(this.failure) : this.#form()
    return entryPage({ company: name, version, form, localize: this.#localize, language: this.#language })
  }

  #form(): TemplateResult {
    const { text } = this.#localize
    const { account = '', name = '' } = this.about ?? {}
    return html`<form class="signin-form" @submit=${this.#onSubmit} @input=${this.#onInput} novalidate>
      <header>
        <h1>${text('safety.reset.title')}</h1>
        <p>${text('safety.reset.hint', { name, account })}</p>
      </header>
      <input class="ln-visually-hidden" name="username" autocomplete="username" tabindex="-1" aria-hidden="true" value=${account} />
      ${newPasswordFields({ minLength: this.#rules.minLength, complaint: this.complaint, localize: this.#localize })}
      <ln-problem .problem=${this.#save.problem}></ln-problem>
      <button class="ln-button is-primary is-large is-wide" ?disabled=${this.#save.pending}>${text('safety.reset.submit')}</button>
    </form>`
  }

  #failed(problem: Problem): TemplateResult {
    if (problem.type === resetGone.type) return this.#said('gone')
    return html`<div class="signin-form"><ln-problem .problem=${problem} retry @ln-retry=${() => this.#read()}></ln-problem></div>`
  }

  #said(what: 'done' | 'gone'): TemplateResult {
    const { text } = this.#localize
    return html`<div class="signin-form" role="status">
      <header>
        <h1>${text(`safety.reset.${what}`)}</h1>
        <p>${text(`safety.reset.${what}.hint`)}</p>
      </header>
      <a class="ln-button is-primary is-large is-wide" href="/">${text('safety.reset.signin')}</a>
    </div>`
  }

  async #begin() {
    await this.#texts.load()
    await this.#read()
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('#next')?.focus()
  }

  async #read() {
    try {
      this.about = await this.#api.call(readReset, { params: { code: this.code } })
      this.failure = undefined
    } catch (error) {
      if (!isProblem(error)) throw error
      this.failure = error
    }
  }

  #onInput() {
    this.complaint = undefined
    this.#save.reset()
  }

  async #onSubmit(event: SubmitEvent) {
    event.preventDefault()
    const typed = Object.fromEntries(new FormData(event.currentTarget as HTMLFormElement)) as unknown as TypedTwice
    this.complaint = complaintOf(typed, this.#rules.minLength)
    if (this.complaint === undefined) await this.#save.start(typed.next)
  }
}
define('ln-reset-page', LnResetPage)
