import { css } from 'lit'

export const styles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  @media (min-width: 720px) {
    .ln-head {
      padding-inline: var(--ln-space-5) var(--ln-space-3);
    }
  }
  .matrix-legend {
    display: flex;
    align-items: center;
    gap: var(--ln-space-1);
    margin-inline-start: auto;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .matrix-legend > .matrix-scope {
    width: auto;
    min-width: 36px;
    height: 20px;
    padding: 0 6px;
  }
  .matrix-waiting,
  .matrix-none {
    flex: 1;
    padding: var(--ln-space-4) var(--ln-space-5);
  }
  .faults {
    display: grid;
    gap: var(--ln-space-1);
    max-height: 320px;
    overflow: auto;
  }
  .faults > li {
    color: var(--ln-danger-text);
    font-variant-numeric: tabular-nums;
  }
  input[type='file'] {
    display: none;
  }

  @media (max-width: 1199px) {
    .matrix-legend {
      display: none;
    }
  }
`
