import { css } from 'lit'

export const noticeStyles = css`
  .uses {
    width: 100%;
  }
  .uses :is(th, td) {
    padding: 10px var(--ln-space-3) 10px 0;
    border-bottom: var(--ln-hairline) solid var(--ln-border);
    text-align: start;
    vertical-align: top;
  }
  .uses thead th {
    padding-block: 6px;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .uses tbody th {
    width: 200px;
    font-weight: 400;
  }
  .uses td {
    color: var(--ln-text-2);
  }
  .uses td:last-child {
    width: 148px;
    padding-inline-end: 0;
    color: var(--ln-text-3);
  }
  .whole > summary {
    width: fit-content;
    color: var(--ln-accent-text);
    cursor: pointer;
  }
  .whole > p {
    margin-top: var(--ln-space-3);
    color: var(--ln-text-2);
    font: var(--ln-text-reading);
    white-space: pre-line;
  }

  @media (max-width: 719px) {
    .uses,
    .uses tbody {
      display: block;
    }
    .uses thead {
      display: none;
    }
    .uses tr {
      display: grid;
      gap: 2px;
      padding-block: 10px;
      border-bottom: var(--ln-hairline) solid var(--ln-border);
    }
    .uses tbody :is(th, td),
    .uses td:last-child {
      width: auto;
      padding: 0;
      border: 0;
    }
  }
`
