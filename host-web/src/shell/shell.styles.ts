import { css } from 'lit'

/** The frame: rail, top bar, body. On a phone one pane at a time above a bottom bar, which leaves when a page is deep in something. */
export const styles = css`
  .ln-shell {
    display: grid;
    grid-template: 'rail top' var(--ln-topbar) 'rail body' minmax(0, 1fr) / var(--ln-rail) minmax(0, 1fr);
    height: 100dvh;
    background: var(--ln-surface-chrome);
    overflow: hidden;
  }
  .ln-skip-links {
    position: absolute;
    inset: 0 auto auto 0;
    z-index: var(--ln-z-tooltip);
    width: max-content;
    height: 0;
  }
  .ln-skip {
    position: absolute;
    inset: 8px auto auto 8px;
    width: max-content;
    z-index: var(--ln-z-tooltip);
    padding: 8px 12px;
    border-radius: var(--ln-radius);
    background: var(--ln-surface-raised);
    box-shadow: var(--ln-shadow-popover);
    translate: 0 -64px;
  }
  .ln-skip:focus {
    translate: 0;
  }
  .ln-body {
    grid-area: body;
    position: relative;
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    border: solid var(--ln-border);
    border-width: 1px 0 0 1px;
    border-start-start-radius: var(--ln-radius-l);
    background: var(--ln-surface);
    overflow: hidden;
    --ln-ground: var(--ln-surface);
  }
  .ln-body:focus {
    outline: none;
  }
  .ln-body > * {
    flex: 1;
    min-height: 0;
  }
  .ln-body > ln-view-banner,
  .ln-body > .ln-banner {
    flex: none;
  }
  .ln-fallback {
    display: grid;
    place-items: center;
  }

  @media (max-width: 719px) {
    .ln-shell {
      grid-template: 'body' minmax(0, 1fr) 'bottom' auto / minmax(0, 1fr);
      background: var(--ln-surface);
    }
    .ln-body {
      border: 0;
      border-radius: 0;
    }
    .ln-shell:has(.ln-body > [data-deep]) > ln-bottom-bar {
      display: none;
    }
  }
`
