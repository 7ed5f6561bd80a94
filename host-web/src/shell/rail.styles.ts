import { css } from 'lit'

export const styles = css`
  :host {
    grid-area: rail;
    min-height: 0;
  }
  nav {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 2px;
    height: 100%;
    padding-bottom: var(--ln-space-3);
    overflow: hidden auto;
    scrollbar-width: none;
    --ln-ground: var(--ln-surface-chrome);
  }
  .ln-rail-mark {
    display: grid;
    place-items: center;
    flex: none;
    width: 100%;
    height: var(--ln-topbar);
    margin-bottom: var(--ln-space-1);
  }
  .ln-rail-mark > img {
    width: 28px;
    height: 28px;
    border-radius: var(--ln-radius);
  }
  .ln-rail-item {
    position: relative;
    display: grid;
    flex: none;
    justify-items: center;
    align-content: center;
    gap: var(--ln-space-half);
    width: 56px;
    height: 52px;
    border-radius: var(--ln-radius);
    color: var(--ln-text-2);
    font: var(--ln-text-small);
  }
  .ln-rail-item > .ln-label {
    max-width: 56px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .ln-rail-item:hover {
    background: var(--ln-hover);
    color: var(--ln-text);
    text-decoration: none;
  }
  .ln-rail-item[aria-current] {
    background: var(--ln-surface);
    color: var(--ln-accent-text);
    box-shadow: 0 0 0 1px var(--ln-border);
    font-weight: var(--ln-weight-strong);
  }
  .ln-rail-item > .ln-count {
    position: absolute;
    top: 2px;
    inset-inline-start: 32px;
    box-shadow: 0 0 0 2px var(--ln-surface-chrome);
  }
  .ln-rail-item[aria-current] > .ln-count {
    box-shadow: 0 0 0 2px var(--ln-surface);
  }
  .ln-rail-item > .ln-icon {
    margin-inline: auto;
  }
  .ln-rail-me {
    flex: none;
    margin-top: var(--ln-space-2);
    border-radius: var(--ln-radius-full);
  }

  @media (max-width: 719px) {
    :host {
      display: none;
    }
  }
`
