import { icon, type LocalizeController } from '@liaison/sdk/web'
import { circleAlert, eye, eyeOff } from '@liaison/sdk/icons'
import { html, nothing, type TemplateResult } from 'lit'
import './password-strength.ts'

interface PasswordField {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  /** Of a new password: what is typed is told how hard to guess it is */
  readonly minLength?: number
  /** At the end of the label's line */
  readonly aside?: TemplateResult
  readonly autocomplete: 'current-password' | 'new-password'
  readonly localize: LocalizeController
}

/** A password that can be looked at, in the form where it stands (so that Enter and password managers work). */
export function passwordField({ id, label, hint, error, minLength, aside, autocomplete, localize }: PasswordField): TemplateResult {
  const described = [hint === undefined && minLength === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`]
    .filter((part) => part !== '')
    .join(' ')
  return html`<div class="ln-field">
    ${
      aside === undefined
        ? html`<label class="ln-field-label" for=${id}>${label}</label>`
        : html`<div class="signin-line"><label class="ln-field-label" for=${id}>${label}</label>${aside}</div>`
    }
    <span class="ln-input-wrap is-password">
      <input
        class="ln-input is-large"
        id=${id}
        name=${id}
        type="password"
        autocomplete=${autocomplete}
        autocapitalize="off"
        spellcheck="false"
        aria-invalid=${error === undefined ? 'false' : 'true'}
        aria-describedby=${described === '' ? nothing : described}
      />
      <button
        class="ln-button is-icon is-quiet is-small"
        type="button"
        aria-pressed="false"
        aria-label=${localize.text('signin.password.show')}
        title=${localize.text('signin.password.show')}
        @click=${toggle}
      >
        <span class="password-hidden">${icon(eye)}</span><span class="password-shown">${icon(eyeOff)}</span>
      </button>
    </span>
    ${hint === undefined ? nothing : html`<p class="ln-field-hint" id="${id}-hint">${hint}</p>`}
    ${minLength === undefined ? nothing : html`<ln-password-strength id="${id}-hint" .minLength=${minLength}></ln-password-strength>`}
    ${error === undefined ? nothing : html`<p class="ln-field-error" id="${id}-error" role="alert">${icon(circleAlert, 14)}${error}</p>`}
  </div>`
}

function toggle(event: Event) {
  const button = event.currentTarget as HTMLElement
  const input = button.previousElementSibling as HTMLInputElement
  const shown = input.type === 'password'
  input.type = shown ? 'text' : 'password'
  button.ariaPressed = String(shown)
}
