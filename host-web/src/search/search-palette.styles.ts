import { css } from 'lit'

export const styles = css`
  /* ── Search palette ── */
  .ln-palette {
    width: 640px;
    max-width: calc(100vw - 32px);
    border: 0;
    border-radius: var(--ln-radius-l);
    background: var(--ln-surface-raised);
    color: var(--ln-text);
    box-shadow: var(--ln-shadow-dialog);
    overflow: hidden;
    --ln-ground: var(--ln-surface-raised);
  }
  dialog.ln-palette,
  [popover].ln-palette {
    margin: 96px auto auto;
  }
  .ln-palette::backdrop {
    background: var(--ln-scrim);
  }
  .ln-palette-field {
    display: flex;
    align-items: center;
    gap: var(--ln-space-3);
    height: 52px;
    padding: 0 var(--ln-space-4);
    border-bottom: var(--ln-hairline) solid var(--ln-border);
  }
  .ln-palette-field > .ln-icon {
    color: var(--ln-text-3);
  }
  .ln-palette-field > input {
    flex: 1;
    min-width: 0;
    border: 0;
    background: none;
    font-size: 16px;
    outline: none;
    appearance: none;
  }
  .ln-palette-field > input::-webkit-search-cancel-button {
    display: none;
  }
  .ln-palette-scopes {
    display: flex;
    gap: var(--ln-space-1);
    padding: var(--ln-space-2) var(--ln-space-3) 0;
  }
  .ln-palette-list {
    padding: var(--ln-space-1) var(--ln-space-2) var(--ln-space-2);
  }
  .ln-palette-list .ln-section-head {
    padding: 0 var(--ln-space-2);
  }
  .ln-palette-list .ln-row {
    min-height: 40px;
  }
  .ln-palette-list .ln-row .ln-avatar,
  .ln-palette-list .ln-row > .ln-icon {
    width: 24px;
  }
  .ln-palette-foot {
    display: flex;
    gap: var(--ln-space-4);
    align-items: center;
    height: 36px;
    padding: 0 var(--ln-space-4);
    border-top: var(--ln-hairline) solid var(--ln-border);
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .ln-palette-foot > span {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  mark {
    background: none;
    color: var(--ln-accent-text);
    font-weight: var(--ln-weight-strong);
  }
  .ln-palette {
    padding: 0;
  }
  .ln-palette-list {
    max-height: min(480px, calc(100dvh - 240px));
    overflow: hidden auto;
  }
  .ln-palette-list .ln-row[aria-selected='true'] {
    background: var(--ln-selected);
  }
  .ln-palette-list .ln-row > .ln-icon {
    width: 16px;
    margin-inline: 4px;
  }

  @media (max-width: 719px) {
    dialog.ln-palette {
      width: 100%;
      max-width: none;
      height: 100dvh;
      max-height: none;
      margin: 0;
      border-radius: 0;
    }
    .ln-palette-list {
      max-height: calc(100dvh - 56px);
    }
    .ln-palette-foot {
      display: none;
    }
  }
`
