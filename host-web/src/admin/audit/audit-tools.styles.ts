import { css } from 'lit'

export const styles = css`
  :host {
    display: block;
    flex: none;
  }
  .ln-tools .day {
    width: 136px;
  }
  .ln-chip > b {
    max-width: 120px;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .who {
    width: 280px;
    padding: var(--ln-space-2);
  }
  .who .ln-input {
    width: 100%;
    height: var(--ln-control);
  }
  .who > ul {
    margin-top: var(--ln-space-1);
  }
  .who > p {
    padding: var(--ln-space-2);
    color: var(--ln-text-3);
  }

  @media (max-width: 719px) {
    .ln-tools > .ln-input-wrap {
      width: 150px;
    }
    .who .ln-row {
      min-height: var(--ln-target);
    }
  }
`
