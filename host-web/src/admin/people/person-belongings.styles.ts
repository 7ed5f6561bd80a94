import { css } from 'lit'

export const styles = css`
  :host {
    display: grid;
    align-content: start;
    gap: var(--ln-space-4);
  }
  p {
    color: var(--ln-text-2);
  }
  dl {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: var(--ln-space-3);
  }
  dl > div {
    display: grid;
  }
  dd {
    font: var(--ln-text-head-l);
    font-variant-numeric: tabular-nums;
  }
  dt {
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  section {
    display: grid;
    justify-items: start;
    gap: var(--ln-space-3);
    padding-top: var(--ln-space-4);
    border-top: var(--ln-hairline) solid var(--ln-border);
  }
  section > :is(ln-person-search, .successor) {
    width: 100%;
  }
  h3 {
    font: var(--ln-text-head-s);
  }
  .successor {
    display: flex;
    align-items: center;
    gap: var(--ln-space-3);
  }
  ln-dialog > p + p {
    margin-top: var(--ln-space-2);
  }
`
