import { css } from 'lit'

export const styles = css`
  :host {
    display: block;
    position: relative;
  }
  .found {
    position: absolute;
    inset: calc(100% + var(--ln-space-1)) 0 auto;
    z-index: var(--ln-z-bar);
    max-height: 296px;
    padding: var(--ln-space-1);
    border-radius: 8px;
    background: var(--ln-surface-raised);
    box-shadow: var(--ln-shadow-popover);
    overflow: hidden auto;
    --ln-ground: var(--ln-surface-raised);
  }
  .found > [aria-selected='true'] {
    background: var(--ln-hover);
  }
  .found > [role='option'] {
    cursor: default;
  }
  .found > p {
    padding: var(--ln-space-2);
    color: var(--ln-text-3);
  }

  @media (max-width: 719px) {
    .found > [role='option'] {
      min-height: var(--ln-target);
    }
  }
`
