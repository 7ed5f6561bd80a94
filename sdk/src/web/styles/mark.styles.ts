import { css } from 'lit'

/** Small marks: `ln-count`, `ln-badge`, `ln-chip`, `ln-status`, `ln-priority`, `ln-at`. */
export const markStyles = css`
  /* ── Badge, count, chip, pill, priority ── */
  .ln-count {
    display: inline-flex;
    flex: none;
    align-items: center;
    justify-content: center;
    min-width: 16px;
    height: 16px;
    padding: 0 5px;
    border-radius: var(--ln-radius-full);
    background: var(--ln-accent-fill);
    color: var(--ln-on-accent);
    font: var(--ln-text-count);
    font-variant-numeric: tabular-nums;
  }
  .ln-count.is-muted {
    background: var(--ln-active);
    color: var(--ln-text-2);
  }
  .ln-count.is-mention {
    padding: 0;
    width: 16px;
    background: transparent;
    color: var(--ln-accent-text);
  }
  .ln-dot {
    flex: none;
    width: 8px;
    height: 8px;
    border-radius: var(--ln-radius-full);
    background: var(--ln-accent);
  }

  .ln-badge {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 2px;
    height: 16px;
    padding: 0 var(--ln-space-1);
    border-radius: var(--ln-radius-s);
    background: var(--ln-info-subtle);
    color: var(--ln-info-text);
    font: var(--ln-text-small);
    white-space: nowrap;
  }
  .ln-badge.is-external {
    background: var(--ln-external-subtle);
    color: var(--ln-external-text);
    box-shadow: inset 0 0 0 1px var(--ln-external-border);
  }
  .ln-badge.is-team {
    background: transparent;
    color: var(--ln-text-2);
    box-shadow: inset 0 0 0 1px var(--ln-border-strong);
  }
  .ln-badge.is-accent {
    background: var(--ln-accent-subtle);
    color: var(--ln-accent-text);
  }
  .ln-badge.is-success {
    background: var(--ln-success-subtle);
    color: var(--ln-success-text);
  }
  .ln-badge.is-warning {
    background: var(--ln-warning-subtle);
    color: var(--ln-warning-text);
  }
  .ln-badge.is-danger {
    background: var(--ln-danger-subtle);
    color: var(--ln-danger-text);
  }
  .ln-badge > .ln-icon {
    width: 12px;
    height: 12px;
    stroke-width: 2.25;
  }

  .ln-chip {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 6px;
    height: var(--ln-control-s);
    padding: 0 var(--ln-space-2);
    border: var(--ln-hairline) solid var(--ln-border-strong);
    border-radius: var(--ln-radius-s);
    background: var(--ln-surface);
    color: var(--ln-text-2);
    font: var(--ln-text-small);
    white-space: nowrap;
  }
  button.ln-chip:hover,
  a.ln-chip:hover {
    background: var(--ln-hover);
    color: var(--ln-text);
    text-decoration: none;
  }
  .ln-chip > b {
    color: var(--ln-text);
    font-weight: 400;
  }
  .ln-chip > .ln-icon {
    width: 12px;
    height: 12px;
    stroke-width: 2;
  }
  .ln-chip[aria-pressed='true'] {
    border-color: var(--ln-accent-border);
    background: var(--ln-accent-subtle);
    color: var(--ln-accent-text);
  }
  .ln-chip.is-dashed {
    border-style: dashed;
  }
  .ln-tag {
    color: var(--ln-text-3);
    font: var(--ln-text-small);
    white-space: nowrap;
  }

  .ln-status {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: var(--ln-space-1);
    height: 20px;
    padding: 0 6px 0 4px;
    border-radius: var(--ln-radius-s);
    background: var(--ln-info-subtle);
    color: var(--ln-text-2);
    font: var(--ln-text-small);
    white-space: nowrap;
  }
  .ln-status > .ln-icon {
    color: var(--ln-text-3);
  }
  .ln-status[data-status='doing'] {
    background: var(--ln-accent-subtle);
    color: var(--ln-accent-text);
  }
  .ln-status[data-status='done'] {
    background: var(--ln-success-subtle);
    color: var(--ln-success-text);
  }
  .ln-status[data-status='late'] {
    background: var(--ln-danger-subtle);
    color: var(--ln-danger-text);
  }
  .ln-status[data-status='doing'] > .ln-icon,
  .ln-status[data-status='done'] > .ln-icon,
  .ln-status[data-status='late'] > .ln-icon {
    color: inherit;
  }
  .ln-status.is-plain {
    padding: 0;
    background: none;
  }
  .ln-status.is-plain[data-status='doing'],
  .ln-status.is-plain[data-status='done'] {
    color: var(--ln-text-2);
  }
  .ln-status.is-plain[data-status='doing'] > .ln-icon {
    color: var(--ln-accent);
  }
  .ln-status.is-plain[data-status='done'] > .ln-icon {
    color: var(--ln-success);
  }
  button.ln-status:hover {
    box-shadow: inset 0 0 0 1px var(--ln-border-strong);
  }

  .ln-priority {
    display: inline-flex;
    flex: none;
    align-items: flex-end;
    justify-content: center;
    gap: 2px;
    width: 16px;
    height: 12px;
  }
  .ln-priority > i {
    width: 3px;
    border-radius: 1px;
    background: var(--ln-priority-off);
  }
  .ln-priority > i:nth-child(1) {
    height: 4px;
  }
  .ln-priority > i:nth-child(2) {
    height: 8px;
  }
  .ln-priority > i:nth-child(3) {
    height: 12px;
  }
  .ln-priority[data-level='high'] > i,
  .ln-priority[data-level='medium'] > i:nth-child(-n + 2),
  .ln-priority[data-level='low'] > i:nth-child(1) {
    background: var(--ln-priority-high);
  }
  .ln-priority[data-level='urgent'] {
    align-items: center;
    width: 16px;
    height: 16px;
    border-radius: 3px;
    background: var(--ln-priority-urgent);
    color: var(--ln-surface);
    font: 700 12px/16px var(--ln-font);
  }

  /* A person named in a text: the sign stays with the name. */
  .ln-at {
    display: inline;
    border-radius: 3px;
    color: var(--ln-accent-text);
    text-autospace: no-autospace;
  }
  .ln-at.is-me {
    margin-inline: -2px;
    padding: 0 2px;
    background: var(--ln-accent-subtle);
    font-weight: var(--ln-weight-strong);
  }
`
