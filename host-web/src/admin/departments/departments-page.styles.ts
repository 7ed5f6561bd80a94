import { css } from 'lit'

export const styles = css`
  :host {
    display: flex;
    flex: 1;
    min-height: 0;
  }
  .ln-panes > .ln-content {
    min-width: 0;
  }
  .columns {
    display: flex;
    flex: none;
    align-items: center;
    gap: var(--ln-space-1);
    height: var(--ln-row-s);
    padding-inline: calc(var(--ln-space-5) + 20px) var(--ln-space-5);
    border-bottom: var(--ln-hairline) solid var(--ln-border);
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .columns > :nth-child(2) {
    width: 132px;
    margin-inline-start: auto;
  }
  .columns > :nth-child(3) {
    width: 56px;
    text-align: end;
  }
  .waiting {
    padding: var(--ln-space-4) var(--ln-space-5);
  }
  .hint {
    padding: var(--ln-space-2) var(--ln-space-5);
    border-top: var(--ln-hairline) solid var(--ln-border);
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .hint > kbd {
    font: inherit;
  }

  @media (max-width: 719px) {
    .columns {
      padding-inline: calc(var(--ln-space-2) + 40px) var(--ln-space-4);
    }
    .columns > :nth-child(2),
    .hint {
      display: none;
    }
    .columns > :nth-child(3) {
      margin-inline-start: auto;
    }
  }
`
