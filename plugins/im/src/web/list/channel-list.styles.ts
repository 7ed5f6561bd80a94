import { css } from 'lit'

export const styles = css`
  .im-filters {
    display: flex;
    flex: none;
    gap: var(--ln-space-1);
    padding: var(--ln-space-2) var(--ln-space-3);
  }
  .im-filter {
    display: inline-flex;
    align-items: center;
    gap: var(--ln-space-1);
    height: 24px;
    padding: 0 var(--ln-space-2);
    border-radius: var(--ln-radius-s);
    color: var(--ln-text-2);
    font: var(--ln-text-small);
    text-autospace: no-autospace;
    white-space: nowrap;
  }
  .im-filter:hover {
    background: var(--ln-hover);
    color: var(--ln-text);
  }
  .im-filter[aria-pressed='true'] {
    background: var(--ln-active);
    color: var(--ln-text);
    font-weight: var(--ln-weight-strong);
  }
  .im-list {
    padding: 0 var(--ln-space-2) var(--ln-space-4);
  }
  .im-list .ln-section-head {
    padding-inline: var(--ln-space-1) var(--ln-space-1);
    border-radius: var(--ln-radius-s);
  }
  .im-list section + section .ln-section-head {
    margin-top: var(--ln-space-1);
  }
  .im-fold {
    display: flex;
    flex: 1;
    align-items: center;
    gap: var(--ln-space-1);
    height: 100%;
    color: inherit;
    font: inherit;
  }
  .im-fold[aria-expanded='false'] > .ln-icon {
    rotate: -90deg;
  }
  .im-convo {
    display: grid;
    grid-template-columns: 32px minmax(0, 1fr);
    gap: 0 10px;
    align-items: center;
    height: var(--ln-row-l);
    padding: 0 var(--ln-space-2);
    border-radius: var(--ln-radius);
    color: var(--ln-text);
  }
  .im-convo:hover {
    background: var(--ln-hover);
    text-decoration: none;
  }
  .im-convo[aria-current] {
    background: var(--ln-selected);
    --ln-ground: var(--ln-selected);
  }
  .im-convo-line {
    display: flex;
    align-items: center;
    gap: var(--ln-space-1);
    min-width: 0;
  }
  .im-convo-name {
    min-width: 0;
    overflow: hidden;
    color: var(--ln-text);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .im-convo.is-unread .im-convo-name {
    font-weight: var(--ln-weight-strong);
  }
  .im-convo.is-muted .im-convo-name {
    color: var(--ln-text-2);
    font-weight: 400;
  }
  .im-convo-line > time {
    margin-inline-start: auto;
    padding-inline-start: var(--ln-space-1);
    color: var(--ln-text-3);
    font: var(--ln-text-small);
    text-transform: capitalize;
    white-space: nowrap;
  }
  .im-convo-line > .ln-icon {
    color: var(--ln-text-3);
  }
  .im-convo-last {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
    line-height: 18px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .im-convo-last > em {
    color: var(--ln-accent-text);
    font-style: normal;
  }

  @media (max-width: 719px) {
    .ln-list {
      flex: 1;
      width: 100%;
      border: 0;
    }
    .im-filters {
      overflow: auto hidden;
      scrollbar-width: none;
    }
    .im-filter {
      height: 32px;
      padding: 0 var(--ln-space-3);
    }
    .im-convo {
      grid-template-columns: 36px minmax(0, 1fr);
      height: 60px;
      gap: 0 var(--ln-space-3);
    }
  }
`
