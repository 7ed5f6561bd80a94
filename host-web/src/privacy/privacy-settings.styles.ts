import { css } from 'lit'

export const styles = css`
  :host {
    display: grid;
    gap: var(--ln-space-8);
  }
  section {
    display: grid;
    justify-items: start;
    gap: var(--ln-space-4);
    min-width: 0;
  }
  h2 {
    font: var(--ln-text-head);
  }
  h2 + p {
    margin-top: calc(-1 * var(--ln-space-3));
    color: var(--ln-text-3);
  }
  form {
    display: grid;
    justify-items: start;
    gap: var(--ln-space-4);
    width: 100%;
    max-width: 352px;
  }
  .ln-field {
    width: 100%;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--ln-space-2);
  }
`
