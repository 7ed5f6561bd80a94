import { css } from 'lit'

export const styles = css`
  :host {
    display: flex;
    flex: 1;
    min-height: 0;
  }
  .ln-panes > .ln-content {
    min-width: 0;
  }
  .people-table tr {
    position: relative;
  }
  .people-table a {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
    color: inherit;
  }
  .people-table a::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .people-table td {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .people-waiting {
    padding: var(--ln-space-4) var(--ln-space-5);
  }
  .people-state.is-off {
    color: var(--ln-text-3);
  }

  @media (max-width: 719px) {
    .people-table :is(th, td):nth-child(3) {
      display: none;
    }
  }
`
