import { css } from 'lit'

export const styles = css`
  :host {
    display: block;
    flex: none;
  }
  .ln-banner {
    flex-wrap: wrap;
    gap: var(--ln-space-1) var(--ln-space-2);
    background: var(--ln-warning-subtle);
    box-shadow: inset 0 -1px 0 var(--ln-warning-border, var(--ln-border));
  }
  .ln-banner > .ln-icon {
    color: var(--ln-warning);
  }
  .ln-person {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-width: 0;
  }
  .left {
    color: var(--ln-text-2);
    font: var(--ln-text-small);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  @media (max-width: 719px) {
    .ln-button {
      min-height: var(--ln-target);
    }
  }
`
