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
  form {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .policy {
    display: grid;
    align-content: start;
    gap: var(--ln-space-8);
    width: 100%;
    max-width: 720px;
    padding: var(--ln-space-5);
  }
  .policy > p,
  section > p {
    color: var(--ln-text-3);
  }
  section {
    display: grid;
    gap: var(--ln-space-4);
  }
  h2 {
    font: var(--ln-text-head);
  }
  h2 + p {
    margin-top: calc(-1 * var(--ln-space-3));
  }
  .two {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--ln-space-4);
    align-items: start;
  }
  .setting {
    display: flex;
    align-items: center;
    gap: var(--ln-space-4);
  }
  .setting > div {
    flex: 1;
    min-width: 0;
  }
  small {
    display: block;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  fieldset {
    display: grid;
    gap: var(--ln-space-2);
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    margin-bottom: 6px;
    padding: 0;
  }
  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(160px, 1fr));
    gap: 2px var(--ln-space-4);
    padding: var(--ln-space-2) var(--ln-space-3);
    border: var(--ln-hairline) solid var(--ln-border);
    border-radius: var(--ln-radius);
  }
  .choices > .ln-check {
    min-height: 28px;
  }
  footer {
    display: flex;
    flex: none;
    justify-content: end;
    padding: var(--ln-space-3) var(--ln-space-5);
    border-top: var(--ln-hairline) solid var(--ln-border);
  }
  @media (max-width: 719px) {
    .policy {
      padding: var(--ln-space-4);
    }
    .two {
      grid-template-columns: minmax(0, 1fr);
    }
    .ln-check {
      min-height: var(--ln-target);
    }
  }
`
