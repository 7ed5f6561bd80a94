import { css } from 'lit'

/** Everything but its subject lies under the scrim. */
export const styles = css`
  dialog {
    position: fixed;
    inset: 0;
    width: 100%;
    max-width: none;
    height: 100%;
    max-height: none;
    margin: 0;
    padding: 0;
    border: 0;
    background: transparent;
    overflow: hidden;
  }
  dialog::backdrop {
    background: transparent;
  }
  .hole {
    position: fixed;
    border-radius: calc(var(--ln-radius-l) + 4px);
    outline: 2px solid var(--ln-accent);
    box-shadow: 0 0 0 9999px var(--ln-scrim);
    pointer-events: none;
  }
  .hole.is-nowhere {
    outline: none;
  }
  .card {
    position: fixed;
    width: 400px;
    max-width: calc(100vw - 32px);
    padding: var(--ln-space-4) var(--ln-space-5);
    border-radius: var(--ln-radius-l);
    background: var(--ln-surface-raised);
    color: var(--ln-text);
    box-shadow: var(--ln-shadow-dialog);
  }
  .top {
    display: flex;
    align-items: center;
    justify-content: space-between;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  h2 {
    margin-top: var(--ln-space-2);
    font: var(--ln-text-head);
  }
  p {
    margin-top: var(--ln-space-1);
    color: var(--ln-text-2);
    font: var(--ln-text-reading);
  }
  .foot {
    display: flex;
    justify-content: space-between;
    gap: var(--ln-space-2);
    margin: var(--ln-space-4) calc(-1 * var(--ln-space-1)) 0 calc(-1 * var(--ln-space-3));
  }
  .foot > .is-primary {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .dots {
    display: flex;
    gap: 6px;
  }
  .dots > li {
    width: 6px;
    height: 6px;
    border-radius: var(--ln-radius-full);
    background: var(--ln-border-strong);
  }
  .dots > li[aria-current] {
    width: 16px;
    background: var(--ln-accent);
  }

  @media (max-width: 719px) {
    .card {
      inset: auto 0 64px !important;
      width: auto;
      max-width: none;
      margin: 0 var(--ln-space-3);
    }
    .foot > .ln-button {
      height: var(--ln-target);
    }
  }
`
