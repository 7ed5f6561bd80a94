import { css } from 'lit'

export const styles = css`
  :host {
    display: block;
  }
  h2 {
    font: var(--ln-text-head);
  }
  h2 + p {
    margin-top: var(--ln-space-1);
    color: var(--ln-text-3);
  }
  ul {
    margin-top: var(--ln-space-3);
    border-top: var(--ln-hairline) solid var(--ln-border);
  }
  li {
    display: flex;
    align-items: center;
    gap: var(--ln-space-3);
    min-height: var(--ln-row-l);
    padding-block: var(--ln-space-2);
    border-bottom: var(--ln-hairline) solid var(--ln-border);
  }
  li > .ln-icon {
    flex: none;
    color: var(--ln-text-3);
  }
  strong {
    overflow-wrap: anywhere;
    font-weight: var(--ln-weight);
  }
  form,
  .made {
    display: grid;
    justify-items: start;
    gap: var(--ln-space-4);
    max-width: 480px;
    margin-top: var(--ln-space-4);
  }
  ul ~ p {
    margin-top: var(--ln-space-4);
  }
  .ln-field,
  .made input {
    width: 100%;
  }
  .made input {
    font-family: var(--ln-font-mono, monospace);
  }
`
