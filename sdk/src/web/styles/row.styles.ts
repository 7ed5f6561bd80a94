import { css } from 'lit'

/** Rows and small objects: `ln-row`, `ln-tree`, `ln-section-head`, `ln-kbd`, `ln-file`, `ln-person-card`. */
export const rowStyles = css`
  /* ── Rows ── */
  .ln-row {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
    width: 100%;
    min-height: var(--ln-row);
    padding: 0 var(--ln-space-2);
    border-radius: var(--ln-radius);
    color: var(--ln-text);
  }
  a.ln-row:hover,
  button.ln-row:hover,
  .ln-row.is-hover {
    background: var(--ln-hover);
    text-decoration: none;
  }
  a.ln-row:active,
  button.ln-row:active {
    background: var(--ln-active);
  }
  .ln-row.is-selected,
  .ln-row[aria-current] {
    background: var(--ln-selected);
    --ln-ground: var(--ln-selected);
  }
  .ln-row > .ln-icon {
    color: var(--ln-text-3);
  }
  .ln-row[aria-current] > .ln-icon:first-child {
    color: var(--ln-accent-text);
  }
  .ln-row-main {
    flex: 1;
    min-width: 0;
  }
  .ln-row-title {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .ln-row-sub {
    display: block;
    overflow: hidden;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .ln-row-end {
    flex: none;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
    font-variant-numeric: tabular-nums;
  }
  .ln-tree .ln-row {
    position: relative;
    min-height: var(--ln-row-s);
  }
  .ln-tree[data-depth] .ln-row,
  .ln-tree ul .ln-row {
    padding-inline-start: 24px;
  }
  .ln-tree ul ul .ln-row {
    padding-inline-start: 44px;
  }

  .ln-section-head {
    display: flex;
    align-items: center;
    gap: var(--ln-space-1);
    height: 28px;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .ln-section-head > .ln-button {
    margin-inline-start: auto;
  }
  .ln-section-head > small {
    font: inherit;
  }

  /* ── Small objects ── */
  .ln-sep {
    display: inline-block;
    flex: none;
    width: 2px;
    height: 2px;
    margin: 0 3px;
    border-radius: 1px;
    background: currentColor;
    vertical-align: middle;
  }
  .ln-kbd {
    display: inline-flex;
    align-items: center;
    min-width: 18px;
    height: 18px;
    padding: 0 var(--ln-space-1);
    border: var(--ln-hairline) solid var(--ln-border-strong);
    border-radius: var(--ln-radius-s);
    background: var(--ln-surface);
    color: var(--ln-text-3);
    font: 400 11px/1 var(--ln-font);
    justify-content: center;
  }

  .ln-file {
    display: inline-flex;
    align-items: center;
    gap: 10px;
    width: 320px;
    max-width: 100%;
    min-height: var(--ln-row-l);
    padding: 7px var(--ln-space-2) 7px 10px;
    border: var(--ln-hairline) solid var(--ln-border);
    border-radius: var(--ln-radius);
    background: var(--ln-surface);
    color: var(--ln-text);
  }
  a.ln-file:hover {
    border-color: var(--ln-border-strong);
    text-decoration: none;
  }
  .ln-file-kind {
    display: grid;
    flex: none;
    place-items: center;
    width: 32px;
    height: 36px;
    border-radius: var(--ln-radius-s);
    background: var(--ln-surface-sunken);
    color: var(--ln-text-2);
    font: 600 11px/1 var(--ln-font);
  }
  .ln-file-kind[data-kind='pdf'] {
    background: var(--ln-danger-subtle);
    color: var(--ln-danger-text);
  }
  .ln-file-kind[data-kind='xls'] {
    background: var(--ln-success-subtle);
    color: var(--ln-success-text);
  }
  .ln-file-kind[data-kind='doc'] {
    background: var(--ln-accent-subtle);
    color: var(--ln-accent-text);
  }
  .ln-file > div {
    flex: 1;
    min-width: 0;
  }
  .ln-file .ln-row-title,
  .ln-filename {
    text-autospace: no-autospace;
  }
  .ln-file > .ln-icon {
    color: var(--ln-text-3);
  }
  .ln-file.is-row {
    width: 100%;
    border-color: transparent;
    padding: 0 var(--ln-space-2);
    background: none;
  }
  .ln-file.is-row:hover {
    background: var(--ln-hover);
    border-color: transparent;
  }

  .ln-person-card {
    width: 320px;
    padding: var(--ln-space-4);
  }
  .ln-person-card header {
    display: flex;
    gap: var(--ln-space-3);
    align-items: center;
  }
  .ln-person-card h3 {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
    font: var(--ln-text-head);
  }
  .ln-person-card dl {
    display: grid;
    grid-template-columns: 56px 1fr;
    gap: var(--ln-space-1) var(--ln-space-2);
    margin: var(--ln-space-4) 0;
  }
  .ln-person-card dt {
    color: var(--ln-text-3);
  }
  .ln-person-card footer {
    display: flex;
    gap: var(--ln-space-2);
  }
  .ln-person-card footer > .ln-button:first-child {
    flex: 1;
  }
`
