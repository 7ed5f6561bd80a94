import { css } from 'lit'

export const styles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .ln-head {
    padding-inline: var(--ln-space-5) var(--ln-space-3);
  }
  .waiting {
    padding: var(--ln-space-4) var(--ln-space-5);
  }
  .ln-tabs small {
    color: var(--ln-text-3);
    font: var(--ln-text-small);
    font-variant-numeric: tabular-nums;
  }
  .jobs .is-state {
    width: 128px;
  }
  .jobs .is-at {
    width: 120px;
  }
  .jobs .is-tries {
    width: 72px;
  }
  .jobs .is-acts {
    width: 172px;
    text-align: end;
    white-space: nowrap;
  }
  .jobs td.is-name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .jobs td.is-name > strong {
    font-weight: 400;
  }
  .jobs code {
    color: var(--ln-text-3);
    font: 400 12px/16px var(--ln-font-mono);
  }
  .jobs td.is-name > code {
    margin-inline-start: var(--ln-space-2);
  }
  .state {
    display: inline-flex;
    align-items: center;
    gap: var(--ln-space-1);
    color: var(--ln-text-2);
    font: var(--ln-text-small);
    white-space: nowrap;
    vertical-align: middle;
  }
  .state[data-state='dead'] {
    color: var(--ln-danger-text);
  }
  .state[data-state='done'] {
    color: var(--ln-success-text);
  }

  @media (max-width: 719px) {
    .ln-head {
      padding-inline: var(--ln-space-1);
    }
    .jobs thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .jobs,
    .jobs tbody {
      display: block;
    }
    .jobs tbody > tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: center;
      gap: var(--ln-space-1) var(--ln-space-2);
      padding: 10px var(--ln-space-4);
      border-bottom: var(--ln-hairline) solid var(--ln-border);
    }
    .jobs tbody > tr > td {
      width: auto !important;
      height: auto;
      padding: 0 !important;
      border: 0;
    }
    .jobs td.is-name > code {
      display: block;
      margin: 0;
    }
    .jobs td:is(.is-state, .is-at) {
      justify-self: end;
    }
    .jobs td.is-at {
      grid-area: 2 / 2;
      color: var(--ln-text-3);
    }
    .jobs td.is-fault {
      grid-area: 2 / 1;
    }
    .jobs td.is-tries {
      display: none;
    }
    .jobs td.is-acts {
      grid-column: 1 / -1;
      text-align: start;
    }
    .jobs td.is-acts > .ln-button {
      min-height: var(--ln-target);
    }
  }
`
