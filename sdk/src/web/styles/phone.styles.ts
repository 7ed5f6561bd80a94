import { css } from 'lit'

/** On a phone fingers need 44 px, and popovers become sheets. Comes last, so that it wins. */
export const phoneStyles = css`
  /* ── Phone: fingers need 44 px; popovers become sheets ── */
  @media (max-width: 719px) {
    .ln-button::after,
    .ln-chip::after {
      content: '';
      position: absolute;
      inset: -6px;
    }
    .ln-chip {
      position: relative;
      height: 32px;
      padding: 0 10px;
    }
    .ln-button.is-small::after {
      inset: -10px;
    }
    .ln-link-button {
      position: relative;
    }
    .ln-link-button::after {
      content: '';
      position: absolute;
      inset: -10px -4px;
    }
    .ln-segmented.is-small > * {
      position: relative;
      height: 28px;
    }
    .ln-segmented.is-small > *::after {
      content: '';
      position: absolute;
      inset: -8px 0;
    }
    button.ln-status {
      position: relative;
    }
    button.ln-status::after {
      content: '';
      position: absolute;
      inset: -10px;
    }
    .ln-check {
      min-height: var(--ln-target);
    }
    .ln-input,
    .ln-select {
      height: var(--ln-target);
      font-size: 16px;
    }
    .ln-input.is-large {
      height: 48px;
    }
    .ln-input-wrap > .ln-icon,
    .ln-select-wrap > .ln-icon {
      top: 14px;
    }
    .ln-input-wrap:has(> .is-large) > .ln-button {
      top: 12px;
    }
    .ln-tabs > * {
      height: var(--ln-target);
    }
    .ln-segmented > * {
      height: 36px;
    }
    .ln-menu-item,
    .ln-row {
      min-height: var(--ln-target);
    }
    [popover].ln-popover:popover-open,
    [popover].ln-menu:popover-open {
      position-area: none;
      inset: auto 0 0;
      width: 100%;
      max-width: none;
      margin: 0;
      border-radius: var(--ln-radius-l) var(--ln-radius-l) 0 0;
      padding-bottom: env(safe-area-inset-bottom);
    }
    [popover]::backdrop {
      background: var(--ln-scrim);
    }
  }
`
