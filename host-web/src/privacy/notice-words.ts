import type { ConsentWords } from '@liaison/sdk/platform'
import type { LocalizeController } from '@liaison/sdk/web'
import { html, type TemplateResult } from 'lit'

/** What is used, for what, and how long; then the whole notice, folded. */
export const noticeWords = ({ uses, text }: ConsentWords, { text: say }: LocalizeController): TemplateResult =>
  html`<table class="uses">
      <thead>
        <tr>
          <th scope="col">${say('privacy.what')}</th>
          <th scope="col">${say('privacy.why')}</th>
          <th scope="col">${say('privacy.kept')}</th>
        </tr>
      </thead>
      <tbody>
        ${uses.map(
          ({ what, why, kept }) =>
            html`<tr>
              <th scope="row">${what}</th>
              <td>${why}</td>
              <td>${kept}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <details class="whole">
      <summary>${say('privacy.whole')}</summary>
      ${text.split(/\n\s*\n/).map((paragraph) => html`<p>${paragraph}</p>`)}
    </details>`
