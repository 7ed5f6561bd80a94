import { askForReset } from '@liaison/sdk/platform'
import { Action, ApiController, define, LocalizeController, partsStyles } from '@liaison/sdk/web'
import { css, html, LitElement, nothing } from 'lit'
import { SafetyTexts } from './safety-texts.ts'
import { SignInLeftEvent } from './sign-in-left.event.ts'
import { styles as entryStyles } from './sign-in.styles.ts'

const styles = css`
  :host {
    display: contents;
  }
  .signin-form > .ln-link-button {
    justify-self: start;
  }
`

/** Asks for a link that sets a new password. @fires ln-sign-in-left */
export class LnForgotten extends LitElement {
  static override properties = { account: {}, sent: { state: true } }
  static override styles = [...partsStyles, entryStyles, styles]
  /** As typed before */
  declare account: string
  declare sent: boolean

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #texts = new SafetyTexts(this)
  #ask = new Action(this, async (account: string) => {
    await this.#api.call(askForReset, { body: { account } })
    this.sent = true
  })

  constructor() {
    super()
    this.account = ''
    this.sent = false
  }

  override connectedCallback() {
    super.connectedCallback()
    void this.#texts.load().then(() => this.renderRoot.querySelector('input')?.focus())
  }

  override render() {
    if (!this.#texts.isReady) return nothing
    const { text } = this.#localize
    const back = html`<button class="ln-link-button" type="button" @click=${() => this.dispatchEvent(new SignInLeftEvent())}>
      ${text('safety.back')}
    </button>`
    if (this.sent)
      return html`<div class="signin-form" role="status">
        <header>
          <h1>${text('safety.forgotten.done')}</h1>
          <p>${text('safety.forgotten.done.hint')}</p>
        </header>
        ${back}
      </div>`
    const { pending, problem, reset } = this.#ask
    return html`<form class="signin-form" @submit=${this.#onSubmit} @input=${reset} novalidate>
      <header>
        <h1>${text('safety.forgotten.title')}</h1>
        <p>${text('safety.forgotten.hint')}</p>
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
          maxlength="64"
          value=${this.account}
        />
      </div>
      <ln-problem .problem=${problem}></ln-problem>
      <button class="ln-button is-primary is-large is-wide" ?disabled=${pending}>${text('safety.forgotten.submit')}</button>
      ${back}
    </form>`
  }

  async #onSubmit(event: SubmitEvent) {
    event.preventDefault()
    const input = this.renderRoot.querySelector('input')
    const account = input?.value.trim() ?? ''
    if (account === '') input?.focus()
    else await this.#ask.start(account)
  }
}
define('ln-forgotten', LnForgotten)
