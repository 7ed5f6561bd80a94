import { css } from 'lit'

export const styles = css`
  :host {
    display: block;
    position: relative;
    flex: 1;
    min-height: 0;
    --matrix-name: 232px;
    --matrix-row: 30px;
    --matrix-head: 52px;
  }
  .matrix {
    position: relative;
    height: 100%;
    overflow: auto;
    overscroll-behavior: contain;
    outline: none;
    contain: strict;
  }
  .matrix:focus-visible {
    box-shadow: inset 0 0 0 2px var(--ln-focus);
  }
  .matrix-line {
    display: flex;
    width: calc(var(--matrix-name) + var(--matrix-columns));
    min-width: 100%;
    height: var(--matrix-row);
  }
  .matrix-line > * {
    flex: none;
  }
  .matrix-head {
    position: sticky;
    top: 0;
    z-index: calc(var(--ln-z-sticky) + 1);
    height: var(--matrix-head);
    border-bottom: var(--ln-hairline) solid var(--ln-border-strong);
    background: var(--ln-surface);
    font: var(--ln-text-small);
  }
  .matrix-name {
    position: sticky;
    inset-inline-start: 0;
    z-index: var(--ln-z-sticky);
    display: flex;
    align-items: center;
    width: var(--matrix-name);
    padding-inline: var(--ln-space-5) var(--ln-space-2);
    overflow: hidden;
    background: var(--ln-surface);
  }
  .matrix-name > span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .matrix-head > .matrix-name {
    color: var(--ln-text-3);
  }
  .matrix-role {
    display: grid;
    align-content: center;
    width: var(--matrix-column);
    padding-inline: 2px;
    text-align: center;
  }
  .matrix-role > * {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .matrix-role.is-external {
    background: var(--ln-external-subtle);
    color: var(--ln-external-text);
  }
  .matrix-body {
    position: relative;
    height: var(--matrix-height);
  }
  .matrix-lines {
    position: absolute;
    top: 0;
    inset-inline-start: 0;
    min-width: 100%;
  }
  .matrix-line:not(.is-module):hover > .matrix-name {
    background: color-mix(in srgb, var(--ln-surface), var(--ln-text) 4%);
  }
  .matrix-line.is-module {
    background: var(--ln-surface-sunken);
    font: var(--ln-text-head-s);
  }
  .matrix-line.is-module > .matrix-name {
    z-index: calc(var(--ln-z-sticky) - 1);
    gap: 6px;
    width: auto;
    background: none;
  }
  .matrix-line small {
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .matrix-head small {
    color: inherit;
  }
  .matrix-gap {
    width: var(--matrix-left);
  }
  .matrix-cell {
    width: var(--matrix-column);
    padding: 1px;
    cursor: pointer;
  }
  .matrix-cell > .matrix-scope {
    height: 100%;
  }
  .matrix-cell:hover > .matrix-scope:not(.is-locked) {
    outline: 1px solid var(--ln-border-control);
    outline-offset: -1px;
  }
  .matrix-cell.is-changed > .matrix-scope {
    outline: 2px solid var(--ln-warning);
    outline-offset: -2px;
  }
  .matrix-cell.is-changed > .matrix-scope::after {
    content: '*';
  }
  .matrix:focus-visible .matrix-cell.is-active > .matrix-scope,
  .matrix-cell.is-open > .matrix-scope {
    outline: 2px solid var(--ln-focus);
    outline-offset: -2px;
  }

  .matrix-pick {
    position: fixed;
    inset: auto;
    width: 320px;
    max-width: calc(100vw - 16px);
    margin: 0;
    padding: var(--ln-space-1);
    border: var(--ln-hairline) solid var(--ln-border);
    border-radius: var(--ln-radius-l);
    background: var(--ln-surface-raised);
    color: var(--ln-text);
    box-shadow: var(--ln-shadow-popover);
  }
  .matrix-pick > header {
    padding: var(--ln-space-2) var(--ln-space-2) var(--ln-space-1);
  }
  .matrix-pick > header > strong {
    display: block;
    font: var(--ln-text-head-s);
  }
  .matrix-pick > header > small {
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .matrix-option {
    display: grid;
    grid-template-columns: 72px minmax(0, 1fr) 16px;
    align-items: center;
    gap: var(--ln-space-2);
    width: 100%;
    min-height: 32px;
    padding: 2px var(--ln-space-2);
    border-radius: var(--ln-radius-s);
    color: var(--ln-text-2);
    font: var(--ln-text-small);
    text-align: start;
  }
  .matrix-option:hover,
  .matrix-option:focus-visible {
    background: var(--ln-hover);
  }
  .matrix-option > .matrix-scope {
    height: 22px;
  }

  .matrix-pick > footer {
    margin-top: var(--ln-space-1);
    padding: var(--ln-space-2);
    border-top: var(--ln-hairline) solid var(--ln-border);
    font: var(--ln-text-small);
  }

  @media (max-width: 719px) {
    :host {
      --matrix-name: 148px;
      --matrix-row: 44px;
    }
    .matrix-name {
      padding-inline-start: var(--ln-space-4);
    }
    .matrix-option {
      min-height: var(--ln-target);
    }
  }
`
