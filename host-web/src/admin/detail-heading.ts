import { html, type TemplateResult } from 'lit'

/** The heading of the pane beside a table; on a phone the pane is all that is there, and the page's own heading is only said. */
export const detailHeading = (page: string, title: string): TemplateResult =>
  html`<h1 class="ln-phone ln-visually-hidden">${page}</h1>
    <h2>${title}</h2>`
