import { css } from 'lit'

/**
 * Panes of a page: list · content · detail. The page is `ln-panes` and names the pane a phone shows by `data-pane`; a page that
 * is deep in something (a conversation, one task) sets `data-deep` on its own element, and the phone's bottom bar leaves.
 */
export const paneStyles = css`
  .ln-panes {
    position: relative;
    display: flex;
    flex: 1;
    min-width: 0;
    min-height: 0;
    height: 100%;
  }
  .ln-list,
  .ln-content,
  .ln-detail {
    position: relative;
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }
  .ln-list {
    flex: none;
    width: var(--ln-list);
    border-inline-end: var(--ln-hairline) solid var(--ln-border);
    background: var(--ln-surface-list);
    --ln-ground: var(--ln-surface-list);
  }
  .ln-content {
    flex: 1;
    background: var(--ln-surface);
    --ln-ground: var(--ln-surface);
  }
  .ln-detail {
    flex: none;
    width: var(--ln-detail);
    border-inline-start: var(--ln-hairline) solid var(--ln-border);
    background: var(--ln-surface);
    --ln-ground: var(--ln-surface);
  }

  .ln-head {
    display: flex;
    flex: none;
    align-items: center;
    gap: var(--ln-space-2);
    height: var(--ln-head);
    padding-inline: var(--ln-space-4) var(--ln-space-2);
    border-bottom: var(--ln-hairline) solid var(--ln-border);
  }
  .ln-content > .ln-head {
    padding-inline: var(--ln-space-5) var(--ln-space-3);
  }
  .ln-head > h1,
  .ln-head > h2 {
    min-width: 0;
    overflow: hidden;
    font: var(--ln-text-head);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .ln-head > h2 {
    font: var(--ln-text-head-s);
  }
  .ln-head-end {
    display: flex;
    flex: none;
    align-items: center;
    gap: var(--ln-space-1);
    margin-inline-start: auto;
  }
  .ln-head-end > .ln-button.is-quiet.is-icon + .ln-button:not(.is-quiet) {
    margin-inline-start: var(--ln-space-1);
  }
  .ln-subhead {
    display: flex;
    flex: none;
    align-items: center;
    gap: var(--ln-space-2);
    height: var(--ln-subhead);
    padding-inline: var(--ln-space-5);
    border-bottom: var(--ln-hairline) solid var(--ln-border);
  }
  .ln-subhead.ln-tabs {
    gap: var(--ln-space-5);
  }
  .ln-scroll {
    flex: 1;
    min-height: 0;
    overflow: hidden auto;
    overscroll-behavior: contain;
  }

  .ln-block {
    padding: var(--ln-space-4);
  }
  .ln-block + .ln-block {
    border-top: var(--ln-hairline) solid var(--ln-border);
  }
  .ln-block-head {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 24px;
    margin-bottom: var(--ln-space-2);
  }
  .ln-block-head > h3 {
    font: var(--ln-text-head-s);
  }
  .ln-block-head > small {
    color: var(--ln-text-3);
    font: var(--ln-text-small);
    font-variant-numeric: tabular-nums;
  }
  .ln-block-head > :nth-child(3),
  .ln-block-head > h3 + .ln-button,
  .ln-block-head > h3 + .ln-link-button {
    margin-inline-start: auto;
  }
  .ln-block > ul {
    margin-inline: calc(-1 * var(--ln-space-2));
  }

  .ln-phone {
    display: none;
  }

  @media (min-width: 720px) and (max-width: 1199px) {
    .ln-detail {
      position: absolute;
      inset: 0 0 0 auto;
      z-index: var(--ln-z-bar);
      background: var(--ln-surface-raised);
      box-shadow: var(--ln-shadow-popover);
    }
  }

  @media (max-width: 719px) {
    .ln-desk {
      display: none !important;
    }
    .ln-phone {
      display: inline-flex;
    }
    .ln-panes > .ln-list,
    .ln-panes > .ln-content,
    .ln-panes > .ln-detail {
      display: none;
      flex: 1;
      width: 100%;
      border: 0;
    }
    .ln-panes[data-pane='list'] > .ln-list,
    .ln-panes[data-pane='content'] > .ln-content,
    .ln-panes[data-pane='detail'] > .ln-detail {
      display: flex;
    }
    .ln-head,
    .ln-content > .ln-head {
      height: 52px;
      padding-inline: var(--ln-space-1);
    }
    .ln-head:not(:has(> .ln-back)) {
      padding-inline-start: var(--ln-space-4) !important;
    }
    .ln-list > .ln-head > h1,
    .ln-head.is-top > h1 {
      font: var(--ln-text-head-l);
    }
    .ln-head-end:has(> :is(.ln-segmented, .ln-button:not(.is-icon)):last-child) {
      margin-inline-end: var(--ln-space-2);
    }
    .ln-head .ln-button.is-icon {
      width: var(--ln-target);
      height: var(--ln-target);
    }
    .ln-head .ln-button.is-icon .ln-icon {
      width: var(--ln-icon-l);
      height: var(--ln-icon-l);
      stroke-width: 1.625;
    }
    .ln-head-end {
      gap: 0;
    }
    .ln-subhead {
      height: var(--ln-target);
      padding-inline: var(--ln-space-4);
      overflow: auto hidden;
      scrollbar-width: none;
    }
    /* The bar scrolls sideways, and what hangs over its edge would be cut. */
    .ln-subhead.ln-tabs > [aria-selected='true']::after,
    .ln-subhead.ln-tabs > [aria-current]::after {
      inset: auto 0 0;
    }
  }
`
