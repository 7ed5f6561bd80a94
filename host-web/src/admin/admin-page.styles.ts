import { css } from 'lit'

export const styles = css`
  :host {
    display: flex;
    height: 100%;
    min-width: 0;
  }
  .admin-nav {
    padding: var(--ln-space-2) var(--ln-space-2) var(--ln-space-4);
  }
  .admin-nav .ln-row {
    min-height: var(--ln-row-s);
  }
  .admin-nav .ln-row[aria-current] {
    font-weight: var(--ln-weight-strong);
  }
  .admin-place {
    display: contents;
  }

  @media (max-width: 719px) {
    .admin-nav .ln-row {
      min-height: var(--ln-target);
    }
  }
`
