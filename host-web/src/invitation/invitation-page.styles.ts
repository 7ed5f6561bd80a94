import { css } from 'lit'

/** What is asked on the left, what follows from it on the right; below it on small screens. */
export const styles = css`
  .entry {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 440px;
    min-height: 100dvh;
    background: var(--ln-surface);
  }
  .entry.is-alone {
    grid-template-columns: minmax(0, 1fr);
  }
  .entry-main {
    display: flex;
    flex-direction: column;
    padding: var(--ln-space-8) var(--ln-space-8) var(--ln-space-6);
  }
  .entry-body {
    display: grid;
    gap: var(--ln-space-4);
    width: 440px;
    max-width: 100%;
    margin: auto;
    padding-block: var(--ln-space-6);
  }
  .entry-body h1 {
    font: var(--ln-text-head-l);
    text-wrap: pretty;
  }
  .entry-body h1 + p {
    margin-top: var(--ln-space-2);
    color: var(--ln-text-2);
  }
  .entry-from {
    display: flex;
    align-items: center;
    gap: 10px;
    margin-bottom: var(--ln-space-4);
  }
  .entry-from b {
    font-weight: var(--ln-weight-strong);
  }
  .entry-from small {
    display: block;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .entry-jump {
    display: none;
    align-items: center;
    min-height: var(--ln-target);
    margin-top: var(--ln-space-3);
    padding: 0 var(--ln-space-3);
    border: var(--ln-hairline) solid var(--ln-external-border);
    border-radius: var(--ln-radius);
    background: var(--ln-external-wash);
    color: var(--ln-external-text);
  }
  .entry-two {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: var(--ln-space-3);
  }
  .entry-two > :only-child {
    grid-column: 1 / -1;
  }
  .entry-agree {
    align-items: flex-start;
    color: var(--ln-text-2);
  }
  .entry-agree > input {
    margin-top: 2px;
  }
  .entry-notice > summary {
    width: fit-content;
    color: var(--ln-text-2);
    cursor: pointer;
  }
  .entry-notice > p {
    margin-top: var(--ln-space-2);
    color: var(--ln-text-2);
    white-space: pre-line;
  }
  .entry-hint {
    color: var(--ln-text-3);
    font: var(--ln-text-small);
    text-align: center;
  }
  .entry-side {
    display: flex;
    flex-direction: column;
    justify-content: center;
    gap: var(--ln-space-4);
    padding: var(--ln-space-10) var(--ln-space-8);
    border-inline-start: var(--ln-hairline) solid var(--ln-external-border);
    background: var(--ln-external-wash);
    --ln-ground: var(--ln-external-wash);
  }
  .entry-side > header {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
    color: var(--ln-external-text);
    font: var(--ln-text-small);
  }
  .entry-side > h2 {
    font: var(--ln-text-head);
  }
  .entry-side h3 {
    display: flex;
    align-items: center;
    gap: 6px;
    margin-bottom: var(--ln-space-1);
    color: var(--ln-text-2);
    font: var(--ln-text-small);
  }
  .entry-people {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
  }
  .entry-side .is-hidden {
    padding: var(--ln-space-3);
    border: var(--ln-hairline) dashed var(--ln-border-control);
    border-radius: var(--ln-radius);
    background: var(--ln-surface);
    color: var(--ln-text-2);
  }
  .entry-contact {
    display: flex;
    align-items: center;
    gap: 6px;
    color: var(--ln-text-2);
    font: var(--ln-text-small);
  }

  @media (max-width: 1079px) {
    .entry {
      grid-template-columns: minmax(0, 1fr);
    }
    .entry-jump {
      display: flex;
    }
    .entry-side {
      border: 0;
      border-top: var(--ln-hairline) solid var(--ln-external-border);
    }
  }
  @media (max-width: 719px) {
    .entry-main {
      padding: var(--ln-space-5) var(--ln-space-5) var(--ln-space-4);
    }
    .entry-side {
      padding: var(--ln-space-6) var(--ln-space-5);
    }
    .entry .ln-button.is-large {
      height: 48px;
    }
  }
`
