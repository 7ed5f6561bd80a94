import { css } from 'lit'

export const styles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  @media (min-width: 720px) {
    .ln-head {
      padding-inline: var(--ln-space-5) var(--ln-space-3);
    }
  }
  .is-fact {
    color: var(--ln-text-2);
    font-variant-numeric: tabular-nums;
  }
  .invitations-waiting {
    padding: var(--ln-space-5);
  }
  .ln-table .is-act {
    text-align: end;
    white-space: nowrap;
  }
  .ln-table .is-acts {
    width: 216px;
  }
  .ln-table .is-who {
    width: 24%;
  }
  .invitation-who {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
    min-width: 0;
  }
  .invitation-who small {
    margin-inline-start: var(--ln-space-2);
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .invitation-state {
    display: inline-flex;
    align-items: center;
    gap: var(--ln-space-1);
    font: var(--ln-text-small);
    white-space: nowrap;
  }
  .invitation-state[data-state='open'] > .ln-icon {
    color: var(--ln-accent-text);
  }
  .invitation-state[data-state='accepted'] > .ln-icon {
    color: var(--ln-success-text);
  }
  .invitation-state[data-state='soon'] {
    color: var(--ln-warning-text);
  }
  tr:is([data-state='withdrawn'], [data-state='ended']) > td:not(.is-act) {
    color: var(--ln-text-3);
  }

  @media (max-width: 719px) {
    .is-wide,
    .ln-tools > small {
      display: none;
    }
    .ln-tools {
      overflow-x: auto;
    }
    .ln-table,
    .ln-table tbody {
      display: block;
    }
    .ln-table thead {
      display: none;
    }
    .ln-table tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 2px var(--ln-space-3);
      padding: var(--ln-space-3) var(--ln-space-4);
      border-bottom: var(--ln-hairline) solid var(--ln-border);
    }
    .ln-table td {
      height: auto;
      padding: 0 !important;
      border: 0;
    }
    .ln-table td.is-wide {
      display: none;
    }
    .ln-table td.is-fact {
      grid-row: 1;
      grid-column: 2;
      align-self: center;
    }
    .ln-table td.is-act {
      grid-column: 1 / -1;
      justify-self: end;
    }
    .ln-table td.is-act > .ln-button {
      min-height: var(--ln-target);
    }
  }
`
