import { css } from 'lit'

/** Fields: `ln-field`, `ln-input`, `ln-select`, `ln-textarea`, `ln-check`, `ln-switch`, `ln-segmented`, `ln-tabs`. */
export const fieldStyles = css`
  /* ── Fields ── */
  .ln-input,
  .ln-select,
  .ln-textarea {
    width: 100%;
    height: var(--ln-control);
    padding: 0 10px;
    border: var(--ln-hairline) solid var(--ln-border-control);
    border-radius: var(--ln-radius);
    background: var(--ln-surface);
    font: var(--ln-text-base);
    transition: border-color var(--ln-fast) var(--ln-ease);
  }
  .ln-textarea {
    height: auto;
    min-height: 76px;
    padding: 7px 10px;
    resize: vertical;
    font: var(--ln-text-reading);
  }
  .ln-input.is-large {
    height: var(--ln-control-l);
    padding: 0 var(--ln-space-3);
  }
  .ln-input:hover,
  .ln-select:hover,
  .ln-textarea:hover {
    border-color: var(--ln-text-2);
  }
  .ln-input:focus,
  .ln-select:focus,
  .ln-textarea:focus,
  .ln-input.is-focus {
    border-color: var(--ln-focus);
    outline: 1px solid var(--ln-focus);
    outline-offset: 0;
  }
  .ln-input:disabled,
  .ln-select:disabled {
    border-color: var(--ln-border);
    background: var(--ln-surface-sunken);
    color: var(--ln-text-disabled);
  }
  .ln-input[aria-invalid='true'] {
    border-color: var(--ln-danger);
  }
  .ln-input[aria-invalid='true']:focus {
    outline-color: var(--ln-danger);
  }
  .ln-select-wrap {
    position: relative;
    display: block;
  }
  .ln-select {
    appearance: none;
    padding-inline-end: 32px;
  }
  .ln-select-wrap > .ln-icon {
    position: absolute;
    inset-inline-end: 10px;
    top: 8px;
    color: var(--ln-text-3);
  }
  .ln-input-wrap {
    position: relative;
    display: block;
  }
  .ln-input-wrap > .ln-icon {
    position: absolute;
    inset-inline-start: 10px;
    top: 8px;
    color: var(--ln-text-3);
  }
  .ln-input-wrap > .ln-icon + .ln-input {
    padding-inline-start: 34px;
  }
  .ln-input-wrap > .ln-button {
    position: absolute;
    inset-inline-end: 4px;
    top: 4px;
  }
  .ln-input-wrap:has(> .is-large) > .ln-button {
    top: 8px;
    inset-inline-end: 8px;
  }

  .ln-field {
    display: grid;
    gap: 6px;
  }
  .ln-field-label {
    display: flex;
    align-items: baseline;
    gap: var(--ln-space-1);
    color: var(--ln-text-2);
    font: 600 12px/16px var(--ln-font);
  }
  .ln-field-label > small {
    margin-inline-start: auto;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .ln-field-required {
    color: var(--ln-danger-text);
  }
  .ln-field-hint {
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .ln-field-error {
    display: flex;
    gap: var(--ln-space-1);
    color: var(--ln-danger-text);
    font: var(--ln-text-small);
  }
  .ln-field-error > .ln-icon {
    margin-top: 1px;
  }

  .ln-check {
    display: inline-flex;
    align-items: center;
    gap: var(--ln-space-2);
    cursor: pointer;
  }
  .ln-check > input {
    flex: none;
    display: grid;
    place-content: center;
    width: 16px;
    height: 16px;
    border: var(--ln-hairline) solid var(--ln-border-control);
    border-radius: var(--ln-radius-s);
    background: var(--ln-surface);
    appearance: none;
    cursor: inherit;
  }
  .ln-check > input[type='radio'] {
    border-radius: var(--ln-radius-full);
  }
  .ln-check > input:hover {
    border-color: var(--ln-text-2);
  }
  .ln-check > input:checked,
  .ln-check > input.is-mixed {
    border-color: var(--ln-accent-fill);
    background: var(--ln-accent-fill);
  }
  .ln-check > input:checked::after {
    content: '';
    width: 9px;
    height: 5px;
    margin-top: -2px;
    border: solid var(--ln-on-accent);
    border-width: 0 0 2px 2px;
    rotate: -45deg;
  }
  .ln-check > input[type='radio']:checked::after {
    width: 6px;
    height: 6px;
    margin: 0;
    border: 0;
    border-radius: var(--ln-radius-full);
    background: var(--ln-on-accent);
  }
  .ln-check > input.is-mixed::after {
    content: '';
    width: 8px;
    height: 2px;
    border-radius: 1px;
    background: var(--ln-on-accent);
  }
  .ln-check > input:disabled {
    border-color: var(--ln-border-strong);
    background: var(--ln-surface-sunken);
    cursor: not-allowed;
  }
  .ln-check:has(> :disabled) {
    color: var(--ln-text-disabled);
    cursor: not-allowed;
  }

  .ln-switch {
    display: inline-flex;
    align-items: center;
    gap: var(--ln-space-2);
    cursor: pointer;
  }
  .ln-switch > input {
    position: relative;
    flex: none;
    width: 32px;
    height: 18px;
    border-radius: var(--ln-radius-full);
    background: var(--ln-border-control);
    appearance: none;
    cursor: inherit;
    transition: background-color var(--ln-medium) var(--ln-ease);
  }
  .ln-switch > input::after {
    content: '';
    position: absolute;
    inset: 2px auto auto 2px;
    width: 14px;
    height: 14px;
    border-radius: var(--ln-radius-full);
    background: var(--ln-on-accent);
    transition: translate var(--ln-medium) var(--ln-ease);
  }
  .ln-switch > input:checked {
    background: var(--ln-accent-fill);
  }
  .ln-switch > input:checked::after {
    translate: 14px 0;
  }
  .ln-switch > input:disabled {
    background: var(--ln-border-strong);
    cursor: not-allowed;
  }

  .ln-segmented {
    display: inline-flex;
    flex: none;
    gap: 2px;
    padding: 2px;
    border-radius: var(--ln-radius);
    background: var(--ln-active);
  }
  .ln-segmented > * {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    height: 28px;
    padding: 0 10px;
    border-radius: var(--ln-radius-s);
    color: var(--ln-text-2);
    font: var(--ln-text-base);
    white-space: nowrap;
  }
  .ln-segmented > :hover {
    color: var(--ln-text);
    text-decoration: none;
  }
  .ln-segmented > [aria-pressed='true'],
  .ln-segmented > [aria-current] {
    background: var(--ln-surface-raised);
    color: var(--ln-text);
    box-shadow: 0 0 0 1px var(--ln-shadow-edge);
  }
  .ln-segmented.is-small > * {
    height: 20px;
    padding: 0 var(--ln-space-2);
    font: var(--ln-text-small);
    gap: var(--ln-space-1);
  }

  .ln-tabs {
    display: flex;
    gap: var(--ln-space-5);
  }
  .ln-tabs > * {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: var(--ln-space-1);
    height: var(--ln-subhead);
    color: var(--ln-text-2);
    white-space: nowrap;
  }
  .ln-tabs > :hover {
    color: var(--ln-text);
    text-decoration: none;
  }
  .ln-tabs > [aria-selected='true'],
  .ln-tabs > [aria-current] {
    color: var(--ln-text);
    font-weight: var(--ln-weight-strong);
  }
  .ln-tabs > [aria-selected='true']::after,
  .ln-tabs > [aria-current]::after {
    content: '';
    position: absolute;
    inset: auto 0 -1px;
    height: 2px;
    background: var(--ln-accent);
  }
  .ln-tabs > * > small {
    color: var(--ln-text-3);
    font: var(--ln-text-small);
    font-variant-numeric: tabular-nums;
  }
`
