import { type Problem, tooManyRequests } from '@liaison/sdk'
import { challengeOver, type PasskeyQuestion, signInWithSecondFactor, wrongCode } from '@liaison/sdk/platform'
import { Action, ApiController, define, icon, LocalizeController, partsStyles } from '@liaison/sdk/web'
import { circleAlert, keyRound } from '@liaison/sdk/icons'
import { css, html, LitElement, nothing } from 'lit'
import { codeField, codeFieldStyles } from './code-field.ts'
import { answerWithPasskey, canUsePasskeys, type PasskeyFailure } from './passkey-device.ts'
import { SafetyTexts } from './safety-texts.ts'
import { SignInLeftEvent } from './sign-in-left.event.ts'
import { styles as entryStyles } from './sign-in.styles.ts'
import { SignedInEvent } from './signed-in.event.ts'

/** Members of the problem `auth/second-factor-required` */
export interface SecondStep {
  readonly challenge: string
  readonly methods: readonly Method[]
  readonly passkey: PasskeyQuestion | null
}
type Method = 'passkey' | 'authenticator' | 'recovery-code'
type Answer = { readonly code: string } | { readonly recoveryCode: string }

const styles = css`
  :host {
    display: contents;
  }
  nav {
    display: grid;
    justify-items: start;
    gap: var(--ln-space-2);
  }
  .quiet {
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
`

/** The second step of sign-in, after the right password. @fires ln-signed-in, ln-sign-in-left */
export class LnSecondStep extends LitElement {
  static override properties = { asked: { attribute: false }, method: { state: true }, failure: { state: true } }
  static override styles = [...partsStyles, entryStyles, codeFieldStyles, styles]
  declare asked: SecondStep
  declare method: Method | undefined
  declare failure: PasskeyFailure | undefined

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #texts = new SafetyTexts(this)
  #send = new Action(this, async (answer: Answer) => {
    await this.#api.call(signInWithSecondFactor, { body: { challenge: this.asked.challenge, ...answer } })
    this.dispatchEvent(new SignedInEvent())
  })
  #passkey = new Action(this, async () => {
    this.failure = undefined
    const answer = await answerWithPasskey(this.asked.passkey!)
    if ('failure' in answer) this.failure = answer.failure
    else {
      await this.#api.call(signInWithSecondFactor, { body: { challenge: this.asked.challenge, passkey: answer.done } })
      this.dispatchEvent(new SignedInEvent())
    }
  })

  override connectedCallback() {
    super.connectedCallback()
    void this.#begin()
  }

  override render() {
    if (!this.#texts.isReady) return nothing
    const { text } = this.#localize
    const { method } = this
    return html`<form class="signin-form" @submit=${this.#onSubmit} @input=${this.#onInput} novalidate>
      <header>
        <h1 tabindex="-1">${text('safety.second.title')}</h1>
        <p>${text(`safety.second.${method === 'authenticator' ? 'code' : method === 'passkey' ? 'passkey' : 'recovery'}.hint`)}</p>
      </header>
      ${method === 'authenticator' ? this.#code() : method === 'passkey' ? this.#device() : this.#recovery()}
      <nav aria-label=${text('signin.or')}>
        ${this.#methods
          .filter((other) => other !== method)
          .map(
            (other) =>
              html`<button class="ln-link-button" type="button" @click=${() => this.#choose(other)}>
                ${text(`safety.second.use.${other}`)}
              </button>`,
          )}
        <button class="ln-link-button" type="button" @click=${this.#onBack}>${text('safety.back')}</button>
      </nav>
      <p class="quiet">${text('safety.second.lost')}</p>
    </form>`
  }

  #code() {
    const { text } = this.#localize
    const { problem } = this.#send
    return html`${codeField({
      label: text('safety.second.code'),
      error: problem?.type === wrongCode.type ? this.#localize.problem(problem) : undefined,
      localize: this.#localize,
      full: (code) => void this.#answer({ code }),
    })}
    ${this.#otherProblem(problem)} ${this.#button()}`
  }

  #recovery() {
    const { text } = this.#localize
    const { problem } = this.#send
    const isWrong = problem?.type === wrongCode.type
    return html`<div class="ln-field">
        <label class="ln-field-label" for="recovery">${text('safety.second.recovery')}</label>
        <input
          class="ln-input is-large"
          id="recovery"
          name="recoveryCode"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          maxlength="40"
          placeholder="ABCDE-FGHIJ"
          aria-invalid=${isWrong ? 'true' : 'false'}
          aria-describedby=${isWrong ? 'recovery-error' : nothing}
        />
        ${isWrong ? html`<p class="ln-field-error" id="recovery-error" role="alert">${icon(circleAlert, 14)}${this.#localize.problem(problem)}</p>` : nothing}
      </div>
      ${this.#otherProblem(problem)} ${this.#button()}`
  }

  #device() {
    const { text } = this.#localize
    const { pending, problem } = this.#passkey
    return html`${
        this.failure === undefined
          ? nothing
          : html`<p class="ln-field-error" role="alert">${icon(circleAlert, 14)}${text(`safety.passkey.${this.failure}`)}</p>`
      }
      ${this.#otherProblem(problem)}
      <button class="ln-button is-primary is-large is-wide" ?disabled=${pending}>
        ${icon(keyRound)}${text(pending ? 'safety.second.passkey.pending' : 'safety.second.passkey')}
      </button>`
  }

  #button() {
    return html`<button class="ln-button is-primary is-large is-wide" ?disabled=${this.#send.pending}>
      ${this.#localize.text('safety.second.submit')}
    </button>`
  }

  #otherProblem(problem: Problem | undefined) {
    if (problem === undefined || problem.type === wrongCode.type) return nothing
    const seconds = problem.type === tooManyRequests.type ? Number(problem.members['retryAfter'] ?? 0) : 0
    return seconds > 0
      ? html`<p class="ln-field-error" role="alert">${icon(circleAlert, 14)}${this.#localize.text('signin.wait', { seconds })}</p>`
      : html`<ln-problem .problem=${problem}></ln-problem>`
  }

  get #methods(): readonly Method[] {
    return this.asked.methods.filter((method) => method !== 'passkey' || canUsePasskeys())
  }

  async #begin() {
    this.method = this.#methods[0] ?? 'recovery-code'
    await this.#texts.load()
    this.#focus()
  }

  #choose(method: Method) {
    this.method = method
    this.failure = undefined
    this.#send.reset()
    this.#passkey.reset()
    void this.updateComplete.then(() => this.#focus())
  }

  #focus() {
    this.renderRoot.querySelector<HTMLElement>('input, .is-primary')?.focus()
  }

  #onInput() {
    this.#send.reset()
  }
  readonly #onBack = () => this.dispatchEvent(new SignInLeftEvent())

  async #answer(answer: Answer) {
    const done = await this.#send.start(answer)
    // too late: nothing here can be right any more
    if (this.#send.problem?.type === challengeOver.type) this.dispatchEvent(new SignInLeftEvent(this.#send.problem))
    else if (!done) this.renderRoot.querySelector('input')?.select()
  }

  async #onSubmit(event: SubmitEvent) {
    event.preventDefault()
    if (this.method === 'passkey') return void (await this.#passkey.start())
    const input = this.renderRoot.querySelector('input')
    const value = input?.value.trim() ?? ''
    if (value === '') return input?.focus()
    await this.#answer(this.method === 'authenticator' ? { code: value } : { recoveryCode: value })
  }
}
define('ln-second-step', LnSecondStep)
