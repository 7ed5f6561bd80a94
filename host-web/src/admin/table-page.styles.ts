import { css } from 'lit'

/** A page of the administration that is a table of things with one of them beside it. */
export const tablePageStyles = css`
  :host {
    display: flex;
    flex: 1;
    min-height: 0;
  }
  .ln-panes > .ln-content {
    min-width: 0;
  }
  .table-page tr {
    position: relative;
  }
  .table-page a {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
    min-width: 0;
    color: inherit;
  }
  .table-page a::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .table-page :is(th, td):first-child {
    width: 36%;
  }
  .table-waiting {
    padding: var(--ln-space-4) var(--ln-space-5);
  }

  @media (max-width: 719px) {
    .table-page :is(th, td):first-child {
      width: 62%;
    }
    .table-page :is(th, td):nth-child(n + 3):not(:last-child) {
      display: none;
    }
  }
`
