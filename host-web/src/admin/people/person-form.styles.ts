import { css } from 'lit'

export const styles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  form {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .fields {
    display: grid;
    align-content: start;
    gap: var(--ln-space-4);
    padding: var(--ln-space-4);
  }
  fieldset {
    display: grid;
    gap: var(--ln-space-1);
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
    gap: 2px;
    max-height: 192px;
    padding: var(--ln-space-1) var(--ln-space-2);
    border: var(--ln-hairline) solid var(--ln-border);
    border-radius: var(--ln-radius);
    overflow: hidden auto;
  }
  .choices > .ln-check {
    min-height: 28px;
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    flex: none;
    align-items: center;
    gap: var(--ln-space-2);
    padding: var(--ln-space-3) var(--ln-space-4);
    border-top: var(--ln-hairline) solid var(--ln-border);
  }
  footer > .is-primary {
    margin-inline-start: auto;
  }

  @media (max-width: 719px) {
    .choices > .ln-check {
      min-height: var(--ln-target);
    }
  }
`
