import { css } from 'lit'

export const styles = css`
  :host {
    position: relative;
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .im-scroll {
    flex: 1;
    min-height: 0;
    overflow: hidden auto;
    overscroll-behavior: contain;
    overflow-anchor: none;
    contain: strict;
  }
  .im-log {
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    width: 100%;
    min-width: 0;
    min-height: 100%;
    padding: var(--ln-space-2) 0 var(--ln-space-3);
  }
  .im-log:has(> .ln-empty) {
    justify-content: center;
  }
  .im-mark {
    display: flex;
    align-items: center;
    gap: var(--ln-space-3);
    margin: var(--ln-space-3) var(--ln-space-5);
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .im-mark::before,
  .im-mark::after {
    content: '';
    flex: 1;
    height: 1px;
    background: var(--ln-border);
  }
  .im-mark.is-day {
    text-transform: capitalize;
  }
  .im-mark.is-unread {
    color: var(--ln-accent-text);
  }
  .im-mark.is-unread::before,
  .im-mark.is-unread::after {
    background: var(--ln-accent-border);
  }
  .im-event {
    display: flex;
    align-items: center;
    gap: 6px;
    padding: var(--ln-space-1) var(--ln-space-5) var(--ln-space-1) 68px;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .im-event > .ln-link-button,
  .im-receipt > .ln-link-button {
    font: inherit;
  }

  .im-message {
    position: relative;
    display: grid;
    flex: none;
    grid-template-columns: 36px minmax(0, 1fr);
    gap: 0 var(--ln-space-3);
    padding: 2px var(--ln-space-5);
    contain: layout style;
  }
  .im-message:hover,
  .im-message.is-open {
    background: var(--ln-hover);
  }
  .im-message:focus-visible {
    outline-offset: -2px;
  }
  .im-message.is-own {
    grid-template-columns: 36px minmax(0, 1fr) auto;
  }
  .im-message.is-start {
    margin-top: var(--ln-space-2);
    padding-top: var(--ln-space-1);
  }
  .im-message > .ln-avatar {
    margin-top: 2px;
  }
  .im-gutter {
    opacity: 0;
    color: var(--ln-text-3);
    font: 400 11px/22px var(--ln-font);
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .im-message:hover > .im-gutter,
  .im-message:focus-visible > .im-gutter {
    opacity: 1;
  }
  .im-by {
    display: flex;
    align-items: baseline;
    gap: var(--ln-space-2);
    min-width: 0;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
    line-height: 20px;
  }
  .im-by > strong {
    color: var(--ln-text);
    font: var(--ln-text-head-s);
    white-space: nowrap;
  }
  .im-by > .ln-badge {
    align-self: center;
  }
  .im-text {
    font: var(--ln-text-reading);
    max-width: 52em;
    white-space: pre-wrap;
  }
  .im-text + .im-text {
    margin-top: var(--ln-space-1);
  }
  .im-text code {
    padding: 1px 4px;
    border-radius: var(--ln-radius-s);
    background: var(--ln-surface-sunken);
    font-size: 13px;
  }
  .im-code {
    max-width: 100%;
    margin: var(--ln-space-1) 0;
    padding: var(--ln-space-2) var(--ln-space-3);
    border: var(--ln-hairline) solid var(--ln-border);
    border-radius: var(--ln-radius);
    background: var(--ln-surface-sunken);
    font: 400 13px/20px var(--ln-font-mono);
    overflow: auto;
    white-space: pre;
  }
  .im-items {
    padding-inline-start: 22px;
    font: var(--ln-text-reading);
    max-width: 52em;
  }
  ul.im-items {
    list-style: disc;
  }
  ol.im-items {
    list-style: decimal;
  }
  .im-block-quote {
    margin: 2px 0;
    padding-inline-start: 10px;
    border-inline-start: 2px solid var(--ln-border-strong);
    color: var(--ln-text-2);
  }
  .im-edited {
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .im-quote {
    display: flex;
    align-items: center;
    gap: 6px;
    max-width: min(480px, 100%);
    margin: 2px 0;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
    line-height: 20px;
    text-align: start;
  }
  .im-quote::before {
    content: '';
    flex: none;
    width: 2px;
    height: 14px;
    border-radius: 1px;
    background: var(--ln-border-strong);
  }
  .im-quote > b {
    flex: none;
    color: var(--ln-text-2);
    font-weight: 400;
  }
  button.im-quote:hover {
    color: var(--ln-text-2);
  }
  .im-message > .im-receipt {
    align-self: end;
    margin-bottom: 6px;
  }
  .im-receipt {
    display: inline-flex;
    align-items: center;
    gap: var(--ln-space-1);
    margin: 2px 0;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
    line-height: 18px;
    border-radius: var(--ln-radius-s);
  }
  button.im-receipt:hover,
  .im-receipt[aria-expanded='true'] {
    color: var(--ln-accent-text);
  }
  .im-receipt > b {
    color: var(--ln-accent-text);
    font-weight: 400;
  }
  .im-receipt > .ln-sep {
    margin: 0 2px;
  }
  .im-message.is-sending .im-text {
    color: var(--ln-text-3);
  }
  .im-receipt.is-failed {
    gap: 6px;
    color: var(--ln-danger-text);
  }
  .im-tools {
    position: absolute;
    inset: -16px var(--ln-space-5) auto auto;
    display: none;
    padding: 2px;
    border-radius: var(--ln-radius);
    background: var(--ln-surface-raised);
    box-shadow: var(--ln-shadow-popover);
    z-index: var(--ln-z-sticky);
  }
  /* the receipt stands at the end of one's own lines, and is to be reached */
  .im-message.is-own > .im-tools {
    inset-inline-end: calc(var(--ln-space-5) + 136px);
  }
  .im-message:hover > .im-tools,
  .im-message:focus-visible > .im-tools,
  .im-message.is-open > .im-tools,
  .im-tools:focus-within {
    display: flex;
  }
  .im-tools > .ln-button {
    width: 28px;
    height: 28px;
    border-radius: var(--ln-radius-s);
  }
  .im-jump {
    position: absolute;
    inset: auto 0 var(--ln-space-3);
    display: grid;
    justify-items: center;
    pointer-events: none;
  }
  .im-jump > .ln-button {
    box-shadow: var(--ln-shadow-popover);
    pointer-events: auto;
  }
  .im-wait {
    display: grid;
    gap: var(--ln-space-4);
    padding: var(--ln-space-4) var(--ln-space-5);
  }
  .im-found {
    animation: im-found 1.6s var(--ln-ease);
  }
  @keyframes im-found {
    from {
      background: var(--ln-accent-subtle);
    }
  }

  @media (max-width: 719px) {
    .im-message {
      padding-inline: var(--ln-space-4);
    }
    .im-message.is-own {
      grid-template-columns: 36px minmax(0, 1fr);
    }
    .im-message.is-own > .im-receipt {
      grid-column: 2;
      justify-self: start;
      margin-bottom: 2px;
    }
    .im-event {
      padding-inline: 64px var(--ln-space-4);
    }
    .im-mark {
      margin-inline: var(--ln-space-4);
    }
    .im-message:hover {
      background: none;
    }
    .im-message > .im-tools {
      display: none !important;
    }
    .im-receipt {
      min-height: 24px;
    }
  }
`
