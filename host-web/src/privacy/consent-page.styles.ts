import { css } from 'lit'

/** What is asked on the left, what follows from it on the right. */
export const styles = css`
  .entry {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 440px;
    min-height: 100dvh;
    background: var(--ln-surface);
  }
  .entry-main {
    display: flex;
    flex-direction: column;
    padding: var(--ln-space-8) var(--ln-space-8) var(--ln-space-6);
  }
  .company {
    display: flex;
    align-items: center;
    gap: 10px;
    font: var(--ln-text-head-s);
  }
  .entry-body {
    display: grid;
    gap: var(--ln-space-5);
    width: 720px;
    max-width: 100%;
    margin: auto;
    padding-block: var(--ln-space-6);
  }
  h1 {
    outline: none;
    font: var(--ln-text-head-l);
    text-wrap: pretty;
  }
  .entry-body > header > p {
    margin-top: var(--ln-space-1);
    color: var(--ln-text-3);
  }
  .entry-acts {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
  }
  .entry-acts > p {
    margin-inline-start: auto;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  footer {
    display: flex;
    align-items: center;
    justify-content: space-between;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .entry-side {
    display: flex;
    flex-direction: column;
    justify-content: center;
    gap: var(--ln-space-3);
    padding: var(--ln-space-10) var(--ln-space-8);
    border-inline-start: var(--ln-hairline) solid var(--ln-border);
    background: var(--ln-surface-list);
    --ln-ground: var(--ln-surface-list);
  }
  .entry-side > h2 {
    font: var(--ln-text-head);
  }
  .entry-rights {
    display: grid;
    gap: var(--ln-space-4);
  }
  .entry-rights > li {
    display: flex;
    gap: var(--ln-space-3);
  }
  .entry-rights > li > .ln-icon {
    margin-top: 2px;
    color: var(--ln-text-3);
  }
  .entry-side b {
    font-weight: var(--ln-weight-strong);
  }
  .entry-side li p,
  .entry-where {
    color: var(--ln-text-3);
  }
  .entry-where {
    font: var(--ln-text-small);
  }
  .entry-now {
    display: flex;
    flex-wrap: wrap;
    gap: var(--ln-space-2);
    margin-bottom: var(--ln-space-6);
  }
  .entry-versions {
    display: grid;
    gap: var(--ln-space-3);
    padding-inline-start: var(--ln-space-3);
    border-inline-start: var(--ln-hairline) solid var(--ln-border-strong);
  }
  .entry-versions time {
    margin-inline-start: var(--ln-space-2);
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }

  @media (max-width: 1079px) {
    .entry {
      grid-template-columns: minmax(0, 1fr);
    }
    .entry-side {
      border: 0;
      border-top: var(--ln-hairline) solid var(--ln-border);
    }
  }
  @media (max-width: 719px) {
    .entry-main {
      padding: var(--ln-space-5) var(--ln-space-5) var(--ln-space-4);
    }
    .entry-side {
      padding: var(--ln-space-6) var(--ln-space-5);
    }
    .entry-acts {
      display: grid;
    }
    .entry-acts > p {
      margin: 0;
      text-align: center;
    }
    .entry-acts > .ln-button {
      height: 48px;
    }
  }
`
