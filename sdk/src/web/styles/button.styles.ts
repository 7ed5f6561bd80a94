import { css } from 'lit'

/** Buttons: `ln-button` with `is-primary`, `is-quiet`, `is-danger`, `is-icon`, `is-small`, `is-large`, `is-wide`; `ln-link-button`. */
export const buttonStyles = css`
  /* ── Button ── */
  .ln-button {
    position: relative;
    display: inline-flex;
    flex: none;
    align-items: center;
    justify-content: center;
    gap: 6px;
    height: var(--ln-control);
    padding: 0 var(--ln-space-3);
    border: var(--ln-hairline) solid var(--ln-border-strong);
    border-radius: var(--ln-radius);
    background: var(--ln-surface);
    color: var(--ln-text);
    font: var(--ln-text-base);
    white-space: nowrap;
    transition:
      background-color var(--ln-fast) var(--ln-ease),
      border-color var(--ln-fast) var(--ln-ease);
  }
  .ln-button:hover,
  .ln-button.is-hover {
    background: color-mix(in srgb, var(--ln-surface), var(--ln-text) 5%);
    text-decoration: none;
  }
  .ln-button:active,
  .ln-button.is-active,
  .ln-button[aria-expanded='true'],
  .ln-button[aria-pressed='true'] {
    background: color-mix(in srgb, var(--ln-surface), var(--ln-text) 9%);
  }
  .ln-button.is-focus {
    outline: 2px solid var(--ln-focus);
    outline-offset: 1px;
  }
  .ln-button .ln-icon {
    color: var(--ln-text-2);
  }
  .ln-button.is-small {
    height: var(--ln-control-s);
    padding: 0 var(--ln-space-2);
    gap: var(--ln-space-1);
    border-radius: var(--ln-radius-s);
    font: var(--ln-text-small);
  }
  .ln-button.is-large {
    height: var(--ln-control-l);
    padding: 0 var(--ln-space-4);
  }
  .ln-button.is-wide {
    width: 100%;
  }

  .ln-button.is-primary {
    border-color: transparent;
    background: var(--ln-accent-fill);
    color: var(--ln-on-accent);
    font-weight: var(--ln-weight-strong);
  }
  .ln-button.is-primary .ln-icon {
    color: inherit;
  }
  .ln-button.is-primary:hover,
  .ln-button.is-primary.is-hover {
    background: var(--ln-accent-fill-hover);
  }
  .ln-button.is-primary:active,
  .ln-button.is-primary.is-active {
    background: var(--ln-accent-fill-active);
  }

  .ln-button.is-quiet {
    border-color: transparent;
    background: transparent;
    color: var(--ln-text-2);
  }
  .ln-button.is-quiet:hover,
  .ln-button.is-quiet.is-hover {
    background: var(--ln-hover);
    color: var(--ln-text);
  }
  .ln-button.is-quiet:active,
  .ln-button.is-quiet.is-active,
  .ln-button.is-quiet[aria-expanded='true'],
  .ln-button.is-quiet[aria-pressed='true'] {
    background: var(--ln-active);
    color: var(--ln-text);
  }
  .ln-button.is-quiet[aria-pressed='true'] .ln-icon {
    color: var(--ln-accent-text);
  }

  .ln-button.is-danger {
    border-color: var(--ln-danger-border);
    color: var(--ln-danger-text);
  }
  .ln-button.is-danger .ln-icon {
    color: inherit;
  }
  .ln-button.is-danger:hover {
    background: var(--ln-danger-subtle);
  }
  .ln-button.is-danger.is-solid {
    border-color: transparent;
    background: var(--ln-danger-fill);
    color: var(--ln-on-accent);
    font-weight: var(--ln-weight-strong);
  }
  .ln-button.is-danger.is-solid:hover {
    background: var(--ln-danger-fill-hover);
  }

  .ln-button.is-icon {
    width: var(--ln-control);
    padding: 0;
  }
  .ln-button.is-icon.is-small {
    width: var(--ln-control-s);
  }
  .ln-button.is-icon.is-large {
    width: var(--ln-control-l);
  }
  .ln-button:disabled,
  .ln-button[aria-disabled='true'] {
    border-color: var(--ln-border);
    background: var(--ln-surface-sunken);
    color: var(--ln-text-disabled);
    cursor: not-allowed;
  }
  .ln-button:disabled .ln-icon {
    color: inherit;
  }
  .ln-button.is-quiet:disabled {
    background: transparent;
    border-color: transparent;
  }
  .ln-button.is-busy .ln-icon {
    animation: ln-turn 900ms linear infinite;
  }
  .ln-button-group {
    display: inline-flex;
  }
  .ln-button-group > .ln-button:not(:first-child) {
    margin-inline-start: -1px;
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }
  .ln-button-group > .ln-button:not(:last-child) {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }
  .ln-button-group > .ln-button.is-primary:not(:first-child) {
    margin: 0;
    border-inline-start: var(--ln-hairline) solid color-mix(in srgb, var(--ln-on-accent) 32%, transparent);
  }
  @keyframes ln-turn {
    to {
      rotate: 1turn;
    }
  }

  .ln-link-button {
    display: inline-flex;
    min-height: 24px;
    align-items: center;
    gap: var(--ln-space-1);
    color: var(--ln-accent-text);
    font: inherit;
    border-radius: var(--ln-radius-s);
  }
  .ln-link-button:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
`
