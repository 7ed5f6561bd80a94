import { css } from 'lit'

export const styles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  @media (min-width: 720px) {
    .ln-head {
      padding-inline: var(--ln-space-5) var(--ln-space-3);
    }
  }
  .explain {
    display: grid;
    align-content: start;
    gap: var(--ln-space-5);
    width: 100%;
    max-width: 720px;
    padding: var(--ln-space-5);
  }
  form {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--ln-space-4);
  }
  form > .ln-button {
    justify-self: start;
  }
  .about {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
    grid-column: 1 / -1;
    min-width: 0;
    color: var(--ln-text-2);
  }
  .about > code {
    min-width: 0;
    color: var(--ln-text-3);
    font: 400 12px/16px var(--ln-font-mono);
  }

  @media (max-width: 719px) {
    form {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`
