import { css } from 'lit'

/** Of `explained` */
export const explanationStyles = css`
  .answer {
    display: flex;
    gap: 10px;
    padding: var(--ln-space-3) var(--ln-space-4);
    border-radius: var(--ln-radius);
  }
  .answer.is-yes {
    background: var(--ln-success-subtle);
    color: var(--ln-success-text);
  }
  .answer.is-no {
    background: var(--ln-danger-subtle);
    color: var(--ln-danger-text);
  }
  .answer strong {
    font: var(--ln-text-head-s);
  }
  .steps > li {
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr);
    gap: var(--ln-space-2);
    padding-block: var(--ln-space-2);
    border-bottom: var(--ln-hairline) solid var(--ln-border);
  }
  .steps > li > .ln-icon {
    margin-top: 2px;
    color: var(--ln-danger);
  }
  .steps > li.is-met > .ln-icon {
    color: var(--ln-success);
  }
  .steps small {
    display: block;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
`
