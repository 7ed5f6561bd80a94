import { css } from 'lit'

export const styles = css`
  :host {
    display: block;
  }
  .summary {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--ln-space-1) var(--ln-space-4);
    min-height: 44px;
    padding: var(--ln-space-2) var(--ln-space-5);
    color: var(--ln-text-2);
    font-variant-numeric: tabular-nums;
  }
  .summary > strong {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .is-good {
    color: var(--ln-success-text);
  }
  .is-bad,
  .of-table,
  .is-faulty > .what {
    color: var(--ln-danger-text);
  }
  .of-table {
    display: grid;
    gap: var(--ln-space-1);
    padding: 0 var(--ln-space-5) var(--ln-space-3);
  }
  .ln-table td {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .ln-table .line {
    width: 72px;
    color: var(--ln-text-3);
    font-variant-numeric: tabular-nums;
  }
  .ln-table .what {
    width: 50%;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  td.what > ul {
    display: grid;
    gap: 2px;
    padding-block: 6px;
  }
  .further {
    padding: var(--ln-space-4) var(--ln-space-5);
  }

  @media (max-width: 719px) {
    .summary,
    .of-table,
    .further {
      padding-inline: var(--ln-space-4);
    }
    .ln-table .line {
      width: 52px;
    }
    .ln-table :is(th, td):nth-child(2) {
      display: none;
    }
  }
`
