import { css } from 'lit'

export const styles = css`
  :host {
    display: flex;
    flex: 1;
    min-height: 0;
  }
  .modules-waiting {
    padding: var(--ln-space-4) var(--ln-space-5);
  }
  .modules-sum {
    display: flex;
    flex: none;
    align-items: center;
    gap: var(--ln-space-6);
    min-height: 64px;
    margin: 0;
    padding: var(--ln-space-2) var(--ln-space-5);
    border-bottom: var(--ln-hairline) solid var(--ln-border);
    list-style: none;
  }
  .modules-sum > :nth-child(4) {
    margin-inline-start: auto;
  }
  .modules-sum strong {
    display: block;
    font: var(--ln-text-head);
    font-variant-numeric: tabular-nums;
  }
  .modules-sum small {
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .modules-table {
    table-layout: fixed;
  }
  .modules-table col.is-owner {
    width: 100px;
  }
  .modules-table col.is-state {
    width: 96px;
  }
  .modules-table col.is-date {
    width: 84px;
  }
  .modules-table col.is-who {
    width: 116px;
  }
  .modules-table col.is-use {
    width: 148px;
  }
  .modules-table tbody :is(td, th) {
    height: 64px;
  }
  .modules-table tbody tr {
    position: relative;
  }
  .modules-table tbody tr.is-feature :is(td, th) {
    height: 52px;
  }
  .modules-table .is-none {
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .modules-name {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr);
    align-items: center;
    gap: 0 10px;
  }
  .modules-name > .ln-icon {
    color: var(--ln-text-2);
  }
  .modules-name > a {
    color: inherit;
    font-weight: var(--ln-weight-strong);
  }
  .is-feature .modules-name > a {
    font-weight: 400;
  }
  .modules-name > a::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .modules-name > small {
    grid-column: 2;
    overflow: hidden;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .modules-who {
    display: grid;
    gap: 6px;
    color: var(--ln-text-2);
    font: var(--ln-text-small);
  }
  .modules-use {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 var(--ln-space-2);
    font-variant-numeric: tabular-nums;
  }
  .modules-use > small {
    grid-column: 1 / -1;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .modules-schedule {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .modules-schedule > li {
    position: relative;
    display: grid;
    grid-template-columns: 96px 16px minmax(0, 1fr);
    align-items: center;
    gap: var(--ln-space-3);
    min-height: 56px;
    padding: var(--ln-space-2) var(--ln-space-5);
    border-bottom: var(--ln-hairline) solid var(--ln-border);
  }
  .modules-schedule > li > .ln-icon {
    color: var(--ln-text-2);
  }
  .modules-schedule small {
    display: block;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
    font-variant-numeric: tabular-nums;
  }
  .modules-schedule a {
    color: inherit;
    font-weight: var(--ln-weight-strong);
  }
  .modules-schedule a::after {
    content: '';
    position: absolute;
    inset: 0;
  }

  @media (max-width: 1399px) {
    .modules-table :is(th, td, col):nth-child(4) {
      display: none;
    }
  }
  @media (max-width: 719px) {
    .modules-sum {
      gap: var(--ln-space-4);
      justify-content: space-between;
      padding-inline: var(--ln-space-4);
    }
    .modules-sum > :nth-child(4) {
      margin-inline-start: 0;
    }
    .modules-table :is(thead, colgroup) {
      display: none;
    }
    .modules-table,
    .modules-table tbody {
      display: block;
    }
    .modules-table tbody > tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 120px;
      align-items: center;
      gap: 6px var(--ln-space-3);
      padding: var(--ln-space-3) var(--ln-space-4);
      border-bottom: var(--ln-hairline) solid var(--ln-border);
    }
    .modules-table tbody > tr > * {
      height: auto !important;
      padding: 0 !important;
      border: 0;
      background: none !important;
    }
    .modules-table tbody > tr > :is(:nth-child(2), :nth-child(4)) {
      display: none;
    }
    .modules-table tbody > tr > :nth-child(3) {
      grid-area: 1 / 2;
    }
    .modules-table tbody > tr > :nth-child(5) {
      padding-inline-start: 26px !important;
    }
    .modules-use {
      grid-template-columns: auto;
    }
    .modules-use > svg {
      display: none;
    }
    .modules-schedule > li {
      padding-inline: var(--ln-space-4);
    }
  }
`
