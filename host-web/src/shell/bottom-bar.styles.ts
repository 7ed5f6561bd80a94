import { css } from 'lit'

export const styles = css`
  :host {
    display: none;
  }

  @media (max-width: 719px) {
    :host {
      grid-area: bottom;
      display: block;
    }
    nav {
      display: grid;
      grid-auto-flow: column;
      grid-auto-columns: minmax(0, 1fr);
      padding-bottom: env(safe-area-inset-bottom);
      border-top: var(--ln-hairline) solid var(--ln-border);
      background: var(--ln-surface-list);
    }
    .ln-bottom-item {
      position: relative;
      display: grid;
      justify-items: center;
      align-content: center;
      gap: var(--ln-space-half);
      height: var(--ln-bottombar);
      color: var(--ln-text-2);
      font: var(--ln-text-small);
    }
    .ln-bottom-item:hover {
      text-decoration: none;
    }
    .ln-bottom-item[aria-current] {
      color: var(--ln-accent-text);
      font-weight: var(--ln-weight-strong);
    }
    .ln-bottom-item > .ln-icon {
      margin-inline: auto;
    }
    .ln-bottom-item > .ln-count {
      position: absolute;
      top: 4px;
      inset-inline-start: calc(50% + 4px);
      box-shadow: 0 0 0 2px var(--ln-surface-list);
    }
  }
`
