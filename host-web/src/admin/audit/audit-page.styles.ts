import { css } from 'lit'

export const styles = css`
  :host {
    display: flex;
    flex: 1;
    min-height: 0;
  }
  .ln-panes > .ln-content {
    min-width: 0;
  }
  .chain {
    display: inline-flex;
    align-items: center;
    gap: var(--ln-space-1);
    min-width: 0;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
    white-space: nowrap;
  }
  .chain.is-ok {
    color: var(--ln-success-text);
  }
  .chain.is-bad {
    color: var(--ln-danger-text);
  }
  .waiting {
    padding: var(--ln-space-4) var(--ln-space-5);
  }
  .audit col.is-time {
    width: 92px;
  }
  .audit col.is-who {
    width: 120px;
  }
  .audit col.is-kind {
    width: 72px;
  }
  .audit col.is-result {
    width: 96px;
  }
  .audit .is-group > th::first-letter {
    text-transform: uppercase;
  }
  .audit tr {
    position: relative;
  }
  .audit td.is-what {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .audit td.is-what > a {
    color: inherit;
  }
  .audit td.is-what > a::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .audit td.is-what > small {
    margin-inline-start: var(--ln-space-2);
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .ln-person > span:last-child {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .machine {
    display: grid;
    flex: none;
    place-items: center;
    width: 20px;
    height: 20px;
    border-radius: var(--ln-radius-s);
    background: var(--ln-active);
    color: var(--ln-text-2);
  }
  .result {
    display: inline-flex;
    align-items: center;
    gap: var(--ln-space-1);
    color: var(--ln-text-3);
    font: var(--ln-text-small);
    white-space: nowrap;
    vertical-align: middle;
  }
  .result[data-result='no'] {
    color: var(--ln-danger-text);
  }

  @media (min-width: 720px) and (max-width: 1399px) {
    .audit col.is-time {
      width: 88px;
    }
    .audit col.is-who {
      width: 100px;
    }
    .audit col.is-kind {
      width: 64px;
    }
    .audit col.is-result {
      width: 88px;
    }
  }

  @media (max-width: 719px) {
    .word {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .ln-head-end > .ln-button {
      justify-content: center;
      width: var(--ln-target);
      height: var(--ln-target);
      padding: 0;
      border-color: transparent;
      background: none;
    }
    .audit :is(thead, colgroup) {
      display: none;
    }
    .audit,
    .audit tbody {
      display: block;
    }
    .audit tbody > tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 2px var(--ln-space-2);
      padding: 10px var(--ln-space-4);
      border-bottom: var(--ln-hairline) solid var(--ln-border);
    }
    .audit tbody > tr > * {
      height: auto;
      padding: 0 !important;
      border: 0;
      background: none !important;
    }
    .audit tbody > tr.is-selected {
      background: var(--ln-selected);
    }
    .audit tbody > tr.is-group {
      display: block;
      padding-block: 6px;
      background: var(--ln-surface-sunken);
    }
    .audit tbody > tr:not(.is-group) > :nth-child(1) {
      grid-area: 2 / 2;
      color: var(--ln-text-3);
    }
    .audit tbody > tr > :nth-child(2) {
      grid-area: 2 / 1;
      color: var(--ln-text-3);
      font: var(--ln-text-small);
    }
    .audit tbody > tr:not(.is-group) > :nth-child(3) {
      display: none;
    }
    .audit tbody > tr > :nth-child(4) {
      grid-area: 1 / 1;
    }
    .audit tbody > tr > :nth-child(5) {
      grid-area: 1 / 2;
      justify-self: end;
    }
  }
`
