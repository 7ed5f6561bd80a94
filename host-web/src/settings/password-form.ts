import { changePassword, wrongPassword } from '@liaison/sdk'
import { Action, ApiController, define, LocalizeController, partsStyles, ToastController } from '@liaison/sdk/web'
import { css, html, LitElement, nothing } from 'lit'
import { complaintOf, newPasswordFields, type TypedTwice } from '../session/new-password.ts'
import { passwordField } from '../session/password-field.ts'
import { passwordFieldStyles } from '../session/password-field.styles.ts'
import { SignInRules } from '../session/sign-in-rules.ts'
import { PasswordChangedEvent } from './password-changed.event.ts'

const styles = css`
  h2 {
    font: var(--ln-text-head);
  }
  h2 + p {
    margin-top: var(--ln-space-1);
    color: var(--ln-text-3);
  }
  form {
    display: grid;
    justify-items: start;
    gap: var(--ln-space-4);
    max-width: 352px;
    margin-top: var(--ln-space-4);
  }
  .ln-field {
    width: 100%;
  }
`

interface Typed extends TypedTwice {
  readonly current: string
}

/** Changes my password; the other devices have to sign in again. @fires ln-password-changed */
export class LnPasswordForm extends LitElement {
  static override properties = { complaint: { state: true } }
  static override styles = [...partsStyles, passwordFieldStyles, styles]
  /** Message key of what is wrong with what was typed */
  declare complaint: string | undefined

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #toasts = new ToastController(this)
  #rules = new SignInRules(this)
  #change = new Action(this, async ({ current, next }: Typed) => {
    await this.#api.call(changePassword, { body: { current, next } })
    this.#toasts.show({ text: this.#localize.text('settings.password.done') })
    this.dispatchEvent(new PasswordChangedEvent())
  })

  override render() {
    const { text } = this.#localize
    const { pending, problem } = this.#change
    const isWrong = problem?.type === wrongPassword.type
    const localize = this.#localize
    return html`<h2>${text('settings.password')}</h2>
      <p>${text('settings.password.hint')}</p>
      <form @submit=${this.#onSubmit} @input=${this.#onInput} novalidate>
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
        <button class="ln-button is-primary" ?disabled=${pending}>${text('settings.password.submit')}</button>
      </form>`
  }

  #onInput() {
    this.complaint = undefined
    this.#change.reset()
  }

  async #onSubmit(event: SubmitEvent) {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const typed = Object.fromEntries(new FormData(form)) as unknown as Typed
    this.complaint = complaintOf(typed, this.#rules.minLength)
    if (this.complaint === undefined && (await this.#change.start(typed))) form.reset()
  }
}

define('ln-password-form', LnPasswordForm)
