import { css } from 'lit'

/** Waiting and emptiness: `ln-skeleton`, `ln-empty`, `ln-progress`, `ln-loader`, `ln-pager`. */
export const waitingStyles = css`
  /* ── Waiting and emptiness ── */
  .ln-skeleton {
    display: block;
    height: 12px;
    border-radius: var(--ln-radius-s);
    background: var(--ln-active);
    animation: ln-breathe 1.6s ease-in-out infinite;
  }
  .ln-skeleton[data-w='1'] {
    width: 20%;
  }
  .ln-skeleton[data-w='2'] {
    width: 36%;
  }
  .ln-skeleton[data-w='3'] {
    width: 52%;
  }
  .ln-skeleton[data-w='4'] {
    width: 72%;
  }
  .ln-skeleton[data-w='5'] {
    width: 88%;
  }
  .ln-skeleton.is-round {
    width: 32px;
    height: 32px;
    border-radius: var(--ln-radius-full);
  }
  .ln-skeleton-pair {
    display: grid;
    gap: 6px;
  }
  @keyframes ln-breathe {
    50% {
      opacity: 0.5;
    }
  }
  .ln-empty {
    display: grid;
    justify-items: center;
    gap: var(--ln-space-1);
    padding: var(--ln-space-8) var(--ln-space-6);
    color: var(--ln-text-3);
    text-align: center;
    overflow-wrap: anywhere;
  }
  .ln-empty > .ln-icon {
    margin-bottom: var(--ln-space-2);
    color: var(--ln-text-3);
  }
  .ln-empty > strong {
    color: var(--ln-text);
    font-weight: var(--ln-weight-strong);
  }
  .ln-empty > p {
    max-width: 34em;
    text-wrap: balance;
  }
  .ln-empty > .ln-button {
    margin-top: var(--ln-space-3);
  }
  .ln-progress {
    display: block;
    width: 100%;
    height: 4px;
    border: 0;
    border-radius: var(--ln-radius-full);
    background: var(--ln-active);
    overflow: hidden;
    appearance: none;
  }
  .ln-progress::-webkit-progress-bar {
    background: transparent;
  }
  .ln-progress::-webkit-progress-value {
    border-radius: var(--ln-radius-full);
    background: var(--ln-accent);
  }
  .ln-progress::-moz-progress-bar {
    background: var(--ln-accent);
  }
  .ln-progress[data-tone='done']::-webkit-progress-value {
    background: var(--ln-success);
  }
  .ln-progress[data-tone='late']::-webkit-progress-value {
    background: var(--ln-danger);
  }
  .ln-loader {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--ln-space-2);
    height: var(--ln-row);
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .ln-loader > .ln-icon {
    animation: ln-turn 900ms linear infinite;
  }
  .ln-pager {
    display: flex;
    align-items: center;
    gap: var(--ln-space-1);
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
`
