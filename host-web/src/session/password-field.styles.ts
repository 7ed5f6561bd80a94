import { css } from 'lit'

export const passwordFieldStyles = css`
  .is-password > .ln-input {
    padding-inline-end: 40px;
  }
  .is-password > .ln-button[aria-pressed='true'] {
    background: none;
  }
  [aria-pressed='false'] > .password-shown,
  [aria-pressed='true'] > .password-hidden {
    display: none;
  }
`
