import { css } from 'lit'

export const styles = css`
  .im-about {
    flex: 1 1000 0;
    min-width: 0;
    overflow: hidden;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .im-title {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
    min-width: 0;
  }
  .im-title > h1 {
    overflow: hidden;
    font: var(--ln-text-head);
    text-overflow: ellipsis;
    white-space: nowrap;
    outline: none;
  }
  .im-people {
    gap: var(--ln-space-1);
  }
  .im-people > .ln-number {
    font: var(--ln-text-small);
    font-variant-numeric: tabular-nums;
  }
  .is-external > .ln-head {
    border-bottom-color: var(--ln-external-border);
    background: var(--ln-external-subtle);
    --ln-ground: var(--ln-external-subtle);
  }
  .is-external > .ln-head .im-about {
    color: var(--ln-external-text);
  }
  ln-im-message-log {
    min-height: 0;
  }
  .im-gone {
    display: grid;
    place-content: center;
    flex: 1;
  }

  @media (max-width: 719px) {
    .ln-content {
      flex: 1;
      width: 100%;
      border: 0;
    }
    .im-about {
      display: none;
    }
  }
`
