import type { LocalizeController } from '@liaison/sdk/web'
import { html, nothing, type TemplateResult } from 'lit'

const most = 99

/** How many wait; nothing when none do. */
export const count = (value: number, { text }: LocalizeController): TemplateResult | typeof nothing =>
  value === 0
    ? nothing
    : html`<span class="ln-count" aria-hidden="true">${value > most ? `${most}+` : value}</span
        ><span class="ln-visually-hidden">${text('shell.unread', { count: value })}</span>`
