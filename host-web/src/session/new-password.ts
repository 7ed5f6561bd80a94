import { icon, type LocalizeController } from '@liaison/sdk/web'
import { circleAlert } from '@liaison/sdk/icons'
import { html, nothing, type TemplateResult } from 'lit'
import { passwordField } from './password-field.ts'

export interface TypedTwice {
  readonly next: string
  readonly repeat: string
}

interface NewPassword {
  readonly minLength: number
  /** Message key of what is wrong with what was typed */
  readonly complaint: string | undefined
  readonly localize: LocalizeController
}

/** A new password, typed twice, in the form where it stands: fields `next` and `repeat`. */
export const newPasswordFields = ({ minLength, complaint, localize }: NewPassword): TemplateResult =>
  html`${passwordField({ id: 'next', label: localize.text('settings.password.next'), minLength, autocomplete: 'new-password', localize })}
  ${passwordField({ id: 'repeat', label: localize.text('settings.password.repeat'), autocomplete: 'new-password', localize })}
  ${
    complaint === undefined
      ? nothing
      : html`<p class="ln-field-error" role="alert">${icon(circleAlert, 14)}${localize.text(complaint, { count: minLength })}</p>`
  }`

/** What can be said without asking the server. */
export function complaintOf({ next, repeat }: TypedTwice, minLength: number): string | undefined {
  if ([...next].length < minLength) return 'settings.password.short'
  return next === repeat ? undefined : 'settings.password.differ'
}
