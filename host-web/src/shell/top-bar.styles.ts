import { css } from 'lit'

export const styles = css`
  :host {
    grid-area: top;
  }
  header {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(240px, 440px) minmax(0, 1fr);
    align-items: center;
    gap: var(--ln-space-4);
    height: var(--ln-topbar);
    padding-inline: var(--ln-space-1) var(--ln-space-3);
  }
  .ln-where {
    display: flex;
    align-items: center;
    gap: 6px;
    min-width: 0;
    padding-inline-start: var(--ln-space-3);
    color: var(--ln-text-3);
    white-space: nowrap;
  }
  .ln-where > strong {
    overflow: hidden;
    color: var(--ln-text);
    font-weight: var(--ln-weight-strong);
    text-overflow: ellipsis;
  }
  .ln-where > .ln-sep {
    flex: none;
  }
  .ln-search {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
    height: var(--ln-control);
    padding: 0 7px 0 10px;
    border: var(--ln-hairline) solid var(--ln-border-strong);
    border-radius: var(--ln-radius);
    background: var(--ln-surface);
    color: var(--ln-text-3);
    cursor: text;
  }
  .ln-search:hover {
    border-color: var(--ln-border-control);
  }
  .ln-search > span {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .ln-topbar-end {
    display: flex;
    align-items: center;
    justify-content: flex-end;
    gap: var(--ln-space-1);
  }

  @media (max-width: 999px) {
    header {
      grid-template-columns: minmax(0, 1fr) minmax(140px, 280px) auto;
    }
  }
  @media (max-width: 719px) {
    :host {
      display: none;
    }
  }
`
