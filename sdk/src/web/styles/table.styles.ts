import { css } from 'lit'

/** Tables, facts, tools: administration, reports. */
export const tableStyles = css`
  /* ── Tables, facts, tools, sparklines, what an outside person sees: administration, meetings, reports ── */
  .ln-tools {
    display: flex;
    flex: none;
    align-items: center;
    gap: var(--ln-space-2);
    min-height: 44px;
    padding: 6px var(--ln-space-3) 6px var(--ln-space-5);
    border-bottom: var(--ln-hairline) solid var(--ln-border);
  }
  .ln-tools > * {
    flex: none;
  }
  .ln-tools > .ln-input-wrap {
    width: 240px;
  }
  .ln-tools > .ln-select-wrap {
    max-width: 200px;
  }
  .ln-tools .ln-input,
  .ln-tools .ln-select {
    height: 28px;
    border-color: var(--ln-border-strong);
  }
  .ln-tools .ln-select {
    width: auto;
    max-width: 100%;
    text-overflow: ellipsis;
  }
  .ln-tools .ln-input-wrap > .ln-icon,
  .ln-tools .ln-select-wrap > .ln-icon {
    top: 6px;
  }
  .ln-tools > small {
    color: var(--ln-text-3);
    font: var(--ln-text-small);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .ln-tools > .is-end {
    margin-inline-start: auto;
  }

  .ln-table {
    width: 100%;
    table-layout: fixed;
  }
  .ln-table th,
  .ln-table td {
    height: var(--ln-row);
    padding: 0 var(--ln-space-2);
    border-bottom: var(--ln-hairline) solid var(--ln-border);
    text-align: start;
    vertical-align: middle;
  }
  .ln-table th:first-child,
  .ln-table td:first-child {
    padding-inline-start: var(--ln-space-5);
  }
  .ln-table th:last-child,
  .ln-table td:last-child {
    padding-inline-end: var(--ln-space-5);
  }
  .ln-table thead th {
    position: sticky;
    top: 0;
    z-index: var(--ln-z-sticky);
    height: var(--ln-row-s);
    background: var(--ln-surface);
    color: var(--ln-text-3);
    font: var(--ln-text-small);
    white-space: nowrap;
  }
  .ln-table thead th > .ln-icon {
    display: inline-block;
    margin-inline-start: 2px;
    vertical-align: -1px;
  }
  .ln-table tbody th {
    font-weight: 400;
  }
  .ln-table tbody tr:not(.is-group):hover > * {
    background: var(--ln-hover);
  }
  .ln-table tbody tr.is-selected > *,
  .ln-table tbody tr.is-selected:hover > * {
    background: var(--ln-selected);
    --ln-ground: var(--ln-selected);
  }
  .ln-table tr.is-group > th {
    height: 32px;
    background: var(--ln-surface-sunken);
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .ln-table td.is-fact {
    color: var(--ln-text-2);
    font: var(--ln-text-small);
    font-variant-numeric: tabular-nums;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .ln-table td.is-end,
  .ln-table th.is-end {
    text-align: end;
  }
  .ln-table .ln-truncate {
    display: block;
  }
  .ln-table .ln-check {
    display: flex;
  }
  .ln-table .ln-person {
    display: flex;
  }

  .ln-facts {
    display: grid;
    grid-template-columns: 64px minmax(0, 1fr);
    gap: 0 var(--ln-space-3);
  }
  .ln-facts > dt,
  .ln-facts > dd {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 0 6px;
    min-height: 28px;
    min-width: 0;
  }
  .ln-facts > dt {
    color: var(--ln-text-3);
  }
  .ln-facts > dd > small {
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .ln-facts code {
    color: var(--ln-text-2);
    font: 400 12px/16px var(--ln-font-mono);
  }

  .ln-spark {
    flex: none;
    fill: none;
    stroke: var(--ln-text-3);
    stroke-width: 1.25;
    stroke-linejoin: round;
    overflow: visible;
  }
  .ln-spark > circle {
    fill: var(--ln-text);
    stroke: none;
  }

  [popover].ln-dialog {
    margin: auto;
  }
  .ln-dialog.is-wide {
    width: 920px;
  }

  .ln-check > input:disabled:checked {
    border-color: var(--ln-border-strong);
    background: var(--ln-active);
  }
  .ln-check > input:disabled:checked::after {
    border-color: var(--ln-text-3);
  }

  .ln-sees {
    display: grid;
    gap: var(--ln-space-4);
  }
  .ln-sees > section > h3 {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 24px;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .ln-sees > section > h3 > .ln-button {
    margin-inline-start: auto;
  }
  .ln-sees li {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
    min-height: 32px;
    min-width: 0;
    color: var(--ln-text);
  }
  .ln-sees li > .ln-icon {
    color: var(--ln-text-3);
  }
  .ln-sees li > small {
    flex: none;
    margin-inline-start: auto;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
    white-space: nowrap;
  }
  .ln-sees > .is-hidden {
    padding: var(--ln-space-2) var(--ln-space-3);
    border: var(--ln-hairline) dashed var(--ln-border-control);
    border-radius: var(--ln-radius);
    background: var(--ln-surface-sunken);
    color: var(--ln-text-2);
  }
  .ln-sees > .is-hidden > h3 {
    color: var(--ln-text-2);
  }
  .ln-sees > .is-hidden > p {
    color: var(--ln-text-3);
    font: 400 12px/18px var(--ln-font);
  }

  .ln-table ~ .ln-more {
    padding: var(--ln-space-4) var(--ln-space-5);
  }

  @media (max-width: 719px) {
    .ln-tools {
      padding-inline: var(--ln-space-4);
      overflow: auto hidden;
      scrollbar-width: none;
    }
    .ln-table th:first-child,
    .ln-table td:first-child {
      padding-inline-start: var(--ln-space-4);
    }
    .ln-table th:last-child,
    .ln-table td:last-child {
      padding-inline-end: var(--ln-space-4);
    }
    .ln-table td {
      height: var(--ln-row-l);
    }
    .ln-switch {
      min-height: var(--ln-target);
    }
    .ln-facts > dt,
    .ln-facts > dd {
      min-height: 36px;
    }
    [popover].ln-dialog:popover-open {
      inset: auto 0 0;
      width: 100%;
      max-width: none;
      max-height: 94dvh;
      margin: 0;
      border-radius: var(--ln-radius-l) var(--ln-radius-l) 0 0;
      overflow: hidden auto;
    }
  }
`
