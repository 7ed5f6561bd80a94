import { css } from 'lit'

export const styles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .is-fact {
    color: var(--ln-text-2);
    font-variant-numeric: tabular-nums;
  }
  .invitations-waiting {
    padding: var(--ln-space-5);
  }
  .invitations-more {
    margin: var(--ln-space-3) var(--ln-space-5);
  }
  .ln-table .is-act {
    text-align: end;
  }

  @media (max-width: 719px) {
    .is-wide {
      display: none;
    }
  }
`
