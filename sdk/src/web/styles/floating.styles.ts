import { css } from 'lit'

/** What floats: `ln-menu`, `ln-popover`, `ln-tooltip`, `ln-dialog`, `ln-drawer`, `ln-toast`, and `ln-banner`. */
export const floatingStyles = css`
  /* ── Floating: menu, popover, tooltip, dialog, drawer, toast ── */
  .ln-popover,
  .ln-menu {
    border: 0;
    border-radius: var(--ln-radius-l);
    background: var(--ln-surface-raised);
    color: var(--ln-text);
    box-shadow: var(--ln-shadow-popover);
    --ln-ground: var(--ln-surface-raised);
  }
  .ln-menu {
    min-width: 200px;
    padding: var(--ln-space-1);
    border-radius: 8px;
  }
  .ln-menu-item {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
    width: 100%;
    height: 32px;
    padding: 0 var(--ln-space-2);
    border-radius: var(--ln-radius-s);
    color: var(--ln-text);
    white-space: nowrap;
  }
  .ln-menu-item:hover,
  .ln-menu-item.is-hover {
    background: var(--ln-hover);
    text-decoration: none;
  }
  .ln-menu-item > .ln-icon {
    color: var(--ln-text-3);
  }
  .ln-menu-item > .ln-kbd,
  .ln-menu-item > small {
    margin-inline-start: auto;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .ln-menu-item.is-danger,
  .ln-menu-item.is-danger > .ln-icon {
    color: var(--ln-danger-text);
  }
  .ln-menu-item.is-danger:hover {
    background: var(--ln-danger-subtle);
  }
  .ln-menu-item[aria-checked='true'] > .ln-icon:last-child {
    margin-inline-start: auto;
    color: var(--ln-accent-text);
  }
  .ln-menu-line {
    height: 1px;
    margin: var(--ln-space-1) 0;
    background: var(--ln-border);
  }
  .ln-menu-label {
    padding: 6px var(--ln-space-2) 2px;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }

  [popover].ln-popover,
  [popover].ln-menu {
    position: fixed;
    inset: auto;
    margin: 0;
    position-try-fallbacks: flip-block, flip-inline;
  }
  [popover][data-place='top-start'] {
    position-area: top span-right;
    margin-block-end: var(--ln-space-1);
  }
  [popover][data-place='top-end'] {
    position-area: top span-left;
    margin-block-end: var(--ln-space-1);
  }
  [popover][data-place='bottom-start'] {
    position-area: bottom span-right;
    margin-block-start: var(--ln-space-1);
  }
  [popover][data-place='bottom-end'] {
    position-area: bottom span-left;
    margin-block-start: var(--ln-space-1);
  }

  .ln-tooltip {
    display: inline-flex;
    align-items: center;
    gap: var(--ln-space-2);
    padding: var(--ln-space-1) var(--ln-space-2);
    border-radius: var(--ln-radius-s);
    background: var(--ln-surface-inverse);
    color: var(--ln-text-inverse);
    font: var(--ln-text-small);
  }
  .ln-tooltip .ln-kbd {
    border-color: color-mix(in srgb, currentColor 32%, transparent);
    background: none;
    color: inherit;
  }

  .ln-dialog {
    width: 440px;
    max-width: calc(100vw - 32px);
    border: 0;
    border-radius: var(--ln-radius-l);
    background: var(--ln-surface-raised);
    color: var(--ln-text);
    box-shadow: var(--ln-shadow-dialog);
    --ln-ground: var(--ln-surface-raised);
  }
  dialog.ln-dialog {
    margin: auto;
  }
  .ln-dialog::backdrop {
    background: var(--ln-scrim);
  }
  .ln-dialog-head {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
    padding: var(--ln-space-4) var(--ln-space-4) 0 var(--ln-space-5);
  }
  .ln-dialog-head > h2 {
    font: var(--ln-text-head);
  }
  .ln-dialog-head > .ln-button {
    margin-inline-start: auto;
  }
  .ln-dialog-body {
    display: grid;
    gap: var(--ln-space-4);
    padding: var(--ln-space-3) var(--ln-space-5) var(--ln-space-5);
    color: var(--ln-text-2);
  }
  .ln-dialog-foot {
    display: flex;
    justify-content: flex-end;
    gap: var(--ln-space-2);
    padding: var(--ln-space-3) var(--ln-space-5);
    border-top: var(--ln-hairline) solid var(--ln-border);
  }

  .ln-drawer {
    display: flex;
    flex-direction: column;
    width: 360px;
    background: var(--ln-surface-raised);
    box-shadow: var(--ln-shadow-dialog);
    --ln-ground: var(--ln-surface-raised);
  }
  .ln-drawer > header {
    display: flex;
    align-items: center;
    height: var(--ln-head);
    padding-inline: var(--ln-space-4) var(--ln-space-2);
    border-bottom: var(--ln-hairline) solid var(--ln-border);
  }
  .ln-drawer > header > h2 {
    font: var(--ln-text-head-s);
  }
  .ln-drawer > header > .ln-button {
    margin-inline-start: auto;
  }
  .ln-drawer > ul {
    padding: var(--ln-space-2);
  }
  .ln-toast {
    display: inline-flex;
    align-items: center;
    gap: var(--ln-space-2);
    min-height: 40px;
    padding: 0 var(--ln-space-1) 0 var(--ln-space-3);
    border-radius: 8px;
    background: var(--ln-surface-inverse);
    color: var(--ln-text-inverse);
    box-shadow: var(--ln-shadow-popover);
  }
  .ln-toast > .ln-button {
    color: inherit;
  }
  .ln-toast > .ln-button .ln-icon {
    color: inherit;
  }
  .ln-toast > .ln-button:hover {
    background: color-mix(in srgb, currentColor 14%, transparent);
    color: inherit;
  }
  .ln-toast > span {
    padding-inline-end: var(--ln-space-2);
  }

  .ln-banner {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
    min-height: var(--ln-subhead);
    padding: var(--ln-space-1) var(--ln-space-3);
    background: var(--ln-info-subtle);
    color: var(--ln-text);
  }
  .ln-banner > .ln-icon {
    color: var(--ln-info);
  }
  .ln-banner > .ln-button,
  .ln-banner > .ln-link-button {
    margin-inline-start: auto;
  }
  .ln-banner[data-tone='external'] {
    background: var(--ln-external-subtle);
    color: var(--ln-external-text);
  }
  .ln-banner[data-tone='external'] > .ln-icon {
    color: var(--ln-external);
  }
  .ln-banner[data-tone='warning'] {
    background: var(--ln-warning-subtle);
  }
  .ln-banner[data-tone='warning'] > .ln-icon {
    color: var(--ln-warning);
  }
  .ln-banner[data-tone='danger'] {
    background: var(--ln-danger-subtle);
  }
  .ln-banner[data-tone='danger'] > .ln-icon {
    color: var(--ln-danger);
  }
  .ln-banner[data-tone='success'] {
    background: var(--ln-success-subtle);
  }
  .ln-banner[data-tone='success'] > .ln-icon {
    color: var(--ln-success);
  }
`
