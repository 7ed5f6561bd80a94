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
    background: var(--ln-surface);
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
    box-sizing: border-box;
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
    display: flex;
    align-items: center;
    width: var(--matrix-name);
    padding-inline: var(--ln-space-5) var(--ln-space-2);
    background: var(--ln-surface);
  }
  .matrix-name > span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .matrix-head > .matrix-name {
    position: sticky;
    inset-inline-start: 0;
    z-index: var(--ln-z-sticky);
    color: var(--ln-text-3);
  }
  .matrix-names {
    position: sticky;
    inset-inline-start: 0;
    z-index: var(--ln-z-sticky);
    width: var(--matrix-name);
    height: 100%;
    contain: size layout style;
  }
  .matrix-names > .matrix-name {
    position: absolute;
    inset-inline: 0;
    height: var(--matrix-row);
    contain: size layout style;
  }
  .matrix-name.is-module {
    gap: 6px;
    overflow: visible;
    background: var(--ln-surface-sunken);
    font: var(--ln-text-head-s);
    white-space: nowrap;
    pointer-events: none;
  }
  .matrix-name.is-lit:not(.is-module) {
    background: color-mix(in srgb, var(--ln-surface), var(--ln-text) 4%);
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
    min-width: 100%;
    width: calc(var(--matrix-name) + var(--matrix-columns));
    height: var(--matrix-height);
  }
  .matrix-body > .matrix-line {
    position: absolute;
    inset-inline-start: 0;
    contain: size layout style;
  }
  /* for assistive technology; it lies behind the names. No clipping, which would cost each line a layer of paint */
  .matrix-said {
    position: absolute;
    inset-inline-start: 0;
    color: transparent;
    white-space: nowrap;
    pointer-events: none;
    user-select: none;
  }
  .matrix-line:not(.is-module):hover {
    background: color-mix(in srgb, var(--ln-surface), var(--ln-text) 4%);
  }
  .matrix-line.is-module {
    background: var(--ln-surface-sunken);
  }
  .matrix-name small {
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .matrix-head small {
    color: inherit;
  }
  .matrix-cell {
    width: var(--matrix-column);
    height: 100%;
    border: 1px solid transparent;
    border-radius: calc(var(--ln-radius-s) + 1px);
    background-clip: padding-box;
    font: var(--ln-text-small);
    line-height: calc(var(--matrix-row) - 2px);
    text-align: center;
    white-space: nowrap;
    cursor: pointer;
  }
  .matrix-cell.is-locked {
    cursor: not-allowed;
  }
  .matrix-cell:hover:not(.is-locked) {
    outline: 1px solid var(--ln-border-control);
    outline-offset: -2px;
  }
  .matrix-cell.is-changed {
    outline: 2px solid var(--ln-warning);
    outline-offset: -3px;
  }
  .matrix-cell.is-changed::after {
    content: '*';
    padding-inline-start: 2px;
  }
  .matrix:focus-visible .matrix-cell.is-active,
  .matrix-cell.is-open {
    outline: 2px solid var(--ln-focus);
    outline-offset: -3px;
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
