import { wrongPassword } from '@liaison/sdk'
import { accountNotTyped, deleteMyAccount } from '@liaison/sdk/platform'
import { Action, ApiController, define, LocalizeController, partsStyles } from '@liaison/sdk/web'
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { passwordField } from '../session/password-field.ts'
import { passwordFieldStyles } from '../session/password-field.styles.ts'
import { SignedOutEvent } from './signed-out.event.ts'

const styles = css`
  :host {
    display: contents;
  }
  ul {
    display: grid;
    gap: var(--ln-space-1);
    margin-top: var(--ln-space-2);
    padding-inline-start: var(--ln-space-5);
    list-style: disc;
  }
  form {
    display: grid;
    gap: var(--ln-space-4);
  }
`
const points = [1, 2, 3, 4] as const

/** Deletes the account for good: first it says what that means, then it asks for account and password. @fires ln-signed-out */
export class LnAccountDeletion extends LitElement {
  static override properties = { account: {}, step: { state: true } }
  static override styles = [...partsStyles, passwordFieldStyles, styles]
  declare account: string
  declare step: 'shut' | 'told' | 'asked'

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #delete = new Action(this, async (account: string, password: string) => {
    await this.#api.call(deleteMyAccount, { body: { account, password } })
    this.dispatchEvent(new SignedOutEvent())
  })

  constructor() {
    super()
    this.account = ''
    this.step = 'shut'
  }

  override render() {
    const { text } = this.#localize
    const close = () => (this.step = 'shut')
    return html`<button class="ln-button is-danger" type="button" @click=${() => (this.step = 'told')}>
        ${text('privacy.delete.open')}
      </button>
      <ln-dialog .open=${this.step !== 'shut'} heading=${text('privacy.delete')} @ln-dialog-closed=${close}>
        ${this.step === 'asked' ? this.#question() : this.#told()}
        <button slot="foot" class="ln-button" type="button" @click=${close}>${text('privacy.cancel')}</button>
        ${
          this.step === 'asked'
            ? html`<button
                slot="foot"
                class="ln-button is-danger"
                type="submit"
                form="deletion"
                ?disabled=${this.#delete.pending}
                @click=${this.#onGo}
              >
                ${text('privacy.delete.go')}
              </button>`
            : html`<button slot="foot" class="ln-button is-danger" type="button" @click=${() => (this.step = 'asked')}>
                ${text('privacy.delete.next')}
              </button>`
        }
      </ln-dialog>`
  }

  #told(): TemplateResult {
    const { text } = this.#localize
    return html`<div>
      <p>${text('privacy.delete.first')}</p>
      <ul>
        ${points.map((point) => html`<li>${text(`privacy.delete.point.${point}`)}</li>`)}
      </ul>
    </div>`
  }

  #question(): TemplateResult {
    const { text } = this.#localize
    const { problem } = this.#delete
    const isKnown = problem?.type === wrongPassword.type || problem?.type === accountNotTyped.type
    return html`<form id="deletion" @submit=${this.#onSubmit} @input=${() => this.#delete.reset()} novalidate>
      <div class="ln-field">
        <label class="ln-field-label" for="account">${text('privacy.delete.type', { account: this.account })}</label>
        <input class="ln-input is-large" id="account" name="account" autocomplete="off" autocapitalize="off" spellcheck="false" />
        ${problem?.type === accountNotTyped.type ? html`<p class="ln-field-error" role="alert">${this.#localize.problem(problem)}</p>` : nothing}
      </div>
      ${passwordField({
        id: 'password',
        label: text('privacy.delete.password'),
        error: problem?.type === wrongPassword.type ? this.#localize.problem(problem) : undefined,
        autocomplete: 'current-password',
        localize: this.#localize,
      })}
      ${isKnown ? nothing : html`<ln-problem .problem=${problem}></ln-problem>`}
    </form>`
  }

  /** The button stands in another slot than the form. */
  readonly #onGo = (event: Event) => {
    event.preventDefault()
    this.renderRoot.querySelector('form')?.requestSubmit()
  }
  readonly #onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    const { account = '', password = '' } = Object.fromEntries(new FormData(event.target as HTMLFormElement)) as Record<string, string>
    void this.#delete.start(account, password)
  }
}
define('ln-account-deletion', LnAccountDeletion)
