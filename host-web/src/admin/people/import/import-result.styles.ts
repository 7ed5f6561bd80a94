import { css } from 'lit'

export const styles = css`
  .result {
    display: grid;
    gap: var(--ln-space-5);
    max-width: 760px;
    margin-inline: auto;
    padding: var(--ln-space-5);
  }
  h2 {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
    font: var(--ln-text-head);
  }
  h2 > .ln-icon {
    color: var(--ln-success);
  }
  section {
    display: grid;
    gap: var(--ln-space-3);
    min-width: 0;
  }
  .ln-banner {
    border-radius: var(--ln-radius);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--ln-space-2);
  }
  .ln-table :is(th, td):first-child {
    padding-inline-start: 0;
  }
  .ln-table td {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  code {
    font: 400 13px/20px var(--ln-font-mono);
  }
  .rest {
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }

  @media (max-width: 719px) {
    .result {
      padding: var(--ln-space-4);
    }
    .acts > .ln-button {
      flex: 1;
      min-height: var(--ln-target);
    }
  }
`
