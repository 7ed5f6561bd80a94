import { css } from 'lit'

export const styles = css`
  :host {
    display: block;
  }
  main {
    display: flex;
    flex-direction: column;
    height: 100%;
  }
  .settings {
    display: grid;
    gap: var(--ln-space-8);
    width: 100%;
    max-width: 720px;
    padding: var(--ln-space-6) var(--ln-space-6) var(--ln-space-12);
  }
  .settings > section {
    display: grid;
    gap: var(--ln-space-4);
  }
  .settings h2 {
    font: var(--ln-text-head);
  }
  .settings h2 + p {
    margin-top: calc(-1 * var(--ln-space-3));
    color: var(--ln-text-3);
  }
  .setting {
    display: flex;
    align-items: center;
    gap: var(--ln-space-4);
    min-height: var(--ln-row-l);
    padding-block: var(--ln-space-2);
    border-bottom: var(--ln-hairline) solid var(--ln-border);
  }
  .setting > div:first-child {
    flex: 1;
    min-width: 0;
  }
  .setting small {
    display: block;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }

  @media (max-width: 719px) {
    .settings {
      padding: var(--ln-space-4) var(--ln-space-4) var(--ln-space-8);
    }
    .setting {
      flex-wrap: wrap;
      gap: var(--ln-space-2);
    }
    .setting > .ln-segmented {
      width: 100%;
    }
    .setting > .ln-segmented > * {
      flex: 1;
      justify-content: center;
    }
  }
`
