import { css } from 'lit'

export const styles = css`
  :host {
    display: grid;
    gap: var(--ln-space-3);
  }
  form {
    display: grid;
    gap: var(--ln-space-2);
  }
  .how {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--ln-space-1) var(--ln-space-4);
  }
  .how > .ln-button {
    margin-inline-start: auto;
  }
  .outcome {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
    padding: var(--ln-space-2) var(--ln-space-3);
    border-radius: var(--ln-radius);
  }
  .outcome > span {
    margin-inline-start: auto;
    font: var(--ln-text-small);
  }
  .outcome.is-pass {
    background: var(--ln-success-subtle);
    color: var(--ln-success-text);
  }
  .outcome.is-flag {
    background: var(--ln-warning-subtle);
    color: var(--ln-warning-text);
  }
  .outcome.is-block {
    background: var(--ln-danger-subtle);
    color: var(--ln-danger-text);
  }
  .tried {
    max-height: 160px;
    margin-top: var(--ln-space-2);
    padding: var(--ln-space-2) var(--ln-space-3);
    border: var(--ln-hairline) solid var(--ln-border);
    border-radius: var(--ln-radius);
    color: var(--ln-text-2);
    font: var(--ln-text-reading);
    white-space: pre-wrap;
    overflow: hidden auto;
    overflow-wrap: anywhere;
  }
  .tried mark {
    border-radius: 2px;
    color: inherit;
    font-weight: var(--ln-weight-strong);
  }
  .tried mark.is-block {
    background: var(--ln-danger-subtle);
    color: var(--ln-danger-text);
  }
  .tried mark.is-flag {
    background: var(--ln-warning-subtle);
    color: var(--ln-warning-text);
  }
  ul {
    display: grid;
    gap: var(--ln-space-1);
    margin-top: var(--ln-space-2);
  }
  li {
    display: flex;
    align-items: baseline;
    gap: var(--ln-space-2);
    min-width: 0;
    font: var(--ln-text-small);
    overflow-wrap: anywhere;
  }

  @media (max-width: 719px) {
    .ln-check {
      min-height: var(--ln-target);
    }
  }
`
