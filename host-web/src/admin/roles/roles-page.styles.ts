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
  .roles-table tr {
    position: relative;
  }
  .roles-table :is(th, td):nth-child(1) {
    width: 200px;
  }
  .roles-table :is(th, td):nth-child(3) {
    width: 72px;
  }
  .roles-table :is(th, td):nth-child(4) {
    width: 88px;
  }
  .roles-table a {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
    color: inherit;
  }
  .roles-table a::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .waiting {
    padding: var(--ln-space-4) var(--ln-space-5);
  }

  @media (max-width: 719px) {
    .roles-table :is(th, td):nth-child(1) {
      width: auto;
    }
    .roles-table :is(th, td):nth-child(2) {
      display: none;
    }
  }
`
