import { css } from 'lit'

/** Forms that set a second factor up, in a dialog or on a page of their own. */
export const styles = css`
  :host {
    display: block;
  }
  form,
  .codes-keep {
    display: grid;
    gap: var(--ln-space-4);
  }
  p {
    color: var(--ln-text-2);
  }
  .ln-field-hint,
  .ln-field-error {
    color: var(--ln-text-3);
  }
  .ln-field-error {
    color: var(--ln-danger-text);
  }
  .end {
    display: flex;
    justify-content: end;
    gap: var(--ln-space-2);
  }
  .qr {
    justify-self: center;
    width: 200px;
    height: 200px;
    padding: var(--ln-space-2);
    border-radius: var(--ln-radius);
    /* black on white in the dark as well: cameras read nothing else */
    color-scheme: light;
    background: var(--ln-surface);
    color: var(--ln-text);
  }
  details > summary {
    color: var(--ln-accent-text);
    cursor: pointer;
  }
  .secret {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
    margin-top: var(--ln-space-2);
  }
  .secret > code {
    flex: 1;
    overflow-wrap: anywhere;
    padding: var(--ln-space-2);
    border-radius: var(--ln-radius);
    background: var(--ln-surface-sunken);
    font: 500 13px/20px var(--ln-font-mono, ui-monospace, monospace);
  }
  .codes {
    display: grid;
    grid-template-columns: repeat(2, 1fr);
    gap: var(--ln-space-1) var(--ln-space-4);
    padding: var(--ln-space-4);
    border: var(--ln-hairline) solid var(--ln-border);
    border-radius: var(--ln-radius);
    background: var(--ln-surface-sunken);
    font: 500 14px/24px var(--ln-font-mono, ui-monospace, monospace);
    text-align: center;
  }
  @media (max-width: 719px) {
    .end > .ln-button {
      flex: 1;
    }
  }
`
