import { html, nothing, type TemplateResult } from 'lit'
import { type Icon, icon } from '../icon.ts'

/** An empty list: says what goes here and offers the first step. */
export const empty = (options: { icon: Icon; title: string; text?: string; action?: TemplateResult }): TemplateResult =>
  html`<div class="ln-empty">
    ${icon(options.icon, 24)}<strong>${options.title}</strong>
    ${options.text === undefined ? nothing : html`<p>${options.text}</p>`} ${options.action ?? nothing}
  </div>`
