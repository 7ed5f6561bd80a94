import { css } from 'lit'

export const styles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }
  @media (min-width: 720px) {
    .ln-head {
      padding-inline: var(--ln-space-5) var(--ln-space-3);
    }
  }
  .waiting,
  .hint {
    padding: var(--ln-space-4) var(--ln-space-5);
  }
  .hint,
  .editor > p {
    max-width: 760px;
    color: var(--ln-text-3);
  }
  .ln-table th > small {
    margin-inline-start: 6px;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .editor {
    display: grid;
    justify-items: start;
    gap: var(--ln-space-4);
    max-width: 880px;
    padding: var(--ln-space-5);
  }
  .editor > ln-notice-form {
    width: 100%;
  }
  .editor .ln-check {
    align-items: start;
  }
  .editor .ln-check small {
    display: block;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  footer {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: end;
    gap: var(--ln-space-2);
    padding: var(--ln-space-3) var(--ln-space-5);
    border-top: var(--ln-hairline) solid var(--ln-border);
  }

  @media (max-width: 719px) {
    .hint,
    .editor {
      padding-inline: var(--ln-space-4);
    }
    .ln-table :is(th, td):nth-child(2) {
      display: none;
    }
    footer > .ln-button {
      flex: 1;
      min-height: var(--ln-target);
    }
  }
`
