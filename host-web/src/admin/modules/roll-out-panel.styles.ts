import { css } from 'lit'

export const styles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }
  .is-none,
  .ln-person small {
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .roll-out-state {
    display: grid;
    gap: var(--ln-space-3);
  }
  .roll-out-state .ln-segmented {
    display: flex;
  }
  .roll-out-state .ln-segmented > * {
    flex: 1;
    justify-content: center;
    padding: 0 var(--ln-space-1);
  }
  .ln-facts {
    margin: 0;
  }
  .ln-facts > dt,
  .ln-facts > dd {
    margin: 0;
    min-height: 32px;
  }
  .ln-facts > dd > ln-person-search {
    flex: 1;
  }
  .ln-facts .ln-input {
    width: 150px;
    height: 28px;
    border-color: var(--ln-border-strong);
  }
  .roll-out-steps {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .roll-out-steps > li {
    position: relative;
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr) auto;
    gap: 0 10px;
    padding: 0 0 var(--ln-space-3) var(--ln-space-2);
  }
  .roll-out-steps > li:last-child {
    padding-bottom: 0;
  }
  .roll-out-steps > li:not(:last-child)::before {
    content: '';
    position: absolute;
    inset: 20px auto 0 15px;
    width: 1px;
    background: var(--ln-border-strong);
  }
  .roll-out-steps > li > .ln-icon {
    margin-top: 2px;
    color: var(--ln-text-3);
  }
  .roll-out-steps > li[data-state='on'] > .ln-icon {
    color: var(--ln-success);
  }
  .roll-out-steps > li > button {
    min-height: 20px;
    justify-content: start;
    padding: 0;
    color: var(--ln-text);
    text-align: start;
    white-space: normal;
  }
  .roll-out-steps > li > small {
    color: var(--ln-text-3);
    font: var(--ln-text-small);
    font-variant-numeric: tabular-nums;
    line-height: 20px;
  }
  .roll-out-steps > li > p {
    grid-column: 2 / -1;
    color: var(--ln-text-3);
    font: 400 12px/18px var(--ln-font);
  }
  .roll-out-bars,
  .roll-out-flags {
    padding: 0;
    list-style: none;
  }
  .roll-out-bars li {
    display: grid;
    grid-template-columns: 84px minmax(0, 1fr) 92px;
    align-items: center;
    gap: var(--ln-space-2);
    min-height: 28px;
    padding: 0 var(--ln-space-2);
  }
  .roll-out-bars li > small {
    color: var(--ln-text-3);
    font: var(--ln-text-small);
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .roll-out-flags li {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
    min-height: 36px;
    padding: 0 var(--ln-space-2);
  }
  .roll-out-flags li > a {
    color: inherit;
  }
  .roll-out-flags li > small {
    margin-inline-start: auto;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  footer {
    display: flex;
    flex: none;
    align-items: center;
    gap: var(--ln-space-3);
    padding: var(--ln-space-3) var(--ln-space-4);
    border-top: var(--ln-hairline) solid var(--ln-border);
  }
  footer > p {
    flex: 1;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  footer > .is-danger {
    margin-inline-start: auto;
  }

  @media (max-width: 719px) {
    .roll-out-steps > li > button {
      min-height: 28px;
    }
    .roll-out-steps > li > .ln-icon {
      margin-top: 6px;
    }
    .roll-out-steps > li > small {
      line-height: 28px;
    }
    .roll-out-steps > li:not(:last-child)::before {
      top: 24px;
    }
    .roll-out-flags li,
    .ln-facts > :is(dt, dd) {
      min-height: var(--ln-target);
    }
  }
`
