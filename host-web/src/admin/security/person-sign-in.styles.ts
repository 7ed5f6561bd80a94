import { css } from 'lit'

export const styles = css`
  :host {
    display: block;
  }
  section {
    display: grid;
    gap: var(--ln-space-2);
  }
  h3 {
    margin: 0;
  }
  dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: var(--ln-space-1) var(--ln-space-4);
    margin: 0;
  }
  dt {
    color: var(--ln-text-3);
  }
  dd {
    margin: 0;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--ln-space-2);
  }
  .ways {
    display: grid;
    gap: var(--ln-space-3);
    margin: 0;
    padding: 0;
    border: 0;
  }
  .ways > .ln-check {
    align-items: start;
  }
  .ways input {
    margin-top: 2px;
  }
  small {
    display: block;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
`
