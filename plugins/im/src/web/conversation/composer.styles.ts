import { css } from 'lit'

export const styles = css`
  :host {
    display: block;
    flex: none;
  }
  .im-compose {
    position: relative;
    padding: var(--ln-space-2) var(--ln-space-5) var(--ln-space-1);
  }
  .im-box {
    border: var(--ln-hairline) solid var(--ln-border-control);
    border-radius: 8px;
    background: var(--ln-surface);
    overflow: hidden;
  }
  .im-box:focus-within {
    border-color: var(--ln-focus);
    box-shadow: inset 0 0 0 1px var(--ln-focus);
  }
  .im-box textarea {
    display: block;
    width: 100%;
    min-height: 42px;
    max-height: 220px;
    padding: 10px var(--ln-space-3) 0;
    border: 0;
    background: none;
    font: var(--ln-text-reading);
    resize: none;
    outline: none;
    field-sizing: content;
  }
  .im-box-tools {
    display: flex;
    align-items: center;
    gap: 2px;
    padding: var(--ln-space-1);
  }
  .im-box-tools > .ln-button.is-icon {
    width: 28px;
    height: 28px;
  }
  .im-box-tools > .ln-button.is-primary {
    height: 28px;
    margin-inline-start: auto;
    padding: 0 14px;
  }
  .im-box-tools > .im-length {
    margin-inline-start: auto;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
    font-variant-numeric: tabular-nums;
  }
  .im-box-tools > .im-length + .ln-button.is-primary {
    margin-inline-start: var(--ln-space-2);
  }
  .im-length.is-over {
    color: var(--ln-danger-text);
  }
  .im-about-this {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
    padding: var(--ln-space-1) var(--ln-space-1) var(--ln-space-1) var(--ln-space-3);
    border-bottom: var(--ln-hairline) solid var(--ln-border);
    background: var(--ln-surface-sunken);
    color: var(--ln-text-2);
    font: var(--ln-text-small);
  }
  .im-about-this > b {
    flex: none;
    font-weight: var(--ln-weight-strong);
  }
  .im-about-this > .ln-button {
    margin-inline-start: auto;
  }
  .im-foot {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
    height: 24px;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .im-foot > .im-hint {
    margin-inline-start: auto;
    white-space: nowrap;
  }
  .im-typing {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-width: 0;
  }
  .im-typing > i {
    display: inline-flex;
    flex: none;
    gap: 2px;
  }
  .im-typing > i::before,
  .im-typing > i::after,
  .im-typing > i > b {
    content: '';
    width: 4px;
    height: 4px;
    border-radius: var(--ln-radius-full);
    background: currentColor;
    animation: ln-breathe 1.2s ease-in-out infinite;
  }
  .im-typing > i > b {
    animation-delay: 0.2s;
  }
  .im-typing > i::after {
    animation-delay: 0.4s;
  }

  .is-external .im-box {
    border-color: var(--ln-external);
    background: var(--ln-external-wash);
  }
  .is-external .im-box:focus-within {
    border-color: var(--ln-external);
    box-shadow: inset 0 0 0 1px var(--ln-external);
  }
  .im-audience {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
    min-height: 32px;
    padding: var(--ln-space-1) var(--ln-space-3);
    border-bottom: var(--ln-hairline) solid var(--ln-external-border);
    background: var(--ln-external-subtle);
    color: var(--ln-external-text);
    font: var(--ln-text-small);
  }

  .im-names {
    position: absolute;
    inset: auto auto 100% var(--ln-space-5);
    width: 280px;
    max-width: calc(100% - 2 * var(--ln-space-5));
    margin-bottom: calc(-1 * var(--ln-space-1));
    padding: var(--ln-space-1);
    border-radius: 8px;
    background: var(--ln-surface-raised);
    box-shadow: var(--ln-shadow-popover);
    z-index: var(--ln-z-bar);
    --ln-ground: var(--ln-surface-raised);
  }
  .im-names > li {
    cursor: pointer;
  }
  .im-names > [aria-selected='true'] {
    background: var(--ln-selected);
    --ln-ground: var(--ln-selected);
  }

  @media (max-width: 719px) {
    .im-compose {
      padding: var(--ln-space-1) var(--ln-space-3) var(--ln-space-2);
      padding-bottom: max(var(--ln-space-2), env(safe-area-inset-bottom));
    }
    .im-box textarea {
      min-height: 44px;
      font-size: 16px;
    }
    .im-box-tools {
      gap: var(--ln-space-1);
    }
    .im-box-tools > .ln-button.is-icon {
      width: 36px;
      height: 36px;
    }
    .im-box-tools > .ln-button.is-primary {
      height: 36px;
      padding: 0 var(--ln-space-4);
    }
    .im-foot {
      height: 20px;
    }
    .im-foot:not(:has(.im-typing)) {
      display: none;
    }
    .im-hint {
      display: none;
    }
    .im-names {
      inset-inline: var(--ln-space-3);
      width: auto;
    }
    .im-names > li {
      min-height: var(--ln-target);
    }
  }
`
