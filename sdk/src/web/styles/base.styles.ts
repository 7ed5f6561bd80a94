import { css } from 'lit'

/** Reset, type, focus, icons: adopted by every element and by the document. */
export const baseStyles = css`
  /* Reset, type, focus, scrollbars. */

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  * {
    margin: 0;
    padding: 0;
  }

  h1,
  h2,
  h3,
  h4 {
    font: inherit;
  }
  ul,
  ol {
    list-style: none;
  }
  img,
  svg {
    display: block;
  }
  img {
    max-width: 100%;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  button {
    background: none;
    border: 0;
    text-align: inherit;
    cursor: pointer;
  }
  table {
    border-collapse: separate;
    border-spacing: 0;
  }
  fieldset {
    border: 0;
    min-width: 0;
  }
  [hidden],
  :host([hidden]) {
    display: none !important;
  }

  a {
    color: var(--ln-accent-text);
    text-decoration: none;
  }
  a:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  ::placeholder {
    color: var(--ln-text-3);
    opacity: 1;
  }
  ::selection {
    background: color-mix(in srgb, var(--ln-accent) 24%, transparent);
  }

  :focus-visible {
    outline: 2px solid var(--ln-focus);
    outline-offset: 1px;
  }
  :focus:not(:focus-visible) {
    outline: none;
  }
  /* Where the keyboard goes on after another page was shown: a place, not a control. */
  h1[tabindex='-1']:focus-visible {
    outline: none;
  }

  p,
  h1,
  h2,
  h3,
  h4,
  li,
  dd,
  dt,
  td,
  th,
  blockquote {
    overflow-wrap: anywhere;
  }
  h1,
  h2,
  h3,
  h4 {
    text-wrap: balance;
  }
  time,
  .ln-number {
    font-variant-numeric: tabular-nums;
  }
  code,
  kbd {
    font-family: var(--ln-font-mono);
  }

  .ln-icon {
    flex: none;
    width: var(--ln-icon);
    height: var(--ln-icon);
    fill: none;
    stroke: currentColor;
    stroke-width: 1.875;
    stroke-linecap: round;
    stroke-linejoin: round;
    pointer-events: none;
  }
  .ln-icon[data-size='12'] {
    width: 12px;
    height: 12px;
    stroke-width: 2.25;
  }
  .ln-icon[data-size='14'] {
    width: 14px;
    height: 14px;
    stroke-width: 2;
  }
  .ln-icon[data-size='20'] {
    width: 20px;
    height: 20px;
    stroke-width: 1.625;
  }
  .ln-icon[data-size='24'] {
    width: 24px;
    height: 24px;
    stroke-width: 1.5;
  }

  .ln-visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .ln-truncate {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .ln-spacer {
    flex: 1;
  }
  .ln-muted {
    color: var(--ln-text-3);
  }
  .ln-small {
    font: var(--ln-text-small);
  }
  .ln-danger-text.ln-danger-text {
    color: var(--ln-danger-text);
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 0s !important;
      animation-iteration-count: 1 !important;
      transition-duration: 0s !important;
    }
  }
`
