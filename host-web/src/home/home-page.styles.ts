import { css } from 'lit'

export const styles = css`
  :host {
    display: block;
    overflow: hidden auto;
  }
  .home-head {
    display: flex;
    align-items: baseline;
    gap: var(--ln-space-3);
    padding: var(--ln-space-5) var(--ln-space-6) var(--ln-space-4);
  }
  .home-head > h1 {
    font: var(--ln-text-head-l);
  }
  .home-head > p {
    color: var(--ln-text-3);
  }
  .home-head-end {
    display: flex;
    flex: none;
    align-items: center;
    gap: var(--ln-space-2);
    margin-inline-start: auto;
  }
  .home-tools {
    display: flex;
    margin-inline-start: auto;
  }
  .home-card[draggable='true'] {
    border-style: dashed;
    border-color: var(--ln-border-strong);
    cursor: grab;
  }
  .home-card[draggable='true'] > ln-home-card {
    pointer-events: none;
  }
  .home-card[data-hidden] > ln-home-card,
  .home-card[data-hidden] > header > h2,
  .home-card[data-dragged] {
    opacity: 0.45;
  }
  .home-grid {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: var(--ln-space-4);
    max-width: 1520px;
    padding: 0 var(--ln-space-6) var(--ln-space-6);
  }
  .home-card {
    position: relative;
    display: flex;
    flex-direction: column;
    min-width: 0;
    border: var(--ln-hairline) solid var(--ln-border);
    border-radius: var(--ln-radius-l);
    background: var(--ln-surface);
  }
  .home-card[data-span='2'] {
    grid-column: span 2;
  }
  .home-card[data-span='3'] {
    grid-column: span 3;
  }
  .home-card[data-tall] {
    grid-row: span 2;
  }
  .home-card > header {
    display: flex;
    flex: none;
    align-items: center;
    gap: 6px;
    height: 44px;
    padding-inline: var(--ln-space-4) var(--ln-space-2);
  }
  .home-card > header > h2 {
    font: var(--ln-text-head-s);
  }
  .home-card > header > .ln-link-button {
    margin-inline-start: auto;
    padding-inline-end: var(--ln-space-2);
    font: var(--ln-text-small);
  }
  .home-card > :not(header) {
    flex: 1;
    min-height: 0;
    padding: 0 var(--ln-space-2) var(--ln-space-2);
  }

  @media (max-width: 1199px) {
    .home-grid {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .home-card[data-span='3'] {
      grid-column: span 2;
    }
  }
  @media (max-width: 719px) {
    .home-head {
      align-items: center;
      flex-wrap: wrap;
      gap: 0 var(--ln-space-2);
      padding: var(--ln-space-3) var(--ln-space-4);
    }
    .home-head > p {
      order: 3;
      flex-basis: 100%;
    }
    .home-grid {
      grid-template-columns: minmax(0, 1fr);
      gap: var(--ln-space-3);
      padding: 0 var(--ln-space-3) var(--ln-space-4);
    }
    .home-card[data-span] {
      grid-column: auto;
    }
  }
`
