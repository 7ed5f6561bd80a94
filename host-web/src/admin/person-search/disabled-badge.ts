import type { LocalizeController } from '@liaison/sdk/web'
import { html, type TemplateResult } from 'lit'

/** Says of a person that his account is closed. */
export const disabledBadge = ({ text }: LocalizeController): TemplateResult =>
  html`<span class="ln-badge">${text('admin.people.state.disabled')}</span>`
