import { css } from 'lit'

export const styles = css`
  :host {
    display: block;
  }
  .title {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
  }
  h2 {
    font: var(--ln-text-head);
  }
  .title + p {
    margin-top: var(--ln-space-1);
    color: var(--ln-text-3);
  }
  .factors {
    margin-top: var(--ln-space-3);
    border-top: var(--ln-hairline) solid var(--ln-border);
  }
  .factor {
    display: flex;
    align-items: center;
    gap: var(--ln-space-3);
    min-height: var(--ln-row-l);
    padding-block: var(--ln-space-2);
    border-bottom: var(--ln-hairline) solid var(--ln-border);
  }
  .factor.is-part {
    padding-inline-start: 32px;
  }
  .factor > .ln-icon {
    flex: none;
    color: var(--ln-text-3);
  }
  .factor strong {
    font-weight: var(--ln-weight);
  }
  .factor .ln-row-sub {
    white-space: normal;
  }
  form {
    display: grid;
    gap: var(--ln-space-4);
  }
  form > p {
    color: var(--ln-text-2);
  }
  @media (max-width: 719px) {
    .factor {
      flex-wrap: wrap;
    }
    .factor.is-part {
      padding-inline-start: 0;
    }
  }
`
