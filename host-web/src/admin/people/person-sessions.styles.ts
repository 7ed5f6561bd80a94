import { css } from 'lit'

export const styles = css`
  :host {
    display: grid;
    justify-items: start;
    align-content: start;
    gap: var(--ln-space-5);
  }
  :host > :is(section, .waiting) {
    width: 100%;
    min-width: 0;
  }
  h3 {
    display: flex;
    align-items: baseline;
    gap: 6px;
    margin-bottom: var(--ln-space-1);
    font: var(--ln-text-head-s);
  }
  h3 > small,
  section > p {
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  li {
    display: flex;
    align-items: center;
    gap: var(--ln-space-3);
    min-height: var(--ln-row-l);
    padding-block: var(--ln-space-2);
    border-bottom: var(--ln-hairline) solid var(--ln-border);
  }
  li > .ln-icon {
    flex: none;
    color: var(--ln-text-3);
  }
  .ln-row-sub {
    white-space: normal;
  }
`
