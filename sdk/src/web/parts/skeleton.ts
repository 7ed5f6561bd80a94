import { html, type TemplateResult } from 'lit'

/** Lines in the place of a text that is on its way; widths vary as lines do. */
export const skeletonLines = (lines: number): TemplateResult =>
  html`${Array.from({ length: lines }, (_, index) => html`<span class="ln-skeleton" data-w=${[4, 3, 5, 2][index % 4] as number}></span>`)}`

/** Rows with a circle, in the place of a list of people or conversations. Put them into a box with `aria-busy="true"`. */
export const skeletonRows = (rows: number): TemplateResult =>
  html`${Array.from(
    { length: rows },
    (_, index) =>
      html`<div class="ln-row">
        <span class="ln-skeleton is-round"></span><span class="ln-row-main ln-skeleton-pair">${skeletonLines(2 - (index % 2))}</span>
      </div>`,
  )}`
