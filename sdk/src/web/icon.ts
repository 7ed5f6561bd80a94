import { html, type SVGTemplateResult, type TemplateResult } from 'lit'

/** The lines of an icon on a 24 × 24 grid: one of `@liaison/sdk/icons`, or an own function with a Lit `svg` template. */
export type Icon = () => SVGTemplateResult

/** Draws an icon in the text's colour. It says nothing to screen readers: the button or the word beside it does. */
export const icon = (lines: Icon, size: 12 | 14 | 16 | 20 | 24 = 16): TemplateResult =>
  html`<svg class="ln-icon" data-size=${size} viewBox="0 0 24 24" aria-hidden="true">${lines()}</svg>`
