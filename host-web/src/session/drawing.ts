import type { LocalizeController } from '@liaison/sdk/web'
import { html, type TemplateResult } from 'lit'

/** People inside, each tied to somebody outside: what the product is about. */
export const drawing = ({ text }: LocalizeController): TemplateResult =>
  html`<aside class="signin-art" aria-label=${text('signin.about')}>
    <svg viewBox="0 0 600 380" aria-hidden="true">
      <path class="edge" d="M420 40V340"></path>
      <path class="line" d="M150 110C120 110 120 190 90 190"></path>
      <path class="line" d="M150 110C180 110 180 190 210 190"></path>
      <path class="line" d="M90 190C75 190 75 280 60 280"></path>
      <path class="line" d="M90 190C110 190 110 280 130 280"></path>
      <path class="line" d="M210 190C205 190 205 280 200 280"></path>
      <path class="line" d="M210 190C240 190 240 280 270 280"></path>
      <path class="line" d="M150 110C240 110 240 170 330 170"></path>
      <path class="line" d="M210 190C275 190 275 240 340 240"></path>
      <path class="path" d="M330 170C415 170 415 110 500 110"></path>
      <path class="path" d="M340 240C440 240 440 205 540 205"></path>
      <path class="path" d="M270 280C385 280 385 300 500 300"></path>
      <circle class="node" cx="150" cy="110" r="6"></circle>
      <circle class="node" cx="90" cy="190" r="6"></circle>
      <circle class="node" cx="210" cy="190" r="6"></circle>
      <circle class="node" cx="60" cy="280" r="6"></circle>
      <circle class="node" cx="130" cy="280" r="6"></circle>
      <circle class="node" cx="200" cy="280" r="6"></circle>
      <circle class="inside" cx="270" cy="280" r="6"></circle>
      <circle class="inside" cx="330" cy="170" r="6"></circle>
      <circle class="inside" cx="340" cy="240" r="6"></circle>
      <rect class="outside" x="494" y="104" width="12" height="12" rx="2"></rect>
      <rect class="outside" x="534" y="199" width="12" height="12" rx="2"></rect>
      <rect class="outside" x="494" y="294" width="12" height="12" rx="2"></rect>
      <text x="190" y="362">${text('signin.inside')}</text>
      <text class="is-edge" x="512" y="362">${text('signin.outside')}</text>
    </svg>
    <p>${text('signin.motto')}</p>
  </aside>`
