import { icon, type LocalizeController } from '@liaison/sdk/web'
import { circleAlert } from '@liaison/sdk/icons'
import { css, html, nothing, type TemplateResult } from 'lit'

export const codeFieldStyles = css`
  .ln-input.is-code {
    font: 600 18px/1 var(--ln-font-mono, ui-monospace, monospace);
    letter-spacing: 0.3em;
  }
`

interface CodeField {
  readonly label: string
  readonly error?: string | undefined
  readonly localize: LocalizeController
  /** All six digits are there. */
  full(code: string): void
}

/** Six digits of an authenticator app; phones offer what they found in a message. */
export function codeField({ label, error, full }: CodeField): TemplateResult {
  return html`<div class="ln-field">
    <label class="ln-field-label" for="code">${label}</label>
    <input
      class="ln-input is-large is-code"
      id="code"
      name="code"
      inputmode="numeric"
      autocomplete="one-time-code"
      maxlength="6"
      spellcheck="false"
      aria-invalid=${error === undefined ? 'false' : 'true'}
      aria-describedby=${error === undefined ? nothing : 'code-error'}
      @input=${(event: Event) => digits(event, full)}
    />
    ${error === undefined ? nothing : html`<p class="ln-field-error" id="code-error" role="alert">${icon(circleAlert, 14)}${error}</p>`}
  </div>`
}

/** Chinese keyboards type full-width digits, and apps show a space in the middle. */
function digits(event: Event, full: (code: string) => void): void {
  const input = event.target as HTMLInputElement
  const plain = input.value.normalize('NFKC').replaceAll(/\D/g, '')
  if (plain !== input.value && !(event as InputEvent).isComposing) input.value = plain
  if (plain.length === 6) full(plain)
}
