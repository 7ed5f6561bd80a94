import { css } from 'lit'

export const styles = css`
  :host {
    display: block;
  }
  .ln-number {
    overflow-wrap: anywhere;
  }
  .ask {
    display: grid;
    gap: var(--ln-space-1);
    margin-top: var(--ln-space-2);
    padding: var(--ln-space-3);
    border-radius: var(--ln-radius);
    background: var(--ln-surface-sunken);
  }
  .line {
    display: flex;
    gap: var(--ln-space-2);
  }
  .line > .ln-input {
    flex: 1;
    min-width: 0;
  }

  @media (max-width: 719px) {
    .ln-button.is-icon {
      width: var(--ln-target);
      height: var(--ln-target);
    }
  }
`
