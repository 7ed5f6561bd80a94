import { css } from 'lit'

export const styles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .waiting {
    padding: var(--ln-space-4) var(--ln-space-5);
  }
  th.at {
    width: 120px;
  }
  th.does {
    width: 220px;
  }
  td.does small {
    margin-inline-end: var(--ln-space-2);
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .who {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
    min-width: 0;
    overflow: hidden;
    white-space: nowrap;
  }
  .quiet {
    color: var(--ln-text-3);
  }

  @media (max-width: 719px) {
    .ln-table :is(th, td).at,
    .ln-table :is(th, td):nth-child(3) {
      display: none;
    }
    .ln-table :is(th, td):nth-child(2) {
      padding-inline-start: var(--ln-space-4);
    }
    th.does {
      width: 112px;
    }
    td.does small {
      display: none;
    }
  }
`
