import { css } from 'lit'

export const styles = css`
  :host {
    display: block;
    flex: none;
    border-top: var(--ln-hairline) solid var(--ln-border-strong);
    background: var(--ln-surface);
  }
  header {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
    min-height: 48px;
    padding-inline: var(--ln-space-5) var(--ln-space-3);
  }
  header > h2 {
    font: var(--ln-text-head-s);
    white-space: nowrap;
  }
  header > .ln-icon {
    color: var(--ln-warning);
  }
  header > p {
    min-width: 0;
    overflow: hidden;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  header > div {
    display: flex;
    flex: none;
    gap: var(--ln-space-2);
    margin-inline-start: auto;
  }
  .changes {
    max-height: 148px;
    padding: 0 var(--ln-space-3) var(--ln-space-2);
    overflow: hidden auto;
  }
  .change {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 176px minmax(0, 208px) minmax(0, 208px) 28px;
    align-items: center;
    gap: var(--ln-space-3);
    min-height: var(--ln-row);
    padding-inline-start: var(--ln-space-2);
    border-radius: var(--ln-radius);
  }
  .change:hover {
    background: var(--ln-hover);
  }
  .change > * {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .change > p > small {
    margin-inline-start: var(--ln-space-1);
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .arrow {
    display: flex;
    align-items: center;
    gap: var(--ln-space-1);
    color: var(--ln-text-3);
  }
  .arrow > .matrix-scope {
    width: 76px;
    height: 22px;
  }
  .who {
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .who.is-gain > b {
    color: var(--ln-success-text);
    font-weight: 400;
  }
  .who.is-loss > b {
    color: var(--ln-danger-text);
    font-weight: 400;
  }
  ln-problem {
    display: block;
    padding: 0 var(--ln-space-5) var(--ln-space-2);
  }
  .people > li {
    padding-block: var(--ln-space-2);
    border-bottom: var(--ln-hairline) solid var(--ln-border);
  }
  .people > li > p {
    color: var(--ln-text-2);
    font: var(--ln-text-small);
  }

  @media (max-width: 719px) {
    header {
      flex-wrap: wrap;
      padding-inline: var(--ln-space-4) var(--ln-space-2);
    }
    header > p {
      display: none;
    }
    .change {
      grid-template-columns: minmax(0, 1fr) 28px;
      padding-block: var(--ln-space-1);
    }
    .change > .who,
    .change > .arrow {
      grid-column: 1;
    }
    .change > .ln-button {
      grid-area: 1 / 2;
    }
  }
`
